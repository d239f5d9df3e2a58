import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from './command.ts';

/** A file in the commands folder that is no command; the start stops, since a command that silently lacks is worse. */
export class CommandFileError extends Error {
  readonly code = 'command-file';
  constructor(file: string, problem: string, cause?: unknown) {
    super(`${file}: ${problem}`, { cause });
    this.name = 'CommandFileError';
  }
}

/** Every command of a folder, by name. Throws CommandFileError that names the first bad file. */
export async function loadCommands(folder: string): Promise<Command[]> {
  const files = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name)
    .sort();
  const commands = await Promise.all(files.map((file) => loadCommand(join(folder, file))));
  if (commands.length === 0) throw new CommandFileError(folder, 'no command file in this folder');
  return commands;
}

async function loadCommand(path: string): Promise<Command> {
  let loaded: { default?: unknown };
  try {
    loaded = await import(pathToFileURL(path).href);
  } catch (error) {
    throw new CommandFileError(path, `can't be loaded: ${error instanceof Error ? error.message : error}`, error);
  }
  const command = loaded.default;
  if (!isCommand(command)) throw new CommandFileError(path, 'its default export needs data, audience and execute');
  const name = basename(path, '.ts');
  if (command.data.name !== name) {
    throw new CommandFileError(path, `holds the command "${command.data.name}"; the file must be named like it`);
  }
  return command;
}

function isCommand(value: unknown): value is Command {
  if (typeof value !== 'object' || value === null) return false;
  const { data, execute, audience, autocomplete, component } = value as Record<string, unknown>;
  return (
    typeof data === 'object' &&
    data !== null &&
    'name' in data &&
    typeof data.name === 'string' &&
    'toJSON' in data &&
    typeof data.toJSON === 'function' &&
    typeof execute === 'function' &&
    (audience === 'everyone' || audience === 'managers') &&
    (autocomplete === undefined || typeof autocomplete === 'function') &&
    (component === undefined || typeof component === 'function')
  );
}
