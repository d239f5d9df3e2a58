import { decodeHTMLAttribute } from 'entities/decode';

/**
 * Decodes character references once. A reference without its semicolon is read as in an attribute, so "&copy=1" stays
 * in an address. A name that HTML does not know stays as it is.
 */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text);
