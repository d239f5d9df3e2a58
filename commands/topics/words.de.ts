import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['themen', 'Eigene Themen aus Wörtern erstellen'],
    subcommands: {
      list: ['liste', 'Die eigenen Themen dieses Servers'],
      create: ['erstellen', 'Ein Thema aus Wörtern erstellen; du siehst vorher, was es finden würde'],
      edit: ['bearbeiten', 'Name oder Wörter eines Themas ändern'],
      delete: ['löschen', 'Ein Thema löschen'],
    },
    options: {
      topic: ['thema', 'Welches Thema'],
      name: ['name', 'Sein Name, höchstens 40 Zeichen'],
      all: ['alle', 'Wörter, die alle vorkommen müssen, mit Komma getrennt'],
      any: ['eines', 'Wörter, von denen mindestens eines vorkommen muss, mit Komma getrennt'],
      not: ['nicht', 'Wörter, die nicht vorkommen dürfen, mit Komma getrennt'],
    },
  },
  none: 'Dieser Server hat noch keine eigenen Themen. /themen erstellen macht eines aus Wörtern, die du wählst.',
  heading: 'Eigene Themen dieses Servers',
  all: (words) => `alle: ${words}`,
  any: (words) => `eines von: ${words}`,
  not: (words) => `keines von: ${words}`,
  feedsOnly: 'nur eigene Feeds, keine Wörter',
  tried: (matches, of) =>
    of === 0
      ? 'Aus den letzten 7 Tagen gibt es noch keine Meldungen, an denen sich das ausprobieren lässt.'
      : matches === 0
        ? `${f.form(of, 'Die einzige Meldung der letzten 7 Tage würde nicht passen.', `Keine von ${f.number(of)} Meldungen der letzten 7 Tage würde passen.`)} Weniger oder häufigere Wörter finden mehr.`
        : `${f.form(of, 'Die einzige Meldung', `${f.number(matches)} von ${f.number(of)} Meldungen`)} der letzten 7 Tage ${f.form(matches, 'würde', 'würden')} passen, etwa:`,
  save: 'Speichern',
  created: (name) => `**${name}** ist gespeichert. /abonnieren nimmt es in den Überblick eines Kanals auf.`,
  edited: (name, changes) => `**${name}** ist gespeichert: ${changes}`,
  same: 'Nichts geändert: Das gilt schon.',
  noWords: 'keine',
  deleted: (name) => `**${name}** wurde gelöscht; kein Kanal bekommt es mehr.`,
  form: {
    create: 'Ein Thema aus Wörtern',
    edit: (name) => `Thema ${name}`,
    pick: 'Ein Thema ändern',
    fields: {
      name: ['Name', 'Bis zu 40 Zeichen'],
      all: ['Alle diese Wörter', 'Jedes muss vorkommen; trenne sie mit Kommas'],
      any: ['Eines dieser Wörter', 'Mindestens eines muss vorkommen; trenne sie mit Kommas'],
      not: ['Keines dieser Wörter', 'Meldungen, in denen eines vorkommt, fallen weg; trenne sie mit Kommas'],
    },
  },
  deleteSure: (name, channels) =>
    channels === ''
      ? `**${name}** löschen? Kein Kanal bekommt es.`
      : `**${name}** löschen? Es steht im Überblick für ${channels}.`,
  deleteFeeds: (feeds) =>
    f.form(feeds, 'Sein Feed wird mitgelöscht.', `Seine ${f.number(feeds)} Feeds werden mitgelöscht.`),
  deleteLast: (channels) =>
    `Für ${channels} ist es das letzte Thema: Der Überblick dort endet, und sein Zeitplan wird gelöscht.`,
  delete: 'Löschen',
});
