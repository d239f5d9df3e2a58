/** Languages whose month names feeds and pages use. If a word means two months, the earlier language wins. */
const monthLanguages = (
  'en de fr es it pt nl sv da nb fi pl cs sk hu ro tr ru uk bg el ca hr sr sl et lv lt id ms ar he fa hi ' +
  'ar-SY ar-DZ ar-MA bn ta sw ur az sq th te ml kn gu pa mr ka hy kk uz is mt cy ga gl mk bs af'
).split(' ');

/** Between the letters of a short name: พ.ย. */
const thaiStop = /(?<=[ก-ฮ])\.(?=[ก-ฮ])/g;
const cyrillic = new Set(['ru', 'uk', 'bg']);
const english = 'january february march april may june july august september october november december'.split(' ');
const aliases = { sept: 8, mrz: 2, janv: 0, janner: 0, maerz: 2, fevr: 1, juil: 6 };
let months: Map<string, number> | undefined;

function bare(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '').replace(thaiStop, '');
}

/** Two letters are too few to identify a month, except in Thai, where all short names have two. */
const isLong = (name: string): boolean => name.length > 2 || /^[ก-ฮ]{2}$/.test(name);

/** Month names of many languages, long, short and inflected as in a full date, without accents; made on first use. */
function monthNames(): Map<string, number> {
  if (months) return months;
  const names = new Map<string, number>();
  for (const language of monthLanguages) {
    for (const options of [
      { month: 'long' },
      { month: 'short' },
      { day: 'numeric', month: 'long', year: 'numeric' },
    ] as const) {
      const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month, 15));
        const name = bare(parts.find((part) => part.type === 'month')?.value ?? '').replaceAll(' ', '');
        // Cyrillic months are cut to three letters as well.
        const forms = cyrillic.has(language) && name.length > 3 ? [name, name.slice(0, 3)] : [name];
        for (const form of forms)
          if (isLong(form) && /^\p{L}+$/u.test(form) && !names.has(form)) names.set(form, month);
      }
    }
  }
  for (const [alias, month] of Object.entries(aliases)) names.set(alias, month);
  months = names;
  return names;
}

/** 0 for January. Reads names and usual abbreviations in many languages, whatever their case, accents and full stop. */
export function monthNamed(word: string): number | undefined {
  const name = bare(word);
  if (!isLong(name)) return undefined;
  // Most dates need no other language. Other beginnings of an English month may be a different month elsewhere.
  const usual = english.findIndex((month) => name === month || (name.length === 3 && month.startsWith(name)));
  if (usual >= 0) return usual;
  const names = monthNames();
  // Hebrew writes "in" as a prefix of the word.
  return names.get(name) ?? (name.startsWith('ב') ? names.get(name.slice(1)) : undefined);
}
