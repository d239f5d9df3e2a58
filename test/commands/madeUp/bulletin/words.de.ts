import type { Formats } from '../../../../src/discord/texts/formats.ts';
import type { Words } from './words.ts';

export default (f: Formats): Words => ({
  command: { named: ['glocken', 'Wie oft die Glocken läuteten'] },
  times: (bells) => f.count(bells, 'Mal', 'Mal'),
});
