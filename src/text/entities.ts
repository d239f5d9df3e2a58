import { decodeHTMLAttribute, decodeHTMLStrict } from 'entities/decode';

/** ISO 8859-1 names in code order, from U+00A0 on. */
const latinNames: readonly string[] =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );

/** The character that HTML has for a name. */
export function characterNamed(name: string): string | undefined {
  const character = decodeHTMLStrict(`&${name};`);
  return character.endsWith(';') && name !== 'semi' ? undefined : character;
}

/**
 * Decodes character references once. A reference without its semicolon is read as in an attribute, so "&copy=1" stays
 * in an address. A name that HTML does not know stays as it is.
 */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLAttribute(text) : text);
