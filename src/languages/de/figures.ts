import type { StatedFigure } from '../statedFigure.ts';

const small = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
/** "zwei" and, at the start of a headline, "Zwei". */
const anyCase = (words: readonly string[]): string =>
  words.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`).join('|');
/** Swiss papers write 12’000. */
const number = `\\d{1,3}(?:[.'’]\\d{3})+|\\d{1,7}|${anyCase(small)}`;
const exact = 'mindestens|alle|nur|insgesamt';
const vague = 'mehr als|über|fast|rund|etwa|ungefähr|bis zu|knapp|gut|circa';
const hedge = anyCase(`${exact}|${vague}`.split('|'));
/** Matches a count, but not money, dates, ages or parts of a larger number. */
const count = `(?<![\\p{L}\\p{N}€$.,:/'’–-])((?:(?:${hedge})\\s)?)(${number})(?![\\p{L}\\p{N}%]|[.,:/-]\\d)`;
const people = '(?:Menschen|Personen|Migranten|Passagiere|Kinder|Zivilisten|Arbeiter|Soldaten|Männer|Frauen)';

/** Each fate with its noun, the nouns that stand after a number, and the verbs that stand after people. */
const fates: readonly (readonly [fate: string, noun: string, counted: string, suffered: string])[] = [
  [
    'killed',
    'Tote',
    'Toten?|Todesopfern?|Todesfällen?|Opfer',
    'getötet|gestorben|starben|sterben|ums Leben|tot geborgen',
  ],
  ['injured', 'Verletzte', 'Verletzten?', 'verletzt'],
  ['missing', 'Vermisste', 'Vermissten?', 'vermisst'],
];
/** Matches "34 Tote", and "acht weitere Verletzte", which `otherwise` then drops as an increment. */
const patternsOf = (counted: string, suffered: string): readonly RegExp[] => [
  new RegExp(`${count}\\s(?:\\p{Ll}{3,}\\s)?(?:${counted})(?![\\p{L}-])`, 'gu'),
  new RegExp(`${count}\\s${people}\\s(?:[^,.;:!?]{0,50}?\\s)?(?:${suffered})(?!\\p{L})`, 'gu'),
  new RegExp(`Zahl der (?:${counted})\\s(?:[^.;:!?]{0,70}?\\s)?auf\\s${count}`, 'gu'),
];
const byFate = fates.map(([fate, noun, counted, suffered]) => ({
  fate,
  noun,
  patterns: patternsOf(counted, suffered),
}));

/** Words for an increment, an uncertain number, another time, or something that did not happen. */
const otherwise =
  /(?<!\p{L})(?:weitere[nr]?|befürchtet|könnten|womöglich|wären|keine|nicht|im vergangenen Jahr|seit|pro Jahr|bisher in diesem Jahr|letztes Jahr|vor \p{L}+ Jahren)(?!\p{L})/u;
const ofWar =
  /(?<!\p{L})(?:Krieg\p{L}*|\p{L}*krieg\p{L}*|Drohne\p{L}*|\p{L}*[Aa]ngriff\p{L}*|Rakete\p{L}*|Armee|Soldaten|Truppen|Beschuss|Front|Offensive)(?!\p{L})/u;

/** A cheap first check, because most sentences have none of these words. */
const told =
  /Tote|Todes|Opfer|Verletzte|Vermisste|getötet|gestorben|starben|sterben|ums Leben|geborgen|verletzt|vermisst/u;

const amountIn = (printed: string): number => {
  const at = small.indexOf(printed.toLowerCase());
  return at >= 0 ? at + 2 : Number(printed.replace(/[.'’]/g, ''));
};

/** The counts in a German sentence, except those of a war, of another time, or of something that did not happen. */
export function figures(sentence: string): StatedFigure[] {
  if (!told.test(sentence) || ofWar.test(sentence)) return [];
  return byFate.flatMap(({ fate, noun, patterns }) =>
    patterns.flatMap((pattern) =>
      [...sentence.matchAll(pattern)].flatMap((match): StatedFigure[] => {
        const [whole, hedge = '', printed = ''] = match;
        const before = /[^,;:]{0,40}$/.exec(sentence.slice(0, match.index))?.[0] ?? '';
        const after = /^[^,;:]{0,40}/.exec(sentence.slice(match.index + whole.length))?.[0] ?? '';
        if (otherwise.test(before + whole + after)) return [];
        const rough = hedge !== '' && !new RegExp(`^(?:${exact})`, 'iu').test(hedge);
        const named = pattern === patterns[2];
        return [
          { printed: `${hedge}${printed}`, value: amountIn(printed), rough, noun, fate, key: `people|${fate}`, named },
        ];
      }),
    ),
  );
}
