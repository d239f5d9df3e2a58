import { cityIn } from '../../../schedule/zones.ts';
import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

const dayGroups = { everyDay: 'jeden Tag', weekdays: 'Montag bis Freitag', weekend: 'Samstag und Sonntag' };

export const channels = (f: Formats): Texts['channels'] => ({
  pick: (channel) =>
    `**Was soll ${channel} bekommen?** Wähle ein oder mehrere Themen; alle kommen in denselben Überblick.`,
  pickTopics: 'Themen wählen',
  pickOwn: 'Aus den eigenen Themen dieses Servers wählen',
  allTaken: (channel) => `${channel} bekommt schon alle Themen. Eigene aus Wörtern legst du mit /themen erstellen an.`,
  subscribed: (topics, channel) => `${channel} bekommt jetzt **${f.list(topics)}**.`,
  joined: (topics, channel, all) => `Neu im Überblick für ${channel}: **${f.list(topics)}**. Er umfasst jetzt ${all}.`,
  next: (full, relative) => `Nächster Überblick: ${full}, ${relative}.`,
  shown: {
    times: (times) => f.list(times),
    days: (days) => f.days(days, dayGroups),
    zone: (zone) => (zone === 'UTC' ? zone : `Ortszeit ${cityIn(zone, f.locale)}`),
    stories: (stories) => f.count(stories, 'Meldung', 'Meldungen'),
    languages: (languages) => (languages.length === 0 ? '' : `nur auf ${f.list(languages.map(f.language))}`),
    language: (language) => (language === 'auto' ? '' : `Lede schreibt auf ${f.language(language)}`),
    quiet: (quiet) => (quiet === 'skip' ? 'an ruhigen Tagen nichts' : ''),
    style: (style) => (style === 'compact' ? 'kompakt' : ''),
    crosspost: (crosspost) => (crosspost === 'off' ? 'nicht veröffentlicht' : ''),
    thread: (thread) => (thread === 'on' ? 'mit Thread darunter' : ''),
  },
  ...dayGroups,
  allLanguages: 'alle Sprachen',
  published: 'Überblicke werden auf den Servern veröffentlicht, die diesem Kanal folgen.',
  zoneGuessed: 'Die Zeitzone ist aus der Sprache dieses Servers geraten. „Zeit ändern“ stellt sie ein.',
  firstHeadlines: 'Zurzeit würde er so beginnen:',
  noHeadlines: 'Dazu gab es in den letzten 24 Stunden nichts Neues.',
  reading: 'Lede liest seine Medien gerade zum ersten Mal. Das dauert etwa eine Minute.',
  stillReading: 'Das Lesen dauert länger als sonst. Der Überblick kommt trotzdem pünktlich.',
  preview: 'Vorschau',
  postNow: 'Jetzt senden',
  changeTime: 'Zeit ändern',
  unsubscribed: (topic, channel, left) =>
    `${channel} bekommt **${topic}** nicht mehr. Der Überblick umfasst noch ${left}.`,
  unsubscribedAll: (topic, channel) =>
    `**${topic}** war das letzte Thema von ${channel}. Der Überblick ist beendet, sein Zeitplan gelöscht.`,
  none: 'Noch bekommt kein Kanal auf diesem Server einen Überblick. Wer den Server verwaltet, richtet mit /abonnieren einen ein; das dauert eine halbe Minute.',
  noneHere: (channel) => `${channel} bekommt noch keinen Überblick. /abonnieren richtet einen ein.`,
  heading: 'Überblicke auf diesem Server',
  lastDigest: (url, relative) => `[letzter Überblick](${url}) ${relative}`,
  paused: 'Pausiert. /überblick fortsetzen startet ihn wieder.',
  blocked: (reason) => `Pausiert. ${reason}`,
  stopped: 'Beendet: Der Kanal wurde gelöscht.',
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
});
