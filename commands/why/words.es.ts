import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

const signed = (f: Formats, points: number) => `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points))}`;

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
    noNews: (percent, max) =>
      `Sus artículos parecen otra cosa que una noticia, como una crítica o un avance: con una probabilidad del ${percent}\u00a0%, y aquí el límite es el ${max}\u00a0%.`,
    uncertain: 'Solo informó una redacción, y no era seguro que fuera una noticia del tema de este canal.',
    muted: (word) => `Dice “${word}”, que este servidor ha silenciado.`,
    withdrawn: 'Su medio ha retirado el artículo.',
    suicide:
      'Su titular trata del suicidio o las autolesiones de una persona, y solo informa una redacción. Los canales de varios temas lo omiten.',
    nothingNew: 'Lo que tenía de nuevo solo repetía lo que este canal ya había leído.',
    unsaid:
      'Solo una redacción cuenta lo nuevo, y ninguna frase que se pueda citar respalda su titular, así que solo cabía en “En breve”.',
    same: (story) => `${story} va antes y trata del mismo asunto.`,
    otherLanguage: 'Solo informó una redacción, en otro idioma que el de este canal.',
    beaten: (ahead, places, lines) =>
      `${f.count(ahead, 'noticia iba', 'noticias iban')} antes; el resumen tiene ${f.count(places, 'puesto', 'puestos')} y ${f.count(lines, 'línea', 'líneas')} en “En breve”.`,
    noRoom:
      'Juzgada ahora, habría tenido un puesto: o no cabía en el mensaje, o sus artículos han cambiado desde entonces.',
  },
  importance: (points) => `Tenía ${f.decimal(points)} puntos:`,
  parts: {
    leadingOutlets: (points) =>
      `${signed(f, points)} por ${f.count(points, 'redacción que la llevaba', 'redacciones que la llevaban')} en portada`,
    otherOutlets: (points, newsrooms) =>
      `${signed(f, points)} por ${f.count(newsrooms, 'redacción que informó', 'redacciones que informaron')} en otras secciones`,
    articles: (points, articles) =>
      `${signed(f, points)} por ${f.count(articles, 'artículo nuevo', 'artículos nuevos')}`,
    saga: (points, newsrooms) =>
      `${signed(f, points)} por ${f.count(newsrooms, 'redacción que la llevó', 'redacciones que la llevaron')} en portada los días anteriores`,
    leisure: (points) => `${signed(f, points)} porque trata de espectáculos, juegos o deportes`,
    notNews: (points) => `${signed(f, points)} porque algunos de sus artículos parecen otra cosa que una noticia`,
    otherTopics: (points) => `${signed(f, points)} porque en parte es de otros temas`,
  },
  above: (story, points) => `Por encima: ${story}, con ${f.decimal(points)}`,
  below: (story, points) => `Por debajo: ${story}, con ${f.decimal(points)}`,
  languageFirst: 'Las noticias en el idioma de este canal van primero; por lo demás deciden los puntos.',
  judgedAnew: 'Juzgada de nuevo para esta respuesta, según las reglas con las que se hacen los resúmenes.',
});
