import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const status = (f: Formats): Texts['status'] => ({
  heading: (version) => `Lede ${version}`,
  up: (relative) => `Gestartet ${relative}`,
  outlets: (answered, all) => `${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')} erreichbar`,
  failing: (count) => f.count(count, 'Medium gestört', 'Medien gestört'),
  stories: (stories, articles) =>
    `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')}`,
  corrections: (count) => f.count(count, 'Korrektur durch Mitglieder', 'Korrekturen durch Mitglieder'),
  lastPoll: (relative) => `Zuletzt gelesen ${relative}`,
  toldByHubs: (count) => f.count(count, 'Feed meldet Neues sofort', 'Feeds melden Neues sofort'),
  lastDigest: (relative) => `Letzter Überblick ${relative}`,
  nextDigest: (relative) => `Nächster Überblick ${relative}`,
  noDigest: 'Kein Überblick geplant',
  pending: (count) => `${f.count(count, 'Nachricht wartet', 'Nachrichten warten')} auf den Versand`,
  processes: (count) => f.count(count, 'Prozess', 'Prozesse'),
  since: {
    group: (relative) => `einer gruppiert (übernommen ${relative})`,
    send: (relative) => `einer versendet (übernommen ${relative})`,
  },
  nobody: { group: '⚠️ keiner gruppiert', send: '⚠️ keiner versendet' },
  help: {
    heading: 'Lede, die Nachrichtenredaktion für deinen Server',
    what: 'Lede liest viele Medien, fasst Artikel über dasselbe Ereignis zusammen und sendet einmal am Tag einen ruhigen Überblick. Jeder Satz ist wörtlich zitiert, mit Medium und Link. Nichts davon schreibt eine Maschine.',
    start: (command) =>
      `**So fängst du an:** Gib ${command} in einem Kanal ein, und wähle Themen. Der erste Überblick kann sofort kommen.`,
    startDm: 'Füge Lede einem Server hinzu, um dort Überblicke zu bekommen. Hier kannst du Meldungen nachschlagen.',
    everyone: 'Für alle',
    managers: 'Für alle, die den Server verwalten',
    footer: 'Antworten auf deine Befehle siehst nur du.',
  },
});
