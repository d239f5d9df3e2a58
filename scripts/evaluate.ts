import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const usage = `npm run evaluate -- [SCORER…] [--data DIR] [--json]
npm run evaluate -- mornings [ARCHIVE…] [--out DIR]
npm run evaluate -- origins
Runs the scorers beside the project. “mornings” replays the archives of real mornings, each by models that were not
fitted on it, and prints what a reader of the digests meets, side by side. “origins” compares whom sentences of these
archives name as their source with labels made by reading.`;

const scorers = join(import.meta.dirname, '../../shared/eval/run.ts');
const [first] = process.argv.slice(2);
if (process.argv.includes('--help')) console.log(usage);
else if (!existsSync(scorers)) {
  console.error(
    `There is nothing to evaluate with: ${scorers} is missing. The scorers and their data stand beside the project.`,
  );
  process.exitCode = 1;
} else if (first === 'mornings') await import('./evaluation/mornings.ts');
else if (first === 'origins') await import('./evaluation/origins.ts');
else await import(pathToFileURL(scorers).href);
