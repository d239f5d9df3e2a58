import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const story = (f: Formats): Texts['story'] => ({
  updated: (time) => `aktualisiert ${time}`,
  newSince: 'Neu seit dem letzten Überblick',
  figuresDiffer: 'Unterschiedliche Zahlen',
  figuresOverTime: 'Zahlen im Verlauf',
  changed: 'Tag für Tag',
  whatChanged: 'Was hat sich geändert?',
  inMarks: (words) => `„${words}“`,
  inTheirWords: 'Im Wortlaut',
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
  why: 'Warum eine Meldung?',
  allOutlets: 'Wer berichtet?',
  sharedBy: (user) => `Geteilt von ${user}`,
  gone: (days) =>
    `Diese Meldung ist nicht mehr verfügbar: Sie ist älter als ${f.count(days, 'Tag', 'Tage')}, oder ihr Feed wurde entfernt. Die Links oben funktionieren weiter.`,
  reading: 'Lede liest seine Medien gerade zum ersten Mal. Bitte frage in etwa einer Minute noch einmal.',
  openOne: 'Meldung öffnen',
  takenBack: {
    vote: 'Zurückgenommen: Die Stimme zählt nicht mehr.',
    back: 'Zurückgenommen: Der Artikel gehört hier wieder zu dieser Meldung, und Nachrichten damit lauten wie vorher.',
    stands: 'Zurückgenommen, aber andere sagen dasselbe, darum ändert sich nichts.',
    nothing: 'Das wurde schon zurückgenommen.',
  },
  cannotShare: 'Um hier eine Meldung zu teilen, musst du in diesem Kanal Nachrichten senden dürfen.',
  shared: 'Geteilt.',
  shareUnconfirmed: 'Discord hat nicht bestätigt, dass das geteilt wurde. Bitte sieh nach, ob es im Kanal steht.',
  alreadyShared: 'Das hast du hier schon geteilt.',
  headlines: {
    heading: (topic) => (topic === undefined ? 'Schlagzeilen' : `Schlagzeilen · ${topic}`),
    counts: (stories, articles, since) =>
      `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')} seit dem ${since}`,
    empty: (since) =>
      `Seit dem ${since} gibt es noch keine Meldungen. Versuche es mit einem längeren Zeitraum oder einem anderen Thema.`,
    outlets: (answered, all) => `${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')}`,
    noneToShare: 'Diese Meldungen sind nicht mehr verfügbar, darum wurde nichts geteilt.',
  },
  openStory: 'Meldung öffnen',
});
