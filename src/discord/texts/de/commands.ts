import type { Texts } from '../en/language.ts';

export const commands: Texts['commands'] = {
  story: {
    name: 'meldung',
    description: 'Eine Meldung lesen: was geschah, wer berichtete, worin sich die Berichte unterscheiden',
    options: {
      query: { name: 'suche', description: 'Wörter der Überschrift; ohne Wörter die wichtigste Meldung von heute' },
    },
  },
  headlines: {
    name: 'schlagzeilen',
    description: 'Die wichtigsten Meldungen im Moment, nur für dich',
    options: {
      topic: { name: 'thema', description: 'Nur dieses Thema' },
      since: { name: 'seit', description: 'Wie weit zurück' },
    },
    choices: { today: 'heute', '3days': '3 Tage', digest: 'letzter Überblick' },
  },
  subscriptions: {
    name: 'abos',
    description: 'Welche Kanäle einen Überblick bekommen, worüber, und wann der nächste kommt',
  },
  help: { name: 'hilfe', description: 'Was Lede tut und wie du anfängst' },
  subscribe: {
    name: 'abonnieren',
    description: 'Einem Kanal täglich einen Überblick senden',
    options: {
      topic: { name: 'thema', description: 'Worüber; weglassen, um mehrere zu wählen' },
      channel: { name: 'kanal', description: 'Wohin; ohne Angabe in diesen Kanal' },
    },
  },
  unsubscribe: {
    name: 'abbestellen',
    description: 'Ein Thema aus dem Überblick eines Kanals nehmen',
    options: {
      topic: { name: 'thema', description: 'Welches Thema' },
      channel: { name: 'kanal', description: 'Woraus; ohne Angabe aus diesem Kanal' },
    },
  },
  digest: {
    name: 'überblick',
    description: 'Den Überblick eines Kanals ansehen, senden, einrichten oder anhalten',
    subcommands: {
      preview: { name: 'vorschau', description: 'Zeigt nur dir, was der nächste Überblick jetzt enthielte' },
      post: { name: 'senden', description: 'Sofort einen Überblick senden' },
      settings: { name: 'einstellungen', description: 'Uhrzeit, Zone, Tage, Länge, stumme Wörter, Protokollkanal' },
      pause: { name: 'anhalten', description: 'Den Überblick eines Kanals vorerst anhalten' },
      resume: { name: 'fortsetzen', description: 'Den Überblick eines Kanals weiterlaufen lassen' },
    },
    options: {
      channel: { name: 'kanal', description: 'Welcher Kanal; ohne Angabe dieser' },
      time: { name: 'uhrzeit', description: 'Wann: 8, 20.30, oder mehrere: 08:00, 18:00' },
      zone: { name: 'zone', description: 'Zeitzone: tippe eine Stadt oder ein Land' },
      days: { name: 'tage', description: 'An welchen Tagen: täglich, werktags, Mo-Fr, Sa, So' },
      stories: { name: 'meldungen', description: 'Wie viele Meldungen, 3 bis 9' },
      mute: {
        name: 'stumm',
        description: 'Meldungen mit diesem Wort in allen Kanälen des Servers verbergen; noch einmal zeigt sie wieder',
      },
      mute_days: { name: 'stumm_tage', description: 'Wie viele Tage das Wort stumm ist; ohne Angabe für immer' },
      log: { name: 'protokoll', description: 'Wohin Hinweise kommen; derselbe Kanal noch einmal schaltet sie ab' },
    },
  },
  topics: {
    name: 'themen',
    description: 'Eigene Themen aus Wörtern machen',
    subcommands: {
      list: { name: 'liste', description: 'Die Themen dieses Servers' },
      create: { name: 'neu', description: 'Ein Thema aus Wörtern; du siehst vorher, was es fände' },
      edit: { name: 'ändern', description: 'Namen oder Wörter eines Themas ändern' },
      delete: { name: 'löschen', description: 'Ein Thema löschen' },
    },
    options: {
      topic: { name: 'thema', description: 'Welches Thema' },
      name: { name: 'name', description: 'Sein Name, höchstens 40 Zeichen' },
      all: { name: 'alle', description: 'Wörter, die alle vorkommen müssen, mit Komma getrennt' },
      any: { name: 'eines', description: 'Wörter, von denen eines vorkommen muss, mit Komma getrennt' },
      not: { name: 'nicht', description: 'Wörter, die nicht vorkommen dürfen, mit Komma getrennt' },
    },
  },
  feeds: {
    name: 'feeds',
    description: 'Eigene Feeds lesen, nur für diesen Server',
    subcommands: {
      list: { name: 'liste', description: 'Die Feeds dieses Servers und ob sie laufen' },
      add: { name: 'dazu', description: 'Einen Feed dazunehmen; du siehst vorher, was er bringt' },
      remove: { name: 'weg', description: 'Einen Feed nicht mehr lesen' },
      import: {
        name: 'import',
        description: 'Die Feeds einer OPML-Datei dazunehmen, wie andere Leseprogramme sie schreiben',
      },
      export: { name: 'export', description: 'Die Feeds dieses Servers als OPML-Datei bekommen' },
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
  status: { name: 'status', description: 'Ob Lede liest und sendet, wie es soll' },
};
