import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['einrichtung', 'Die ganze Einrichtung dieses Servers als Datei sichern oder einlesen'],
    subcommands: {
      export: ['export', 'Abos, Einstellungen, eigene Themen, Feeds, stumme Wörter und Medien als Datei bekommen'],
      import: ['import', 'Eine solche Datei einlesen; du siehst vorher, was sie ändern würde'],
    },
    options: { file: ['datei', 'Eine Datei aus /einrichtung export, höchstens 256 KB'] },
  },
  exported: (channels) =>
    `Die Einrichtung dieses Servers mit ${f.count(channels, 'Kanal', 'Kanälen')}: /einrichtung import liest sie hier oder auf einem anderen Server ein. Die Datei nennt Kanäle, Themen, Feeds, stumme Wörter und Rollen; gib sie nur an Leute weiter, die das alles wissen dürfen.`,
  preview: 'Das würde diese Datei einrichten',
  done: 'Eingerichtet wie in der Datei',
  nothing: 'In dieser Datei ist für diesen Server nichts neu',
  go: 'Einrichten',
  cancel: 'Abbrechen',
  cancelled: 'Es wurde nichts geändert.',
  counts: {
    topics: (count) => f.count(count, 'eigenes Thema hinzugefügt', 'eigene Themen hinzugefügt'),
    topicsChanged: (count) => f.count(count, 'eigenes Thema geändert', 'eigene Themen geändert'),
    feeds: (count) => f.count(count, 'Feed hinzugefügt', 'Feeds hinzugefügt'),
    mutes: (count) => f.count(count, 'Wort stummgeschaltet', 'Wörter stummgeschaltet'),
    channels: (count) =>
      f.count(count, 'Kanal bekommt künftig einen Überblick', 'Kanäle bekommen künftig einen Überblick'),
    channelsChanged: (count) =>
      f.form(
        count,
        '1 Kanal bekommt Themen, Einstellungen und Medien der Datei statt seiner eigenen',
        `${f.number(count)} Kanäle bekommen Themen, Einstellungen und Medien der Datei statt ihrer eigenen`,
      ),
    alerts: (count) => f.count(count, 'Kanal bekommt künftig Eilmeldungen', 'Kanäle bekommen künftig Eilmeldungen'),
    alertsChanged: (count) =>
      f.count(count, 'Kanal bekommt die Eilmeldungen der Datei', 'Kanäle bekommen die Eilmeldungen der Datei'),
    logChannel: 'Log-Kanal eingestellt',
  },
  refused: {
    'topic-built-in': 'ein Thema dieses Namens bringt Lede mit; gib deinem in der Datei einen anderen Namen',
    'too-many-topics': 'ein Server kann höchstens 20 eigene Themen haben',
    'topic-words': 'seine Wörter sind zu viele, zu lang, oder es hat keine',
    'short-word':
      'das steht in fast jeder Meldung: Ein Wort braucht drei Buchstaben, auf Chinesisch, Japanisch, Koreanisch und Thai zwei',
    'too-many-alerts': 'ein Server kann höchstens in 50 Kanälen Eilmeldungen haben',
    'no-own-feeds': 'seine Eilmeldungen gelten eigenen Feeds, die dieser Server nicht hat',
    'topic-gone': 'dieses Thema gibt es hier nicht',
    'mute-word': 'das hat weder Buchstaben noch Ziffern',
    'too-many-mutes': 'ein Server kann höchstens 50 Wörter stummschalten',
    'unknown-outlet': 'dieses Medium gibt es hier nicht',
    'alert-role': 'Die Eilmeldungen erwähnen keine Rolle. Mit /eilmeldungen setzen wählst du dort eine.',
    'alert-tags': 'Die Posts haben keine Schlagwörter (Tags) für Themen. /eilmeldungen setzen sucht sie dort aus.',
  },
  left: 'Lässt sich nicht übernehmen',
  noChannel:
    'gibt es auf diesem Server nicht. Lege einen Kanal mit diesem Namen an, und importiere die Datei noch einmal.',
  severalChannels: 'auf diesem Server heißen mehrere Kanäle so.',
  file: {
    unreachable: 'Die Datei ließ sich nicht von Discord laden. Bitte hänge sie noch einmal an.',
    'too-large': 'Diese Datei ist größer als 256 KB, das ist zu viel für eine Einrichtung. Es wurde nichts geändert.',
    'no-setup': 'Das ist keine Einrichtungsdatei. /einrichtung export schreibt eine. Es wurde nichts geändert.',
    newer: 'Diese Datei stammt von einem neueren Lede und lässt sich mit diesem nicht lesen. Es wurde nichts geändert.',
    broken: (place) => `In der Datei stimmt etwas nicht, darum wurde nichts geändert. Der erste Fehler: ${place}`,
  },
});
