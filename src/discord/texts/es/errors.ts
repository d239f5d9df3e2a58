import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';
import { discordNames } from './names.ts';
import { problem } from './problems.ts';

export const errors = (f: Formats): Texts['errors'] => ({
  failed: (code) =>
    `No ha funcionado, y no es culpa tuya. Inténtalo de nuevo en un minuto. Si sigue fallando, dale a quien lleva este bot el código **${code}**.`,
  needsServer: 'Esto solo funciona en un servidor.',
  notInServer: (inviteUrl) =>
    `En este servidor solo están los comandos de Lede, no el propio Lede, así que no puede publicar aquí. [Añade Lede al servidor](${inviteUrl}) y repite el comando.`,
  needsManage: `Para esto necesitas el permiso “${discordNames(f).manage} servidor”.`,
  expired: 'Este botón ha caducado. Repite el comando.',
  retired: 'Este botón ya no se usa.',
  problem,
  reasons: {
    'missing-access': 'Lede no puede ver el canal. Concédele “Ver canal” y la publicación se reanudará por sí sola.',
    'missing-permission':
      'Lede no tiene permiso para publicar ahí. Concédele “Enviar mensajes” (en un hilo, “Enviar mensajes en hilos”; en un foro, “Crear publicaciones” y “Enviar mensajes en publicaciones”), “Insertar enlaces” y “Leer el historial de mensajes”, y la publicación se reanudará por sí sola.',
    'thread-closed': 'El hilo está cerrado y bloqueado. Desbloquéalo y la publicación se reanudará por sí sola.',
    'cannot-look-up':
      'Lede no puede comprobar si llegó su último mensaje. Concédele “Leer el historial de mensajes” y la publicación se reanudará por sí sola.',
  },
  notices: {
    paused: (channel, reason) => `La publicación en ${channel} está en pausa. ${reason}`,
    noThread: (channel) =>
      `Lede no tiene permiso para abrir hilos bajo sus mensajes en ${channel}. Concédele ahí “Crear hilos públicos”, o desactiva los hilos.`,
    roleGone: (channel) =>
      `Se eliminó el rol que mencionaban las alertas de ${channel}, así que ya no mencionan a nadie. Defínelas de nuevo con otro rol: /alertas definir.`,
    roleOpens: (channel, role, opened) =>
      `**Avísame**, bajo las alertas de ${channel}, ya no le da ${role} a nadie, porque los permisos de ${opened} le permiten algo a ese rol. Quítaselos, o elige un rol sin permisos: /alertas definir.`,
    channelGone: (channel) => `Se eliminó el canal ${channel}, así que ahí no se publicará nada más.`,
    expired: (day, channel) =>
      `El resumen del ${day} para ${channel} no pudo publicarse a tiempo. El próximo abarcará también esas horas.`,
    expiredSome: (count, first, last, channel) =>
      `Lede estuvo ausente o no pudo publicar: ${f.form(count, 'no salió', 'no salieron')} ${f.count(count, 'resumen', 'resúmenes')} para ${channel}, ${first === last ? `del ${first}` : `del ${first} al ${last}`}. El próximo abarcará también esas horas, hasta ocho días atrás.`,
    refused: (day, channel) =>
      `Discord rechazó el resumen del ${day} para ${channel}. El próximo abarcará también esas horas; el registro del bot dice por qué.`,
    unknownOutcome: (channel, day) =>
      `Discord no confirmó que ${day === undefined ? 'un mensaje' : `el resumen del ${day}`} llegara a ${channel}. Por precaución, no se publicará de nuevo; si falta ahí, encontrarás las noticias con /titulares o /noticia.`,
    feedFailing: (feed, reason) => `No se puede leer el feed ${feed}: ${reason}`,
    feedBack: (feed) => `El feed ${feed} vuelve a funcionar.`,
    feedGone: (feed, reason) => `El feed ${feed} ya no existe y no se leerá más: ${reason}`,
    clockAhead: (hours) =>
      `El reloj de la máquina del bot iba ${f.count(hours, 'hora', 'horas')} adelantado y se ha puesto en hora. Puede que algunos resúmenes salieran demasiado pronto, o no salieran.`,
    polling: (minutes) =>
      `No se ha leído ningún medio desde hace ${f.count(minutes, 'minuto', 'minutos')}. El registro del bot dice por qué.`,
    sending: (minutes) =>
      `No se ha podido publicar ningún resumen desde hace ${f.count(minutes, 'minuto', 'minutos')}. El registro del bot dice por qué.`,
  },
});
