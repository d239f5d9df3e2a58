import type { Feature } from '../../src/discord/feature.ts';
import outlets from './command.ts';

export default { commands: [outlets] } satisfies Feature;
