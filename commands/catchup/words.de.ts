import type { Words } from './words.ts';

export default (): Words => ({
  command: {
    named: ['aufholen', 'Die wichtigsten Meldungen, seit du zuletzt nachgesehen hast'],
    options: { topic: ['thema', 'Nur dieses Thema'] },
  },
  heading: (topic) => `Seit du zuletzt nachgesehen hast${topic === undefined ? '' : ` · ${topic}`}`,
  firstHeading: (topic) => `Die letzten 24 Stunden${topic === undefined ? '' : ` · ${topic}`}`,
  nothing: (relative) => `Nichts Neues, seit du ${relative} nachgesehen hast.`,
  nothingYet: 'In den letzten 24 Stunden gab es nichts Neues.',
});
