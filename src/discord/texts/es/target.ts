import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const target = (f: Formats): Texts['target'] => ({
  kinds: {
    other: (channel) =>
      `En ${channel} no se pueden publicar resúmenes. Elige un canal de texto o de anuncios, o un hilo.`,
    otherOrForum: (channel) =>
      `Lede no puede publicar en ${channel}. Elige un canal de texto o de anuncios, un foro o un hilo.`,
    unknown: 'Lede no puede ver ese canal. Concédele ahí “Ver canal”, o elige otro.',
    locked: (channel) => `${channel} está bloqueado. Desbloquea el hilo, o elige otro canal.`,
  },
  noThreads: {
    inThread: (channel) => `${channel} ya es un hilo, y en Discord no hay hilos dentro de hilos.`,
    notAllowed: (channel) =>
      `Lede aún no puede abrir hilos en ${channel}. Concédele “Crear hilos públicos” en los ajustes del canal e inténtalo de nuevo.`,
  },
  botLacks: (permissions, channel) =>
    `Lede aún no puede publicar en ${channel}. Concédele ${f.list(permissions)} en los ajustes del canal y repite el comando.`,
  userLacks: (permissions, channel) => `Para que Lede publique en ${channel}, tú necesitas ahí ${f.list(permissions)}.`,
  permissions: {
    ViewChannel: '“Ver canal”',
    SendMessages: '“Enviar mensajes”',
    SendMessagesInThreads: '“Enviar mensajes en hilos”',
    EmbedLinks: '“Insertar enlaces”',
    ReadMessageHistory: '“Leer el historial de mensajes”',
  },
  forumPermissions: {
    SendMessages: '“Crear publicaciones”',
    SendMessagesInThreads: '“Enviar mensajes en publicaciones”',
  },
  threadsLeft: (why) => `No habrá hilos bajo los resúmenes: ${why}`,
});
