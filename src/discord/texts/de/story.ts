import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const story = (f: Formats): Texts['story'] => ({
  updated: (time) => `zuletzt ${time}`,
  newSince: 'Neu seit eurem letzten Überblick',
  figuresDiffer: 'Zahlen weichen ab',
  figuresOverTime: 'Zahlen im Verlauf',
  disputed: 'Umstritten',
  denied: 'Bestritten:',
  inMarks: (words) => `„${words}“`,
  inTheirWords: 'Im Wortlaut',
  said: (speaker, outlet) => `${speaker} (${outlet})`,
  firstReported: (time) => `erste Meldung ${time}`,
  timeline: 'Chronologie',
  firstReport: 'erster Bericht',
  withdrawn: (outlet) => `zurückgezogen von ${outlet}`,
  earlier: 'Was bisher geschah',
  sameText: (outlets) => `gleicher Text: ${outlets}`,
  // Fits stories, outlets and feeds alike.
  andMore: (count) => f.form(count, 'und noch 1', `und ${f.number(count)} weitere`),
  quoted: 'Wörtlich zitiert; jeder Text gehört seinem Medium.',
  related: 'Verwandte Meldungen',
  noTopic: 'Nachrichten',
  share: 'Hier teilen',
  why: 'Warum zusammen?',
  allOutlets: 'Alle Medien',
  sharedBy: (user) => `Geteilt von ${user}`,
  gone: (days) =>
    `Diese Meldung ist nicht mehr da: Sie ist älter als ${f.count(days, 'Tag', 'Tage')}, oder ihr Feed wurde entfernt. Ihre Links stehen oben.`,
  nearest: (query, days) =>
    `Nichts gefunden zu „${query}“. Meldungen werden ${f.count(days, 'Tag', 'Tage')} aufbewahrt. Am nächsten kommen:`,
  top: (query, days) =>
    `Nichts passt zu „${query}“. Meldungen werden ${f.count(days, 'Tag', 'Tage')} aufbewahrt. Die wichtigsten sind gerade:`,
  nothing: (query, days) =>
    `Nichts gefunden zu „${query}“. Meldungen werden ${f.count(days, 'Tag', 'Tage')} aufbewahrt; versuche ein oder zwei Wörter der Überschrift, etwa einen Ort oder einen Namen.`,
  quietDay: 'Aus den letzten 24 Stunden gibt es noch keine Meldung. Die wichtigsten der letzten 3 Tage sind:',
  quietDays:
    'Aus den letzten 3 Tagen gibt es noch keine Meldung. Gib Wörter einer Überschrift an, um ältere zu finden.',
  noneYet: (outlets) =>
    `Lede liest gerade zum ersten Mal ${f.count(outlets, 'Medium', 'Medien')}. In etwa einer Minute gibt es Meldungen; frag dann bitte noch einmal.`,
  openOne: 'Meldung öffnen',
  whyHeading: (title) => `Warum diese Artikel eine Meldung sind: ${title}`,
  whyOpened: 'erster Bericht',
  whyWords: (words) => `gemeinsam: ${words}`,
  whyProbability: (probability) => `zu ${Math.round(probability * 100)} % dasselbe Ereignis`,
  whyFooter:
    'Verglichen werden gemeinsame Wörter, seltene am meisten, und der zeitliche Abstand. Wächst eine Meldung, wird neu verglichen.',
  outletsHeading: (title) => `Wer berichtete: ${title}`,
  cannotShare: 'Um hier eine Meldung zu teilen, musst du in diesem Kanal schreiben dürfen.',
  shared: 'Geteilt.',
  alreadyShared: 'Das hast du hier schon geteilt.',
  headlines: {
    heading: (topic) => (topic === undefined ? 'Schlagzeilen' : `Schlagzeilen · ${topic}`),
    counts: (stories, articles, since) =>
      `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')} seit dem ${since}`,
    empty: (since) =>
      `Seit dem ${since} gibt es keine Meldungen. Versuche einen längeren Zeitraum oder ein anderes Thema.`,
    outlets: (answered, all) => `${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')}`,
    noneToShare: 'Keine dieser Meldungen ist noch da, darum wurde nichts geteilt.',
    reading: 'Die Medien werden gerade zum ersten Mal gelesen. Frag bitte in einer Minute noch einmal.',
  },
});
