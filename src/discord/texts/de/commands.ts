import type { Texts } from '../en/language.ts';

export const commands: Texts['commands'] = {
  story: {
    named: ['meldung', 'Eine Meldung lesen: was passiert ist, wer berichtet und worin sich die Berichte unterscheiden'],
    options: { query: ['suche', 'Wörter aus der Überschrift; ohne Angabe die wichtigste Meldung von heute'] },
  },
  coverage: {
    named: ['berichterstattung', 'Wer berichtet noch über diesen Artikel? Auch im Menü einer Nachricht unter Apps'],
    options: { url: ['adresse', 'Adresse des Artikels'] },
    menu: 'Wer berichtet noch darüber?',
  },
  why: {
    named: ['warum', 'Warum eine Meldung im letzten Überblick dieses Kanals dort stand, wo sie stand, oder fehlte'],
    options: { query: ['suche', 'Wörter aus der Überschrift'] },
  },
  headlines: {
    named: ['schlagzeilen', 'Die wichtigsten Meldungen im Moment, nur für dich sichtbar'],
    options: {
      topic: ['thema', 'Nur dieses Thema'],
      since: ['seit', 'Wie weit zurück'],
    },
    choices: { today: 'heute', '3days': '3 Tage', digest: 'letzter Überblick' },
  },
  subscriptions: {
    named: ['abos', 'Welche Kanäle einen Überblick bekommen, zu welchen Themen, und wann der nächste kommt'],
  },
  help: { named: ['hilfe', 'Was Lede tut und wie du anfängst'] },
  subscribe: {
    named: ['abonnieren', 'Einem Kanal täglich einen Überblick senden'],
    options: {
      topic: ['thema', 'Welches Thema; ohne Angabe wählst du aus mehreren'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
  },
  unsubscribe: {
    named: ['abbestellen', 'Ein Thema aus dem Überblick eines Kanals nehmen'],
    options: {
      topic: ['thema', 'Welches Thema'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
  },
  digest: {
    named: ['überblick', 'Den Überblick eines Kanals ansehen, senden, einrichten oder pausieren'],
    subcommands: {
      preview: ['vorschau', 'Ansehen, was /überblick senden jetzt brächte; nur du siehst es'],
      post: ['senden', 'Sofort einen Überblick senden'],
      settings: ['einstellungen', 'Uhrzeit, Zeitzone, Tage, Länge, stummgeschaltete Wörter, Log-Kanal'],
      pause: ['pausieren', 'Den Überblick eines Kanals pausieren'],
      resume: ['fortsetzen', 'Den Überblick eines Kanals fortsetzen'],
    },
    options: {
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
      time: ['uhrzeit', 'Wann: 8, 20.30 oder mehrere: 08:00, 18:00'],
      zone: ['zeitzone', 'Zeitzone: tippe eine Stadt oder ein Land'],
      days: ['tage', 'An welchen Tagen: täglich, werktags, Mo-Fr, Sa, So'],
      stories: ['meldungen', 'Wie viele Meldungen, 3 bis 9'],
      languages: ['sprachen', 'Sprachen, deren Meldungen zählen: Deutsch, Englisch oder alle'],
      language: [
        'sprache',
        'Worin Lede hier schreibt; automatisch: in der einen Sprache der Meldungen, sonst des Servers',
      ],
      quiet: ['ruhiger_tag', 'Was ein Tag ohne Meldungen bekommt'],
      style: ['stil', 'Wie viel der Überblick von jeder Meldung zeigt'],
      crosspost: [
        'veröffentlichen',
        'Im Ankündigungskanal: Überblicke auf den Servern veröffentlichen, die ihm folgen',
      ],
      thread: ['thread', 'Unter jedem Überblick einen Thread für die Diskussion öffnen'],
      copy_from: ['wie_in', 'Einstellungen dieses Kanals übernehmen; was du sonst angibst, kommt hinzu'],
      mute: [
        'stummschalten',
        'Meldungen mit diesem Wort überall ausblenden; zu einem stummen Wort kommt ein Button zum Aufheben',
      ],
      mute_days: ['stumm_tage', 'Wie viele Tage das Wort stummgeschaltet bleibt; ohne Angabe für immer'],
      log: ['log_kanal', 'Wohin Hinweise kommen; derselbe Kanal noch einmal bringt einen Button zum Abschalten'],
    },
    choices: {
      auto: 'automatisch',
      en: 'English',
      de: 'Deutsch',
      post: 'einen kurzen Überblick, der das sagt',
      skip: 'nichts',
      full: 'ausführlich: Überschrift und Satz',
      compact: 'kompakt: nur Überschriften',
      on: 'ja',
      off: 'nein',
    },
  },
  alerts: {
    named: ['eilmeldungen', 'Sofort von Meldungen erfahren, die mehrere Redaktionen bestätigen'],
    subcommands: {
      set: ['setzen', 'Einem Kanal Eilmeldungen schicken, sobald genug Redaktionen berichten'],
      off: ['aus', 'Die Eilmeldungen eines Kanals beenden'],
      list: ['liste', 'Welche Kanäle Eilmeldungen bekommen, und wozu'],
    },
    options: {
      topic: ['thema', 'Nur dieses Thema'],
      words: ['wörter', 'Nur Meldungen mit einem dieser Wörter, mit Komma getrennt'],
      voices: ['redaktionen', 'Wie viele Redaktionen unabhängig berichten müssen, 2 bis 10; sonst 3'],
      per_day: ['am_tag', 'Wie viele Eilmeldungen am Tag höchstens, 1 bis 10; sonst 5'],
      quiet: ['ruhe', 'Ruhezeit wie 22-7; danach nennt eine Nachricht, was inzwischen kam'],
      thread: ['thread', 'Unter jeder Eilmeldung einen Thread für die Diskussion öffnen'],
      crosspost: ['veröffentlichen', 'Im Ankündigungskanal: auf Servern veröffentlichen, die ihm folgen; sonst ja'],
      language: [
        'sprache',
        'Worin Lede sie schreibt; ohne Angabe wie im Überblick des Kanals, sonst wie auf dem Server',
      ],
      role: ['rolle', 'Eine Rolle, die erwähnt wird; Mitglieder holen sie sich mit einer Schaltfläche'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
    choices: { en: 'English', de: 'Deutsch' },
  },
  watch: {
    named: ['beobachten', 'Eine Direktnachricht bekommen, wenn eine neue Meldung eines deiner Wörter enthält'],
    subcommands: {
      add: ['hinzufügen', 'Wörter beobachten'],
      remove: ['entfernen', 'Ein Wort nicht mehr beobachten'],
      list: ['liste', 'Die Wörter, die du beobachtest'],
    },
    options: {
      words: ['wörter', 'Wörter, mit Komma getrennt; insgesamt zehn'],
      word: ['wort', 'Welches Wort'],
    },
  },
  catchup: {
    named: ['aufholen', 'Die wichtigsten Meldungen, seit du zuletzt nachgesehen hast'],
    options: { topic: ['thema', 'Nur dieses Thema'] },
  },
  me: {
    named: ['ich', 'Was Lede über dich speichert'],
    subcommands: {
      export: ['export', 'Alles davon als Datei bekommen'],
      delete: ['löschen', 'Alles davon löschen'],
    },
  },
  following: { named: ['verfolgt', 'Sehen, welche Meldungen du verfolgst, und damit aufhören'] },
  topics: {
    named: ['themen', 'Eigene Themen aus Wörtern erstellen'],
    subcommands: {
      list: ['liste', 'Die eigenen Themen dieses Servers'],
      create: ['erstellen', 'Ein Thema aus Wörtern erstellen; du siehst vorher, was es finden würde'],
      edit: ['bearbeiten', 'Name oder Wörter eines Themas ändern'],
      delete: ['löschen', 'Ein Thema löschen'],
    },
    options: {
      topic: ['thema', 'Welches Thema'],
      name: ['name', 'Sein Name, höchstens 40 Zeichen'],
      all: ['alle', 'Wörter, die alle vorkommen müssen, mit Komma getrennt'],
      any: ['eines', 'Wörter, von denen mindestens eines vorkommen muss, mit Komma getrennt'],
      not: ['nicht', 'Wörter, die nicht vorkommen dürfen, mit Komma getrennt'],
    },
  },
  feeds: {
    named: ['feeds', 'Eigene Feeds lesen, nur für diesen Server'],
    subcommands: {
      list: ['liste', 'Die eigenen Feeds dieses Servers und ob sie funktionieren'],
      add: ['hinzufügen', 'Einen Feed hinzufügen; du siehst vorher, was er bringt'],
      remove: ['entfernen', 'Einen Feed nicht mehr lesen'],
      import: ['import', 'Feeds aus einer OPML-Datei hinzufügen, wie andere Feedreader sie exportieren'],
      export: ['export', 'Die eigenen Feeds dieses Servers als OPML-Datei bekommen'],
    },
    options: {
      url: ['adresse', 'Adresse eines Feeds oder einer Website, die einen hat'],
      topic: ['thema', 'Zu welchem Thema; ohne Angabe „Unsere Feeds“'],
      feed: ['feed', 'Welcher Feed'],
      file: ['datei', 'OPML-Datei mit höchstens 1 MB und 500 Feeds'],
      topicForAll: ['thema', 'Zu welchem Thema; ohne Angabe zählt ein Ordner, der wie ein Thema heißt'],
    },
  },
  outlets: {
    named: ['medien', 'Medien aus dem Überblick eines Kanals lassen oder nach vorn stellen'],
    subcommands: {
      mute: ['stummschalten', 'Ein Medium aus dem Überblick eines Kanals lassen'],
      prefer: ['bevorzugen', 'Überschrift und Satz eines Mediums zuerst zeigen, wo es eine Meldung bringt'],
      list: ['liste', 'Welche Medien ein Kanal stummschaltet und bevorzugt'],
    },
    options: {
      outlet: ['medium', 'Welches Medium; tippe einen Teil seines Namens'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
  },
  setup: {
    named: ['einrichtung', 'Die ganze Einrichtung dieses Servers als Datei sichern oder einlesen'],
    subcommands: {
      export: ['export', 'Abos, Einstellungen, eigene Themen, Feeds, stumme Wörter und Medien als Datei bekommen'],
      import: ['import', 'Eine solche Datei einlesen; du siehst vorher, was sie ändern würde'],
    },
    options: { file: ['datei', 'Eine Datei aus /einrichtung export, höchstens 256 KB'] },
  },
  status: { named: ['status', 'Prüfen, ob Lede funktioniert'] },
};
