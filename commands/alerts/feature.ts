import type { Feature } from '../../src/discord/feature.ts';
import alerts from './command.ts';

export default { commands: [alerts] } satisfies Feature;
