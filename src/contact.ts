const charactersMax = 200;
export const contactRule = `LEDE_CONTACT must be a web address, or a mail address in plain ASCII, by which publishers can reach you, of at most ${charactersMax} characters.`;

const isAscii = (text: string) => /^[!-~]+$/.test(text);

/**
 * A web or mail address in visible ASCII, which a request header can hold; other letters of a web address are encoded.
 * Undefined if it is neither.
 */
export function contactOf(text: string): string | undefined {
  const url = /^https?:\/\/\S+$/.test(text) ? URL.parse(text) : null;
  const contact = url === null || isAscii(text) ? text : url.href;
  const isOne = url !== null || /^[^\s@]+@(?=[^\s@]+\.[^\s@])[^\s@]+$/.test(contact);
  return isOne && isAscii(contact) && contact.length <= charactersMax ? contact : undefined;
}
