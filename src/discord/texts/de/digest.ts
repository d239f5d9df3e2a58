import { cityIn } from '../../../schedule/zones.ts';
import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const digest = (f: Formats): Texts['digest'] => ({
  timeIn: (zone) => (zone === 'UTC' ? zone : `Ortszeit ${cityIn(zone, f.locale)}`),
  update: 'Update',
  outlets: ({ outlets, voices }) =>
    f.count(outlets, 'Medium', 'Medien') + (voices < outlets ? `, ${f.count(voices, 'Quelle', 'Quellen')}` : ''),
  firstReported: (time) => `erster Bericht ${time}`,
  told: (daysAgo) =>
    daysAgo === 0 ? 'heute schon im Überblick' : `im Überblick ${daysAgo === 1 ? 'von ' : ''}${f.daysAgo(daysAgo)}`,
  updates: (day, headline) => `${day}: „${headline}“`,
  digestOf: (weekday) => `Überblick vom ${weekday}`,
  earlier: {
    corrected: (of, outlet, text, title) =>
      `**Korrektur** ${title ? `zu „${title}“ im` : 'zum'} ${of}, von ${outlet}${text && `: ${text}`}`,
    retracted: (of, outlet, text, title) =>
      `**Zurückgezogen** seit dem ${of}${title && `: „${title}“`}, von ${outlet}${text && `: ${text}`}`,
  },
  correctedToo: (numbers) => `**Ebenfalls zurückgezogen oder korrigiert:** ${numbers}`,
  paywalled: (outlet) => `${outlet} (Bezahlschranke)`,
  takenOut: 'Korrigiert: Ein Artikel über ein anderes Ereignis wurde entfernt',
  removed: 'Auf Wunsch des Mediums entfernt',
  open: 'Meldung öffnen; nur du siehst sie',
  headlines: 'Schlagzeilen',
  corrected: (outlet, text) => `**Korrigiert** von ${outlet}${text && `: ${text}`}`,
  retracted: (outlet, text) => `**Zurückgezogen** von ${outlet}${text && `: ${text}`}`,
});
