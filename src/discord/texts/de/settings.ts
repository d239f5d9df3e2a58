import { cityIn } from '../../../schedule/zones.ts';
import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const settings = (f: Formats): Texts['settings'] => ({
  previewOf: (channel) => `Das bekäme ${channel}, wenn du jetzt einen Überblick sendest. Nur du siehst es.`,
  posting: (channel) => `Der Überblick ist unterwegs nach ${channel}.`,
  postedEmpty: (channel) =>
    `Seit dem letzten Überblick gibt es für ${channel} nichts Neues, darum ist ein ruhiger unterwegs.`,
  heading: (channel) => `Überblick für ${channel}`,
  topics: 'Themen',
  muted: 'In allen Kanälen dieses Servers stummgeschaltet',
  mutedNone: 'nichts',
  log: 'Log-Kanal',
  logNone: 'keiner: Wer zuletzt etwas eingestellt hat, bekommt eine Direktnachricht',
  until: (time) => `bis ${time}`,
  saved: 'Gespeichert.',
  threadsLeft: (why) => `Keine Threads unter den Überblicken: ${why}`,
  onlyAnnouncements: (channel) =>
    `${channel} ist kein Ankündigungskanal, kein Server kann ihm also folgen. Nichts wurde geändert.`,
  copied: (from) => `Gespeichert, mit den Einstellungen von ${from}.`,
  mutes: (word, hidden, of) =>
    [
      `**${word}** ist in allen Kanälen dieses Servers stummgeschaltet.`,
      ...(of === 0
        ? []
        : hidden === 0
          ? [
              `In den letzten 7 Tagen hätte das ${f.form(of, 'die einzige Meldung nicht', `keine von ${f.number(of)} Meldungen`)} ausgeblendet.`,
            ]
          : [
              `In den letzten 7 Tagen hätte das ${f.form(of, 'die einzige Meldung', `${f.number(hidden)} von ${f.number(of)} Meldungen`)} ausgeblendet:`,
            ]),
    ].join(' '),
  alreadyMuted: (word, until) =>
    `**${word}** ist auf diesem Server schon stummgeschaltet${until === undefined ? '' : `, bis ${until}`}.`,
  unmute: (word) => `„${word}“ wieder zeigen`,
  muteSure: (word, hidden, of) =>
    `**${word}** ist noch nicht stummgeschaltet: In den letzten 7 Tagen hätte das ${f.number(hidden)} von ${f.number(of)} Meldungen ausgeblendet. Trotzdem stummschalten?`,
  muteAnyway: 'Stummschalten',
  unmuted: (word) => `**${word}** ist auf diesem Server nicht mehr stummgeschaltet.`,
  logSet: (channel) => `Hinweise zu Überblicken und Feeds kommen in ${channel}.`,
  logAlready: (channel) => `Hinweise zu Überblicken und Feeds kommen schon in ${channel}.`,
  clearLog: 'Keinen Log-Kanal mehr',
  logCleared:
    'Hinweise kommen in keinen Log-Kanal mehr. Wer zuletzt etwas eingestellt hat, bekommt sie als Direktnachricht.',
  daysWithoutWord: 'Bitte gib auch das Wort an: stumm_tage sagt nur, wie lange. Es wurde nichts geändert.',
  changeTime: (channel) => `**Wann soll ${channel} den Überblick bekommen?**`,
  pickHour: 'Uhrzeit',
  pickClock: 'Wie spät ist es bei euch?',
  clockMissing:
    'Eure Uhrzeit fehlt? Als Zeitzone kannst du in /überblick einstellungen jede Stadt und jedes Land angeben.',
  cityNext: 'Noch ein Schritt: Wähle unten die nächstgelegene Stadt. Bis dahin ändert sich nichts.',
  pickCity: 'Die nächstgelegene Stadt',
  itIs: (time) => `Hier ist es ${time}`,
  zoneNow: (zone, time) => `In ${cityIn(zone, f.locale)} ist es ${time}.`,
  muteExpires: (word, days) => `${word} · noch ${f.count(days, 'Tag', 'Tage')}`,
});
