import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

const dayGroups = { everyDay: 'jeden Tag', weekdays: 'Montag bis Freitag', weekend: 'Samstag und Sonntag' };

export const channels = (f: Formats): Texts['channels'] => ({
  pick: (channel) => `**Was soll ${channel} bekommen?** Wähle ein Thema oder mehrere; ein Überblick enthält dann alle.`,
  pickTopics: 'Themen wählen',
  pickOwn: 'Aus den eigenen Themen dieses Servers wählen',
  allTaken: (channel) =>
    `${channel} hat schon alle Themen. Ein eigenes aus deinen Wörtern legst du mit /themen neu an.`,
  subscribed: (topics, channel) => `**${f.list(topics)}** ${f.form(topics.length, 'kommt', 'kommen')} nach ${channel}.`,
  joined: (topics, channel, all) =>
    `**${f.list(topics)}** ${f.form(topics.length, 'kommt', 'kommen')} in den Überblick, den ${channel} schon bekommt. Er enthält jetzt ${all}.`,
  next: (full, relative) => `Nächster Überblick: ${full}, ${relative}.`,
  shown: {
    times: (times) => f.list(times),
    days: (days) => f.days(days, dayGroups),
    zone: (zone) => `Zeit von ${zone}`,
    stories: (stories) => f.count(stories, 'Meldung', 'Meldungen'),
  },
  ...dayGroups,
  zoneGuessed: 'Die Zeitzone ist nach der Sprache dieses Servers geraten; „Zeit ändern“ stellt sie ein.',
  firstHeadlines: 'Er würde so beginnen:',
  noHeadlines: 'In den letzten 24 Stunden gab es dazu nichts Neues.',
  reading: (outlets) =>
    `${f.count(outlets, 'Medium wird', 'Medien werden')} zum ersten Mal gelesen, fertig in etwa einer Minute.`,
  stillReading: 'Das Lesen dauert länger als sonst. Nichts geht verloren: Der Überblick kommt zu seiner Zeit.',
  preview: 'Vorschau',
  postNow: 'Jetzt einen senden',
  changeTime: 'Zeit ändern',
  unsubscribed: (topic, channel, left) =>
    `**${topic}** kommt nicht mehr nach ${channel}. Der Überblick dort enthält noch ${left}.`,
  unsubscribedAll: (topic, channel) =>
    `**${topic}** war das letzte Thema von ${channel}. Dort kommt kein Überblick mehr, und seine Zeiten sind vergessen.`,
  none: 'Noch bekommt kein Kanal dieses Servers einen Überblick. Wer den Server verwaltet, richtet mit /abonnieren einen ein; das dauert eine halbe Minute.',
  noneHere: (channel) => `${channel} bekommt noch keinen Überblick. /abonnieren richtet einen ein.`,
  heading: 'Überblicke dieses Servers',
  lastDigest: (url, relative) => `[letzter Überblick](${url}) ${relative}`,
  paused: {
    admin: 'Angehalten. /überblick fortsetzen lässt ihn weiterlaufen.',
    'missing-access':
      'Angehalten: Lede sieht den Kanal nicht. Erlaube „Kanal anzeigen“; dann geht es von selbst weiter.',
    'missing-permission':
      'Angehalten: Lede darf dort nicht schreiben. Erlaube „Nachrichten senden“ (in einem Thread „Nachrichten in Threads senden“), „Links einbetten“ und „Nachrichtenverlauf anzeigen“; dann geht es von selbst weiter.',
    'thread-closed':
      'Angehalten: Der Thread ist geschlossen und gesperrt. Entsperre ihn; dann geht es von selbst weiter.',
    'channel-gone': 'Beendet: Der Kanal wurde gelöscht.',
    'cannot-look-up':
      'Angehalten: Lede kann nicht nachsehen, ob der letzte Überblick ankam. Erlaube „Nachrichtenverlauf anzeigen“; dann geht es von selbst weiter.',
  },
  silent: {
    polling: 'Seit einer Weile wurden keine Medien gelesen; das Protokoll des Bots sagt, warum.',
    sending: 'Seit einer Weile wurden keine Überblicke gesendet; das Protokoll des Bots sagt, warum.',
  },
  kinds: {
    forum: (channel) =>
      `${channel} ist ein Forum, und ein Überblick braucht einen Kanal. Wähle einen Textkanal, oder gib den Befehl in einem Beitrag des Forums ein.`,
    voice: (channel) => `${channel} ist ein Sprachkanal. Wähle einen Text- oder Ankündigungskanal oder einen Thread.`,
    category: (channel) => `${channel} ist eine Kategorie. Wähle einen der Textkanäle darin.`,
    other: (channel) =>
      `In ${channel} kann Lede nicht schreiben. Wähle einen Text- oder Ankündigungskanal oder einen Thread.`,
    unknown: 'Diesen Kanal sieht Lede nicht. Erlaube dort „Kanal anzeigen“, oder wähle einen anderen.',
    locked: (channel) => `${channel} ist gesperrt. Entsperre den Thread, oder wähle einen anderen Kanal.`,
  },
  botLacks: (permissions, channel) =>
    `In ${channel} kann Lede noch nicht schreiben: Es ${f.form(permissions.length, 'fehlt', 'fehlen')} ${f.list(permissions)}. Erlaube das in den Einstellungen des Kanals, und gib den Befehl noch einmal ein.`,
  userLacks: (permissions, channel) =>
    `Du kannst keinen Überblick nach ${channel} senden, weil dir dort ${f.list(permissions)} ${f.form(permissions.length, 'fehlt', 'fehlen')}.`,
  permissions: {
    ViewChannel: '„Kanal anzeigen“',
    SendMessages: '„Nachrichten senden“',
    SendMessagesInThreads: '„Nachrichten in Threads senden“',
    EmbedLinks: '„Links einbetten“',
    ReadMessageHistory: '„Nachrichtenverlauf anzeigen“',
  },
});
