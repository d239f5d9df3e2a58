import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const status = (f: Formats): Texts['status'] => ({
  heading: (version) => `Lede ${version}`,
  up: (relative) => `Gestartet ${relative}`,
  outlets: (answered, all) => `${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')} erreichbar`,
  failing: (count) => f.count(count, 'Medium gestört', 'Medien gestört'),
  stories: (stories, articles) =>
    `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')}`,
  lastPoll: (relative) => `Zuletzt gelesen ${relative}`,
  toldByHubs: (count) => f.count(count, 'Feed meldet Neues sofort', 'Feeds melden Neues sofort'),
  lastDigest: (relative) => `Letzter Überblick ${relative}`,
  nextDigest: (relative) => `Nächster Überblick ${relative}`,
  noDigest: 'Kein Überblick steht an',
  pending: (count) => `${f.count(count, 'Nachricht wartet', 'Nachrichten warten')} auf den Versand`,
  notices: {
    paused: (channel) => `Der Überblick von ${channel} ist angehalten: Sein Eintrag unter /abos sagt, warum.`,
    'channel-gone': (channel) => `Der Kanal ${channel} wurde gelöscht; sein Überblick ist beendet.`,
    expired: (channel) =>
      `Ein Überblick für ${channel} konnte nicht rechtzeitig gesendet werden; der nächste deckt seine Stunden ab.`,
    refused: (channel) =>
      `Discord hat einen Überblick für ${channel} nicht angenommen; der nächste deckt seine Stunden ab.`,
    'unknown-outcome': (channel) => `Es ist nicht bekannt, ob ein Überblick in ${channel} ankam.`,
    'feed-failing': (feed) => `Der Feed ${feed} kann nicht gelesen werden: /feeds liste sagt, warum.`,
    'feed-back': (feed) => `Der Feed ${feed} läuft wieder.`,
    'feed-gone': (feed) => `Der Feed ${feed} ist verschwunden und wird nicht mehr gelesen.`,
  },
  help: {
    heading: 'Lede, eine Nachrichtenredaktion für deinen Server',
    what: 'Lede liest viele Medien, legt Artikel über dasselbe Ereignis zusammen und sendet einen ruhigen Überblick am Tag. Jeder Satz ist wörtlich zitiert, mit Medium und Link. Nichts davon schreibt eine Maschine.',
    start: (command) =>
      `**So beginnst du:** ${command} in einem Kanal, dann Themen wählen. Der erste Überblick kann sofort kommen.`,
    startDm: 'Füge Lede einem Server hinzu, um dort Überblicke zu bekommen. Hier kannst du nach Meldungen fragen.',
    everyone: 'Für alle',
    managers: 'Für alle, die den Server verwalten',
    footer: 'Antworten auf Befehle siehst nur du.',
  },
});
