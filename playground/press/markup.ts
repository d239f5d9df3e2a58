/** Escapes text and attribute values for XML and HTML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const paragraphsOf = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n');

/** Wraps text in a CDATA section and splits any `]]>` in it, which would end the section. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Truncates between words and adds an ellipsis, as feeds do. */
export function cutWords(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  return `${text.slice(0, text.lastIndexOf(' ', charsMax - 2))} …`;
}

/** A title as a URL path segment. */
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
