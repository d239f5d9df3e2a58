import type { Words } from './words.ts';

export default (): Words => ({
  command: { named: ['ayuda', 'Qué hace Lede y cómo empezar'] },
  heading: 'Lede, una redacción para tu servidor',
  what: 'Lede lee muchos medios, reúne los artículos sobre un mismo suceso y publica cada día un solo resumen, sin prisas. Cada frase se cita palabra por palabra, con su medio y un enlace. Nada lo escribe una máquina.',
  start: (command) =>
    `**Para empezar:** usa ${command} en un canal y elige temas. El primer resumen puede llegar enseguida.`,
  startByOthers: 'Quienes gestionan el servidor pueden iniciar un resumen en cualquier canal.',
  startDm: 'Añade Lede a un servidor para recibir resúmenes allí. Aquí puedes consultar noticias.',
  everyone: 'Para todo el mundo',
  managers: 'Para quienes gestionan el servidor',
  footer: 'Solo tú ves las respuestas a tus comandos.',
});
