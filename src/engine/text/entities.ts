import { decodeHTMLAttribute } from 'entities/decode';

/**
 * Decodes character references once. A reference without semicolon stays before "=", a letter or a digit, as in HTML
 * attributes: "&copy=1" in an address. Unknown names stay too.
 */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text);
