import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

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
    noNews: 'Ihre Berichte sehen nicht nach Nachrichten aus, eher nach einer Rezension oder Vorschau.',
    muted: (word) => `Sie enthält „${word}“; das Wort ist auf diesem Server stummgeschaltet.`,
    beaten: (places, lines) =>
      `Andere Meldungen gingen vor oder berichteten dasselbe: Der Überblick hat ${f.count(places, 'Platz', 'Plätze')} und ${f.count(lines, 'Zeile', 'Zeilen')} unter „Kurz gemeldet“.`,
  },
  importance: (points) => `Sie hatte ${f.decimal(points)} Punkte:`,
  parts: {
    leadingOutlets: (newsrooms) =>
      `${f.count(newsrooms, 'Redaktion hatte', 'Redaktionen hatten')} sie auf der Titelseite`,
    otherOutlets: (newsrooms) =>
      `${f.count(newsrooms, 'Redaktion berichtete', 'Redaktionen berichteten')} abseits der Titelseite`,
    articles: (articles) => f.count(articles, 'neuer Bericht', 'neue Berichte'),
    saga: (newsrooms) =>
      `${f.count(newsrooms, 'Redaktion hatte', 'Redaktionen hatten')} sie an den Tagen davor auf der Titelseite`,
    leisure: 'es geht um Unterhaltung, Spiele oder Sport',
    notNews: 'manche ihrer Berichte sehen nicht nach Nachrichten aus',
    otherTopics: 'sie gehört zum Teil zu anderen Themen',
  },
});
