import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['configuración', 'Guardar toda la configuración de este servidor en un archivo, o cargar una'],
    subcommands: {
      export: ['exportar', 'Recibir suscripciones, ajustes, temas, feeds, palabras silenciadas y medios en un archivo'],
      import: ['importar', 'Cargar un archivo así; antes ves lo que cambiaría'],
    },
    options: { file: ['archivo', 'Un archivo de /configuración exportar, de 256 KB como mucho'] },
  },
  exported: (channels) =>
    `La configuración de este servidor, con ${f.count(channels, 'canal', 'canales')}: /configuración importar la carga aquí o en otro servidor. Nombra tus canales, temas, feeds, palabras silenciadas y roles, así que compártela solo con quien pueda conocerlos.`,
  preview: 'Lo que haría este archivo',
  done: 'Hecho como dice el archivo',
  nothing: 'En este archivo no hay nada nuevo',
  go: 'Aplicar',
  parts: {
    ownTopics: 'Temas propios',
    ownFeeds: 'Feeds',
    mutes: 'Palabras silenciadas',
    channels: 'Canales con resumen',
    alerts: 'Canales con alertas',
  },
  log: 'Canal de avisos',
  added: (count) => `${f.number(count)} más`,
  changed: (count) => f.count(count, 'cambio', 'cambios'),
  left: 'No se puede importar',
  noOutlet: 'aquí no existe ese medio',
  alertLacks: 'el rol y las etiquetas no vienen del archivo. Elígelos en ese canal: /alertas definir',
  noChannel: 'no está en este servidor. Crea un canal con ese nombre e importa el archivo de nuevo.',
  severalChannels: 'este servidor tiene varios canales con ese nombre.',
  file: {
    unreachable: 'No se ha podido cargar el archivo desde Discord. Adjúntalo de nuevo.',
    'too-large': 'Este archivo pasa de 256 KB, y es demasiado para una configuración. No se ha cambiado nada.',
    broken:
      'Lede no puede leer este archivo como configuración, así que no se ha cambiado nada. /configuración exportar crea una.',
  },
});
