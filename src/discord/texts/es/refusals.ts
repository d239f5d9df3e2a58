import { moment } from '../../cards/parts.ts';
import type { Texts } from '../en/language.ts';

export const refusals: Texts['refusals'] = {
  'unknown-topic': (detail) =>
    `No hay ningún tema “${detail}”. Elige uno de la lista que aparece al escribir. Quien gestiona el servidor puede crear otros: /temas crear.`,
  'topic-gone': () => 'Ese tema ya no existe. Elige otro.',
  'unknown-zone': (detail) =>
    `No hay ninguna zona horaria “${detail}”. Escribe una ciudad o un país, como Madrid, Bogotá o Japón.`,
  'zone-meant': (detail) => `¿Querías decir **${detail}**? Escríbelo así. No se ha cambiado nada.`,
  'unknown-time': (detail) =>
    `“${detail}” no es una hora. Escribe por ejemplo 8, 8:30, 20.30 o 8 p. m.; separa varias con comas: 08:00, 18:00.`,
  'too-many-times': (detail) => `Un canal puede recibir como mucho ${detail} resúmenes al día. Quita alguna hora.`,
  'unknown-days': (detail) =>
    `“${detail}” no son días. Escribe por ejemplo lun-vie, sáb, dom, entre semana o todos los días.`,
  'unknown-language': (detail) =>
    `Lede no conoce el idioma “${detail}”. Escribe por ejemplo español, inglés, separados con comas, o “todos”.`,
  'too-many-languages': (detail) =>
    `Un canal puede indicar como mucho ${detail} idiomas. Quita alguno, o escribe “todos”.`,
  'unknown-choice': (detail) => `“${detail}” no es una de las opciones. Elige en la lista.`,
  'not-subscribed': (detail) =>
    detail === '' ? 'Ese canal aún no recibe ningún resumen. /suscribir lo inicia.' : `Ese canal no recibe ${detail}.`,
  'already-subscribed': () => 'El canal ya lo recibe. No se ha cambiado nada.',
  'too-many-topics': (detail) => `Un servidor puede tener ${detail} temas propios. Elimina antes uno: /temas eliminar.`,
  'channel-full': (detail) => `Un canal puede tener ${detail} temas. Quita antes uno: /desuscribir.`,
  'too-many-feeds': (detail) => `Un servidor puede tener ${detail} feeds. Quita antes uno: /feeds quitar.`,
  'too-many-mutes': () =>
    'Hay demasiadas palabras silenciadas. Deja antes de silenciar una: escríbela de nuevo en /resumen ajustes.',
  'mute-word': (detail) => `“${detail}” no tiene letras ni cifras, así que Lede no puede buscarlo.`,
  'topic-exists': (detail) => `Ya hay un tema “${detail}”. Elige otro nombre, o edítalo: /temas editar.`,
  'topic-built-in': (detail) =>
    `**${detail}** viene con Lede: /suscribir lo añade al resumen de un canal. Para un tema propio, elige otro nombre.`,
  'topic-name': () => 'El nombre de un tema tiene de 1 a 40 caracteres.',
  'no-words': () => 'Un tema necesita al menos una palabra en “todas” o en “alguna”. Separa las palabras con comas.',
  'too-many-words': (detail) => `Un tema puede tener ${detail} palabras en total. Quita algunas.`,
  'long-word': (detail) => `“${detail}…” es demasiado largo para una palabra. Separa las palabras con comas.`,
  'short-word': (detail) =>
    `“${detail}” es demasiado corto: está en casi todas las noticias. Una palabra necesita tres letras, o dos en chino, japonés, coreano o tailandés.`,
  'unknown-outlet': (detail) =>
    `No hay ningún medio “${detail}”, o varios se llaman así. Elige uno de la lista que aparece al escribir.`,
  'too-many-outlets': (detail) =>
    `Un canal puede silenciar y preferir ${detail} medios en total. Restablece antes uno: /medios lista.`,
  'feed-exists': () => 'Este servidor ya tiene ese feed: mira /feeds lista.',
  'feed-unknown': () => 'Este servidor no tiene ese feed. /feeds lista muestra los que tiene.',
  'feed-forgotten': (detail) => `${detail} pidió que este bot no lo lea.`,
  'requests-spent': (detail) =>
    `Este servidor ha agotado lo que Lede puede consultar y leer para él hoy: mira /feeds lista. Inténtalo de nuevo ${moment(Number(detail), 'R')}.`,
  'no-quiet-hours': () => 'El canal no tiene horas de silencio. Indícalas también, por ejemplo `silencio:22-7`.',
  'unknown-quiet': (detail) => `“${detail}” no son unas horas de silencio. Escribe por ejemplo 22-7 o de 22:30 a 6:00.`,
  'too-many-follows': (detail) => `Ya sigues ${detail} noticias. Deja antes de seguir una: /siguiendo.`,
  'too-many-follows-today': (detail) =>
    `Puedes empezar a seguir como mucho ${detail} noticias en 24 horas. Inténtalo mañana.`,
  'too-many-threads-today': (detail) =>
    `Los miembros de este servidor pueden abrir ${detail} hilos de noticias al día. Síguela por mensajes directos, o inténtalo mañana.`,
  'already-followed': () => 'Esa noticia ya se sigue ahí.',
  'not-followed': () => 'Ya no sigues esa noticia.',
  'too-many-watched': (detail) => `Puedes vigilar ${detail} palabras. Quita antes una: /vigilar quitar.`,
  'too-many-watchers': () =>
    'Son tantos los miembros que vigilan palabras que ya no cabe nadie más. Inténtalo otro día.',
  'not-watched': (detail) => (detail === '' ? 'No vigilas ninguna palabra.' : `No vigilas “${detail}”.`),
  'no-alert': () => 'Ese canal no recibe alertas. /alertas definir las inicia.',
  'too-many-alerts': (detail) =>
    `Un servidor puede tener alertas en ${detail} canales. Detenlas antes en uno: /alertas detener.`,
  'topic-or-words': () => 'Da un tema o palabras, no ambas cosas. Para las dos, define alertas en dos canales.',
  'feed-or-topic': () => 'Da un feed o un tema, no ambos.',
  'feed-at-one-voice': () =>
    'Un solo feed requiere `redacciones: 1`, que publica cada uno de sus artículos nuevos. No se ha cambiado nada.',
  'feed-at-once': () => 'Ese canal ya recibe cada artículo nuevo de este feed.',
  'no-own-feeds': (detail) =>
    detail === ''
      ? 'Con `redacciones: 1`, un canal recibe cada artículo nuevo de los feeds de este servidor, y aún no hay ninguno: /feeds añadir añade uno. Las noticias de los medios del catálogo necesitan al menos 2 redacciones, porque una sola publica cientos al día.'
      : `Con \`redacciones: 1\`, un canal recibe cada artículo nuevo de los feeds de este servidor, y ninguno está en ${detail}. Escribe \`tema: todo\`, o añade un feed a ese tema: /feeds añadir.`,
  'other-alert': () =>
    'Ese canal ya tiene una regla de alertas sobre otra cosa, y un canal solo tiene una. Elige otro canal, o cambia la regla con /alertas definir.',
  'not-in-story': () =>
    'Ese artículo ya no forma parte de esta noticia. Ábrela de nuevo para ver lo que contiene ahora.',
  'only-report': () => 'Es el único artículo de esta noticia, así que no hay nada de lo que separarlo.',
  'too-many-corrections': () => 'Hoy ha habido muchas correcciones aquí. Inténtalo mañana.',
  'digest-just-now': () =>
    'Un resumen va camino de ese canal o se acaba de publicar ahí, y otro diría lo mismo. Inténtalo de nuevo en un minuto.',
};
