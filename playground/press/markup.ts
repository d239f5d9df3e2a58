/** For text and attribute values, in XML and HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `]]>` can't stand in it, so it is split. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Cut between words at the given length, with the dots that feeds put there. */
export function cutWords(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  return `${text.slice(0, text.lastIndexOf(' ', charsMax - 2))} …`;
}

/** Part of an address: lower case, no accents, words joined by hyphens, cut between words. */
export function slug(title: string): string {
  const words = title
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let cut = '';
  for (const word of words) {
    if (cut.length + word.length > 60) break;
    cut = cut ? `${cut}-${word}` : word;
  }
  return cut;
}
