import type { Words } from './words.ts';

export default (): Words => ({
  command: { named: ['hilfe', 'Was Lede tut und wie du anfängst'] },
  heading: 'Lede, die Nachrichtenredaktion für deinen Server',
  what: 'Lede liest viele Medien, fasst Artikel über dasselbe Ereignis zusammen und sendet einmal am Tag einen ruhigen Überblick. Jeder Satz ist wörtlich zitiert, mit Medium und Link. Nichts davon schreibt eine Maschine.',
  start: (command) =>
    `**So fängst du an:** Gib ${command} in einem Kanal ein, und wähle Themen. Der erste Überblick kann sofort kommen.`,
  startByOthers: 'Wer den Server verwaltet, kann in jedem Kanal einen Überblick einrichten.',
  startDm: 'Füge Lede einem Server hinzu, um dort Überblicke zu bekommen. Hier kannst du Meldungen nachschlagen.',
  everyone: 'Für alle',
  managers: 'Für alle, die den Server verwalten',
  footer: 'Antworten auf deine Befehle siehst nur du.',
});
