import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['siguiendo', 'Las noticias que sigues; puedes dejar de seguir una'],
    menu: 'Seguir esta noticia',
  },
  begins: (title) => `### Siguiendo: ${title}\n-# Las novedades llegan al hilo de abajo, cinco al día como mucho.`,
  'goes-on': (title) => `-# **Novedades sobre** ${title}`,
  ends: (title) => `**${title}**\nTres días sin novedades: Lede ya no sigue esta noticia.`,
  stop: 'Dejar de seguir',
  where: (title) =>
    `¿Adónde deben ir las novedades sobre **${title}**? Cinco al día como mucho, hasta que pasen tres días sin ninguna.`,
  inThread: 'A un hilo aquí',
  inMessages: 'Por mensajes directos',
  inThreadSoon: 'El hilo está en camino.',
  inMessagesNow: (title) =>
    `Las novedades sobre **${title}** llegarán por mensajes directos. Con /siguiendo puedes dejar de recibirlas.`,
  mayNot: 'Para seguirla en un hilo, necesitas aquí “Crear hilos públicos” y “Enviar mensajes en hilos”.',
  noLink:
    'En este mensaje no hay ningún enlace a un artículo. Elige un mensaje que lo tenga, o pulsa **Seguir** en la ficha de /noticia.',
  noStory:
    'Lede no tiene ninguna noticia a la que lleven los enlaces de este mensaje. Prueba /noticia con palabras del titular.',
  several: 'Este mensaje cuenta varias noticias. **¿Cuál quieres seguir?**',
  pick: 'Elegir una noticia',
  none: 'No sigues ninguna noticia. Pulsa **Seguir** en la ficha de una noticia, o elige *Aplicaciones → Seguir esta noticia* en el menú de un mensaje.',
  heading: 'Sigues',
  line: (title, place, since) => `${title} · ${place === '' ? 'mensajes directos' : place} · desde el ${since}`,
  closedEnded: (titles) =>
    `Lede no puede enviarte mensajes directos, así que ya no sigue ${titles} para ti. Permítelos en tus ajustes de privacidad y pulsa **Seguir** otra vez.`,
  choose: 'Dejar de seguir una',
  ended: (title) => `Ya no sigues **${title}**.`,
});
