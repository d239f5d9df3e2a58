import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const target = (f: Formats): Texts['target'] => ({
  kinds: {
    other: (channel) =>
      `In ${channel} lässt sich kein Überblick senden. Wähle einen Text- oder Ankündigungskanal oder einen Thread.`,
    unknown: 'Diesen Kanal sieht Lede nicht. Erlaube dort „Kanal anzeigen“, oder wähle einen anderen.',
    locked: (channel) => `${channel} ist gesperrt. Entsperre den Thread, oder wähle einen anderen Kanal.`,
  },
  noThreads: {
    inThread: (channel) => `${channel} ist selbst ein Thread, und in Threads gibt es bei Discord keine weiteren.`,
    notAllowed: (channel) =>
      `In ${channel} kann Lede noch keine Threads eröffnen. Erlaube in den Kanaleinstellungen „Öffentliche Threads erstellen“, und versuch es dann noch einmal.`,
  },
  botLacks: (permissions, channel) =>
    `In ${channel} kann Lede noch nicht schreiben. Erlaube in den Kanaleinstellungen ${f.list(permissions)}, und gib den Befehl noch einmal ein.`,
  userLacks: (permissions, channel) =>
    `Um einen Überblick nach ${channel} zu senden, brauchst du dort ${f.list(permissions)}.`,
  permissions: {
    ViewChannel: '„Kanal anzeigen“',
    SendMessages: '„Nachrichten senden“',
    SendMessagesInThreads: '„Nachrichten in Threads senden“',
    EmbedLinks: '„Links einbetten“',
    ReadMessageHistory: '„Nachrichtenverlauf anzeigen“',
  },
  forumPermissions: {
    SendMessages: '„Beiträge erstellen“',
    SendMessagesInThreads: '„Nachrichten in Beiträgen senden“',
  },
  threadsLeft: (why) => `Keine Threads unter den Überblicken: ${why}`,
  onlyAnnouncements: (channel) =>
    `${channel} ist kein Ankündigungskanal, kein Server kann ihm also folgen. Nichts wurde geändert.`,
});
