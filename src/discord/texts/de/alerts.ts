import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const alerts = (f: Formats): Texts['alerts'] => ({
  confirmed: (newsrooms) =>
    `${f.count(newsrooms, 'Redaktion berichtet', 'Redaktionen berichten')} unabhängig voneinander`,
  several: (stories) => `${f.count(stories, 'neue Meldung', 'neue Meldungen')}, von mehreren Redaktionen bestätigt`,
  reports: (list) => `Eigene Berichte: ${list}`,
  span: (first, latest) => (first === latest ? `gemeldet ${first}` : `zuerst gemeldet ${first}, zuletzt ${latest}`),
  notify: 'Benachrichtige mich',
  set: (channel, about, voices, perDay) =>
    `${channel} bekommt Eilmeldungen ${about}, sobald ${f.count(voices, 'Redaktion', 'Redaktionen')} unabhängig voneinander ${f.form(voices, 'berichtet', 'berichten')}. Höchstens ${f.count(perDay, 'Eilmeldung', 'Eilmeldungen')} am Tag.`,
  anything: 'zu allen Themen',
  ofTopic: (topic) => `zum Thema ${topic}`,
  words: (words) => `zu Meldungen mit ${words}`,
  quiet: (from, until, zone) =>
    `Von ${from} bis ${until} (${zone}) kommt nichts; danach nennt eine Nachricht, was in dieser Zeit bestätigt wurde.`,
  posts: 'Jede Meldung wird ein eigener Beitrag mit dem Tag ihres Themas und wächst, während Redaktionen dazukommen.',
  threads: 'Unter jeder Eilmeldung öffnet sich ein Thread für die Diskussion.',
  crossposts: 'Eilmeldungen werden auf den Servern veröffentlicht, die diesem Kanal folgen.',
  written: (language) => `Lede schreibt sie auf ${language}.`,
  needsTag: (channel) =>
    `Beiträge in ${channel} müssen einen Tag haben, und es gibt keinen. Lege in den Einstellungen des Kanals einen an, oder gib Lede dort **Kanäle verwalten**.`,
  pings: (role) =>
    `Jede Eilmeldung erwähnt ${role}. Mit **Benachrichtige mich** unter einer Eilmeldung holen sich Mitglieder die Rolle und geben sie wieder ab.`,
  notMentionable: (role) =>
    `⚠️ ${role} darf nicht von allen erwähnt werden, und Lede fehlt das Recht, alle Rollen zu erwähnen. Discord benachrichtigt deshalb niemanden. Erlaube es in den Einstellungen der Rolle.`,
  either: 'Gib ein Thema oder Wörter an, nicht beides. Für beides brauchst du zwei Kanäle.',
  off: (channel) => `${channel} bekommt keine Eilmeldungen mehr.`,
  none: 'Kein Kanal dieses Servers bekommt Eilmeldungen. Mit /eilmeldungen setzen richtest du sie ein.',
  heading: 'Eilmeldungen',
  gotRole: (role) =>
    `Du hast jetzt ${role} und wirst bei Eilmeldungen benachrichtigt. Drück noch einmal, um damit aufzuhören.`,
  lostRole: (role) => `Du hast ${role} nicht mehr und wirst bei Eilmeldungen nicht mehr benachrichtigt.`,
  noRole: 'Die Rolle dieser Eilmeldung wurde inzwischen geändert. Nimm die Schaltfläche unter der nächsten Eilmeldung.',
  roleDeleted: 'Die Rolle dieser Eilmeldungen wurde gelöscht, es gibt also nichts zu holen. Die Admins erfahren davon.',
  line: {
    waits: (minutes) =>
      `Gerade drücken viele, und Discord lässt Lede Rollen nur nacheinander ändern. In etwa ${f.count(minutes, 'Minute', 'Minuten')} bist du dran; dann steht es hier. Wenn nicht, drück noch einmal.`,
    full: 'So viele warten gerade, dass du zu spät an die Reihe kämst. Drück in einer Viertelstunde noch einmal.',
    late: 'Discord hat zu lange keine Änderung an Rollen angenommen. Drück in ein paar Minuten noch einmal.',
    stopping: 'Lede wird neu gestartet, und du warst noch nicht an der Reihe. Drück in einer Minute noch einmal.',
  },
  roleUnfit: {
    gone: 'Diese Rolle gibt es auf diesem Server nicht.',
    managed: (role) => `${role} gehört zu einer App, und nur diese kann sie vergeben. Wähle eine andere Rolle.`,
    everyone: 'Eilmeldungen können nicht alle erwähnen. Wähle eine Rolle, die Mitglieder sich selbst nehmen.',
    powerful: (role) =>
      `${role} hat eigene Rechte, und alle könnten sie sich mit der Schaltfläche nehmen. Wähle eine Rolle ohne Rechte.`,
    opens: (role, channel) =>
      `In ${channel} ist ${role} etwas erlaubt, und alle könnten sich die Rolle mit der Schaltfläche nehmen. Lege eine neue Rolle an, die weder selbst noch in einem Kanal Rechte hat, und wähle diese.`,
    opensNow: (role) =>
      `In einem Kanal ist ${role} inzwischen etwas erlaubt, deshalb gibt die Schaltfläche die Rolle nicht mehr her. Admins können mit /eilmeldungen setzen eine Rolle ohne Rechte wählen.`,
    unread:
      'Discord hat Lede nicht gesagt, was die Rollen dieses Servers dürfen, deshalb gibt Lede keine davon her. Versuch es in einer Minute noch einmal.',
    notYours: (role) =>
      `Um ${role} zu wählen, musst du sie selbst vergeben dürfen: Du brauchst **Rollen verwalten** und eine Rolle, die in *Servereinstellungen → Rollen* darüber steht. Frag jemanden, der beides hat.`,
    higher: (role) =>
      `Lede kann ${role} nicht vergeben: Die Rolle muss in *Servereinstellungen → Rollen* unter der von Lede stehen.`,
    noManageRoles:
      'Lede braucht das Recht **Rollen verwalten**, um Mitgliedern die Rolle zu geben. Gib es der Rolle von Lede in *Servereinstellungen → Rollen*.',
  },
});
