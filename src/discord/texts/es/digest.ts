import { cityIn } from '../../../schedule/zones.ts';
import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const digest = (f: Formats): Texts['digest'] => ({
  timeIn: (zone) => (zone === 'UTC' ? zone : `hora de ${cityIn(zone, f.locale)}`),
  update: 'Novedad',
  outlets: ({ outlets, voices }) =>
    f.count(outlets, 'medio', 'medios') + (voices < outlets ? `, ${f.count(voices, 'fuente', 'fuentes')}` : ''),
  firstReported: (time) => `primer artículo: ${time}`,
  told: (daysAgo) => (daysAgo === 0 ? 'ya en un resumen de hoy' : `ya en el resumen de ${f.daysAgo(daysAgo)}`),
  updates: (day, headline) => `${day}: “${headline}”`,
  digestOf: (weekday) => `resumen del ${weekday}`,
  earlier: {
    corrected: (of, outlet, text, title) =>
      `**Corrección** ${title ? `de “${title}” en el` : 'en el'} ${of}, por ${outlet}${text && `: ${text}`}`,
    retracted: (of, outlet, text, title) =>
      `**Retirado** desde el ${of}${title && `: “${title}”`}, por ${outlet}${text && `: ${text}`}`,
  },
  correctedToo: (numbers) => `**También retirados o corregidos:** ${numbers}`,
  paywalled: (outlet) => `${outlet} (de pago)`,
  takenOut: 'Corregido: se quitó un artículo sobre otro suceso',
  removed: 'Retirado a petición del medio',
  open: 'Abre una noticia; solo la verás tú',
  headlines: 'Titulares',
  corrected: (outlet, text) => `**Corregido** por ${outlet}${text && `: ${text}`}`,
  retracted: (outlet, text) => `**Retirado** por ${outlet}${text && `: ${text}`}`,
});
