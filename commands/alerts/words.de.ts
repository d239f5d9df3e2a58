import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['eilmeldungen', 'Sofort erfahren, was mehrere Redaktionen bestätigen oder was in eigenen Feeds neu ist'],
    subcommands: {
      set: ['setzen', 'Festlegen, was ein Kanal sofort erfährt; was du weglässt, bleibt, wie es ist'],
      off: ['aus', 'Die Eilmeldungen eines Kanals beenden'],
      list: ['liste', 'Welche Kanäle Eilmeldungen bekommen, und wozu'],
    },
    options: {
      topic: ['thema', 'Nur dieses Thema; „alles“ für alle'],
      words: ['wörter', 'Nur, worin eines dieser Wörter vorkommt, mit Komma getrennt; „aus“ für alles'],
      voices: ['redaktionen', 'Wie viele unabhängig berichten müssen, 2 bis 10; 1: jeder Beitrag eigener Feeds'],
      feed: ['feed', 'Jeden neuen Beitrag dieses eigenen Feeds; „alle“ für alle eigenen Feeds'],
      per_day: ['am_tag', 'Wie viele Nachrichten am Tag höchstens, 1 bis 50; anfangs 5, bei eigenen Feeds 20'],
      quiet: ['ruhe', 'Ruhezeit wie 22-7; was inzwischen kam, folgt danach; „aus“ beendet sie'],
      silent: ['still', 'Ohne Benachrichtigung senden: immer oder in der Ruhezeit, dann sofort'],
      thread: ['thread', 'Unter jeder Eilmeldung einen Thread für die Diskussion öffnen'],
      crosspost: ['veröffentlichen', 'Im Ankündigungskanal: auf Servern veröffentlichen, die ihm folgen; sonst ja'],
      language: ['sprache', 'Worin Lede sie schreibt; anfangs wie im Überblick des Kanals oder auf dem Server'],
      role: ['rolle', 'Eine Rolle, die erwähnt wird und die sich Mitglieder holen; @everyone für keine'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
    choices: {
      default: 'Wie im Überblick oder auf dem Server',
      never: 'nein',
      always: 'immer',
      quiet: 'in der Ruhezeit, statt zu warten',
    },
  },
  everything: 'alles',
  allFeeds: 'alle',
  off: 'aus',
  confirmed: (newsrooms) =>
    `${f.count(newsrooms, 'Redaktion berichtet', 'Redaktionen berichten')} unabhängig voneinander`,
  several: (stories) => `${f.count(stories, 'neue Meldung', 'neue Meldungen')}, von mehreren Redaktionen bestätigt`,
  reports: (list) => `Quellen: ${list}`,
  citedBy: (source, outlet) => `${source}, zitiert von ${outlet}`,
  span: (first, latest) => (first === latest ? `berichtet ${first}` : `erster Bericht ${first}, letzter ${latest}`),
  notify: 'Benachrichtige mich',
  items: (count) => f.count(count, 'neuer Beitrag', 'neue Beiträge'),
  more: (count) => `und ${f.number(count)} weitere`,
  alsoBy: (list) => `Auch bei: ${list}`,
  setAtOnce: (channel, about, holding, perDay) =>
    `${channel} bekommt innerhalb von Minuten jeden neuen Beitrag ${about}${holding}. Höchstens ${f.count(perDay, 'Nachricht', 'Nachrichten')} am Tag; was darüber hinausgeht, kommt am Tag danach.`,
  ownFeeds: 'der eigenen Feeds dieses Servers',
  someFeeds: (feeds) => `von ${feeds}`,
  ownFeedsOn: (topic) => `der eigenen Feeds dieses Servers zum Thema ${topic}`,
  feedsGone: 'von Feeds, die dieser Server nicht mehr hat',
  holding: (words) => `, in dem ${words} vorkommt`,
  silent: 'Sie kommen ohne Benachrichtigung.',
  values: {
    everything: 'alles',
    all: 'alle',
    none: 'keine',
    unsaid: 'wie im Überblick oder auf dem Server',
    yes: 'ja',
    no: 'nein',
  },
  form: {
    title: (channel) => `Eilmeldungen in ${channel}`,
    how: 'Ruhezeit, Rolle …',
    pick: 'Eilmeldungen eines Kanals ändern',
    voices: (count) =>
      count === 1 ? 'jeder neue Beitrag der eigenen Feeds' : f.count(count, 'Redaktion', 'Redaktionen'),
    fields: {
      topic: ['Thema', 'Nur dieses; eines, das hier fehlt, wählst du mit /eilmeldungen setzen'],
      words: [
        'Wörter',
        'Nur, worin eines davon vorkommt, mit Komma getrennt. Bei Meldungen: Wörter oder Thema, nicht beides',
      ],
      voices: ['Wer berichten muss', 'Wie viele Redaktionen, unabhängig voneinander'],
      feed: [
        'Eigene Feeds',
        'Wähle, von welchen jeder neue Beitrag sofort kommt; für alle wähle oben die eigenen Feeds',
      ],
      per_day: ['Höchstens am Tag', 'Wie viele Nachrichten; anfangs 5, bei eigenen Feeds 20'],
      quiet: ['Ruhezeit', 'Zum Beispiel 22-7; was inzwischen kam, folgt danach'],
      silent: ['Ohne Benachrichtigung'],
      role: ['Rolle, die erwähnt wird', 'Mitglieder holen sie sich mit einem Button unter einer Eilmeldung'],
      language: ['Sprache', 'Worin Lede die Eilmeldungen schreibt'],
      more: ['Außerdem'],
    },
    boxes: {
      thread: 'Unter jeder Eilmeldung ein Thread für die Diskussion',
      crosspost: 'Auf den Servern veröffentlichen, die diesem Kanal folgen',
    },
  },
  saved: (changes) => `Gespeichert: ${changes}`,
  same: 'Nichts geändert: Das gilt schon.',
  set: (channel, about, voices, perDay) =>
    `${channel} bekommt Eilmeldungen ${about}, sobald ${f.count(voices, 'Redaktion', 'Redaktionen')} unabhängig voneinander ${f.form(voices, 'berichtet', 'berichten')}. Höchstens ${f.count(perDay, 'Eilmeldung', 'Eilmeldungen')} am Tag.`,
  anything: 'zu allen Themen',
  ofTopic: (topic) => `zum Thema ${topic}`,
  words: (words) => `zu Meldungen, in denen ${words} vorkommt`,
  quiet: (from, until, zone) =>
    `Von ${from} bis ${until} (${zone}) kommt nichts; danach folgt, was in dieser Zeit zurückgehalten wurde.`,
  quietly: (from, until, zone) => `Von ${from} bis ${until} (${zone}) kommen sie ohne Benachrichtigung.`,
  posts:
    'Jede Meldung bekommt einen eigenen Post mit dem Schlagwort (Tag) ihres Themas. Er wächst, wenn Redaktionen dazukommen.',
  threads: 'Unter jeder Eilmeldung öffnet sich ein Thread für die Diskussion.',
  crossposts: 'Eilmeldungen werden auf den Servern veröffentlicht, die diesem Kanal folgen.',
  written: (language) => `Lede schreibt sie auf ${language}.`,
  pings: (role) =>
    `Jede Eilmeldung erwähnt ${role}. Mit **Benachrichtige mich** unter einer Eilmeldung holen sich Mitglieder die Rolle und geben sie wieder ab.`,
  ended: (channel) => `${channel} bekommt keine Eilmeldungen mehr.`,
  none: 'Kein Kanal dieses Servers bekommt Eilmeldungen. Mit /eilmeldungen setzen richtest du sie ein.',
  heading: 'Eilmeldungen',
  gotRole: (role) =>
    `Du hast jetzt ${role} und wirst bei Eilmeldungen benachrichtigt. Drücke noch einmal, um damit aufzuhören.`,
  lostRole: (role) => `Du hast ${role} nicht mehr und wirst bei Eilmeldungen nicht mehr benachrichtigt.`,
  noRole: 'Die Rolle dieser Eilmeldung wurde inzwischen geändert. Nimm den Button unter der nächsten Eilmeldung.',
  roleDeleted: 'Die Rolle dieser Eilmeldungen wurde gelöscht, es gibt also nichts zu holen. Die Admins erfahren es.',
});
