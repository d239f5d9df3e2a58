/**
 * Signs of a damaged text: a word twice ("identifies identifies"), a square bracket without its partner, a year of five
 * digits, UTF-8 read as Latin-1, U+FFFD. The word has four letters or more, because German has "die die".
 */
const damage =
  /(?<!\p{L})(\p{Ll}{4,}) \1(?!\p{L})|\[[^\]]*$|^[^[]*\]|(?<![\d.,])20[12]\d\d(?![\d.,%])|\u00c3[\u0080-\u00bf]|\u00e2\u20ac|\ufffd/u;

export const isDamaged = (text: string): boolean => damage.test(text);
