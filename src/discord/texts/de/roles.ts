import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const roles = (f: Formats): Texts['roles'] => ({
  needsTag: (channel) =>
    `Posts in ${channel} brauchen ein Schlagwort (Tag), und es gibt keines. Lege in den Kanaleinstellungen eines an, oder gib Lede dort „Kanäle verwalten“.`,
  notMentionable: (role) =>
    `⚠️ ${role} darf nicht von allen erwähnt werden, und Lede fehlt die Berechtigung, alle Rollen zu erwähnen. Discord benachrichtigt deshalb niemanden. Erlaube es in den Einstellungen der Rolle.`,
  line: {
    waits: (minutes) =>
      `Gerade drücken viele auf den Button, und Discord lässt Lede Rollen nur nacheinander ändern. In etwa ${f.count(minutes, 'Minute', 'Minuten')} bist du dran; dann steht es hier. Wenn nicht, drücke noch einmal.`,
    full: 'So viele warten gerade, dass du zu spät an die Reihe kämst. Drücke in einer Viertelstunde noch einmal.',
    late: 'Discord hat zu lange keine Rollen ändern lassen. Drücke in ein paar Minuten noch einmal.',
    stopping: 'Lede wird neu gestartet, und du warst noch nicht an der Reihe. Drücke in einer Minute noch einmal.',
  },
  unfit: {
    gone: 'Diese Rolle gibt es auf diesem Server nicht.',
    managed: (role) => `${role} gehört zu einer App, und nur diese kann sie vergeben. Wähle eine andere Rolle.`,
    everyone: 'Eilmeldungen können nicht alle erwähnen. Wähle eine Rolle, die sich Mitglieder selbst holen.',
    powerful: (role) =>
      `${role} hat eigene Berechtigungen, und alle könnten sich die Rolle mit dem Button holen. Wähle eine ohne Berechtigungen.`,
    opens: (role, channel) =>
      `In ${channel} ist ${role} etwas erlaubt, und alle könnten sich die Rolle mit dem Button holen. Lege eine neue Rolle an, die weder selbst noch in einem Kanal Berechtigungen hat, und wähle diese.`,
    opensNow: (role) =>
      `In einem Kanal ist ${role} inzwischen etwas erlaubt, deshalb vergibt der Button die Rolle nicht mehr. Admins können mit /eilmeldungen setzen eine Rolle ohne Berechtigungen wählen.`,
    unread:
      'Discord hat Lede nicht gesagt, was die Rollen dieses Servers dürfen, deshalb vergibt Lede keine davon. Versuche es in einer Minute noch einmal.',
    notYours: (role) =>
      `Um ${role} zu wählen, musst du sie selbst vergeben dürfen: Du brauchst „Rollen verwalten“ und eine Rolle, die in *Servereinstellungen → Rollen* darüber steht. Frage jemanden, der beides hat.`,
    higher: (role) =>
      `Lede kann ${role} nicht vergeben: Die Rolle muss in *Servereinstellungen → Rollen* unter der von Lede stehen.`,
    noManageRoles:
      'Lede braucht die Berechtigung „Rollen verwalten“, um Mitgliedern die Rolle zu geben. Gib sie der Rolle von Lede in *Servereinstellungen → Rollen*.',
  },
});
