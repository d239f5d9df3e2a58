import { figuresBy } from '../statedFigure.ts';

export const figures = figuresBy({
  small: 'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  /** 12 000 has a blank of any width, 12.000 is Belgian, 12’000 Swiss. */
  digits: `\\d{1,3}(?:[\\s.'’]\\d{3}){1,3}(?!\\d)|\\d{1,7}`,
  separators: /[\s.'’]/g,
  exact: 'au moins|tous les|seulement|au total',
  vague: "plus de|plus d['’]|près de|environ|quelque|jusqu['’]à|presque|une? bonne?|autour de",
  people:
    '(?:personnes|gens|migrants|passagers|enfants|civils|ouvriers|soldats|hommes|femmes|pompiers|policiers|habitants|marins)',
  fates: [
    [
      'killed',
      'morts',
      'morts|mortes|tués|tuées|victimes|décès',
      'tuée?s?|mortes?|morts|décédée?s?|ont perdu la vie|sont mort(?:e?s)|ont péri|trouvé la mort',
    ],
    ['injured', 'blessés', 'blessés|blessées', 'blessée?s'],
    ['missing', 'disparus', 'disparus|disparues', 'disparue?s|portées? disparues?'],
  ],
  tolls: (count, counted) => [
    `(?:bilan|nombre de (?:${counted}))\\s(?:[^.;:!?]{0,70}?\\s)?(?:à|atteint|dépasse)\\s${count}(?=\\s(?:${counted})|[.,;]|$)`,
  ],
  told: /mort|tué|victime|décè|décéd|péri|perdu la vie|bless|dispar/u,
  ofWar:
    /(?<!\p{L})(?:guerres?|drones?|frappes?|missiles?|roquettes?|bombard\p{L}*|armée|soldats?|troupes|front|offensive|combats|cessez-le-feu|Hamas|Gaza)(?!\p{L})/u,
  otherwise:
    /(?<!\p{L})(?:autres|supplémentaires|de plus|craint|craignent|redout\p{L}*|pourrai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent)|aucune?|sans|l['’]an (?:dernier|passé)|l['’]année (?:dernière|passée)|depuis|par an|par jour|en \d{4}|il y a|ces derniers|chaque année)(?!\p{L})/u,
});
