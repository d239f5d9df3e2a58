import { anyCase, countWith, type Fate, figuresBy } from '../statedFigure.ts';

const small = 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
/** Swiss papers write 12’000. */
const number = `\\d{1,3}(?:[.'’]\\d{3})+|\\d{1,7}|${anyCase(small)}`;
const exact = 'mindestens|alle|nur|insgesamt';
const vague = 'mehr als|über|fast|rund|etwa|ungefähr|bis zu|knapp|gut|circa';
const count = countWith(number, `${exact}|${vague}`);
const people = '(?:Menschen|Personen|Migranten|Passagiere|Kinder|Zivilisten|Arbeiter|Soldaten|Männer|Frauen)';

const fates: readonly Fate[] = [
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

const otherwise =
  /(?<!\p{L})(?:weitere[nr]?|befürchtet|könnten|womöglich|wären|keine|nicht|im vergangenen Jahr|seit|pro Jahr|bisher in diesem Jahr|letztes Jahr|vor \p{L}+ Jahren)(?!\p{L})/u;
const ofWar =
  /(?<!\p{L})(?:Krieg\p{L}*|\p{L}*krieg\p{L}*|Drohne\p{L}*|\p{L}*[Aa]ngriff\p{L}*|Rakete\p{L}*|Armee|Soldaten|Truppen|Beschuss|Front|Offensive)(?!\p{L})/u;

const told =
  /Tote|Todes|Opfer|Verletzte|Vermisste|getötet|gestorben|starben|sterben|ums Leben|geborgen|verletzt|vermisst/u;

export const figures = figuresBy({
  small,
  separators: /[.'’]/g,
  exact,
  fates,
  patternsOf,
  told,
  ofWar,
  otherwise,
});
