import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';
import { problem } from './problems.ts';

export const errors = (f: Formats): Texts['errors'] => ({
  failed: (code) =>
    `Das hat nicht geklappt, und es liegt nicht an dir. Versuche es bitte in einer Minute noch einmal; bleibt es so, nenne der Person, die diesen Bot betreibt, den Code **${code}**.`,
  needsServer: 'Das geht nur auf einem Server.',
  needsManage: 'Dafür brauchst du „Server verwalten“.',
  oldControl:
    'Dieses Bedienelement stammt von einer älteren Nachricht und tut nichts mehr. Bitte gib den Befehl noch einmal ein.',
  problem,
  notices: {
    paused: (channel, reason) => `Der Überblick von ${channel} ist angehalten. ${reason}`,
    reasons: {
      'missing-access': 'Lede sieht den Kanal nicht mehr: Erlaube „Kanal anzeigen“. Danach geht es von selbst weiter.',
      'missing-permission':
        'Lede darf dort nicht mehr schreiben: Erlaube „Nachrichten senden“ (in einem Thread „Nachrichten in Threads senden“), „Links einbetten“ und „Nachrichtenverlauf anzeigen“. Danach geht es von selbst weiter.',
      'thread-closed': 'Der Thread ist geschlossen und gesperrt: Entsperre ihn. Danach geht es von selbst weiter.',
      'cannot-look-up':
        'Lede kann nicht nachsehen, ob ein Überblick ankam: Erlaube „Nachrichtenverlauf anzeigen“. Danach geht es von selbst weiter.',
    },
    channelGone: (channel) => `Der Kanal ${channel} wurde gelöscht; sein Überblick ist beendet.`,
    expired: (day, channel) =>
      `Der Überblick vom ${day} für ${channel} konnte nicht rechtzeitig gesendet werden. Der nächste deckt seine Stunden ab.`,
    expiredSome: (count, first, last, channel) =>
      `Lede war nicht da oder konnte nicht senden: ${f.count(count, 'Überblick', 'Überblicke')} für ${channel}, vom ${first === last ? first : `${first} bis zum ${last}`}, wurden nicht gesendet. Der nächste deckt ihre Stunden ab, bis zu acht Tage zurück.`,
    refused: (day, channel) =>
      `Discord hat den Überblick vom ${day} für ${channel} nicht angenommen. Der nächste deckt seine Stunden ab; das Protokoll des Bots sagt, warum.`,
    unknownOutcome: (day, channel) =>
      `Discord hat nicht gesagt, ob der Überblick vom ${day} in ${channel} ankam. Sicherheitshalber wird er nicht noch einmal gesendet.`,
    feedFailing: (feed, reason) => `Der Feed ${feed} kann nicht gelesen werden: ${reason}`,
    feedBack: (feed) => `Der Feed ${feed} läuft wieder.`,
    feedGone: (feed, reason) => `Der Feed ${feed} ist verschwunden und wird nicht mehr gelesen: ${reason}`,
    silentPolling: (minutes) =>
      `Seit ${f.count(minutes, 'Minute', 'Minuten')} wurde kein Medium gelesen. Das Protokoll des Bots sagt, warum.`,
    silentSending: (minutes) =>
      `Seit ${f.count(minutes, 'Minute', 'Minuten')} konnte kein Überblick gesendet werden. Das Protokoll des Bots sagt, warum.`,
  },
});
