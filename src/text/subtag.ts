/** The lower-case primary subtag of a language tag ('fr-CA' → 'fr'); undefined for none, and for what names no language. */
export function subtagOf(tag: string | undefined): string | undefined {
  const subtag = tag?.split(/[-_]/, 1)[0]?.trim().toLowerCase();
  return subtag === '' || subtag === 'und' || subtag === 'mul' || subtag === 'zxx' ? undefined : subtag;
}
