import { anyCase, countWith, type Fate, figuresBy } from '../statedFigure.ts';

const small = 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');
/** 12.000 is written in Spain and South America, 12,000 in Mexico and Central America, 12 000 by the Academy. */
const number = `\\d{1,3}(?:[\\s.,]\\d{3}){1,3}(?!\\d)|\\d{1,7}|${anyCase(small)}`;
const exact = 'al menos|por lo menos|los|las|un total de|solo|sólo';
const vague = 'más de|cerca de|casi|alrededor de|unos|unas|hasta|aproximadamente|en torno a|como mínimo';
const count = countWith(number, `${exact}|${vague}`);
const people =
  '(?:personas|migrantes|pasajeros|niños|niñas|menores|civiles|obreros|trabajadores|soldados|hombres|mujeres|bomberos|policías|agentes|vecinos|mineros|marineros|jóvenes|adultos)';

const fates: readonly Fate[] = [
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
const patternsOf = (counted: string, suffered: string, fate: string): readonly RegExp[] => [
  new RegExp(`${count}\\s(?:${counted})(?![\\p{L}-])`, 'gu'),
  new RegExp(`${count}\\s${people}\\s(?:[^,.;:!?]{0,50}?\\s)?(?:${suffered})(?![\\p{L}])`, 'gu'),
  ...(fate === 'killed'
    ? [
        new RegExp(
          `(?<!\\p{L})(?:[Mm]urieron|[Mm]ueren|[Ff]allecieron|[Ff]allecen|[Hh]an muerto|[Hh]an fallecido)\\s${count}\\s${people}(?!\\p{L})`,
          'gu',
        ),
      ]
    : []),
  new RegExp(
    `(?:balance|saldo|número de (?:${counted})|cifra de (?:${counted}))\\s(?:[^.;:!?]{0,70}?\\s)?(?:a|en|alcanza|supera|ya es de)\\s${count}(?=\\s(?:${counted})|[.,;]|$)`,
    'gu',
  ),
];

const otherwise =
  /(?<!\p{L})(?:otr[oa]s|más heridos|adicionales|tem(?:e|en|ían)|podría[n]?|habría[n]?|sería[n]?|ningún|ninguna|sin (?:heridos|víctimas|muertos)|el año pasado|el pasado año|desde|al año|por año|al día|en \d{4}|hace|en los últimos|cada año|cada día|anuales)(?!\p{L})/iu;
const ofWar =
  /(?<!\p{L})(?:guerras?|drones?|dron|ataques? aéreos?|misil(?:es)?|cohetes?|bombarde\p{L}*|ejército|soldados?|tropas|frente|ofensiva|combates|alto el fuego|Hamás|Gaza)(?!\p{L})/u;

const told = /muert|muri|muer|fallec|víctima|perd|vida|herid|lesion|desapar|paradero/iu;

export const figures = figuresBy({
  small,
  separators: /[\s.,]/g,
  exact,
  fates,
  patternsOf,
  told,
  ofWar,
  otherwise,
});
