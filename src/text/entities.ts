/** ISO 8859-1 names in code order, from U+00A0 on. */
export const latinNames: readonly string[] =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );

const others: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  AMP: '&',
  LT: '<',
  GT: '>',
  QUOT: '"',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsaquo: '‹',
  rsaquo: '›',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  prime: '′',
  Prime: '″',
  trade: '™',
  euro: '€',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  lrm: '\u200e',
  rlm: '\u200f',
  dagger: '†',
  Dagger: '‡',
  permil: '‰',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  harr: '↔',
  minus: '−',
  infin: '∞',
  ne: '≠',
  le: '≤',
  ge: '≥',
  asymp: '≈',
  radic: '√',
  sum: '∑',
  fnof: 'ƒ',
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Ccaron: 'Č',
  ccaron: 'č',
  Cacute: 'Ć',
  cacute: 'ć',
  Lstrok: 'Ł',
  lstrok: 'ł',
  Nacute: 'Ń',
  nacute: 'ń',
  Sacute: 'Ś',
  sacute: 'ś',
  Zacute: 'Ź',
  zacute: 'ź',
  Zdot: 'Ż',
  zdot: 'ż',
  Aogon: 'Ą',
  aogon: 'ą',
  Eogon: 'Ę',
  eogon: 'ę',
  Idot: 'İ',
  inodot: 'ı',
  imath: 'ı',
  Gbreve: 'Ğ',
  gbreve: 'ğ',
  Scedil: 'Ş',
  scedil: 'ş',
  Odblac: 'Ő',
  odblac: 'ő',
  Udblac: 'Ű',
  udblac: 'ű',
  Yuml: 'Ÿ',
  hearts: '♥',
  star: '☆',
  check: '✓',
  nbhy: '-',
  dash: '‐',
  hyphen: '‐',
  horbar: '―',
  comma: ',',
  period: '.',
  colon: ':',
  excl: '!',
  quest: '?',
  lpar: '(',
  rpar: ')',
  num: '#',
  dollar: '$',
  percnt: '%',
  sol: '/',
  commat: '@',
  NewLine: '\n',
  Tab: '\t',
};

const named = new Map<string, string>(Object.entries(others));
for (const [index, name] of latinNames.entries()) named.set(name, String.fromCharCode(0xa0 + index));

/** The character that HTML has for a name, or nearly that: all spaces are one. */
export const characterNamed = (name: string): string | undefined => named.get(name);

/** What browsers read for the numbers 128 to 159, which old editors wrote in windows-1252. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function numbered(code: number, whole: string): string {
  if (!Number.isFinite(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0) return '\ufffd';
  if (code >= 0x80 && code <= 0x9f) return windows1252[code - 0x80] ?? whole;
  return String.fromCodePoint(code);
}

/** Latin-1 names are known without the semicolon too, as browsers read them ("AT&ampT"); all other names need it. */
const reference = /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,9})|([a-z][a-z0-9]{1,8}))(;?)/gi;

/** Decodes character references once; a name that is not known stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string, end?: string) => {
    if (hex !== undefined) return numbered(Number.parseInt(hex, 16), whole);
    if (decimal !== undefined) return numbered(Number.parseInt(decimal, 10), whole);
    const known = named.get(name ?? '');
    // Without a semicolon "&copy=1" in a link must stay, so only the five that XML knows are read.
    if (known === undefined || (end === '' && !/^(?:amp|lt|gt|quot|nbsp)$/i.test(name ?? ''))) return whole;
    return known;
  });
}
