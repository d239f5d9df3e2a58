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
  cancel: 'Cancelar',
  cancelled: 'No se ha cambiado nada.',
  counts: {
    topics: (count) => f.count(count, 'tema propio añadido', 'temas propios añadidos'),
    topicsChanged: (count) => f.count(count, 'tema propio cambiado', 'temas propios cambiados'),
    feeds: (count) => f.count(count, 'feed añadido', 'feeds añadidos'),
    mutes: (count) => f.count(count, 'palabra silenciada', 'palabras silenciadas'),
    channels: (count) => f.count(count, 'canal empieza a recibir un resumen', 'canales empiezan a recibir un resumen'),
    channelsChanged: (count) =>
      `${f.count(count, 'canal recibe', 'canales reciben')} los temas, ajustes y medios del archivo en lugar de los suyos`,
    alerts: (count) => f.count(count, 'canal empieza a recibir alertas', 'canales empiezan a recibir alertas'),
    alertsChanged: (count) => `${f.count(count, 'canal recibe', 'canales reciben')} las alertas del archivo`,
    logChannel: 'el canal de avisos',
  },
  left: 'No se puede importar',
  refused: {
    'topic-built-in': 'Lede ya trae un tema con este nombre; ponle otro al tuyo en el archivo',
    'too-many-topics': 'un servidor puede tener 20 temas propios',
    'topic-words': 'tiene demasiadas palabras, palabras demasiado largas, o ninguna',
    'short-word':
      'está en casi todas las noticias: una palabra necesita tres letras, o dos en chino, japonés, coreano o tailandés',
    'too-many-alerts': 'un servidor puede tener alertas en 50 canales',
    'no-own-feeds': 'sus alertas son sobre feeds que este servidor no tiene',
    'topic-gone': 'ese tema no existe aquí',
    'mute-word': 'no tiene letras ni cifras',
    'too-many-mutes': 'un servidor puede silenciar 50 palabras',
    'unknown-outlet': 'ese medio no existe aquí',
    'alert-role': 'sus alertas no mencionan ningún rol. Usa ahí /alertas definir para elegir uno.',
    'alert-tags': 'sus publicaciones no llevan etiquetas de temas. Usa ahí /alertas definir para elegirlas.',
  },
  noChannel: 'no está en este servidor. Crea un canal con ese nombre e importa el archivo de nuevo.',
  severalChannels: 'este servidor tiene varios canales con ese nombre.',
  file: {
    unreachable: 'No se ha podido cargar el archivo desde Discord. Adjúntalo de nuevo.',
    'too-large': 'Este archivo pasa de 256 KB, y es demasiado para una configuración. No se ha cambiado nada.',
    'no-setup': 'Este no es un archivo de configuración. /configuración exportar crea uno. No se ha cambiado nada.',
    newer: 'Este archivo lo creó un Lede más nuevo. Este no puede leerlo, así que no se ha cambiado nada.',
    broken: (place) =>
      `Este archivo no es una configuración válida, así que no se ha cambiado nada. El primer error: ${place}`,
  },
});
