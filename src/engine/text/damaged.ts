/**
 * Signs that a text was damaged on its way: a word twice ("identifies identifies"; of four letters or more, since German
 * has "die die"), a square bracket without its partner, a year with a digit too many, UTF-8 read as Latin-1, U+FFFD.
 */
const damage =
  /(?<!\p{L})(\p{Ll}{4,}) \1(?!\p{L})|\[[^\]]*$|^[^[]*\]|(?<![\d.,])20[12]\d\d(?![\d.,%])|\u00c3[\u0080-\u00bf]|\u00e2\u20ac|\ufffd/u;

export const isDamaged = (text: string): boolean => damage.test(text);
