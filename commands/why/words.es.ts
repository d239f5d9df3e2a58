import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['por-qué', 'Por qué una noticia estaba donde estaba en el último resumen de este canal, o no estaba'],
    options: { query: ['búsqueda', 'Palabras del titular'] },
  },
  noDigest: 'Este canal aún no ha tenido ningún resumen. Pregunta en un canal que reciba uno: /suscripciones',
  unknown: (query) =>
    `No hay nada sobre “${query}”. Prueba una o dos palabras del titular de la noticia, como un lugar o un nombre.`,
  nearest: (query) => `Ninguna noticia tiene todas las palabras de “${query}”. ¿A cuál te refieres?`,
  digestOf: (day) => `resumen del ${day}`,
  place: (number, of, digest) => `Era la ${f.number(number)}.ª de ${f.number(of)} en el ${digest}.`,
  brief: (number, of, digest) => `Era la línea ${f.number(number)} de ${f.number(of)} en “En breve”, en el ${digest}.`,
  absent: (digest) => `No estaba en el ${digest}.`,
  reasons: {
    before: (last, start) =>
      `Su último artículo hasta entonces era del ${last}; el resumen abarca los artículos desde el ${start}.`,
    after: (first, end) =>
      `Su primer artículo salió el ${first}, cuando las horas del resumen habían acabado, el ${end}.`,
    told: (digest, end) => `Este canal ya la tuvo en ${digest}, y hasta el ${end} no hubo nada nuevo.`,
    earlierDigest: 'un resumen anterior',
    otherTopic: (topics) => `Sus artículos no son de los temas de este canal: ${topics}.`,
    noNews: 'Sus artículos no parecen noticias, sino por ejemplo una crítica o un avance.',
    muted: (word) => `Dice “${word}”, que este servidor ha silenciado.`,
    beaten: (places, lines) =>
      `Otras noticias iban antes o contaban lo mismo: el resumen tiene ${f.count(places, 'puesto', 'puestos')} y ${f.count(lines, 'línea', 'líneas')} en “En breve”.`,
  },
  importance: (points) => `Tenía ${f.decimal(points)} puntos:`,
  parts: {
    leadingOutlets: (newsrooms) =>
      `${f.count(newsrooms, 'redacción la llevaba', 'redacciones la llevaban')} en portada`,
    otherOutlets: (newsrooms) =>
      `${f.count(newsrooms, 'redacción informó', 'redacciones informaron')} fuera de la portada`,
    articles: (articles) => f.count(articles, 'artículo nuevo', 'artículos nuevos'),
    saga: (newsrooms) =>
      `${f.count(newsrooms, 'redacción la llevó', 'redacciones la llevaron')} en portada los días anteriores`,
    leisure: 'trata de espectáculos, juegos o deportes',
    notNews: 'algunos de sus artículos no parecen noticias',
    otherTopics: 'en parte es de otros temas',
  },
});
