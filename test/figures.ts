import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../data/', import.meta.url));
const file = `${folder}figures.json`;

/** Prints the figures of a long run, and stores them under its name in `data/figures.json`, next to those of others. */
export function recordFigures(name: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  let known: Record<string, unknown> = {};
  try {
    known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    // The file does not exist before the first run on this machine.
  }
  mkdirSync(folder, { recursive: true });
  const sorted = Object.entries({ ...known, [name]: figures }).sort(([a], [b]) => (a < b ? -1 : 1));
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`);
  renameSync(fresh, file);
}
