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
  parts: {
    ownTopics: 'Eigene Themen',
    ownFeeds: 'Feeds',
    mutes: 'Stummgeschaltete Wörter',
    channels: 'Kanäle mit Überblick',
    alerts: 'Kanäle mit Eilmeldungen',
  },
  log: 'Log-Kanal',
  added: (count) => `${f.number(count)} neu`,
  changed: (count) => `${f.number(count)} geändert`,
  left: 'Lässt sich nicht übernehmen',
  noOutlet: 'dieses Medium gibt es hier nicht',
  alertLacks:
    'Rolle und Schlagwörter (Tags) kommen nicht aus der Datei. Wähle sie in diesem Kanal: /eilmeldungen setzen',
  noChannel:
    'gibt es auf diesem Server nicht. Lege einen Kanal mit diesem Namen an, und importiere die Datei noch einmal.',
  severalChannels: 'auf diesem Server heißen mehrere Kanäle so.',
  file: {
    unreachable: 'Die Datei ließ sich nicht von Discord laden. Bitte hänge sie noch einmal an.',
    'too-large': 'Diese Datei ist größer als 256 KB, das ist zu viel für eine Einrichtung. Es wurde nichts geändert.',
    broken:
      'Lede kann diese Datei nicht als Einrichtung lesen, es wurde also nichts geändert. /einrichtung export schreibt eine.',
  },
});
