import type { Texts } from '../en/en.ts';
import type { Formats } from '../formats.ts';

export const digest = (f: Formats): Texts['digest'] => ({
  heading: (day, topics) => `${day} · ${topics}`,
  topicsAndMore: (shown, more) =>
    more > 0 ? `${shown.join(', ')} und ${f.count(more, 'weiteres', 'weitere')}` : shown.join(', '),
  counts: (stories, articles, minutes) =>
    `${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')} · ${f.count(minutes, 'Minute', 'Minuten')} Lesezeit`,
  quiet: (stories, articles) =>
    stories === 0
      ? `Ein ruhiger Tag: ${articles === 0 ? 'nichts Neues' : `nichts Neues aus ${f.count(articles, 'Artikel', 'Artikeln')}`}.`
      : `Ein ruhiger Tag: ${f.count(stories, 'Meldung', 'Meldungen')} aus ${f.count(articles, 'Artikel', 'Artikeln')}.`,
  updated: 'Neues dazu',
  outlets: (outlets, voices) =>
    voices > 0 && voices < outlets
      ? `${f.count(outlets, 'Medium', 'Medien')}, ${f.number(voices)} mit eigenem Text`
      : f.count(outlets, 'Medium', 'Medien'),
  since: (time) => `zuerst ${time}`,
  told: (daysAgo) => `${f.daysAgo(daysAgo)} gemeldet`,
  corrected: (outlet, text) => `**Berichtigt** von ${outlet}${text === '' ? '' : `: ${text}`}`,
  retracted: (outlet, text) => `**Zurückgezogen** von ${outlet}${text === '' ? '' : `: ${text}`}`,
  correctedToo: (numbers) => `**Auch zurückgezogen oder berichtigt:** ${numbers}`,
  removed: 'Auf Wunsch des Mediums entfernt',
  also: 'Außerdem',
  open: 'Meldung öffnen, nur du siehst sie',
  headlines: 'Schlagzeilen',
  footer: (window, answered, all) =>
    `${window} · ${f.number(answered)} von ${f.count(all, 'Medium', 'Medien')} · Jeder Satz ist wörtlich zitiert.`,
});
