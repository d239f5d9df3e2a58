import type { Language } from '../language.ts';
import { either } from '../words.ts';
import { citing } from './citing.ts';
import { figures } from './figures.ts';
import furniture from './furniture.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import { splitGerman } from './sentences.ts';
import stopWords from './stopWords.json' with { type: 'json' };

/** Drops German endings and folds umlauts, so that "Regierungen" and "Regierung" have one stem. */
function stem(word: string): string {
  const folded = word.replaceAll('ß', 'ss').replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
  const once = folded.length > 5 ? folded.replace(/(?:ern|em|en|er|es|e|s|n)$/, '') : folded;
  return once.length > 5 ? once.replace(/(?:est|en|er|st)$/, '') : once;
}

/** Spellings of a word with and without umlauts (ä, ae) and ß. */
function germanSpellings(word: string): string[] {
  const typed = word.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  const spelt = word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return [typed, spelt, word.replaceAll('ss', 'ß'), typed.replaceAll('ss', 'ß')];
}

export const german: Language = {
  code: 'de',
  stopWords: new Set(stopWords),
  stem,
  spellings: germanSpellings,
  numerals: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  splitSentences: splitGerman,
  capitalisesNouns: true,
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
    pronouns: 'er|sie',
  },
  lead: {
    months: 'Mär|Mai|Okt|Dez',
    personal: 'ich|wir|unser|mein',
    calls: '(?:foto|bild|quelle)\\s?[:|]|mehr zum thema|lesen sie|hier lesen',
    boilerplate: '^im (?:folgenden|wortlaut)(?![\\p{L}-]).*:$',
  },
  teasing: [
    '^(?:\\d+|fünf) (?:\\p{L}+ )?(?:dinge|fragen|gründe)(?!\\p{L})',
    'das wichtigste|wichtigsten fragen|in \\d+ punkten',
  ],
  kinds: {
    voice: /^(?:ich|mich|mir|mein\p{L}*|du|dich|dir|dein\p{L}*|ihr|euch|wir|uns|unser\p{L}*)$/u,
    said: /\b(?:sagt|sagte|teilten?|mitgeteilt|laut|zufolge|erklärte|berichtete?|kündigte)\b/i,
    weekday: /\b(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch)/,
  },
  furniture,
  figures,
  citing,
  labels: {
    withdrawn: 'zurückgezogen',
    correction: 'korrektur|korrigiert|berichtigung|richtigstellung|klarstellung',
    corrected:
      'in einer (?:früheren|ersten|vorherigen) (?:version|fassung)|' +
      '(?:dieser|der|den) (?:artikel|text|beitrag) (?:wurde|haben wir) (?:[^.]{0,40} )?(?:korrigiert|berichtigt)',
    revised: '(?:dieser|der|den) (?:artikel|text|beitrag) (?:wurde|haben wir) [^.]{0,40}(?:aktualisiert|geändert)',
    kickers: 'eil(?:meldung)?|exklusiv|aktualisiert|video',
    live: '(?:live|news)?[ -]?(?:ticker|blog)',
  },
  // No pattern of `suicide`: none of 8,600 German headlines reports one.
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
    from: 'von|vom',
    until: 'bis',
    and: 'und',
    beforeHours: 'um',
    afterHours: 'uhr',
  },
  all: 'alle',
  places,
  clocks: { mez: 'cet', mesz: 'cest', oez: 'eet', oesz: 'eest', wez: 'wet', wesz: 'west' },
};
