import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['feeds', 'Leer tus propios feeds, solo para este servidor'],
    subcommands: {
      list: ['lista', 'Los feeds de este servidor, y si funcionan'],
      add: ['añadir', 'Añadir un feed; antes ves lo que trae'],
      remove: ['quitar', 'Dejar de leer un feed'],
      import: ['importar', 'Añadir los feeds de un archivo OPML, como lo exportan otros lectores de feeds'],
      export: ['exportar', 'Recibir los feeds de este servidor en un archivo OPML'],
    },
    options: {
      url: ['dirección', 'Dirección de un feed, o de un sitio que tenga uno'],
      topic: ['tema', 'A qué tema se suma; si no, a “Nuestros feeds”'],
      feed: ['feed', 'Qué feed'],
      file: ['archivo', 'Archivo OPML de 1 MB y 500 feeds como mucho'],
      topicForAll: ['tema', 'A qué tema se suman todos; si no, vale una carpeta que se llame como un tema'],
    },
  },
  none: 'Este servidor aún no tiene feeds propios. /feeds añadir toma la dirección de un feed o de un sitio; /feeds importar, una lista de otro lector de feeds.',
  heading: 'Los feeds de este servidor',
  state: {
    new: 'aún sin leer',
    ok: 'funciona',
    failing: 'falla',
    gone: 'ya no existe',
  },
  lastRead: (relative) => `leído ${relative}`,
  nextRead: (relative) => `de nuevo ${relative}`,
  share: (part, whole) => `${f.number(part)} de ${f.number(whole)}`,
  quota: (articles, pages, requests, megabytes) =>
    `Hoy ${articles} artículos nuevos, ${pages} páginas leídas, ${requests} peticiones más y ${megabytes} MB`,
  quotaSpent: (relative) => `más ${relative}`,
  week: (articles) => `${f.count(articles, 'artículo', 'artículos')} esta semana`,
  found: (title) => `**${title}** traería artículos como estos:`,
  empty: 'En este momento no tiene artículos.',
  choices: (feeds) => `Este sitio tiene ${f.number(feeds)} feeds. ¿Cuál?`,
  notOffered: (feeds) =>
    `${f.count(feeds, 'feed no aparece', 'feeds no aparecen')} aquí, porque en una lista caben 25. /feeds añadir admite también la dirección del propio feed.`,
  notRead: 'Aún sin leer: elígelo para ver lo que trae.',
  pick: 'Elige un feed',
  failed: (reason) => `No se puede añadir esa dirección: ${reason}`,
  add: 'Añadir este feed',
  added: (title, topic) =>
    `**${title}** se ha añadido al tema **${topic}**, solo para este servidor. Se leerá en un minuto como mucho.`,
  subscribeHint: (topic) => `Ningún canal recibe aún **${topic}**; /suscribir lo añade al resumen de uno.`,
  atOnceHint:
    'Cada artículo nuevo también puede publicarse al momento: aquí con el botón, en otro canal con /alertas definir.',
  atOnce: 'Publicar aquí cada artículo nuevo, al momento',
  removed: (title) => `**${title}** se ha quitado.`,
  several: (typed) =>
    `Varios feeds de este servidor corresponden a “${typed}”, así que no se ha quitado ninguno. Elige uno de la lista que aparece al escribir.`,
  imported: (added, known, refused) =>
    [
      f.count(added, 'feed añadido', 'feeds añadidos'),
      ...(known > 0 ? [f.count(known, 'ya conocido', 'ya conocidos')] : []),
      ...(refused > 0 ? [f.count(refused, 'rechazado', 'rechazados')] : []),
    ].join(' · '),
  inTopic: (feeds, topic) => `${f.number(feeds)} en **${topic}**`,
  readSoon: 'Se leerán en 5 minutos como mucho; /feeds lista muestra los que no se puedan leer.',
  notAdded: 'Sin añadir',
  tooMany: (feeds) => `${f.number(feeds)} más: un servidor puede tener 50 feeds`,
  report: { added: 'añadido', known: 'ya conocido', refused: 'rechazado' },
  file: {
    unreachable: 'No se ha podido cargar el archivo desde Discord. Adjúntalo de nuevo.',
    'too-large': 'Este archivo pasa de 1 MB, y es demasiado. No se ha añadido nada.',
    'too-slow': 'Leer este archivo llevaba demasiado tiempo, y se detuvo. No se ha añadido nada.',
    'no-list':
      'Este no es un archivo OPML. Los lectores de feeds crean uno al exportar sus feeds. No se ha añadido nada.',
    broken: 'Este archivo OPML está demasiado dañado para leerlo. No se ha añadido nada.',
    empty: 'Este archivo OPML no contiene ningún feed.',
    'too-many': 'Este archivo contiene más de 500 feeds. Divídelo, o quita algunos. No se ha añadido nada.',
  },
  exported: (feeds) =>
    `${f.count(feeds, 'feed', 'feeds')} en formato OPML, para /feeds importar o cualquier otro lector de feeds.`,
  exportTitle: (server) => (server === '' ? 'Feeds de Lede' : `Feeds de ${server}`),
});
