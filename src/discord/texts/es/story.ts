import type { Texts } from '../en/language.ts';
import type { Formats } from '../formats.ts';

export const story = (f: Formats): Texts['story'] => ({
  updated: (time) => `actualizada ${time}`,
  newSince: 'Novedades desde el último resumen',
  figuresDiffer: 'Las cifras difieren',
  figuresOverTime: 'La evolución de las cifras',
  changed: 'Día a día',
  whatChanged: '¿Qué ha cambiado?',
  inMarks: (words) => `“${words}”`,
  inTheirWords: 'En sus palabras',
  timeline: 'Cronología',
  firstReport: 'primer artículo',
  withdrawn: (outlet) => `retirado por ${outlet}`,
  earlier: 'Anteriormente',
  sameText: (outlets) => `mismo texto: ${outlets}`,
  andMore: (count) => `y ${f.number(count)} más`,
  quoted: 'Citado palabra por palabra; cada texto es de su medio.',
  related: 'Noticias relacionadas',
  noTopic: 'Actualidad',
  share: 'Compartir aquí',
  why: '¿Por qué juntos?',
  allOutlets: '¿Quién informa?',
  sharedBy: (user) => `Compartida por ${user}`,
  gone: (days) =>
    `Esta noticia ya no está disponible: tiene más de ${f.count(days, 'día', 'días')}, o se quitó su feed. Los enlaces de arriba siguen funcionando.`,
  reading: 'Lede está leyendo sus medios por primera vez. Pregunta de nuevo en un minuto, más o menos.',
  openOne: 'Abrir una noticia',
  takenBack: {
    vote: 'Deshecho: tu voto ya no cuenta.',
    back: 'Deshecho: el artículo vuelve a formar parte de esta noticia aquí, y los mensajes que lo incluían dicen lo de antes.',
    stands: 'Deshecho, pero otros dicen lo mismo, así que nada cambia.',
    nothing: 'Ya estaba deshecho.',
  },
  cannotShare: 'Para compartir una noticia aquí, tienes que poder enviar mensajes en este canal.',
  shared: 'Compartida.',
  shareUnconfirmed: 'Discord no confirmó que se compartiera. Mira si está en el canal.',
  alreadyShared: 'Ya has compartido esto aquí.',
  headlines: {
    heading: (topic) => (topic === undefined ? 'Titulares' : `Titulares · ${topic}`),
    counts: (stories, articles, since) =>
      `${f.count(stories, 'noticia', 'noticias')} de ${f.count(articles, 'artículo', 'artículos')} desde el ${since}`,
    empty: (since) => `Aún no hay noticias desde el ${since}. Prueba un periodo más largo u otro tema.`,
    outlets: (answered, all) => `${f.number(answered)} de ${f.count(all, 'medio', 'medios')}`,
    noneToShare: 'Estas noticias ya no están disponibles, así que no se ha compartido nada.',
  },
  openStory: 'Abrir la noticia',
});
