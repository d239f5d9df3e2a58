import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Must come before the other imports: with the cache a second start takes 1.0 s of CPU instead of 1.6 s.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/lede', import.meta.url)));
const [{ runCommand }, { lede }] = await Promise.all([import('./cli/command.ts'), import('./cli/lede.ts')]);
await runCommand(lede);
