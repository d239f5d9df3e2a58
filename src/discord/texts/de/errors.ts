import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';
import { problem } from './problems.ts';

export const errors = (f: Formats): Texts['errors'] => ({
  failed: (code) =>
    `Das hat nicht geklappt, und es liegt nicht an dir. Bitte versuche es in einer Minute noch einmal. Klappt es dann immer noch nicht, nenne der Person, die diesen Bot betreibt, den Code **${code}**.`,
  needsServer: 'Das geht nur auf einem Server.',
  notInServer: (inviteUrl) =>
    `Auf diesem Server sind nur die Befehle von Lede, nicht Lede selbst; deshalb kann es hier nichts senden. [Füge Lede zum Server hinzu](${inviteUrl}) und gib den Befehl dann noch einmal ein.`,
  needsManage: 'Dafür brauchst du „Server verwalten“.',
  expired: 'Dieser Button ist abgelaufen. Bitte gib den Befehl noch einmal ein.',
  retired: 'Dieser Button ist nicht mehr in Gebrauch.',
  problem,
  reasons: {
    'missing-access': 'Lede sieht den Kanal nicht. Erlaube „Kanal ansehen“, dann geht es von selbst weiter.',
    'missing-permission':
      'Lede darf dort nichts senden. Erlaube „Nachrichten senden“ (in einem Thread „Nachrichten in Threads senden“, in einem Forum „Posts erstellen“ und „Nachrichten in Posts senden“), „Links einbetten“ und „Nachrichtenverlauf anzeigen“, dann geht es von selbst weiter.',
    'thread-closed': 'Der Thread ist geschlossen und gesperrt. Entsperre ihn, dann geht es von selbst weiter.',
    'cannot-look-up':
      'Lede kann nicht nachsehen, ob die letzte Nachricht angekommen ist. Erlaube „Nachrichtenverlauf anzeigen“, dann geht es von selbst weiter.',
  },
  notices: {
    paused: (channel, reason) => `In ${channel} kann Lede gerade nichts senden. ${reason}`,
    noThread: (channel) =>
      `Lede darf unter seinen Nachrichten in ${channel} keine Threads öffnen. Erlaube dort „Öffentliche Threads erstellen“, oder schalte Threads aus.`,
    roleGone: (channel) =>
      `Die Rolle, die Eilmeldungen in ${channel} erwähnt haben, wurde gelöscht; sie erwähnen jetzt niemanden. Richte sie mit einer anderen Rolle neu ein: /eilmeldungen setzen.`,
    roleOpens: (channel, role, opened) =>
      `**Benachrichtige mich** unter Eilmeldungen in ${channel} vergibt ${role} nicht mehr, weil der Rolle in ${opened} etwas erlaubt ist. Nimm ihr das dort, oder wähle eine Rolle ohne Berechtigungen: /eilmeldungen setzen.`,
    channelGone: (channel) => `Der Kanal ${channel} wurde gelöscht; Lede sendet dort nichts mehr.`,
    expired: (day, channel) =>
      `Der Überblick vom ${day} für ${channel} konnte nicht rechtzeitig gesendet werden. Der nächste deckt diese Stunden mit ab.`,
    expiredSome: (count, first, last, channel) =>
      `Lede war nicht erreichbar oder konnte nicht senden: ${f.count(count, 'Überblick', 'Überblicke')} für ${channel}, vom ${first === last ? first : `${first} bis zum ${last}`}, wurden nicht gesendet. Der nächste deckt diese Stunden mit ab, bis zu acht Tage zurück.`,
    refused: (day, channel) =>
      `Discord hat den Überblick vom ${day} für ${channel} abgelehnt. Der nächste deckt diese Stunden mit ab; den Grund nennt das Log des Bots.`,
    unknownOutcome: (channel, day) =>
      `Discord hat nicht bestätigt, dass ${day === undefined ? 'eine Nachricht' : `der Überblick vom ${day}`} in ${channel} angekommen ist. Sicherheitshalber sendet Lede nichts noch einmal; fehlt dort etwas, findest du es mit /schlagzeilen oder /meldung.`,
    feedFailing: (feed, reason) => `Der Feed ${feed} lässt sich nicht lesen: ${reason}`,
    feedBack: (feed) => `Der Feed ${feed} funktioniert wieder.`,
    feedGone: (feed, reason) => `Den Feed ${feed} gibt es nicht mehr, er wird nicht mehr gelesen: ${reason}`,
    clockAhead: (hours) =>
      `Die Uhr des Rechners, auf dem der Bot läuft, ging ${f.count(hours, 'Stunde', 'Stunden')} vor und wurde richtig gestellt. Überblicke können zu früh gekommen oder ausgefallen sein.`,
    polling: (minutes) =>
      `Seit ${f.count(minutes, 'Minute', 'Minuten')} wurde kein Medium gelesen. Den Grund nennt das Log des Bots.`,
    sending: (minutes) =>
      `Seit ${f.count(minutes, 'Minute', 'Minuten')} konnte kein Überblick gesendet werden. Den Grund nennt das Log des Bots.`,
  },
});
