import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const target = (f: Formats): Texts['target'] => ({
  kinds: {
    other: (channel) =>
      `In ${channel} kann Lede keinen Überblick senden. Wähle einen Text- oder Ankündigungskanal oder einen Thread.`,
    otherOrForum: (channel) =>
      `In ${channel} kann Lede nichts senden. Wähle einen Text- oder Ankündigungskanal, ein Forum oder einen Thread.`,
    unknown: 'Diesen Kanal sieht Lede nicht. Erlaube dort „Kanal ansehen“, oder wähle einen anderen.',
    locked: (channel) => `${channel} ist gesperrt. Entsperre den Thread, oder wähle einen anderen Kanal.`,
  },
  noThreads: {
    inThread: (channel) => `${channel} ist selbst ein Thread, und in Threads gibt es bei Discord keine weiteren.`,
    notAllowed: (channel) =>
      `In ${channel} kann Lede noch keine Threads öffnen. Erlaube in den Kanaleinstellungen „Öffentliche Threads erstellen“, und versuche es dann noch einmal.`,
  },
  botLacks: (permissions, channel) =>
    `In ${channel} kann Lede noch nichts senden. Erlaube in den Kanaleinstellungen ${f.list(permissions)}, und gib den Befehl noch einmal ein.`,
  userLacks: (permissions, channel) =>
    `Damit Lede in ${channel} etwas sendet, brauchst du dort ${f.list(permissions)}.`,
  permissions: {
    ViewChannel: '„Kanal ansehen“',
    SendMessages: '„Nachrichten senden“',
    SendMessagesInThreads: '„Nachrichten in Threads senden“',
    EmbedLinks: '„Links einbetten“',
    ReadMessageHistory: '„Nachrichtenverlauf anzeigen“',
  },
  forumPermissions: {
    SendMessages: '„Posts erstellen“',
    SendMessagesInThreads: '„Nachrichten in Posts senden“',
  },
  threadsLeft: (why) => `Keine Threads unter den Überblicken: ${why}`,
});
