import type { Formats } from '../../src/discord/texts/formats.ts';
import { cityIn } from '../../src/schedule/zones.ts';
import type { Words } from './words.ts';

const dayGroups = { everyDay: 'todos los días', weekdays: 'de lunes a viernes', weekend: 'sábado y domingo' };

export default (f: Formats): Words => ({
  commands: {
    subscriptions: {
      named: ['suscripciones', 'Qué canales reciben un resumen, sobre qué temas, y cuándo llega el próximo'],
    },
    subscribe: {
      named: ['suscribir', 'Publicar cada día un resumen en un canal'],
      options: {
        topic: ['tema', 'Qué tema; no indiques ninguno para elegir varios'],
        channel: ['canal', 'Qué canal; si no, este'],
      },
    },
    unsubscribe: {
      named: ['desuscribir', 'Quitar un tema del resumen de un canal'],
      options: {
        topic: ['tema', 'Qué tema'],
        channel: ['canal', 'Qué canal; si no, este'],
      },
    },
    digest: {
      named: ['resumen', 'Ver, publicar, ajustar o pausar el resumen de un canal'],
      subcommands: {
        preview: ['ver', 'Ver el resumen que se publicaría ahora; solo lo ves tú'],
        post: ['publicar', 'Publicar un resumen ahora mismo'],
        settings: ['ajustes', 'Hora, zona, días, extensión, palabras silenciadas, canal de avisos'],
        feed: ['feed', 'Obtener una dirección secreta para leer el resumen fuera de Discord'],
        pause: ['pausar', 'Pausar el resumen de un canal'],
        resume: ['reanudar', 'Reanudar el resumen de un canal'],
      },
      options: {
        channel: ['canal', 'Qué canal; si no, este'],
        languages: ['idiomas', 'En qué idiomas cuentan las noticias: español, inglés, o todos'],
        language: ['idioma', 'En qué idioma escribe Lede aquí; automático: el de las noticias, o el del servidor'],
        copy_from: ['copiar_de', 'Copiar los ajustes de este canal; lo demás que indiques aquí tiene preferencia'],
        mute: [
          'silenciar',
          'Ocultar en todo el servidor las noticias con esta palabra; si ya lo está, un botón la recupera',
        ],
        mute_days: ['silenciar_días', 'Durante cuántos días silenciar la palabra; si no, para siempre'],
        log: ['avisos', 'Adónde van los avisos; elige otra vez el mismo canal y un botón lo quita'],
      },
      choices: { auto: 'automático' },
    },
  },
  channels: {
    pick: (channel) => `**¿Qué debe recibir ${channel}?** Elige uno o varios temas; todos irán en el mismo resumen.`,
    pickTopics: 'Elegir temas',
    subscribeTo: (topic) => `Suscribir a ${topic}`,
    pickMore: 'Elegir más temas',
    pickOwn: 'Elegir entre los temas de este servidor',
    allTaken: (channel) =>
      `${channel} ya recibe todos los temas. Crea los tuyos con las palabras que quieras: /temas crear.`,
    subscribed: (topics, channel) => `${channel} recibe ahora **${f.list(topics)}**.`,
    joined: (topics, channel, all) => `Nuevo en el resumen de ${channel}: **${f.list(topics)}**. Ahora abarca ${all}.`,
    next: (full, relative) => `Próximo resumen: ${full}, ${relative}.`,
    shown: {
      times: (times) => f.list(times),
      days: (days) => f.days(days, dayGroups),
      zone: (zone) => (zone === 'UTC' ? zone : `hora de ${cityIn(zone, f.locale)}`),
      stories: (stories) => f.count(stories, 'noticia', 'noticias'),
      languages: (languages) => (languages.length === 0 ? '' : `solo en ${f.list(languages.map(f.language))}`),
      language: (language) => (language === 'auto' ? '' : `Lede escribe en ${f.language(language)}`),
      quiet: (quiet) => (quiet === 'skip' ? 'nada los días tranquilos' : ''),
      style: (style) => (style === 'compact' ? 'compacto' : ''),
      crosspost: (crosspost) => (crosspost === 'off' ? 'sin difusión' : ''),
      thread: (thread) => (thread === 'on' ? 'con un hilo' : ''),
      silent: (silent) => (silent === 'on' ? 'sin notificación' : ''),
    },
    allLanguages: 'todos los idiomas',
    published: 'Los resúmenes se difunden a los servidores que siguen este canal.',
    zoneGuessed: 'La zona horaria se deduce del idioma de este servidor. **Cambiar ajustes** permite corregirla.',
    firstHeadlines: 'Ahora mismo empezaría con:',
    noHeadlines: 'No ha habido nada nuevo sobre esto en las últimas 24 horas.',
    reading: 'Lede está leyendo sus medios por primera vez. Tarda un minuto, más o menos.',
    stillReading: 'La lectura está tardando más de lo normal. El resumen llegará a su hora de todos modos.',
    preview: 'Vista previa',
    postNow: 'Publicar uno ahora',
    unsubscribed: (topic, channel, left) => `${channel} ya no recibe **${topic}**. Su resumen sigue abarcando ${left}.`,
    unsubscribedAll: (topic, channel) =>
      `**${topic}** era el último tema de ${channel}. Su resumen ha terminado y su horario se ha eliminado.`,
    none: 'Ningún canal de este servidor recibe aún un resumen. Quien gestiona el servidor puede iniciar uno con /suscribir; se tarda medio minuto.',
    noneHere: (channel) => `${channel} aún no recibe ningún resumen. /suscribir lo inicia.`,
    heading: 'Los resúmenes de este servidor',
    lastDigest: (url, relative) => `[último resumen](${url}) ${relative}`,
    paused: 'En pausa. /resumen reanudar lo pone de nuevo en marcha.',
    resumed: 'Reanudado.',
    blocked: (reason) => `En pausa. ${reason}`,
    stopped: 'Detenido: el canal se eliminó.',
  },
  digest: {
    counts: (stories, articles, minutes) =>
      `${f.count(stories, 'noticia', 'noticias')} de ${f.count(articles, 'artículo', 'artículos')} · ${f.count(minutes, 'minuto', 'minutos')} de lectura`,
    quiet: (stories, articles) =>
      articles === 0
        ? 'Un día tranquilo: nada nuevo.'
        : `Un día tranquilo: ${f.count(articles, 'artículo', 'artículos')}, ${stories === 0 ? 'nada nuevo' : f.count(stories, 'noticia', 'noticias')}.`,
    inBrief: 'En breve',
    more: 'Más noticias',
    footer: (window, answered, all) =>
      `${window} · ${f.number(answered)} de ${f.count(all, 'medio', 'medios')} · Cada frase se cita tal como se publicó.`,
  },
  feed: {
    off: 'Aquí los resúmenes no se pueden leer fuera de Discord: quien lleva este Lede no ha previsto una dirección pública para ellos.',
    heading: (channel) => `El resumen de ${channel} fuera de Discord`,
    warning:
      'Quien tenga una de estas direcciones puede leer los resúmenes, sin Discord. Compártelas solo con quien pueda leerlos. Cópialas ahora: no se vuelven a mostrar.',
    hidden:
      'El canal ya tiene una dirección. Lede guarda solo una huella de ella y no puede volver a mostrarla: pídesela a quien la use, o crea una nueva. La anterior dejará entonces de funcionar.',
    page: 'Página',
    atom: 'Atom, para lectores de feeds',
    json: 'JSON Feed, para lectores de feeds y programas',
    kept: (digests, days) =>
      `Hasta ${f.count(digests, 'resumen', 'resúmenes')} ${f.form(days, 'del último día', `de los últimos ${f.number(days)} días`)}, corregidos como los mensajes de aquí.`,
    renew: 'Nueva dirección',
    end: 'Eliminar la dirección',
    renewed: 'El canal tiene una nueva dirección. La anterior ya no funciona.',
    ended: (channel) => `El resumen de ${channel} ya no se puede leer fuera de Discord.`,
    outside: 'Se puede leer fuera de Discord: /resumen feed permite renovar o eliminar la dirección.',
    title: (topics) => f.list(topics),
    untitled: 'Resumen',
    entry: (day, time) => `${day}, ${time}`,
    posted: 'publicado:',
    corrected: 'corregido:',
    feeds: 'Feeds',
    none: 'Aún no se ha publicado ningún resumen. El próximo aparecerá aquí.',
    changed: (changes) => `Lo que los medios cambiaron después (${f.number(changes)})`,
  },
  form: {
    title: (channel) => `Resumen de ${channel}`,
    change: 'Cambiar ajustes',
    fields: {
      times: ['Hora', 'De una a seis veces: 8, 8:30, 20.30, o 08:00, 18:00'],
      days: ['Días', 'todos los días, entre semana, lun-vie, o sáb, dom'],
      zone: ['Zona horaria', 'Una ciudad o un país'],
      stories: ['Extensión', 'Cuántas noticias tienen un puesto como mucho'],
      more: ['Además', 'Todos los demás ajustes son opciones de /resumen ajustes'],
    },
    boxes: {
      style: 'Solo titulares',
      quiet: 'Nada los días sin noticias',
      thread: 'Un hilo bajo cada resumen, para comentarlo',
      silent: 'Publicar sin notificar a nadie',
      crosspost: 'Difundir a los servidores que siguen este canal',
    },
  },
  settings: {
    previewOf: (channel) => `Lo que recibiría ${channel} si publicaras un resumen ahora. Solo lo ves tú.`,
    posting: (channel) => `El resumen va camino de ${channel}.`,
    postedEmpty: (channel) =>
      `No hay nada nuevo para ${channel} desde su último resumen, así que va en camino uno de día tranquilo.`,
    heading: (channel) => `Resumen de ${channel}`,
    topics: 'Temas',
    muted: 'Silenciadas en todos los canales de este servidor',
    mutedNone: 'ninguna',
    log: 'Canal de avisos',
    logNone: 'ninguno: el último miembro que cambió un ajuste recibe un mensaje directo',
    until: (time) => `hasta el ${time}`,
    saved: (changes) => `Guardado: ${changes}`,
    same: 'Nada ha cambiado: esos ajustes ya estaban así.',
    copied: (from) => `Guardado, con los ajustes de ${from}.`,
    mutes: (word, hidden, of) =>
      [
        `**${word}** está silenciada en todos los canales de este servidor.`,
        ...(of === 0
          ? []
          : hidden === 0
            ? [
                `En los últimos 7 días no habría ocultado ${f.form(of, 'la única noticia', `ninguna de las ${f.number(of)} noticias`)}.`,
              ]
            : [
                `En los últimos 7 días habría ocultado ${f.form(of, 'la única noticia', `${f.number(hidden)} de las ${f.number(of)} noticias`)}:`,
              ]),
      ].join(' '),
    alreadyMuted: (word, until) =>
      `**${word}** ya está silenciada en este servidor${until === undefined ? '' : `, hasta el ${until}`}.`,
    unmute: (word) => `Dejar de silenciar “${word}”`,
    muteSure: (word, hidden, of) =>
      `**${word}** aún no está silenciada: en los últimos 7 días habría ocultado ${f.number(hidden)} de las ${f.number(of)} noticias. ¿Silenciarla de todos modos?`,
    muteAnyway: 'Silenciarla',
    unmuted: (word) => `**${word}** ya no está silenciada en este servidor.`,
    logSet: (channel) => `Los avisos sobre resúmenes y feeds van a ${channel}.`,
    logAlready: (channel) => `Los avisos sobre resúmenes y feeds ya van a ${channel}.`,
    clearLog: 'Prescindir del canal de avisos',
    logCleared:
      'Los avisos ya no van a un canal. El último miembro que cambió un ajuste los recibe por mensaje directo.',
    daysWithoutWord:
      'Indica también la palabra que silenciar: `silenciar_días` solo dice durante cuánto tiempo. No se ha cambiado nada.',
    yes: 'sí',
    no: 'no',
    muteExpires: (word, days) => `${word} · ${f.form(days, 'queda', 'quedan')} ${f.count(days, 'día', 'días')}`,
  },
});
