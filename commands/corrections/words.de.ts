import type { Formats } from '../../src/discord/texts/formats.ts';
import { cityIn } from '../../src/schedule/zones.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['korrekturen', 'Was Medien korrigiert, zurückgezogen oder neu betitelt haben, nachdem es hier stand'],
    options: {
      outlet: ['medium', 'Nur dieses Medium'],
      since: ['seit', 'Wie weit zurück; ohne Angabe 30 Tage'],
    },
    choices: { today: 'heute', '3days': '3 Tage', digest: 'letzter Überblick' },
  },
  heading: (outlet) => (outlet === undefined ? 'Korrekturen' : `Korrekturen · ${outlet}`),
  counts: (changes, articles, start) =>
    articles === 1
      ? `${f.count(changes, 'Änderung', 'Änderungen')} an dem Artikel, der seit ${start} hier stand`
      : `${f.count(changes, 'Änderung', 'Änderungen')} an den ${f.number(articles)} Artikeln, die seit ${start} hier standen`,
  none: (articles, outlet, start, since) => {
    const by = outlet === undefined ? '' : ` von ${outlet}`;
    const when = since === undefined ? '' : ` seit ${since}`;
    if (articles === 0) return `Seit ${start} stand hier kein Artikel${by}.`;
    return articles === 1
      ? `Der einzige Artikel${by}, der seit ${start} hier stand, wurde${when} weder korrigiert noch zurückgezogen und hat dieselbe Überschrift.`
      : `Von ${f.number(articles)} Artikeln${by}, die seit ${start} hier standen, wurde${when} keiner korrigiert, zurückgezogen oder mit einer anderen Überschrift versehen.`;
  },
  unknownOutlet: (typed) =>
    `Von „${typed}“ stand hier in letzter Zeit kein Artikel, oder mehrere Medien heißen so. Wähle eines aus der Liste, die beim Tippen erscheint.`,
  shown: (time, url, channel) =>
    `${url === undefined ? `gezeigt am ${time}` : `[gezeigt am ${time}](${url})`} in ${channel}`,
  newer: 'Neuere',
  older: 'Ältere',
  page: (number, of) => `Seite ${f.number(number)} von ${f.number(of)}`,
  onlyNewest: (count) => `Nur die neuesten ${f.number(count)}; wähle ein Medium, um mehr zu sehen`,
  zone: (zone) => `Zeiten in ${cityIn(zone, f.locale)}`,
  rule: 'Groß- und Kleinschreibung, Satzzeichen und Liveticker zählen nicht',
});
