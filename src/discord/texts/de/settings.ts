import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const settings = (f: Formats): Texts['settings'] => ({
  previewOf: (channel) => `Das würde ${channel} jetzt bekommen. Nur du siehst es.`,
  posting: (channel) => `Der Überblick ist auf dem Weg nach ${channel}.`,
  postedEmpty: (channel) =>
    `Seit dem letzten Überblick gibt es nichts Neues für ${channel}; ein ruhiger ist auf dem Weg.`,
  paused: (channel) => `Der Überblick von ${channel} ist angehalten. /überblick fortsetzen lässt ihn weiterlaufen.`,
  resumed: (channel, full, relative) => `Der Überblick von ${channel} läuft wieder. Der nächste: ${full}, ${relative}.`,
  heading: (channel) => `Überblick von ${channel}`,
  topics: 'Themen',
  stories: 'Länge',
  next: 'Nächster',
  muted: 'Stumm in allen Kanälen dieses Servers',
  mutedNone: 'keine',
  log: 'Protokollkanal',
  logNone: 'keiner: Wer zuletzt etwas eingestellt hat, bekommt eine Direktnachricht',
  until: (time) => `bis ${time}`,
  saved: 'Gespeichert.',
  mutes: (word, hidden, of) =>
    [
      `**${word}** ist in allen Kanälen dieses Servers stumm.`,
      ...(of === 0
        ? []
        : hidden === 0
          ? [
              `In den letzten 7 Tagen hätte das ${f.form(of, 'die einzige Meldung nicht', `keine von ${f.number(of)} Meldungen`)} verborgen.`,
            ]
          : [
              `In den letzten 7 Tagen hätte das ${f.form(of, 'die einzige Meldung', `${f.number(hidden)} von ${f.number(of)} Meldungen`)} verborgen:`,
            ]),
    ].join(' '),
  unmuted: (word) => `**${word}** ist auf diesem Server nicht mehr stumm.`,
  logSet: (channel) => `Hinweise zu Überblicken und Feeds kommen nach ${channel}.`,
  logCleared:
    'In diesen Kanal kommen keine Hinweise mehr. Wer zuletzt etwas eingestellt hat, bekommt sie als Direktnachricht.',
  logGone:
    'Den Kanal für Hinweise gibt es nicht mehr. Wer zuletzt etwas eingestellt hat, bekommt sie als Direktnachricht.',
  daysWithoutWord: 'Bitte gib auch das Wort an: stumm nimmt es, stumm_tage sagt nur, wie lange. Nichts wurde geändert.',
  changeTime: (channel) => `**Wann soll ${channel} den Überblick bekommen?**`,
  pickHour: 'Um diese Uhrzeit',
  pickClock: 'Wie spät ist es bei euch?',
  clockMissing: 'Ist eure Uhr nicht in der Liste? /überblick einstellungen nimmt als Zone jede Stadt und jedes Land.',
  pickCity: 'Die nächstgelegene Stadt',
  itIs: (time) => `Hier ist es ${time}`,
  zoneNow: (zone, time) => `In ${zone} ist es ${time}.`,
  muteExpires: (word, days) => `${word} · noch ${f.count(days, 'Tag', 'Tage')}`,
});
