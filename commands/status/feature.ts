import type { Feature } from '../../src/discord/feature.ts';
import status from './command.ts';

export default { commands: [status] } satisfies Feature;
