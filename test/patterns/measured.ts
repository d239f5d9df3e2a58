// A process of its own, because nobody may have imported Lede's modules before, and so that it can be ended if a
// pattern never comes back.
import { patternsOfLede } from './found.ts';
import { type Growth, growthOf } from './growth.ts';

export interface Measured {
  unseen: string[];
  grown: (Growth & { at: string; source: string })[];
}

const send = (message: unknown) => new Promise((sent) => process.send?.(message, sent));

const { patterns, unseen } = await patternsOfLede();
const grown: Measured['grown'] = [];
for (const pattern of patterns) {
  await send(pattern.at);
  grown.push({ ...growthOf(pattern), ...pattern });
}
await send({ unseen, grown });
process.exit();
