/** Languages whose month names feeds and pages use. If a word means two months, the earlier language wins. */
const monthLanguages = 'en de fr es it pt nl sv da nb fi pl cs hu ro tr ru uk bg el'.split(' ');

const english = 'january february march april may june july august september october november december'.split(' ');
const aliases = { sept: 8, mrz: 2, janv: 0, janner: 0, maerz: 2, fevr: 1, juil: 6 };
let months: Map<string, number> | undefined;

function bare(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '');
}

/** Months (0 to 11) by name, without accents: long, short, and inflected as in a full date. Built on first use. */
function monthNames(): Map<string, number> {
  if (months) return months;
  const names = new Map<string, number>();
  for (const language of monthLanguages) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { day: 'numeric', month: 'long', year: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month, 15));
        const name = bare(parts.find((part) => part.type === 'month')?.value ?? '');
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  }
  for (const [alias, month] of Object.entries(aliases)) names.set(alias, month);
  months = names;
  return names;
}

/** The month (0 to 11) with this name or abbreviation in many languages. Case and accents don't matter. */
export function monthNamed(word: string): number | undefined {
  const name = bare(word);
  // Two letters are too few to identify a month.
  if (name.length < 3) return undefined;
  // English comes first, by full name or three letters. Other abbreviations may mean another month elsewhere.
  const usual = english.findIndex((month) => name === month || (name.length === 3 && month.startsWith(name)));
  return usual >= 0 ? usual : monthNames().get(name);
}
