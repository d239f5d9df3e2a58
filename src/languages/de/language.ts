import type { Language } from '../language.ts';
import { either } from '../words.ts';
import { denying } from './denying.ts';
import { figures } from './figures.ts';
import places from './places.json' with { type: 'json' };
import { pointsBack } from './pronouns.ts';
import { splitGerman } from './sentences.ts';
import { germanSpeaker } from './speakers.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopWords.ts';

export const german: Language = {
  code: 'de',
  sign: /(?<!\p{L})(?:auf|dass|eine|einen|für|habe|ist|mit|nicht|sagte|und|wurde|(?:ab|am|bis)\s\d{1,2}\.\s\p{Lu}\p{Ll}+)(?!\p{L})/u,
  stopWords,
  stem,
  splitSentences: splitGerman,
  capitalisesNouns: true,
  pointsBack,
  leaning: {
    openers: `${either(`
      Er Sie Es Ihm Ihn Dies Diese Dieser Dieses Diesem Diesen Jene Jener Solche Aber Doch Und Oder Denn Sondern Sein
      Seine Seinen Seinem Seiner Ihr Ihre Ihren Ihrem Ihrer Beide Dabei Dazu Dafür Dagegen Daher Dadurch Damit Danach
      Daneben Dann Daran Darauf Daraufhin Darin Darum Darüber Davon Davor Dort Dorthin Deshalb Deswegen Dennoch
      Trotzdem Jedoch Zudem Außerdem Ausserdem Stattdessen Allerdings Hierzu Derweil Unterdessen Indes Somit Folglich
    `)}|Das (?:${either(`
      ist sei war wäre hat hätte habe wird werde wurde würde soll sollte will kann könnte muss gilt geht kam kommt gab
      gibt heißt bedeutet zeigt macht sagte teilte erklärte reicht kostet liegt sind waren
    `)})`,
    quantities: either(`
      Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf Viele Einige Manche Andere Alle Keiner Keine
    `),
    auxiliaries: either(`
      sind ist war waren wurde wurden werden wird haben hat hatte hatten können kann konnten sollen soll müssen muss
    `),
    ours: 'unser|unsere',
    reporters: 'korrespondent|redakteur',
  },
  speakerBeside: germanSpeaker,
  figures,
  denying,
  labels: {
    withdrawn: 'zurückgezogen',
    correction: 'korrektur|korrigiert|berichtigung|richtigstellung|klarstellung',
  },
  // No pattern of `suicide`, because none of 8,600 titles of German outlets reports a person's.
  schedule: {
    days: [
      ['mo', 'montag'],
      ['di', 'dienstag'],
      ['mi', 'mittwoch'],
      ['do', 'donnerstag'],
      ['fr', 'freitag'],
      ['sa', 'samstag', 'sonnabend'],
      ['so', 'sonntag'],
    ],
    everyDay: ['täglich', 'tag'],
    weekdays: ['werktags'],
    weekend: ['wochenende'],
    every: 'jeden',
    until: 'bis',
    and: 'und',
    afterHours: 'uhr',
  },
  places,
  clocks: { mez: 'cet', mesz: 'cest', oez: 'eet', oesz: 'eest', wez: 'wet', wesz: 'west' },
};
