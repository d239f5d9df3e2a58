import { cityIn } from '../../../schedule/zones.ts';
import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const digest = (f: Formats): Texts['digest'] => ({
  timeIn: (zone) => (zone === 'UTC' ? zone : `heure locale : ${cityIn(zone, f.locale)}`),
  update: 'Suite',
  outlets: ({ outlets, voices }) =>
    f.count(outlets, 'média', 'médias') + (voices < outlets ? `, ${f.count(voices, 'source', 'sources')}` : ''),
  firstReported: (time) => `premier article : ${time}`,
  told: (daysAgo) =>
    daysAgo === 0 ? 'déjà dans un bulletin d’aujourd’hui' : `déjà dans le bulletin d’${f.daysAgo(daysAgo)}`,
  updates: (day, headline) => `${day} : « ${headline} »`,
  digestOf: (weekday) => `bulletin de ${weekday}`,
  earlier: {
    corrected: (of, outlet, text, title) =>
      `**Rectificatif** ${title ? `à « ${title} » dans le` : 'au'} ${of}, par ${outlet}${text && ` : ${text}`}`,
    retracted: (of, outlet, text, title) =>
      `**Article retiré** depuis le ${of}${title && ` : « ${title} »`}, par ${outlet}${text && ` : ${text}`}`,
  },
  correctedToo: (numbers) => `**Également retirés ou rectifiés :** ${numbers}`,
  paywalled: (outlet) => `${outlet} (abonnés)`,
  takenOut: 'Rectifié : un article sur un autre événement a été retiré',
  removed: 'Retiré à la demande du média',
  open: 'Ouvre un sujet : personne d’autre ne le verra',
  headlines: 'Les titres',
  corrected: (outlet, text) => `**Rectifié** par ${outlet}${text && ` : ${text}`}`,
  retracted: (outlet, text) => `**Retiré** par ${outlet}${text && ` : ${text}`}`,
});
