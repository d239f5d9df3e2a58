import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const topics = (f: Formats): Texts['topics'] => ({
  ofFeeds: 'Unsere Feeds',
  none: 'Dieser Server hat noch keine eigenen Themen. /themen erstellen macht eines aus Wörtern, die du wählst.',
  heading: 'Eigene Themen dieses Servers',
  all: (words) => `alle: ${words}`,
  any: (words) => `eines von: ${words}`,
  not: (words) => `keines von: ${words}`,
  tried: (matches, of) =>
    of === 0
      ? 'Aus den letzten 7 Tagen gibt es noch keine Meldungen, an denen sich das ausprobieren lässt.'
      : matches === 0
        ? `${f.form(of, 'Die einzige Meldung der letzten 7 Tage würde nicht passen.', `Keine von ${f.number(of)} Meldungen der letzten 7 Tage würde passen.`)} Weniger oder häufigere Wörter finden mehr.`
        : `${f.form(of, 'Die einzige Meldung', `${f.number(matches)} von ${f.number(of)} Meldungen`)} der letzten 7 Tage ${f.form(matches, 'würde', 'würden')} passen, etwa:`,
  meant: (typed, name) => `Ein Thema „${typed}“ gibt es nicht. Meinst du **${name}**?`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  cancelled: 'Es wurde nichts gespeichert.',
  created: (name) => `**${name}** ist gespeichert. /abonnieren bringt es in einen Kanal.`,
  edited: (name) => `**${name}** ist gespeichert.`,
  deleted: (name) => `**${name}** wurde gelöscht; kein Kanal bekommt es mehr.`,
  nothingToEdit:
    'Bitte gib einen neuen Namen oder Wörter an: alle, eines oder nicht. Ein einzelnes „-“ leert eine Liste.',
  deleteSure: (name, channels) =>
    channels === ''
      ? `**${name}** löschen? Kein Kanal bekommt es.`
      : `**${name}** löschen? Es ist im Überblick für ${channels}.`,
  deleteFeeds: (feeds) =>
    f.form(feeds, 'Sein Feed wird mitgelöscht.', `Seine ${f.number(feeds)} Feeds werden mitgelöscht.`),
  deleteLast: (channels) =>
    `Für ${channels} ist es das letzte Thema: Der Überblick dort endet, und sein Zeitplan wird gelöscht.`,
  delete: 'Löschen',
  feeds: {
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
    toldByHub: 'meldet Neues sofort',
    share: (part, whole) => `${f.number(part)} von ${f.number(whole)}`,
    quota: (articles, pages, megabytes) =>
      `Heute ${articles} neuen Artikeln, ${pages} abgerufenen Seiten und ${megabytes} MB`,
    quotaSpent: (relative) => `weiter ${relative}`,
    week: (articles) => `${f.number(articles)} Artikel in dieser Woche`,
    found: (title) => `**${title}** würde solche Artikel bringen:`,
    empty: 'Zurzeit enthält er keine Artikel.',
    choices: (feeds) => `Diese Website hat ${f.number(feeds)} Feeds. Welcher soll es sein?`,
    notOffered: (feeds) =>
      `${f.count(feeds, 'Feed steht', 'Feeds stehen')} nicht in der Liste, denn sie fasst nur 25. /feeds hinzufügen nimmt auch die Adresse eines Feeds selbst.`,
    notRead: 'Noch nicht gelesen: Wähle ihn, um zu sehen, was er bringt.',
    pick: 'Feed wählen',
    busy: 'Lede liest für diesen Server gerade eine andere Adresse oder Datei. Bitte versuche es gleich noch einmal.',
    failed: (reason) => `Diese Adresse lässt sich nicht hinzufügen: ${reason}`,
    add: 'Feed hinzufügen',
    added: (title, topic) =>
      `**${title}** wurde zum Thema **${topic}** hinzugefügt, nur für diesen Server. Lede liest ihn innerhalb einer Minute.`,
    subscribeHint: (topic) => `**${topic}** bekommt noch kein Kanal; /abonnieren bringt es in einen.`,
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
    refused: {
      'bad-url': 'keine gültige Adresse',
      'bad-scheme': 'nur http und https lassen sich lesen',
      'has-credentials': 'enthält Benutzernamen oder Passwort',
      'private-address': 'nicht im öffentlichen Internet',
      'too-many-feeds': 'ein Server kann höchstens 50 Feeds haben',
      'feed-forgotten': 'das Medium möchte von diesem Bot nicht gelesen werden',
    },
    tooMany: (feeds) => `${f.count(feeds, 'weiterer', 'weitere')}: Ein Server kann höchstens 50 Feeds haben`,
    report: { added: 'hinzugefügt', known: 'schon bekannt', refused: 'abgelehnt' },
    file: {
      unreachable: 'Die Datei ließ sich nicht von Discord laden. Bitte hänge sie noch einmal an.',
      'too-large': 'Diese Datei ist größer als 1 MB, das ist zu viel. Es wurde nichts hinzugefügt.',
      'too-slow': 'Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen. Es wurde nichts hinzugefügt.',
      'no-list':
        'Das ist keine OPML-Datei. Feedreader schreiben eine, wenn sie ihre Feeds exportieren. Es wurde nichts hinzugefügt.',
      broken: 'Diese OPML-Datei ist zu stark beschädigt. Es wurde nichts hinzugefügt.',
      empty: 'In dieser OPML-Datei stehen keine Feeds.',
      'too-many':
        'In dieser Datei stehen mehr als 500 Feeds. Teile sie auf, oder lass einige weg. Es wurde nichts hinzugefügt.',
    },
    exported: (feeds) =>
      `${f.count(feeds, 'Feed', 'Feeds')} als OPML, für /feeds import oder jeden anderen Feedreader.`,
    exportTitle: (server) => (server === '' ? 'Feeds aus Lede' : `Feeds von ${server}`),
  },
});
