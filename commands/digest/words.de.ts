import type { Formats } from '../../src/discord/texts/formats.ts';
import { cityIn } from '../../src/schedule/zones.ts';
import type { Words } from './words.ts';

const dayGroups = { everyDay: 'jeden Tag', weekdays: 'Montag bis Freitag', weekend: 'Samstag und Sonntag' };

export default (f: Formats): Words => ({
  commands: {
    subscriptions: {
      named: ['abos', 'Welche Kanäle einen Überblick bekommen, zu welchen Themen, und wann der nächste kommt'],
    },
    subscribe: {
      named: ['abonnieren', 'Täglich einen Überblick in einen Kanal senden'],
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
        preview: ['vorschau', 'Ansehen, welcher Überblick jetzt käme; nur du siehst ihn'],
        post: ['senden', 'Sofort einen Überblick senden'],
        settings: ['einstellungen', 'Uhrzeit, Zeitzone, Tage, Länge, stummgeschaltete Wörter, Log-Kanal'],
        feed: ['feed', 'Geheime Adresse, unter der der Überblick außerhalb von Discord zu lesen ist'],
        pause: ['pausieren', 'Den Überblick eines Kanals pausieren'],
        resume: ['fortsetzen', 'Den Überblick eines Kanals fortsetzen'],
      },
      options: {
        channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
        languages: ['sprachen', 'In welchen Sprachen Meldungen zählen: Deutsch, Englisch oder alle'],
        language: [
          'sprache',
          'Worin Lede hier schreibt; automatisch: in der Sprache der Meldungen oder der des Servers',
        ],
        copy_from: ['wie_in', 'Einstellungen dieses Kanals übernehmen; was du sonst noch angibst, geht vor'],
        mute: [
          'stummschalten',
          'Meldungen mit diesem Wort überall ausblenden; bei einem stummen kommt ein Button zum Aufheben',
        ],
        mute_days: ['stumm_tage', 'Wie viele Tage das Wort stummgeschaltet bleibt; ohne Angabe für immer'],
        log: ['log_kanal', 'Wohin Hinweise kommen; derselbe Kanal noch einmal bringt einen Button zum Abschalten'],
      },
      choices: { auto: 'automatisch' },
    },
  },
  channels: {
    pick: (channel) =>
      `**Was soll ${channel} bekommen?** Wähle ein oder mehrere Themen; alle kommen in denselben Überblick.`,
    pickTopics: 'Themen wählen',
    subscribeTo: (topic) => `${topic} abonnieren`,
    pickMore: 'Weitere Themen wählen',
    pickOwn: 'Aus den eigenen Themen dieses Servers wählen',
    allTaken: (channel) =>
      `${channel} bekommt schon alle Themen. Eigene aus Wörtern legst du mit /themen erstellen an.`,
    subscribed: (topics, channel) => `${channel} bekommt jetzt **${f.list(topics)}**.`,
    joined: (topics, channel, all) =>
      `Neu im Überblick für ${channel}: **${f.list(topics)}**. Er umfasst jetzt ${all}.`,
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
      silent: (silent) => (silent === 'on' ? 'ohne Benachrichtigung' : ''),
    },
    allLanguages: 'alle Sprachen',
    published: 'Überblicke werden auf den Servern veröffentlicht, die diesem Kanal folgen.',
    zoneGuessed: 'Die Zeitzone ist nach der Sprache des Servers geschätzt. **Einstellungen ändern** stellt sie ein.',
    firstHeadlines: 'Jetzt würde er so beginnen:',
    noHeadlines: 'Dazu gab es in den letzten 24 Stunden nichts Neues.',
    reading: 'Lede liest seine Medien gerade zum ersten Mal. Das dauert etwa eine Minute.',
    stillReading: 'Das Lesen dauert länger als sonst. Der Überblick kommt trotzdem pünktlich.',
    preview: 'Vorschau',
    postNow: 'Jetzt senden',
    unsubscribed: (topic, channel, left) =>
      `${channel} bekommt **${topic}** nicht mehr. Der Überblick umfasst noch ${left}.`,
    unsubscribedAll: (topic, channel) =>
      `**${topic}** war das letzte Thema von ${channel}. Der Überblick ist beendet, sein Zeitplan gelöscht.`,
    none: 'Noch bekommt kein Kanal auf diesem Server einen Überblick. Wer den Server verwaltet, richtet mit /abonnieren einen ein; das dauert eine halbe Minute.',
    noneHere: (channel) => `${channel} bekommt noch keinen Überblick. /abonnieren richtet einen ein.`,
    heading: 'Überblicke auf diesem Server',
    lastDigest: (url, relative) => `[letzter Überblick](${url}) ${relative}`,
    paused: 'Pausiert. /überblick fortsetzen startet ihn wieder.',
    resumed: 'Fortgesetzt.',
    blocked: (reason) => `Pausiert. ${reason}`,
    stopped: 'Beendet: Der Kanal wurde gelöscht.',
  },
  digest: {
    counts: (stories, articles, minutes) =>
      `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')} · ${f.count(minutes, 'Minute', 'Minuten')} Lesezeit`,
    quiet: (stories, articles) =>
      articles === 0
        ? 'Ein ruhiger Tag: nichts Neues.'
        : `Ein ruhiger Tag: ${f.count(articles, 'Artikel', 'Artikel')}, ${stories === 0 ? 'nichts Neues' : f.count(stories, 'Meldung', 'Meldungen')}.`,
    inBrief: 'Kurz gemeldet',
    more: 'Weitere Meldungen',
    footer: (window, answered, all) =>
      `${window} · ${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')} · Jeder Satz ist wörtlich zitiert.`,
  },
  feed: {
    off: 'Überblicke sind hier nicht außerhalb von Discord zu lesen: Wer diesen Lede betreibt, hat keine öffentliche Adresse dafür eingerichtet.',
    heading: (channel) => `Der Überblick von ${channel} außerhalb von Discord`,
    warning:
      'Wer eine dieser Adressen kennt, kann die Überblicke lesen, auch ohne Discord. Gib sie nur an Leute weiter, die das dürfen. Kopiere sie jetzt: Sie werden nicht noch einmal gezeigt.',
    hidden:
      'Der Kanal hat schon eine Adresse. Lede behält davon nur eine Prüfsumme und kann sie nicht noch einmal zeigen: Frag jemanden, der sie benutzt, oder erstelle eine neue. Die alte gilt dann nicht mehr.',
    page: 'Seite',
    atom: 'Atom, für Feedreader',
    json: 'JSON Feed, für Feedreader und Programme',
    kept: (digests, days) =>
      `Bis zu ${f.count(digests, 'Überblick', 'Überblicke')} der letzten ${f.count(days, 'Tag', 'Tage')}, korrigiert wie die Nachrichten hier.`,
    renew: 'Neue Adresse',
    end: 'Adresse beenden',
    renewed: 'Der Kanal hat eine neue Adresse. Die alte gilt nicht mehr.',
    ended: (channel) => `Der Überblick von ${channel} ist nicht mehr außerhalb von Discord zu lesen.`,
    outside: 'Auch außerhalb von Discord zu lesen: /überblick feed erneuert oder beendet die Adresse.',
    title: (topics) => f.list(topics),
    untitled: 'Überblick',
    entry: (day, time) => `${day}, ${time} Uhr`,
    posted: 'gesendet',
    corrected: 'korrigiert',
    feeds: 'Feeds',
    none: 'Noch wurde kein Überblick gesendet. Der nächste steht dann hier.',
    changed: (changes) => `Was Medien später geändert haben (${f.number(changes)})`,
  },
  form: {
    title: (channel) => `Überblick für ${channel}`,
    change: 'Einstellungen ändern',
    fields: {
      times: ['Uhrzeit', 'Ein- bis sechsmal am Tag: 8, 20.30 oder 08:00, 18:00'],
      days: ['Tage', 'täglich, werktags, Mo-Fr oder Sa, So'],
      zone: ['Zeitzone', 'Eine Stadt oder ein Land'],
      stories: ['Länge', 'Wie viele Meldungen höchstens einen Platz bekommen'],
      more: ['Außerdem', 'Alles Übrige sind Optionen von /überblick einstellungen'],
    },
    boxes: {
      style: 'Nur Überschriften',
      quiet: 'An einem Tag ohne Meldungen nichts senden',
      thread: 'Unter jedem Überblick ein Thread für die Diskussion',
      silent: 'Ohne Benachrichtigung senden',
      crosspost: 'Auf den Servern veröffentlichen, die diesem Kanal folgen',
    },
  },
  settings: {
    previewOf: (channel) => `Das bekäme ${channel}, wenn du jetzt einen Überblick senden würdest. Nur du siehst es.`,
    posting: (channel) => `Der Überblick ist unterwegs nach ${channel}.`,
    postedEmpty: (channel) =>
      `Seit dem letzten Überblick gibt es für ${channel} nichts Neues, darum kommt ein ganz kurzer.`,
    heading: (channel) => `Überblick für ${channel}`,
    topics: 'Themen',
    muted: 'In allen Kanälen dieses Servers stummgeschaltet',
    mutedNone: 'nichts',
    log: 'Log-Kanal',
    logNone: 'keiner: Wer zuletzt etwas eingestellt hat, bekommt eine Direktnachricht',
    until: (time) => `bis ${time}`,
    saved: (changes) => `Gespeichert: ${changes}`,
    same: 'Nichts geändert: Diese Einstellungen gelten schon.',
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
      'Hinweise kommen in keinen Log-Kanal mehr. Wer zuletzt etwas eingestellt hat, bekommt sie als Direktnachrichten.',
    daysWithoutWord: 'Bitte gib auch das Wort an: `stumm_tage` sagt nur, wie lange. Es wurde nichts geändert.',
    yes: 'ja',
    no: 'nein',
    muteExpires: (word, days) => `${word} · noch ${f.count(days, 'Tag', 'Tage')}`,
  },
});
