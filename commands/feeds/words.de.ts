import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['feeds', 'Eigene Feeds lesen, nur für diesen Server'],
    subcommands: {
      list: ['liste', 'Die eigenen Feeds dieses Servers und ob sie funktionieren'],
      add: ['hinzufügen', 'Einen Feed hinzufügen; du siehst vorher, was er bringt'],
      remove: ['entfernen', 'Einen Feed nicht mehr lesen'],
      import: ['import', 'Feeds aus einer OPML-Datei hinzufügen, wie andere Feedreader sie exportieren'],
      export: ['export', 'Die eigenen Feeds dieses Servers als OPML-Datei bekommen'],
    },
    options: {
      url: ['adresse', 'Adresse eines Feeds oder einer Website, die einen hat'],
      topic: ['thema', 'Zu welchem Thema; ohne Angabe „Unsere Feeds“'],
      feed: ['feed', 'Welcher Feed'],
      file: ['datei', 'OPML-Datei mit höchstens 1 MB und 500 Feeds'],
      topicForAll: ['thema', 'Zu welchem Thema; ohne Angabe zählt ein Ordner, der wie ein Thema heißt'],
    },
  },
  none: 'Dieser Server hat noch keine eigenen Feeds. /feeds hinzufügen nimmt die Adresse eines Feeds oder einer Website, /feeds import eine Liste aus einem anderen Feedreader.',
  heading: 'Eigene Feeds dieses Servers',
  state: {
    new: 'noch nicht gelesen',
    ok: 'funktioniert',
    failing: 'gestört',
    gone: 'existiert nicht mehr',
  },
  lastRead: (relative) => `gelesen ${relative}`,
  nextRead: (relative) => `wieder ${relative}`,
  share: (part, whole) => `${f.number(part)} von ${f.number(whole)}`,
  quota: (articles, pages, requests, megabytes) =>
    `Heute ${articles} neuen Artikeln, ${pages} abgerufenen Seiten, ${requests} anderen Anfragen und ${megabytes} MB`,
  quotaSpent: (relative) => `weiter ${relative}`,
  week: (articles) => `${f.number(articles)} Artikel in dieser Woche`,
  found: (title) => `**${title}** würde solche Artikel bringen:`,
  empty: 'Zurzeit enthält er keine Artikel.',
  choices: (feeds) => `Diese Website hat ${f.number(feeds)} Feeds. Welcher soll es sein?`,
  notOffered: (feeds) =>
    `${f.count(feeds, 'Feed steht', 'Feeds stehen')} nicht in der Liste, denn sie fasst nur 25. /feeds hinzufügen nimmt auch die Adresse eines Feeds selbst.`,
  notRead: 'Noch nicht gelesen: Wähle ihn, um zu sehen, was er bringt.',
  pick: 'Feed wählen',
  failed: (reason) => `Diese Adresse lässt sich nicht hinzufügen: ${reason}`,
  add: 'Feed hinzufügen',
  added: (title, topic) =>
    `**${title}** wurde zum Thema **${topic}** hinzugefügt, nur für diesen Server. Lede liest ihn innerhalb einer Minute.`,
  subscribeHint: (topic) => `**${topic}** bekommt noch kein Kanal; /abonnieren nimmt es in einen Überblick auf.`,
  atOnceHint: 'Jeder neue Beitrag kann auch sofort kommen: hier mit dem Button, anderswo mit /eilmeldungen setzen.',
  atOnce: 'Jeden neuen Beitrag sofort hier senden',
  removed: (title) => `**${title}** wurde entfernt.`,
  several: (typed) =>
    `Auf „${typed}“ passen mehrere Feeds dieses Servers, darum wurde keiner entfernt. Wähle einen aus der Liste, die beim Tippen erscheint.`,
  imported: (added, known, refused) =>
    [
      `${f.count(added, 'Feed', 'Feeds')} hinzugefügt`,
      ...(known > 0 ? [`${f.number(known)} schon bekannt`] : []),
      ...(refused > 0 ? [`${f.number(refused)} abgelehnt`] : []),
    ].join(' · '),
  inTopic: (feeds, topic) => `${f.number(feeds)} in **${topic}**`,
  readSoon: 'Lede liest sie innerhalb von 5 Minuten; /feeds liste zeigt, welche sich nicht lesen lassen.',
  notAdded: 'Nicht hinzugefügt',
  tooMany: (feeds) => `${f.count(feeds, 'weiterer', 'weitere')}: Ein Server kann höchstens 50 Feeds haben`,
  report: { added: 'hinzugefügt', known: 'schon bekannt', refused: 'abgelehnt' },
  file: {
    unreachable: 'Die Datei ließ sich nicht von Discord laden. Bitte hänge sie noch einmal an.',
    'too-large': 'Diese Datei ist größer als 1 MB, das ist zu viel. Es wurde nichts hinzugefügt.',
    'too-slow': 'Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen. Es wurde nichts hinzugefügt.',
    'no-list':
      'Das ist keine OPML-Datei. Feedreader schreiben eine, wenn sie ihre Feeds exportieren. Es wurde nichts hinzugefügt.',
    broken: 'Diese OPML-Datei ist so beschädigt, dass sie sich nicht lesen lässt. Es wurde nichts hinzugefügt.',
    empty: 'In dieser OPML-Datei stehen keine Feeds.',
    'too-many':
      'In dieser Datei stehen mehr als 500 Feeds. Teile sie auf, oder lass einige weg. Es wurde nichts hinzugefügt.',
  },
  exported: (feeds) => `${f.count(feeds, 'Feed', 'Feeds')} als OPML, für /feeds import oder jeden anderen Feedreader.`,
  exportTitle: (server) => (server === '' ? 'Feeds aus Lede' : `Feeds von ${server}`),
});
