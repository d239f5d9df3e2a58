import type { Feature } from '../../src/discord/feature.ts';
import coverage from './command.ts';

export default { commands: [coverage] } satisfies Feature;
