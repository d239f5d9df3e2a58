import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { moduleExtension } from '../moduleExtension.ts';
import type { Command } from './command.ts';

/** What a feature brings: the default export of `feature.ts` in its folder of `commands/`. */
export interface Feature {
  commands?: readonly Command[];
}

/** Loads the features in the folders below this one, sorted by name. Throws an error that names a bad file. */
export async function loadFeatures(folder: string): Promise<Feature[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    names
      .map(({ name }) => join(folder, name, `feature${moduleExtension}`))
      .sort()
      .map(async (path) => {
        const loaded: { default?: Feature } = await import(pathToFileURL(path).href).catch((cause) => {
          throw new Error(`${path} can't be loaded: ${cause}`, { cause });
        });
        if (loaded.default === undefined) throw new Error(`${path} has no default export`);
        return loaded.default;
      }),
  );
}

/** The commands of the features, sorted by name. */
export const commandsOf = (features: readonly Feature[]): Command[] =>
  features.flatMap(({ commands = [] }) => commands).sort((a, b) => (a.data.name < b.data.name ? -1 : 1));
