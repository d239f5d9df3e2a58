import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['temas', 'Crear temas propios a partir de palabras'],
    subcommands: {
      list: ['lista', 'Los temas propios de este servidor'],
      create: ['crear', 'Crear un tema a partir de palabras; antes ves lo que encontraría'],
      edit: ['editar', 'Cambiar el nombre o las palabras de un tema'],
      delete: ['eliminar', 'Eliminar un tema'],
    },
    options: {
      topic: ['tema', 'Qué tema'],
      name: ['nombre', 'Su nombre, de 40 caracteres como mucho'],
      all: ['todas', 'Deben aparecer todas estas palabras; sepáralas con comas'],
      any: ['alguna', 'Debe aparecer al menos una de estas palabras; sepáralas con comas'],
      not: ['ninguna', 'No puede aparecer ninguna de estas palabras; sepáralas con comas'],
    },
  },
  none: 'Este servidor aún no tiene temas propios. /temas crear hace uno con las palabras que elijas.',
  heading: 'Los temas propios de este servidor',
  all: (words) => `todas: ${words}`,
  any: (words) => `alguna: ${words}`,
  not: (words) => `ninguna: ${words}`,
  feedsOnly: 'solo feeds propios, sin palabras',
  tried: (matches, of) =>
    of === 0
      ? 'Aún no hay noticias de los últimos 7 días con las que probarlo.'
      : matches === 0
        ? `${f.form(of, 'La única noticia de los últimos 7 días no encajaría.', `Ninguna de las ${f.number(of)} noticias de los últimos 7 días encajaría.`)} Con menos palabras, o más corrientes, se encuentra más.`
        : `${f.form(of, 'La única noticia de los últimos 7 días encajaría', `${f.number(matches)} de las ${f.number(of)} noticias de los últimos 7 días ${f.form(matches, 'encajaría', 'encajarían')}`)}, por ejemplo:`,
  save: 'Guardar',
  created: (name) => `**${name}** está guardado. /suscribir lo añade al resumen de un canal.`,
  edited: (name, changes) => `**${name}** está guardado: ${changes}`,
  same: 'Nada ha cambiado: ya estaba así.',
  noWords: 'ninguna',
  deleted: (name) => `**${name}** se ha eliminado; ya no lo recibe ningún canal.`,
  form: {
    create: 'Un tema a partir de palabras',
    edit: (name) => `Tema ${name}`,
    pick: 'Cambiar un tema',
    fields: {
      name: ['Nombre', '40 caracteres como mucho'],
      all: ['Todas estas palabras', 'Deben aparecer todas; sepáralas con comas'],
      any: ['Alguna de estas palabras', 'Debe aparecer al menos una; sepáralas con comas'],
      not: ['Ninguna de estas palabras', 'Se excluyen las noticias con alguna; sepáralas con comas'],
    },
  },
  deleteSure: (name, channels) =>
    channels === ''
      ? `¿Eliminar **${name}**? Ningún canal lo recibe.`
      : `¿Eliminar **${name}**? Está en el resumen de ${channels}.`,
  deleteFeeds: (feeds) => f.form(feeds, 'Su feed se va con él.', `Sus ${f.number(feeds)} feeds se van con él.`),
  deleteLast: (channels) => `Para ${channels} es el último tema: ahí termina el resumen, y se elimina su horario.`,
  delete: 'Eliminar',
});
