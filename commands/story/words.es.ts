import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['noticia', 'Leer una noticia: qué pasó, quién informa y en qué difieren las versiones'],
    options: { query: ['búsqueda', 'Palabras del titular; sin ellas, la principal noticia de hoy'] },
  },
  nearest: (query, days) =>
    `No hay nada sobre “${query}”. Las noticias se guardan ${f.count(days, 'día', 'días')}. Las más parecidas:`,
  top: (query, days) =>
    `Nada corresponde a “${query}”. Las noticias se guardan ${f.count(days, 'día', 'días')}. Las principales de este momento:`,
  nothing: (query, days) =>
    `No hay nada sobre “${query}”. Las noticias se guardan ${f.count(days, 'día', 'días')}; prueba una o dos palabras del titular, como un lugar o un nombre.`,
  quietDay: 'Aún no hay noticias de las últimas 24 horas. Las principales de los últimos 3 días:',
  quietDays:
    'Aún no hay noticias de los últimos 3 días. Busca con palabras de un titular para encontrar otras anteriores.',
  whyHeading: (title) => `Por qué estos artículos son una sola noticia: ${title}`,
  whyWords: (words) => `en común: ${words}`,
  whyProbability: (probability) => `coincide con los demás en un ${Math.round(probability * 100)}\u00a0% de media`,
  whyFooter:
    'Lede compara las palabras que comparten dos artículos, sobre todo las menos frecuentes, y el tiempo que los separa. Las noticias se comparan de nuevo a medida que crecen.',
  outletsHeading: (title) => `Quién informa: ${title}`,
  changedHeading: (title) => `Qué ha cambiado: ${title}`,
  hadItFirst: (outlet) => `**${outlet}** fue el primero`,
  unread: (source) => `**${source}** · no está entre los artículos que Lede ha leído`,
  names: (source) => `cita a ${source}`,
  notTheSame: '¿No es el mismo suceso? Elige el artículo',
  splitOff: {
    waiting:
      'Anotado. Si otro miembro dice lo mismo, o alguien que gestiona el servidor, el artículo saldrá de esta noticia.',
    done: 'Hecho: el artículo ya no forma parte de esta noticia en este servidor, y los mensajes que lo incluían se corrigen.',
  },
  takenOut: (count) => `${f.count(count, 'artículo quitado', 'artículos quitados')} de esta noticia aquí`,
  putBack: '¿Devolver un artículo? Elígelo',
  picture: {
    heading: (hours) => {
      if (hours === 1) return 'Artículos por hora';
      if (hours < 24) return `Artículos cada ${f.number(hours)} horas`;
      return hours === 24 ? 'Artículos por día' : `Artículos cada ${f.number(hours / 24)} días`;
    },
    correction: 'corrección',
    others: (count) => `${f.number(count)} más`,
    numbered: (number, name) => `${number} es ${name}`,
    altHead: (outlets, reports, first, last) =>
      `La cobertura en el tiempo: ${f.count(reports, 'artículo', 'artículos')} de ${f.count(outlets, 'medio', 'medios')}, del ${first} al ${last}.`,
    altFirst: (outlet) => `Primer artículo: ${outlet}.`,
    altNumber: (number, name) => `En la imagen, ${number} es ${name}.`,
    altOutlet: (outlet, times, more, corrections) =>
      `${outlet}: ${times}${more > 0 ? ` y ${f.number(more)} más` : ''}${corrections && `, corregido: ${corrections}`}.`,
    altMore: (outlets) => `Y ${f.count(outlets, 'medio más', 'medios más')}.`,
  },
});
