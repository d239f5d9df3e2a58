import type { Texts } from '../en/language.ts';

export const commands: Texts['commands'] = {
  story: {
    name: 'meldung',
    description: 'Eine Meldung lesen: was passiert ist, wer berichtet und worin sich die Berichte unterscheiden',
    options: {
      query: { name: 'suche', description: 'Wörter aus der Überschrift; ohne Angabe die wichtigste Meldung von heute' },
    },
  },
  headlines: {
    name: 'schlagzeilen',
    description: 'Die wichtigsten Meldungen im Moment, nur für dich sichtbar',
    options: {
      topic: { name: 'thema', description: 'Nur dieses Thema' },
      since: { name: 'seit', description: 'Wie weit zurück' },
    },
    choices: { today: 'heute', '3days': '3 Tage', digest: 'letzter Überblick' },
  },
  subscriptions: {
    name: 'abos',
    description: 'Welche Kanäle einen Überblick bekommen, zu welchen Themen, und wann der nächste kommt',
  },
  help: { name: 'hilfe', description: 'Was Lede tut und wie du anfängst' },
  subscribe: {
    name: 'abonnieren',
    description: 'Einem Kanal täglich einen Überblick senden',
    options: {
      topic: { name: 'thema', description: 'Welches Thema; ohne Angabe wählst du aus mehreren' },
      channel: { name: 'kanal', description: 'Welcher Kanal; ohne Angabe dieser' },
    },
  },
  unsubscribe: {
    name: 'abbestellen',
    description: 'Ein Thema aus dem Überblick eines Kanals nehmen',
    options: {
      topic: { name: 'thema', description: 'Welches Thema' },
      channel: { name: 'kanal', description: 'Welcher Kanal; ohne Angabe dieser' },
    },
  },
  digest: {
    name: 'überblick',
    description: 'Den Überblick eines Kanals ansehen, senden, einrichten oder pausieren',
    subcommands: {
      preview: {
        name: 'vorschau',
        description: 'Ansehen, was der nächste Überblick jetzt enthalten würde; nur du siehst es',
      },
      post: { name: 'senden', description: 'Sofort einen Überblick senden' },
      settings: {
        name: 'einstellungen',
        description: 'Uhrzeit, Zeitzone, Tage, Länge, stummgeschaltete Wörter, Log-Kanal',
      },
      pause: { name: 'pausieren', description: 'Den Überblick eines Kanals pausieren' },
      resume: { name: 'fortsetzen', description: 'Den Überblick eines Kanals fortsetzen' },
    },
    options: {
      channel: { name: 'kanal', description: 'Welcher Kanal; ohne Angabe dieser' },
      time: { name: 'uhrzeit', description: 'Wann: 8, 20.30 oder mehrere: 08:00, 18:00' },
      zone: { name: 'zeitzone', description: 'Zeitzone: tippe eine Stadt oder ein Land' },
      days: { name: 'tage', description: 'An welchen Tagen: täglich, werktags, Mo-Fr, Sa, So' },
      stories: { name: 'meldungen', description: 'Wie viele Meldungen, 3 bis 9' },
      mute: {
        name: 'stummschalten',
        description: 'Meldungen mit diesem Wort auf dem ganzen Server ausblenden; noch einmal zeigt sie wieder',
      },
      mute_days: {
        name: 'stumm_tage',
        description: 'Wie viele Tage das Wort stummgeschaltet bleibt; ohne Angabe für immer',
      },
      log: { name: 'log_kanal', description: 'Wohin Hinweise kommen; derselbe Kanal noch einmal schaltet sie ab' },
    },
  },
  topics: {
    name: 'themen',
    description: 'Eigene Themen aus Wörtern erstellen',
    subcommands: {
      list: { name: 'liste', description: 'Die eigenen Themen dieses Servers' },
      create: {
        name: 'erstellen',
        description: 'Ein Thema aus Wörtern erstellen; du siehst vorher, was es finden würde',
      },
      edit: { name: 'bearbeiten', description: 'Name oder Wörter eines Themas ändern' },
      delete: { name: 'löschen', description: 'Ein Thema löschen' },
    },
    options: {
      topic: { name: 'thema', description: 'Welches Thema' },
      name: { name: 'name', description: 'Sein Name, höchstens 40 Zeichen' },
      all: { name: 'alle', description: 'Wörter, die alle vorkommen müssen, mit Komma getrennt' },
      any: { name: 'eines', description: 'Wörter, von denen mindestens eines vorkommen muss, mit Komma getrennt' },
      not: { name: 'nicht', description: 'Wörter, die nicht vorkommen dürfen, mit Komma getrennt' },
    },
  },
  feeds: {
    name: 'feeds',
    description: 'Eigene Feeds lesen, nur für diesen Server',
    subcommands: {
      list: { name: 'liste', description: 'Die eigenen Feeds dieses Servers und ob sie funktionieren' },
      add: { name: 'hinzufügen', description: 'Einen Feed hinzufügen; du siehst vorher, was er bringt' },
      remove: { name: 'entfernen', description: 'Einen Feed nicht mehr lesen' },
      import: {
        name: 'import',
        description: 'Feeds aus einer OPML-Datei hinzufügen, wie andere Feedreader sie exportieren',
      },
      export: { name: 'export', description: 'Die eigenen Feeds dieses Servers als OPML-Datei bekommen' },
    },
    options: {
      url: { name: 'adresse', description: 'Adresse eines Feeds oder einer Website, die einen hat' },
      topic: { name: 'thema', description: 'Zu welchem Thema; ohne Angabe „Unsere Feeds“' },
      feed: { name: 'feed', description: 'Welcher Feed' },
      file: { name: 'datei', description: 'OPML-Datei mit höchstens 1 MB und 500 Feeds' },
      topicForAll: {
        name: 'thema',
        description: 'Zu welchem Thema; ohne Angabe zählt ein Ordner, der wie ein Thema heißt',
      },
    },
  },
  status: { name: 'status', description: 'Prüfen, ob Lede funktioniert' },
};
