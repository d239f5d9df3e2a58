import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const digest = (f: Formats): Texts['digest'] => ({
  counts: (stories, articles, minutes) =>
    `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')} · ${f.count(minutes, 'Minute', 'Minuten')} Lesezeit`,
  quiet: (stories, articles) =>
    articles === 0
      ? 'Ein ruhiger Tag: nichts Neues.'
      : `Ein ruhiger Tag: ${stories === 0 ? 'nichts Neues' : f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')}.`,
  update: 'Update',
  outlets: ({ outlets, owners = outlets, voices = owners }) =>
    [
      f.count(outlets, 'Medium', 'Medien'),
      ...(owners < outlets ? [` von ${owners === 1 ? 'einem Eigentümer' : `${f.number(owners)} Eigentümern`}`] : []),
      ...(voices < owners ? [`, ${f.count(voices, 'eigenständiger Bericht', 'eigenständige Berichte')}`] : []),
    ].join(''),
  firstReported: (time) => `erste Meldung ${time}`,
  told: (daysAgo) =>
    daysAgo === 0 ? 'heute schon im Überblick' : `im Überblick ${daysAgo === 1 ? 'von ' : ''}${f.daysAgo(daysAgo)}`,
  updates: (day, headline) => `${day}: „${headline}“`,
  digestOf: (weekday) => `Überblick vom ${weekday}`,
  earlier: {
    corrected: (of, outlet, text) => `**Korrektur** zum ${of}, von ${outlet}${text && `: ${text}`}`,
    retracted: (of, outlet, text) => `**Zurückgezogen** seit dem ${of}, von ${outlet}${text && `: ${text}`}`,
  },
  corrected: (outlet, text) => `**Korrigiert** von ${outlet}${text && `: ${text}`}`,
  retracted: (outlet, text) => `**Zurückgezogen** von ${outlet}${text && `: ${text}`}`,
  correctedToo: (numbers) => `**Ebenfalls zurückgezogen oder korrigiert:** ${numbers}`,
  paywalled: (outlet) => `${outlet} (Bezahlschranke)`,
  takenOut: 'Korrigiert: Ein Artikel über ein anderes Ereignis wurde entfernt',
  removed: 'Auf Wunsch des Mediums entfernt',
  inBrief: 'Kurz gemeldet',
  more: 'Weitere Meldungen',
  open: 'Meldung öffnen; nur du siehst sie',
  headlines: 'Schlagzeilen',
  footer: (window, answered, all) =>
    `${window} · ${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')} · Jeder Satz ist wörtlich zitiert.`,
});
