/** The files of Noto Sans, each with the characters that it covers, as ranges in CSS syntax. */
const parts = {
  latin:
    'U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2010-2027,U+2030-205E,U+20AC,U+2122,U+2212',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20BF,U+2113',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  vietnamese: 'U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;

type Part = keyof typeof parts;

const rangesOf = (listed: string): (readonly [from: number, to: number])[] =>
  listed.split(',').map((range) => {
    const [from = '', to = from] = range.slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });

const ranges = Object.entries(parts).map(([part, listed]) => ({ part: part as Part, ranges: rangesOf(listed) }));

const partOf = (character: string): Part | undefined => {
  const point = character.codePointAt(0) ?? 0;
  return ranges.find((one) => one.ranges.some(([from, to]) => point >= from && point <= to))?.part;
};

/** Whether the font has every character of the text. It lacks Chinese, Arabic and many other scripts. */
export const isDrawable = (text: string): boolean => [...text].every((character) => partOf(character) !== undefined);

/** The font files that the text needs. Others are left out, because each file takes time to unpack. */
export const partsFor = (text: string): Part[] => [
  ...new Set<Part>(['latin', ...[...text].flatMap((character) => partOf(character) ?? [])]),
];
