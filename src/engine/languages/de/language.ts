import type { Citing, Language } from '../language.ts';
import { isInitials, type SentenceEnds, setsOf, splitBlock } from '../sentenceEnds.ts';
import { figuresBy } from '../statedFigure.ts';
import { either } from '../words.ts';
import furniture from './furniture.json' with { type: 'json' };
import places from './places.json' with { type: 'json' };
import sentenceWords from './sentences.json' with { type: 'json' };
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

/** Words for what outlets publish, alone or at the end of a longer word ("Sommerinterview"). */
const works =
  '\\p{L}*(?:[Bb]ericht(?:e[ns]?|s)?|[Rr]echerchen?|[Ii]nformationen|[Mm]eldung(?:en)?|[Aa]rtikel|[Rr]eportage|[Ii]nterview|[Gg]espräch|[Aa]uswertung|[Aa]nalyse|[Uu]mfrage|[Pp]odcast|[Gg]astbeitrag)';
const speech =
  '(?:sag(?:t|te|ten)|erklär(?:t|te|ten)|teilten?|bestätig(?:t|te|ten|en)|verr(?:ät|iet)|bericht(?:et|ete|eten|en)|erzähl(?:t|te|ten)|beton(?:t|te)|kritisier(?:t|te)|forder(?:t|te)|warn(?:t|te)|äu(?:ß|ss)er(?:t|te)|schreib(?:t|en)|schrieb|schätzt|spr(?:icht|ach|achen)|kommentier(?:t|te)|so)';
const verbs =
  '(?:bericht(?:et|ete|eten|en)|meld(?:et|ete|eten|en)|schreib(?:t|en)|schrieb(?:en)?|zitier(?:t|te|en)|enthüll(?:t|te|en))';
const has = '(?:hatten?|habe|haben|hat)';
const said = '(?:gesagt|erklärt|bestätigt|verraten|mitgeteilt|erzählt|gesprochen)(?!\\p{L})';
const gap = '(?: [^.;:!?„“»«"]{1,120})?';
/** Excludes an outlet that is only somebody's employer: "sagte ein Sprecher der ARD". */
const staff =
  '(?<!(?:[Ss]precher|[Ss]precherin|[Cc]hef|[Cc]hefin|[Ii]ntendant|[Ii]ntendantin|[Dd]irektor|[Dd]irektorin|[Vv]orsitzende))';

const citing: Citing = {
  articles: 'der|die|das|dem|den|des|Der|Die|Das',
  kinds:
    '[\\p{L}-]{0,40}(?:[Zz]eitung(?:en)?|[Nn]achrichtenagentur|[Ss]taatsagentur|[Aa]gentur|[Mm]agazins?|[Ss]enders?|[Pp]ortals?|[Bb]latt(?:s|es)?|[Bb]lätter[ns]?|[Nn]achrichtendienst|[Rr]undfunk|[Pp]odcast|[Ss]endung)',
  patterns: [
    '(?:[Ll]aut|[Gg]emäss|[Gg]emäß|[Gg]egenüber|[Uu]nter Berufung auf) §',
    '[Nn]ach Angaben (?=[^,.]{0,60}[Aa]gentur)§',
    `${works}(?: (?:von|vom|in|im|mit|bei))? §`,
    `(?:[Ww]ie|,|[Zz]uerst|[Dd]as|[Dd]arüber) ${verbs}(?: zuerst| zuvor)? §`,
    `(?:[Zz]uerst|[Zz]uvor|[Dd]arüber|[Zz]unächst) ${has}(?: zuerst| zuvor)? §`,
    '(?:[Mm]it (?:Material|Informationen)(?: von)?|[Qq]uelle:) §',
    'veröffentlicht(?:e|en) §',
    `${speech}${gap} (?:zu|gegenüber|im|in|bei|beim|mit) §`,
    `${speech}${gap}${staff} (?=(?:der|dem|den) )§`,
    `${speech} §-\\p{L}*(?:[Kk]orrespondent|[Rr]eporter|[Rr]eda[ck]t)`,
    `${has}${gap} (?:im|in|der|dem|mit|gegenüber) §${gap} ${said}`,
    `§ (?:${has} )?(?:zuerst |zunächst |als (?:erste|erster|erstes) )?(?:darüber )?${verbs}`,
    `§ ${has}${gap} (?:berichtet|gemeldet|geschrieben|erfahren|enthüllt)(?!\\p{L})`,
    '§ (?:zufolge|vorlieg(?:t|en))(?!\\p{L})',
    `(?:der|dem|den) (?<=\\p{Ll} (?:der|dem|den) )§ (?:gegenüber|${said})(?!\\p{L})`,
    `§-${works}(?!\\p{L})`,
  ],
  agencyPatterns: ['§ (?:sagt|sagte)(?!\\p{L})'],
};

const figures = figuresBy({
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

const { leading, doubtful, openers } = setsOf(sentenceWords);

const ends: SentenceEnds = {
  // Any quotation mark directly after the period closes a quotation, even one that usually opens.
  closers: /["'“”‘’«»›‹)\]]*/uy,
  lastWord: /(?<![^\s"“”„«»([—])[^\s"“”„«»([—]*$/u,
  opening: /^["“”„‚‘'«»‹›([–—\s-]+/u,
  goesOn: /^[,;:%)\]]/,
  closing: /["“”’«»]/,
  unspaced: /^\p{Lu}\p{Ll}/u,
  endsByPeriod,
};

function endsByPeriod(word: string, rest: string): boolean {
  const lower = word.toLowerCase();
  // A word with a period, such as "A.", begins a name rather than a sentence.
  const opens = openers.has(/^\p{L}+/u.exec(rest)?.[0] ?? '') && !/^\p{Lu}\./u.test(rest);
  if (leading.has(lower)) return false;
  if (/str$|^no$/.test(lower) && /^\d/.test(rest)) return false;
  if (/^\d{1,2}$/.test(word)) return opens && !/^\d/.test(rest);
  // Numerals, initials, "U.S.A.", "z. B."
  if (isInitials(word)) return opens;
  return !doubtful.has(lower) || opens;
}

export const german: Language = {
  code: 'de',
  stopWords: new Set(stopWords),
  stem,
  spellings: germanSpellings,
  numerals: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  splitSentences: (text) => splitBlock(text, ends),
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
  // No `suicide` pattern, because none of 8,600 German headlines reports a suicide.
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
    weekdays: ['werktags', 'werktage', 'werktag', 'wochentags', 'arbeitstage'],
    weekend: ['wochenende'],
    weekly: ['wöchentlich', 'jede woche', 'einmal pro woche'],
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
