import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['mis-datos', 'Qué guarda Lede sobre ti'],
    subcommands: {
      export: ['exportar', 'Recibirlo todo en un archivo'],
      delete: ['borrar', 'Borrarlo todo'],
    },
  },
  exported: 'Esto es todo lo que Lede guarda sobre ti. /mis-datos borrar lo borra.',
  askDelete:
    'Esto borra todo lo que Lede guarda sobre ti: las noticias que sigues, las palabras que vigilas, hasta dónde has leído y tus votos sobre cómo se agrupan los artículos. No se puede deshacer.',
  deleteAll: 'Borrarlo todo',
  deleted: 'Lede ya no guarda nada sobre ti.',
});
