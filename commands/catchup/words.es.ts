import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['al-día', 'Las principales noticias desde tu última visita'],
    options: { topic: ['tema', 'Solo este tema'] },
  },
  heading: (topic) => `Desde tu última visita${topic === undefined ? '' : ` · ${topic}`}`,
  firstHeading: (topic) => `Las últimas 24 horas${topic === undefined ? '' : ` · ${topic}`}`,
  nothing: (relative) => `Nada nuevo desde tu última visita, ${relative}.`,
  nothingYet: 'No ha habido nada nuevo en las últimas 24 horas.',
});
