import { figuresBy } from '../statedFigure.ts';

export const figures = figuresBy({
  small: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  /** Swiss papers write 12’000. */
  digits: `\\d{1,3}(?:[.'’]\\d{3})+|\\d{1,7}`,
  separators: /[.'’]/g,
  exact: 'mindestens|alle|nur|insgesamt',
  vague: 'mehr als|über|fast|rund|etwa|ungefähr|bis zu|knapp|gut|circa',
  people: '(?:Menschen|Personen|Migranten|Passagiere|Kinder|Zivilisten|Arbeiter|Soldaten|Männer|Frauen)',
  fates: [
    [
      'killed',
      'Tote',
      'Toten?|Todesopfern?|Todesfällen?|Opfer',
      'getötet|gestorben|starben|sterben|ums Leben|tot geborgen',
    ],
    ['injured', 'Verletzte', 'Verletzten?', 'verletzt'],
    ['missing', 'Vermisste', 'Vermissten?', 'vermisst'],
  ],
  tolls: (count, counted) => [`Zahl der (?:${counted})\\s(?:[^.;:!?]{0,70}?\\s)?auf\\s${count}`],
  told: /Tote|Todes|Opfer|Verletzte|Vermisste|getötet|gestorben|starben|sterben|ums Leben|geborgen|verletzt|vermisst/u,
  ofWar:
    /(?<!\p{L})(?:Krieg\p{L}*|\p{L}*krieg\p{L}*|Drohne\p{L}*|\p{L}*[Aa]ngriff\p{L}*|Rakete\p{L}*|Armee|Soldaten|Truppen|Beschuss|Front|Offensive)(?!\p{L})/u,
  otherwise:
    /(?<!\p{L})(?:weitere[nr]?|befürchtet|könnten|womöglich|wären|keine|nicht|im vergangenen Jahr|seit|pro Jahr|bisher in diesem Jahr|letztes Jahr|vor \p{L}+ Jahren)(?!\p{L})/u,
});
