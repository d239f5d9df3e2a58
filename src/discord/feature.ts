import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Monotonic } from '../clock.ts';
import type { DeskParts } from '../desk/desk.ts';
import type { Route } from '../http/route.ts';
import type { ServerId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import { moduleExtension } from '../moduleExtension.ts';
import type { DeliveryKind } from '../outbox/kinds.ts';
import type { Command } from './command.ts';

/** The parts of a feature: the default export of `feature.ts` in its folder of `commands/`. */
export interface Feature {
  commands?: readonly Command[];
  /** The kinds of messages that the feature sends. */
  deliveries?: readonly DeliveryKind[];
  loops?: readonly ((parts: LoopParts) => Loop)[];
  /** What it serves below the public URL. */
  routes?: readonly ((parts: LoopParts) => Route)[];
}

/** Everything that a feature's loop or route may use. */
export interface LoopParts extends DeskParts {
  log: Log;
  /** The Discord locale of a server. */
  localeOf(serverId: ServerId): Promise<string>;
  /** The name under which this process claims rows. */
  owner: string;
  /** Whether the process is stopping; work that has not begun is left for the next one. */
  ending(): boolean;
  /** For limits by real time. */
  monotonic: Monotonic;
}

const commandsFolder = fileURLToPath(new URL('../../commands', import.meta.url));

/** Loads the features in the folders below this one, sorted by name. Throws an error that names a bad file. */
export async function loadFeatures(folder = commandsFolder): Promise<Feature[]> {
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

/** The kinds of messages that the features send. */
export const kindsOf = (features: readonly Feature[]): DeliveryKind[] =>
  features.flatMap(({ deliveries = [] }) => deliveries);

/** The commands of the features, sorted by name. */
export const commandsOf = (features: readonly Feature[]): Command[] =>
  features.flatMap(({ commands = [] }) => commands).sort((a, b) => (a.data.name < b.data.name ? -1 : 1));
