import { decodeHTMLAttribute } from 'entities/decode';

/**
 * Decodes character references once. Reads a reference without semicolon as in an attribute, so "&copy=1" stays in an
 * address. Unknown names stay as they are.
 */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text);
