import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const topics = (f: Formats): Texts['topics'] => ({
  ofFeeds: 'Unsere Feeds',
  none: 'Dieser Server hat keine eigenen Themen. /themen neu macht eines aus Wörtern, die du wählst.',
  heading: 'Themen dieses Servers',
  all: (words) => `alle: ${words}`,
  any: (words) => `eines von: ${words}`,
  not: (words) => `keines von: ${words}`,
  tried: (matches, of) =>
    of === 0
      ? 'Aus den letzten 7 Tagen gibt es noch keine Meldungen, an denen sich das zeigen ließe.'
      : matches === 0
        ? `${f.form(of, 'Die einzige Meldung der letzten 7 Tage würde nicht passen.', `Keine von ${f.number(of)} Meldungen der letzten 7 Tage würde passen.`)} Weniger oder häufigere Wörter finden mehr.`
        : `${f.form(of, 'Die einzige Meldung', `${f.number(matches)} von ${f.number(of)} Meldungen`)} der letzten 7 Tage ${f.form(matches, 'würde', 'würden')} passen, etwa:`,
  save: 'Speichern',
  cancel: 'Abbrechen',
  cancelled: 'Nichts wurde gespeichert.',
  created: (name) => `**${name}** ist gespeichert. /abonnieren sendet es in einen Kanal.`,
  edited: (name) => `**${name}** ist gespeichert.`,
  deleted: (name) => `**${name}** ist gelöscht, kein Kanal bekommt es mehr.`,
  nothingToEdit:
    'Bitte gib einen neuen Namen oder Wörter an: alle, eines oder nicht. Ein einzelnes „-“ leert eine Liste.',
  deleteSure: (name, channels) =>
    channels === ''
      ? `**${name}** löschen? Kein Kanal bekommt es.`
      : `**${name}** löschen? Es ist im Überblick von ${channels}.`,
  deleteFeeds: (feeds) =>
    f.form(feeds, 'Sein Feed wird mit entfernt.', `Seine ${f.number(feeds)} Feeds werden mit entfernt.`),
  deleteLast: (channels) =>
    `Für ${channels} ist es das letzte Thema: Dort kommt kein Überblick mehr, und seine Zeiten werden vergessen.`,
  delete: 'Löschen',
  expired: 'Das hat zu lange gedauert. Bitte gib den Befehl noch einmal ein.',
  feeds: {
    none: 'Dieser Server hat keine eigenen Feeds. /feeds dazu nimmt die Adresse eines Feeds oder einer Website, /feeds import eine Liste aus einem anderen Leseprogramm.',
    heading: 'Feeds dieses Servers',
    state: {
      new: 'noch nicht gelesen',
      ok: 'läuft',
      failing: 'gestört',
      gone: 'verschwunden',
    },
    lastRead: (relative) => `gelesen ${relative}`,
    nextRead: (relative) => `wieder ${relative}`,
    toldByHub: 'meldet Neues sofort',
    week: (articles) => `${f.count(articles, 'Artikel', 'Artikel')} in dieser Woche`,
    found: (title) => `**${title}** würde solche Artikel bringen:`,
    empty: 'Im Augenblick enthält er keine Artikel.',
    choices: (feeds) => `Diese Website hat ${f.number(feeds)} Feeds. Welcher soll es sein?`,
    notOffered: (feeds) =>
      `${f.count(feeds, 'Feed steht', 'Feeds stehen')} hier nicht zur Wahl, da eine Liste 25 fasst. /feeds dazu nimmt auch die Adresse eines Feeds selbst.`,
    notRead: 'Noch nicht angesehen: Wähle ihn, um zu sehen, was er bringt.',
    pick: 'Feed wählen',
    busy: 'Lede sieht für diesen Server gerade eine andere Adresse oder Datei an. Versuche es danach noch einmal.',
    failed: (reason) => `Diese Adresse geht nicht: ${reason}`,
    add: 'Diesen Feed nehmen',
    added: (title, topic) =>
      `**${title}** gehört jetzt zum Thema **${topic}**, nur auf diesem Server. Innerhalb einer Minute wird er gelesen.`,
    subscribeHint: (topic) => `**${topic}** bekommt noch kein Kanal; /abonnieren sendet es in einen.`,
    removed: (title) => `**${title}** ist entfernt.`,
    sameTitle: (title) =>
      `Mehr als ein Feed dieses Servers heißt „${title}“, darum wurde keiner entfernt. Wähle einen aus der Liste, die beim Tippen erscheint.`,
    imported: (added, known, refused) =>
      [
        `${f.count(added, 'Feed', 'Feeds')} neu`,
        ...(known > 0 ? [`${f.number(known)} schon bekannt`] : []),
        ...(refused > 0 ? [`${f.number(refused)} abgelehnt`] : []),
      ].join(' · '),
    inTopic: (feeds, topic) => `${f.number(feeds)} in **${topic}**`,
    readSoon: 'Zum ersten Mal gelesen wird in den nächsten 5 Minuten; /feeds liste zeigt, was sich nicht lesen ließ.',
    notAdded: 'Nicht aufgenommen',
    refused: {
      'bad-url': 'keine gültige Adresse',
      'bad-scheme': 'nur http und https lassen sich lesen',
      'has-credentials': 'enthält Benutzernamen oder Passwort',
      'private-address': 'nicht im öffentlichen Internet',
      'too-many-feeds': 'ein Server kann höchstens 50 Feeds haben',
      'feed-forgotten': 'möchte von diesem Bot nicht gelesen werden',
    },
    tooMany: (feeds) => `${f.count(feeds, 'weiterer', 'weitere')}: ein Server kann höchstens 50 Feeds haben`,
    report: { added: 'neu', known: 'bekannt', refused: 'abgelehnt' },
    file: {
      unreachable: 'Discord hat die Datei nicht herausgegeben. Bitte hänge sie noch einmal an.',
      'too-large': 'Diese Datei ist größer als 1 MB und wird deshalb nicht gelesen. Nichts wurde aufgenommen.',
      'too-slow': 'Diese Datei zu lesen dauerte zu lange und wurde abgebrochen. Nichts wurde aufgenommen.',
      'no-list':
        'Das ist keine OPML-Datei. Leseprogramme schreiben eine, wenn sie ihre Feeds exportieren. Nichts wurde aufgenommen.',
      broken: 'Diese OPML-Datei ist zu beschädigt, um gelesen zu werden. Nichts wurde aufgenommen.',
      empty: 'In dieser OPML-Datei stehen keine Feeds.',
      'too-many':
        'In dieser Datei stehen mehr als 500 Feeds. Teile sie auf oder lass einige weg. Nichts wurde aufgenommen.',
    },
    exported: (feeds) =>
      `${f.count(feeds, 'Feed', 'Feeds')} als OPML, für /feeds import oder jedes andere Leseprogramm.`,
    exportTitle: (server) => (server === '' ? 'Feeds aus Lede' : `Feeds von ${server}`),
  },
});
