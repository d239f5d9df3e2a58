import type { Formats } from '../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: {
    named: ['estado', 'Comprobar que Lede funciona, o qué ha publicado'],
    subcommands: {
      now: ['ahora', 'Comprobar que Lede funciona'],
      deliveries: ['envíos', 'Los últimos 20 mensajes a los canales de este servidor, o por qué falta alguno'],
    },
  },
  heading: (version) => `Lede ${version}`,
  up: (relative) => `En marcha desde ${relative}`,
  outlets: (answered, all) =>
    `${f.form(answered, 'Ha respondido', 'Han respondido')} ${f.number(answered)} de ${f.count(all, 'medio', 'medios')}`,
  failing: (count) => f.count(count, 'medio falla', 'medios fallan'),
  stories: (stories, articles) =>
    `${f.count(stories, 'noticia', 'noticias')} de ${f.count(articles, 'artículo', 'artículos')}`,
  corrections: (count) => f.count(count, 'corrección de lectores aquí', 'correcciones de lectores aquí'),
  lastPoll: (relative) => `Última lectura ${relative}`,
  toldByHubs: (count) =>
    f.count(count, 'feed envía sus novedades al instante', 'feeds envían sus novedades al instante'),
  lastDigest: (relative) => `Último resumen ${relative}`,
  nextDigest: (relative) => `Próximo resumen ${relative}`,
  noDigest: 'No hay ningún resumen previsto',
  pending: (count) => f.count(count, 'mensaje pendiente de envío', 'mensajes pendientes de envío'),
  processes: (count) => f.count(count, 'proceso', 'procesos'),
  since: {
    group: (relative) => `uno agrupa (tomó el relevo ${relative})`,
    send: (relative) => `uno envía (tomó el relevo ${relative})`,
  },
  declined: (list) => `No permitido: ${list.join(' · ')}`,
  declinedBy: (what, count) => `${what} por ${f.count(count, 'medio', 'medios')}`,
  signals: {
    robots: 'páginas (robots.txt)',
    search: 'búsqueda (Content-Signal)',
    licence: 'búsqueda (licencia RSL)',
    mining: 'minería de textos (TDMRep)',
    snippet: 'citas (nosnippet)',
    picture: 'imágenes (max-image-preview)',
  },
  deliveries: {
    heading: 'Envíos',
    newest: 'Los últimos 20 de este servidor, primero el más reciente',
    none: 'En este servidor aún no había nada que enviar. /suscribir inicia un resumen.',
    in: (channel) => `en ${channel}`,
    message: 'Mensaje',
    kinds: {
      daily: 'Resumen',
      asked: 'Resumen a petición',
      alert: 'Alerta',
      post: 'Alerta',
      item: 'Artículo nuevo de un feed',
      'item-post': 'Artículo nuevo de un feed',
      follow: 'Noticia seguida',
      update: 'Novedad de una noticia',
    },
    states: {
      sent: 'publicado',
      part: 'publicado en parte',
      pending: 'pendiente',
      expired: 'no se publicó a tiempo',
      refused: 'rechazado por Discord',
      unknown: 'Discord no lo confirmó, así que no se publica de nuevo',
      lost: 'descartado',
      quiet: 'omitido: un día sin noticias',
    },
    late: (count) =>
      `${count === 1 ? 'no publicado' : `${f.number(count)} resúmenes no publicados`}: Lede estuvo ausente, o uno anterior quedó atascado`,
    retries: (count) => f.count(count, 'reintento', 'reintentos'),
    next: (relative) => `próximo intento ${relative}`,
    dropped: {
      'channel is gone': 'El canal se eliminó.',
      'direct messages are closed': 'El miembro no admite mensajes directos.',
      'its channel gets no such message now': 'El canal está en pausa, o ya no está configurado para esto.',
      'its channel gets no more alerts': 'Las alertas del canal se detuvieron.',
      'no topic is left': 'Se quitó el último tema del resumen del canal.',
      'paused by an admin': 'El resumen del canal se puso en pausa.',
    },
    reasons: {
      'rate limit': 'Discord pidió a Lede que esperara.',
      'outcome unknown': 'Discord no respondió. Lede comprueba si llegó el mensaje.',
      'internal error': 'Un error de Lede; el registro del bot dice cuál.',
      unauthorized: 'Discord rechaza el token del bot.',
      'Discord denied the channel': 'Discord dice que el canal ya no existe. Lede lo pregunta una vez más.',
      'too late': '',
      'it could not be found out whether the message was posted': '',
    },
    answered: (words) => `Respuesta de Discord, o de la red: ${words}`,
  },
  nobody: { group: '⚠️ ninguno agrupa', send: '⚠️ ninguno envía' },
});
