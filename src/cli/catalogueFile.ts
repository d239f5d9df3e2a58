import { mkdtemp, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../feeds/catalogue.ts';

/** As wide as Biome lets a line of the built-in file be. */
const columns = 240;

/**
 * The catalogue as JSON in the form that Biome keeps, a topic and a feed on one line each, so that a date that changes
 * is one changed line in the repository.
 */
export function catalogueText(catalogue: Catalogue): string {
  const { topics, outlets } = catalogue;
  return `{\n  "topics": ${listText(topics, '  ')},\n  "outlets": ${listText(outlets, '  ')}\n}\n`;
}

/** Puts the new file in the old one's place in one step: a reader, or a crash, meets the one or the other whole. */
export async function replaceCatalogue(path: string, catalogue: Catalogue): Promise<void> {
  const target = await realpath(path);
  const folder = await mkdtemp(join(dirname(target), '.catalogue-'));
  try {
    const fresh = join(folder, 'catalogue.json');
    const file = await open(fresh, 'wx', 0o644);
    try {
      await file.writeFile(catalogueText(catalogue));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `before` is the indent of the line that the value stands on; the key and a comma share that line. */
function valueText(value: unknown, before: string, taken: number): string {
  const short = oneLine(value);
  if (value === null || typeof value !== 'object' || before.length + taken + short.length + 1 <= columns) return short;
  return Array.isArray(value) ? listText(value, before) : objectText(value, before);
}

function listText(values: readonly unknown[], before: string): string {
  if (values.length === 0) return '[]';
  const inner = `${before}  `;
  return `[\n${values.map((value) => inner + valueText(value, inner, 0)).join(',\n')}\n${before}]`;
}

function objectText(value: object, before: string): string {
  const inner = `${before}  `;
  const lines = Object.entries(value).map(([name, part]) => {
    const key = `${JSON.stringify(name)}: `;
    return inner + key + valueText(part, inner, key.length);
  });
  return `{\n${lines.join(',\n')}\n${before}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${oneLine(part)}`);
  return `{ ${parts.join(', ')} }`;
}
