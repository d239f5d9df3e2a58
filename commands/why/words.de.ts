import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

const signed = (f: Formats, points: number) => `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points))}`;

export default (f: Formats): Words => ({
  command: {
    named: ['warum', 'Warum eine Meldung im letzten Überblick dieses Kanals so weit oben oder unten stand oder fehlte'],
    options: { query: ['suche', 'Wörter aus der Überschrift'] },
  },
  noDigest: 'Dieser Kanal hatte noch keinen Überblick. Frage in einem Kanal, der einen bekommt: /abos',
  unknown: (query) =>
    `Nichts gefunden zu „${query}“. Versuche es mit ein oder zwei Wörtern der Überschrift, etwa einem Ort oder einem Namen.`,
  nearest: (query) => `Keine Meldung enthält alle Wörter von „${query}“. Welche meinst du?`,
  digestOf: (day) => `Überblick vom ${day}`,
  place: (number, of, digest) => `Sie stand auf Platz ${f.number(number)} von ${f.number(of)} im ${digest}.`,
  brief: (number, of, digest) =>
    `Sie stand im ${digest} unter „Kurz gemeldet“, in Zeile ${f.number(number)} von ${f.number(of)}.`,
  absent: (digest) => `Sie stand nicht im ${digest}.`,
  reasons: {
    before: (last, start) => `Ihr letzter Bericht bis dahin ist vom ${last}. Der Überblick beginnt erst am ${start}.`,
    after: (first, end) => `Ihr erster Bericht kam am ${first}. Der Überblick reicht nur bis zum ${end}.`,
    told: (digest, end) => `Dieser Kanal hatte sie schon in ${digest}, und bis zum ${end} kam nichts Neues dazu.`,
    earlierDigest: 'einem früheren Überblick',
    otherTopic: (topics) => `Ihre Berichte gehören nicht zu den Themen dieses Kanals: ${topics}.`,
    noNews: (percent, max) =>
      `Ihre Berichte sehen nicht nach Nachrichten aus, eher nach einer Rezension oder Vorschau: zu ${percent} %, die Grenze liegt hier bei ${max} %.`,
    uncertain:
      'Nur eine Redaktion berichtete, und es war nicht sicher, ob es eine Nachricht zum Thema dieses Kanals ist.',
    muted: (word) => `Sie enthält „${word}“; das Wort ist auf diesem Server stummgeschaltet.`,
    withdrawn: 'Das Medium hat den Bericht zurückgezogen.',
    suicide:
      'Ihre Überschrift handelt vom Suizid oder von der Selbstverletzung eines Menschen, und nur eine Redaktion berichtet. In Kanälen mit mehreren Themen steht das nicht.',
    nothingNew: 'Was neu war, stand sinngemäß schon in diesem Kanal.',
    unsaid:
      'Nur eine Redaktion berichtet das Neue, und kein zitierbarer Satz deckt ihre Überschrift ab; darum konnte sie nur unter „Kurz gemeldet“ stehen.',
    same: (story) => `${story} steht vor ihr und handelt von derselben Sache.`,
    otherLanguage: 'Nur eine Redaktion berichtete, und zwar in einer anderen Sprache als der dieses Kanals.',
    beaten: (ahead, places, lines) =>
      `${f.count(ahead, 'Meldung stand', 'Meldungen standen')} vor ihr; der Überblick hat ${f.count(places, 'Platz', 'Plätze')} und ${f.count(lines, 'Zeile', 'Zeilen')} unter „Kurz gemeldet“.`,
    noRoom:
      'Nach heutigem Stand hätte sie einen Platz bekommen: Entweder war die Nachricht voll, oder ihre Berichte haben sich seither geändert.',
  },
  importance: (points) => `Sie hatte ${f.decimal(points)} Punkte:`,
  parts: {
    leadingOutlets: (points) =>
      `${signed(f, points)} für ${f.count(points, 'Redaktion, die', 'Redaktionen, die')} sie auf der Titelseite ${f.form(points, 'hatte', 'hatten')}`,
    otherOutlets: (points, newsrooms) =>
      `${signed(f, points)} für ${f.count(newsrooms, 'Redaktion, die', 'Redaktionen, die')} an anderer Stelle ${f.form(newsrooms, 'berichtete', 'berichteten')}`,
    articles: (points, articles) => `${signed(f, points)} für ${f.count(articles, 'neuen Bericht', 'neue Berichte')}`,
    saga: (points, newsrooms) =>
      `${signed(f, points)} für ${f.count(newsrooms, 'Redaktion, die', 'Redaktionen, die')} sie an den Tagen davor auf der Titelseite ${f.form(newsrooms, 'hatte', 'hatten')}`,
    leisure: (points) => `${signed(f, points)}, weil es um Unterhaltung, Spiele oder Sport geht`,
    notNews: (points) => `${signed(f, points)}, weil manche ihrer Berichte nicht nach Nachrichten aussehen`,
    otherTopics: (points) => `${signed(f, points)}, weil sie zum Teil zu anderen Themen gehört`,
  },
  above: (story, points) => `Darüber: ${story} mit ${f.decimal(points)}`,
  below: (story, points) => `Darunter: ${story} mit ${f.decimal(points)}`,
  languageFirst: 'Meldungen in der Sprache des Kanals stehen vorn; sonst entscheiden die Punkte.',
  judgedAnew: 'Für diese Antwort noch einmal beurteilt, nach den Regeln, die den Überblick zusammenstellen.',
});
