import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const roles = (f: Formats): Texts['roles'] => ({
  needsTag: (channel) =>
    `Beiträge in ${channel} müssen einen Tag haben, und es gibt keinen. Lege in den Einstellungen des Kanals einen an, oder gib Lede dort **Kanäle verwalten**.`,
  notMentionable: (role) =>
    `⚠️ ${role} darf nicht von allen erwähnt werden, und Lede fehlt das Recht, alle Rollen zu erwähnen. Discord benachrichtigt deshalb niemanden. Erlaube es in den Einstellungen der Rolle.`,
  line: {
    waits: (minutes) =>
      `Gerade drücken viele, und Discord lässt Lede Rollen nur nacheinander ändern. In etwa ${f.count(minutes, 'Minute', 'Minuten')} bist du dran; dann steht es hier. Wenn nicht, drück noch einmal.`,
    full: 'So viele warten gerade, dass du zu spät an die Reihe kämst. Drück in einer Viertelstunde noch einmal.',
    late: 'Discord hat zu lange keine Änderung an Rollen angenommen. Drück in ein paar Minuten noch einmal.',
    stopping: 'Lede wird neu gestartet, und du warst noch nicht an der Reihe. Drück in einer Minute noch einmal.',
  },
  unfit: {
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
