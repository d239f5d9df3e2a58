import { languageOrEnglish } from '../languages/languages.ts';

/** Two to seven capitalised words in a row. The limit keeps the time linear on a long run of capitals. */
const capitals =
  /(?<!\p{L})\p{Lu}[\p{L}'’-]{1,40}(?:(?:\s(?:\p{Lu}\.|de|van|von|der|al|bin|la|del|da)){0,2}\s\p{Lu}[\p{L}'’-]{1,40}){1,6}/gu;
/** Characters read per paragraph. Real paragraphs are shorter. */
const lettersRead = 20_000;

/** Full names of people, organisations and places, in the order of their first mention, each once. */
export function fullNamesIn(paragraphs: readonly string[], language?: string): string[] {
  const { stopWords } = languageOrEnglish(language);
  const names = paragraphs.flatMap((paragraph) => paragraph.slice(0, lettersRead).match(capitals) ?? []);
  return [...new Set(names.map((name) => withoutOpener(name.replace(/[’']s$/, ''), stopWords)))].filter((name) =>
    name.includes(' '),
  );
}

/** "But Ida Brandt" without its first word. */
function withoutOpener(name: string, stopWords: ReadonlySet<string>): string {
  const [first = '', ...rest] = name.split(' ');
  return stopWords.has(first.toLowerCase()) ? rest.join(' ') : name;
}
