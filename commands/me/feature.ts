import type { Feature } from '../../src/discord/feature.ts';
import me from './command.ts';

export default { commands: [me] } satisfies Feature;
