import type { Formats } from '../../src/discord/texts/formats.ts';
import { cityIn } from '../../src/schedule/zones.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['correcciones', 'Qué corrigieron, retiraron o retitularon los medios después de mostrarse aquí'],
    options: {
      outlet: ['medio', 'Solo este medio'],
      since: ['desde', 'Desde cuándo; si no, los últimos 30 días'],
    },
    choices: { today: 'hoy', '3days': '3 días', digest: 'último resumen' },
  },
  heading: (outlet) => (outlet === undefined ? 'Correcciones' : `Correcciones · ${outlet}`),
  counts: (changes, articles, start) =>
    `${f.count(changes, 'cambio', 'cambios')} en ${articles === 1 ? 'el único artículo mostrado' : `los ${f.number(articles)} artículos mostrados`} aquí desde el ${start}`,
  none: (articles, outlet, start, since) => {
    const by = outlet === undefined ? '' : ` de ${outlet}`;
    const when = since === undefined ? '' : ` desde el ${since}`;
    if (articles === 0) return `Desde el ${start} no se ha mostrado aquí ningún artículo${by}.`;
    return articles === 1
      ? `El único artículo${by} mostrado aquí desde el ${start} no se corrigió, ni se retiró, ni cambió de titular${when}.`
      : `De los ${f.number(articles)} artículos${by} mostrados aquí desde el ${start}, ninguno se corrigió, se retiró ni cambió de titular${when}.`;
  },
  unknownOutlet: (typed) =>
    `Ningún mensaje de aquí ha mostrado últimamente un artículo de “${typed}”, o varios medios se llaman así. Elige uno de la lista que aparece al escribir.`,
  shown: (time, url, channel) =>
    `${url === undefined ? `mostrado el ${time}` : `[mostrado el ${time}](${url})`} en ${channel}`,
  newer: 'Más recientes',
  older: 'Más antiguas',
  page: (number, of) => `Página ${f.number(number)} de ${f.number(of)}`,
  onlyNewest: (count) => `Solo las ${f.number(count)} más recientes; elige un medio para ver otras`,
  zone: (zone) => `Hora de ${cityIn(zone, f.locale)}`,
  rule: 'Las mayúsculas, la puntuación y los directos no cuentan',
});
