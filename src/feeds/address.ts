/** An address without the scheme `feed:` that some programs put before it, or in place of `https:`. */
export function withoutFeedScheme(address: string): string {
  return address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://');
}
