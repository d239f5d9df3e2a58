import type { StatedFigure } from '../statedFigure.ts';

const small = 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');
/** "dos" and, at the start of a headline, "Dos". */
const anyCase = (words: readonly string[]): string =>
  words.map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`).join('|');
/** 12.000 is written in Spain and South America, 12,000 in Mexico and Central America, 12 000 by the Academy. */
const number = `\\d{1,3}(?:[\\s.,]\\d{3})+(?!\\d)|\\d{1,7}|${anyCase(small)}`;
const exact = 'al menos|por lo menos|los|las|un total de|solo|sólo';
const vague = 'más de|cerca de|casi|alrededor de|unos|unas|hasta|aproximadamente|en torno a|como mínimo';
const hedge = anyCase(`${exact}|${vague}`.split('|'));
/** Matches a count, but not money, dates, ages or parts of a larger number. */
const count = `(?<![\\p{L}\\p{N}€$.,:/'’–-])((?:(?:${hedge})\\s)?)(${number})(?![\\p{L}\\p{N}%]|[.,:/-]\\d)`;
const people =
  '(?:personas|migrantes|pasajeros|niños|niñas|menores|civiles|obreros|trabajadores|soldados|hombres|mujeres|bomberos|policías|agentes|vecinos|mineros|marineros|jóvenes|adultos)';

/** Each fate with its noun, the nouns that stand after a number, and the words that stand after people. */
const fates: readonly (readonly [fate: string, noun: string, counted: string, suffered: string])[] = [
  [
    'killed',
    'muertos',
    'muertos|muertas|fallecidos|fallecidas|víctimas mortales|muertes|fallecimientos',
    'murieron|mueren|muri[eó]|muertas|muertos|fallecieron|fallecen|fallecid[oa]s|perdieron la vida|han perdido la vida|sin vida',
  ],
  [
    'injured',
    'heridos',
    'heridos|heridas|lesionados|lesionadas',
    'herid[oa]s|lesionad[oa]s|resultaron heridas|resultaron heridos',
  ],
  ['missing', 'desaparecidos', 'desaparecidos|desaparecidas', 'desaparecid[oa]s|en paradero desconocido'],
];
const patternsOf = (counted: string, suffered: string): readonly RegExp[] => [
  new RegExp(`${count}\\s(?:${counted})(?![\\p{L}-])`, 'gu'),
  new RegExp(`${count}\\s${people}\\s(?:[^,.;:!?]{0,50}?\\s)?(?:${suffered})(?![\\p{L}])`, 'gu'),
  new RegExp(
    `(?<!\\p{L})(?:[Mm]urieron|[Mm]ueren|[Ff]allecieron|[Ff]allecen|[Hh]an muerto|[Hh]an fallecido)\\s${count}\\s${people}(?!\\p{L})`,
    'gu',
  ),
  new RegExp(
    `(?:balance|saldo|número de (?:${counted})|cifra de (?:${counted}))\\s(?:[^.;:!?]{0,70}?\\s)?(?:a|en|alcanza|supera|ya es de)\\s${count}(?=\\s(?:${counted})|[.,;]|$)`,
    'gu',
  ),
];
const byFate = fates.map(([fate, noun, counted, suffered]) => {
  const [after, people, verbFirst, toll] = patternsOf(counted, suffered);
  const of = fate === 'killed' ? [after, people, verbFirst, toll] : [after, people, toll];
  return { fate, noun, toll, patterns: of.filter((pattern) => pattern !== undefined) };
});

/** Words for an increment, an uncertain number, another time, or something that did not happen. */
const otherwise =
  /(?<!\p{L})(?:otr[oa]s|más heridos|adicionales|tem(?:e|en|ían)|podría[n]?|habría[n]?|sería[n]?|ningún|ninguna|sin (?:heridos|víctimas|muertos)|el año pasado|el pasado año|desde|al año|por año|al día|en \d{4}|hace|en los últimos|cada año|cada día|anuales)(?!\p{L})/iu;
const ofWar =
  /(?<!\p{L})(?:guerras?|drones?|dron|ataques? aéreos?|misil(?:es)?|cohetes?|bombarde\p{L}*|ejército|soldados?|tropas|frente|ofensiva|combates|alto el fuego|Hamás|Gaza)(?!\p{L})/u;

/** A cheap first check, because most sentences have none of these words. */
const told = /muert|muri|muer|fallec|víctima|perd|vida|herid|lesion|desapar|paradero/iu;

const amountIn = (printed: string): number => {
  const at = small.indexOf(printed.toLowerCase());
  return at >= 0 ? at + 2 : Number(printed.replace(/[\s.,]/g, ''));
};

/** The counts in a Spanish sentence, except those of a war, of another time, or of something that did not happen. */
export function figures(sentence: string): StatedFigure[] {
  if (!told.test(sentence) || ofWar.test(sentence)) return [];
  return byFate.flatMap(({ fate, noun, toll, patterns }) =>
    patterns.flatMap((pattern) =>
      [...sentence.matchAll(pattern)].flatMap((match): StatedFigure[] => {
        const [whole, hedge = '', printed = ''] = match;
        const before = /[^,;:]{0,40}$/.exec(sentence.slice(0, match.index))?.[0] ?? '';
        const after = /^[^,;:]{0,40}/.exec(sentence.slice(match.index + whole.length))?.[0] ?? '';
        if (otherwise.test(before + whole + after)) return [];
        const rough = hedge !== '' && !new RegExp(`^(?:${exact})\\s`, 'iu').test(hedge);
        const named = pattern === toll;
        return [
          { printed: `${hedge}${printed}`, value: amountIn(printed), rough, noun, fate, key: `people|${fate}`, named },
        ];
      }),
    ),
  );
}
