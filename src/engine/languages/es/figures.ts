import { figuresBy } from '../statedFigure.ts';

const people =
  '(?:personas|migrantes|pasajeros|niños|niñas|menores|civiles|obreros|trabajadores|soldados|hombres|mujeres|bomberos|policías|agentes|vecinos|mineros|marineros|jóvenes|adultos)';

export const figures = figuresBy({
  small: 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  /** 12.000 is written in Spain and South America, 12,000 in Mexico and Central America, 12 000 by the Academy. */
  digits: `\\d{1,3}(?:[\\s.,]\\d{3}){1,3}(?!\\d)|\\d{1,7}`,
  separators: /[\s.,]/g,
  exact: 'al menos|por lo menos|los|las|un total de|solo|sólo',
  vague: 'más de|cerca de|casi|alrededor de|unos|unas|hasta|aproximadamente|en torno a|como mínimo',
  people,
  fates: [
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
  ],
  tolls: (count, counted, fate) => [
    ...(fate === 'killed'
      ? [
          `(?<!\\p{L})(?:[Mm]urieron|[Mm]ueren|[Ff]allecieron|[Ff]allecen|[Hh]an muerto|[Hh]an fallecido)\\s${count}\\s${people}(?!\\p{L})`,
        ]
      : []),
    `(?:balance|saldo|número de (?:${counted})|cifra de (?:${counted}))\\s(?:[^.;:!?]{0,70}?\\s)?(?:a|en|alcanza|supera|ya es de)\\s${count}(?=\\s(?:${counted})|[.,;]|$)`,
  ],
  told: /muert|muri|muer|fallec|víctima|perd|vida|herid|lesion|desapar|paradero/iu,
  ofWar:
    /(?<!\p{L})(?:guerras?|drones?|dron|ataques? aéreos?|misil(?:es)?|cohetes?|bombarde\p{L}*|ejército|soldados?|tropas|frente|ofensiva|combates|alto el fuego|Hamás|Gaza)(?!\p{L})/u,
  otherwise:
    /(?<!\p{L})(?:otr[oa]s|más heridos|adicionales|tem(?:e|en|ían)|podría[n]?|habría[n]?|sería[n]?|ningún|ninguna|sin (?:heridos|víctimas|muertos)|el año pasado|el pasado año|desde|al año|por año|al día|en \d{4}|hace|en los últimos|cada año|cada día|anuales)(?!\p{L})/iu,
});
