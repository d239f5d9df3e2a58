import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['titulares', 'Las principales noticias de este momento, solo para ti'],
    options: {
      topic: ['tema', 'Solo este tema'],
      since: ['desde', 'Desde cuándo'],
    },
    choices: { today: 'hoy', '3days': '3 días', digest: 'último resumen' },
  },
});
