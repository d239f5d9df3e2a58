import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: { named: ['status', 'Prüfen, ob Lede funktioniert'] },
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
  declined: (list) => `Nicht erlaubt: ${list.join(' · ')}`,
  declinedBy: (what, count) => `${what} von ${f.count(count, 'Medium', 'Medien')}`,
  signals: {
    robots: 'Seiten (robots.txt)',
    search: 'Suche (Content-Signal)',
    licence: 'Suche (RSL-Lizenz)',
    mining: 'Text- und Data-Mining (TDMRep)',
    snippet: 'Zitate (nosnippet)',
    picture: 'Bilder (max-image-preview)',
  },
  nobody: { group: '⚠️ keiner gruppiert', send: '⚠️ keiner versendet' },
});
