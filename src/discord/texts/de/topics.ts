import type { Texts } from '../en/en.ts';
import type { Formats } from '../formats.ts';

export const topics = (f: Formats): Texts['topics'] => ({
  none: 'Dieser Server hat keine eigenen Themen. /themen neu macht eines aus Wörtern, die du wählst.',
  heading: 'Themen dieses Servers',
  all: (words) => `alle: ${words}`,
  any: (words) => `eines von: ${words}`,
  not: (words) => `keines von: ${words}`,
  tried: (matches, of) =>
    matches === 0
      ? `Keine von ${f.count(of, 'Meldung', 'Meldungen')} der letzten 7 Tage würde passen. Weniger oder häufigere Wörter finden mehr.`
      : `${f.number(matches)} von ${f.count(of, 'Meldung', 'Meldungen')} der letzten 7 Tage ${f.form(matches, 'würde', 'würden')} passen, etwa:`,
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
  delete: 'Löschen',
  expired: 'Das hat zu lange gewartet. Bitte gib den Befehl noch einmal.',
  feeds: {
    none: 'Dieser Server hat keine eigenen Feeds. /feeds dazu nimmt die Adresse eines Feeds oder einer Website.',
    heading: 'Feeds dieses Servers',
    state: {
      new: 'noch nicht gelesen',
      ok: 'läuft',
      failing: 'gestört',
      gone: 'verschwunden',
    },
    lastRead: (relative) => `gelesen ${relative}`,
    nextRead: (relative) => `wieder ${relative}`,
    week: (articles) => `${f.count(articles, 'Artikel', 'Artikel')} in dieser Woche`,
    found: (title) => `**${title}** würde solche Artikel bringen:`,
    empty: 'Im Augenblick enthält er keine Artikel.',
    choices: 'Diese Website hat mehrere Feeds. Welcher soll es sein?',
    pick: 'Feed wählen',
    failed: (reason) => `Diese Adresse geht nicht: ${reason}`,
    add: 'Diesen Feed nehmen',
    added: (title, topic) =>
      `**${title}** gehört jetzt zum Thema **${topic}**, nur in diesem Server. In einer Minute wird er gelesen.`,
    subscribeHint: (topic) => `**${topic}** bekommt noch kein Kanal; /abonnieren sendet es in einen.`,
    removed: (title) => `**${title}** ist entfernt.`,
  },
});
