import { createHash } from 'node:crypto';
import { type REST, type RESTPutAPIApplicationCommandsResult, Routes } from 'discord.js';
import type { Command, PendingStore } from './command.ts';

interface Registered {
  hash: string;
  ids: Record<string, string>;
  /** Command versions by name; Discord gives a changed command a new version. */
  versions: Record<string, string>;
}

/** All commands and entries in the menu of a message, as Discord takes them. */
const definitionsOf = (commands: readonly Command[]) =>
  commands.flatMap(({ data, menu }) => [data.toJSON(), ...(menu ? [menu.data.toJSON()] : [])]);
const hashOf = (definitions: readonly object[]) =>
  createHash('sha256').update(JSON.stringify(definitions)).digest('hex');
const keyOf = (applicationId: string) => `commands:${applicationId}`;

/** Command ids by name, once another process has registered exactly these commands; until then undefined. */
export async function registeredIds(
  applicationId: string,
  commands: readonly Command[],
  pendingStore: PendingStore,
): Promise<Record<string, string> | undefined> {
  const stored = (await pendingStore.get(keyOf(applicationId))) as Registered | undefined;
  return stored?.hash === hashOf(definitionsOf(commands)) ? stored.ids : undefined;
}

/** Registers the commands if they or Discord's copy changed since the last start. Returns ids by name. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  pendingStore: PendingStore,
): Promise<Record<string, string>> {
  const definitions = definitionsOf(commands);
  const hash = hashOf(definitions);
  const key = keyOf(applicationId);
  const before = (await pendingStore.get(key)) as Registered | undefined;
  const route = Routes.applicationCommands(applicationId);
  if (before?.hash === hash) {
    const present = (await rest.get(route)) as RESTPutAPIApplicationCommandsResult;
    const isSame = present.every(
      ({ name, id, version }) => before.ids[name] === id && before.versions?.[name] === version,
    );
    if (isSame && present.length === definitions.length) return before.ids;
  }
  const stored = (await rest.put(route, { body: definitions })) as RESTPutAPIApplicationCommandsResult;
  const ids = Object.fromEntries(stored.map(({ name, id }) => [name, id]));
  const versions = Object.fromEntries(stored.map(({ name, version }) => [name, version]));
  await pendingStore.set(key, { hash, ids, versions } satisfies Registered);
  return ids;
}
