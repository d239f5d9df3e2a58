import type { Feature } from '../../src/discord/feature.ts';
import following from './following.ts';

export default { commands: [following] } satisfies Feature;
