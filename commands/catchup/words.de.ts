import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['aufholen', 'Die wichtigsten Meldungen, seit du zuletzt nachgesehen hast'],
    options: { topic: ['thema', 'Nur dieses Thema'] },
  },
});
