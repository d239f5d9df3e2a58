import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['rattrapage', 'Les principaux sujets depuis ta dernière visite'],
    options: { topic: ['rubrique', 'Seulement cette rubrique'] },
  },
  heading: (topic) => `Depuis ta dernière visite${topic === undefined ? '' : ` · ${topic}`}`,
  firstHeading: (topic) => `Les dernières 24 heures${topic === undefined ? '' : ` · ${topic}`}`,
  nothing: (relative) => `Rien de nouveau depuis ta dernière visite, ${relative}.`,
  nothingYet: 'Rien de nouveau ces dernières 24 heures.',
});
