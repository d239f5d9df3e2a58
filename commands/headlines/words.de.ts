import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['schlagzeilen', 'Die wichtigsten Meldungen im Moment, nur für dich sichtbar'],
    options: {
      topic: ['thema', 'Nur dieses Thema'],
      since: ['seit', 'Wie weit zurück'],
    },
    choices: { today: 'heute', '3days': '3 Tage', digest: 'letzter Überblick' },
  },
});
