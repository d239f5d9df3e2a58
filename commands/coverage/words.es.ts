import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['cobertura', '¿Quién más informa de este artículo? También en el menú de un mensaje, en Aplicaciones'],
    options: { url: ['dirección', 'Dirección del artículo'] },
    menu: '¿Quién más informa de esto?',
  },
  byPage: (link) =>
    `Lede no tiene ningún artículo en ${link}. Por su título y su comienzo, la página corresponde a esta noticia:`,
  alone: (outlet) => `Por ahora solo ${outlet} informa de esto.`,
  latest: (time) => `último artículo: ${time}`,
  reportedBy: 'Informan',
  noCountry: 'País desconocido',
  owners: (owners) => `Propietarios: ${owners}`,
  owner: (name, outlets) => (outlets > 1 ? `${name} (${f.number(outlets)})` : name),
  ownersUnknown: (outlets) => `desconocido en ${f.number(outlets)}`,
  agree: 'Coinciden',
  noLink:
    'En este mensaje no hay ningún enlace a un artículo. Elige un mensaje que lo tenga, o da la dirección: /cobertura',
  onlyFirst: (count) => `Este mensaje tiene más enlaces; Lede ha mirado los ${f.number(count)} primeros.`,
  noPage: (typed) => `“${typed}” no es una dirección web. Pega la dirección completa del artículo, con https://`,
  unknown: (link) => `Ningún medio de Lede tiene una noticia que corresponda a ${link}.`,
  nearest: (link) => `Ningún medio de Lede tiene una noticia que corresponda claramente a ${link}. Las más parecidas:`,
  closed: (link) =>
    `Lede no tiene ningún artículo en ${link}, y el sitio no deja que los bots lean la página. Prueba /noticia con palabras de su titular.`,
  unanswered: (link) =>
    `Lede no tiene ningún artículo en ${link}, y la página no se ha podido leer ahora. Inténtalo de nuevo en un minuto, o prueba /noticia con palabras de su titular.`,
  spent: (link) =>
    `Lede no tiene ningún artículo en ${link}, y ha leído muchas páginas para ti en la última hora. Inténtalo más tarde, o prueba /noticia con palabras de su titular.`,
});
