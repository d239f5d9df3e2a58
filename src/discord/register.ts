import { createHash } from 'node:crypto';
import { type REST, type RESTPutAPIApplicationCommandsResult, Routes } from 'discord.js';
import type { Command, Kept } from './command.ts';

interface Registered {
  hash: string;
  ids: Record<string, string>;
}

/**
 * Tells Discord the commands when their definitions changed since the last start, or when Discord no longer has them.
 * Returns their ids by name.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  kept: Kept,
): Promise<ReadonlyMap<string, string>> {
  const definitions = commands.map((command) => command.data.toJSON());
  const hash = createHash('sha256').update(JSON.stringify(definitions)).digest('hex');
  const key = `commands:${applicationId}`;
  const before = registered(await kept.get(key));
  const route = Routes.applicationCommands(applicationId);
  if (before?.hash === hash) {
    const present = (await rest.get(route)) as RESTPutAPIApplicationCommandsResult;
    if (present.every((one) => before.ids[one.name] === one.id) && present.length === definitions.length) {
      return new Map(Object.entries(before.ids));
    }
  }
  const stored = (await rest.put(route, { body: definitions })) as RESTPutAPIApplicationCommandsResult;
  const ids = Object.fromEntries(stored.map((command) => [command.name, command.id]));
  await kept.set(key, { hash, ids } satisfies Registered);
  return new Map(Object.entries(ids));
}

function registered(value: unknown): Registered | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { hash, ids } = value as Partial<Registered>;
  return typeof hash === 'string' && typeof ids === 'object' && ids !== null ? { hash, ids } : undefined;
}
