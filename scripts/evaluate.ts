import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const scorers = join(import.meta.dirname, '../../shared/eval/run.ts');
if (process.argv.includes('--help')) {
  console.log('npm run evaluate -- [SCORER…] [--data DIR] [--json]\nRuns the scorers beside the project.');
} else if (existsSync(scorers)) await import(pathToFileURL(scorers).href);
else {
  console.error(
    `There is nothing to evaluate with: ${scorers} is missing. The scorers and their data stand beside the project.`,
  );
  process.exitCode = 1;
}
