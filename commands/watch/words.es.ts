import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['vigilar', 'Recibir un mensaje directo cuando una noticia nueva tiene una de tus palabras'],
    subcommands: {
      add: ['añadir', 'Vigilar palabras'],
      remove: ['quitar', 'Dejar de vigilar una palabra'],
      list: ['lista', 'Las palabras que vigilas'],
    },
    options: {
      words: ['palabras', 'Palabras, separadas con comas; diez en total'],
      word: ['palabra', 'Qué palabra'],
    },
  },
  watches: (words) =>
    `Vigilas ${words}. Las noticias nuevas con alguna de estas palabras llegan por mensaje directo, cinco al día como mucho. /vigilar quitar quita una.`,
  lately: (matches, of) =>
    `En los últimos 7 días, ${f.number(matches)} de ${f.count(of, 'noticia', 'noticias')} ${f.form(matches, 'tenía', 'tenían')} alguna de ellas.`,
  tooMany: 'Son más de cinco al día, así que la mayoría no llegará: elige palabras menos frecuentes.',
  watchClosed: (words) =>
    `Lede no puede enviarte mensajes directos, así que no vigila ${words} para ti. Permite los mensajes directos en tus ajustes de privacidad, y vuelve a empezar con /vigilar añadir y cualquiera de estas palabras.`,
  watchesNothing: 'No vigilas ninguna palabra. /vigilar añadir añade una.',
});
