const counts = [
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
];
const tens = 'thirty forty fifty sixty seventy eighty ninety';
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';
const germanOrdinals = 'erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft';
const germanEndings = ['e', 'en', 'er', 'es', 'em'];

const numberOfWord = new Map<string, string>();
for (const list of counts) for (const [at, word] of list.split(' ').entries()) numberOfWord.set(word, `${at + 2}`);
for (const [at, word] of tens.split(' ').entries()) numberOfWord.set(word, `${10 * (at + 3)}`);
for (const [at, word] of ordinals.split(' ').entries()) numberOfWord.set(word, `${at + 1}.`);
for (const [at, word] of germanOrdinals.split(' ').entries())
  for (const ending of germanEndings) numberOfWord.set(word + ending, `${at + 1}.`);

const digits = /^(\d{1,12}(?:[.,]\d{1,12})*)(st|nd|rd|th)?$/i;
/** "1 man" says little, "08" stands in a clock time, and a year counts nothing. */
const notCounting = /^(?:1|0\d*|(?:19|20)\d\d)$/;

/**
 * One form for "4", "four" and "1,200" / "1200", another for "fourth"; undefined for other words, for one, for clock
 * times and years.
 */
export function numberOf(word: string): string | undefined {
  const first = word.charCodeAt(0);
  if (first < 48 || first > 57) return numberOfWord.get(word.toLowerCase());
  const [, number = '', ending] = digits.exec(word) ?? [];
  if (number === '' || notCounting.test(number)) return undefined;
  return ending ? `${number}.` : number.replaceAll(',', '');
}
