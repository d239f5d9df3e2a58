import type { Feature } from '../../src/discord/feature.ts';
import help from './command.ts';

export default { commands: [help] } satisfies Feature;
