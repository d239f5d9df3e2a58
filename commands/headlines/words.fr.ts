import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['titres', 'Les principaux sujets du moment, visibles uniquement par toi'],
    options: {
      topic: ['rubrique', 'Seulement cette rubrique'],
      since: ['depuis', 'Jusqu’où remonter'],
    },
    choices: { today: 'aujourd’hui', '3days': '3 jours', digest: 'dernier bulletin' },
  },
});
