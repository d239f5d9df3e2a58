const referencePattern = /&(?:#(\d{1,7});?|#x([0-9a-f]{1,6});?|([a-z][a-z0-9]{0,31});|)/gi;
const xmlNames = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const latinSupplement = new TextDecoder('windows-1252');

/** References from 128 to 159 are control characters in XML; writers mean windows-1252. */
const meantBy = (code: number): string => latinSupplement.decode(new Uint8Array([code]));

/** Replaces references from 128 to 159 by their windows-1252 characters. */
export function withMeantCharacters(text: string): string {
  return text.replace(/&#(?:0*(12[89]|1[345]\d)|x0*([89][\da-f]));/gi, (_, decimal?: string, hex?: string) =>
    meantBy(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)),
  );
}

function numbered(code: number): string {
  if (code >= 128 && code <= 159) return meantBy(code);
  const allowed =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000));
  if (!allowed || code === 0xfffe || code === 0xffff) return '';
  return code === 38 || code === 60 ? `&#${code};` : String.fromCodePoint(code);
}

/** Replaces numeric references by their characters, and escapes every `&` that begins no named reference of XML. */
export function safeText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(referencePattern, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return numbered(Number(decimal));
    if (hex !== undefined) return numbered(Number.parseInt(hex, 16));
    if (name === undefined) return '&amp;';
    if (xmlNames.has(name)) return whole;
    return `&amp;${name};`;
  });
}

export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
