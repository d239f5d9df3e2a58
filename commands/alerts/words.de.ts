import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['eilmeldungen', 'Sofort erfahren, wenn mehrere Redaktionen eine Meldung bestätigen'],
    subcommands: {
      set: ['setzen', 'Eilmeldungen in einen Kanal senden, sobald genug Redaktionen berichten'],
      off: ['aus', 'Die Eilmeldungen eines Kanals beenden'],
      list: ['liste', 'Welche Kanäle Eilmeldungen bekommen, und wozu'],
    },
    options: {
      topic: ['thema', 'Nur dieses Thema'],
      words: ['wörter', 'Nur Meldungen, in denen eines dieser Wörter vorkommt, mit Komma getrennt'],
      voices: ['redaktionen', 'Wie viele Redaktionen unabhängig berichten müssen, 2 bis 10; sonst 3'],
      per_day: ['am_tag', 'Wie viele Eilmeldungen am Tag höchstens, 1 bis 10; sonst 5'],
      quiet: ['ruhe', 'Ruhezeit wie 22-7; danach nennt eine Nachricht, was inzwischen kam'],
      thread: ['thread', 'Unter jeder Eilmeldung einen Thread für die Diskussion öffnen'],
      crosspost: ['veröffentlichen', 'Im Ankündigungskanal: auf Servern veröffentlichen, die ihm folgen; sonst ja'],
      language: [
        'sprache',
        'Worin Lede sie schreibt; ohne Angabe wie im Überblick des Kanals, sonst wie auf dem Server',
      ],
      role: ['rolle', 'Eine Rolle, die erwähnt wird; Mitglieder holen sie sich mit einem Button'],
      channel: ['kanal', 'Welcher Kanal; ohne Angabe dieser'],
    },
  },
  confirmed: (newsrooms) =>
    `${f.count(newsrooms, 'Redaktion berichtet', 'Redaktionen berichten')} unabhängig voneinander`,
  several: (stories) => `${f.count(stories, 'neue Meldung', 'neue Meldungen')}, von mehreren Redaktionen bestätigt`,
  reports: (list) => `Eigene Berichte: ${list}`,
  span: (first, latest) => (first === latest ? `berichtet ${first}` : `erster Bericht ${first}, letzter ${latest}`),
  notify: 'Benachrichtige mich',
  set: (channel, about, voices, perDay) =>
    `${channel} bekommt Eilmeldungen ${about}, sobald ${f.count(voices, 'Redaktion', 'Redaktionen')} unabhängig voneinander ${f.form(voices, 'berichtet', 'berichten')}. Höchstens ${f.count(perDay, 'Eilmeldung', 'Eilmeldungen')} am Tag.`,
  anything: 'zu allen Themen',
  ofTopic: (topic) => `zum Thema ${topic}`,
  words: (words) => `zu Meldungen, in denen ${words} vorkommt`,
  quiet: (from, until, zone) =>
    `Von ${from} bis ${until} (${zone}) kommt nichts; danach nennt eine Nachricht, was in dieser Zeit bestätigt wurde.`,
  posts:
    'Jede Meldung bekommt einen eigenen Post mit dem Schlagwort (Tag) ihres Themas. Er wächst, wenn Redaktionen dazukommen.',
  threads: 'Unter jeder Eilmeldung öffnet sich ein Thread für die Diskussion.',
  crossposts: 'Eilmeldungen werden auf den Servern veröffentlicht, die diesem Kanal folgen.',
  written: (language) => `Lede schreibt sie auf ${language}.`,
  pings: (role) =>
    `Jede Eilmeldung erwähnt ${role}. Mit **Benachrichtige mich** unter einer Eilmeldung holen sich Mitglieder die Rolle und geben sie wieder ab.`,
  either: 'Gib ein Thema oder Wörter an, nicht beides. Für beides brauchst du zwei Kanäle.',
  off: (channel) => `${channel} bekommt keine Eilmeldungen mehr.`,
  none: 'Kein Kanal dieses Servers bekommt Eilmeldungen. Mit /eilmeldungen setzen richtest du sie ein.',
  heading: 'Eilmeldungen',
  gotRole: (role) =>
    `Du hast jetzt ${role} und wirst bei Eilmeldungen benachrichtigt. Drücke noch einmal, um damit aufzuhören.`,
  lostRole: (role) => `Du hast ${role} nicht mehr und wirst bei Eilmeldungen nicht mehr benachrichtigt.`,
  noRole: 'Die Rolle dieser Eilmeldung wurde inzwischen geändert. Nimm den Button unter der nächsten Eilmeldung.',
  roleDeleted: 'Die Rolle dieser Eilmeldungen wurde gelöscht, es gibt also nichts zu holen. Die Admins erfahren es.',
});
