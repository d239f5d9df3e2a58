import type { Context } from '../context.ts';
import { invalidForm, refusals } from '../errors.ts';
import { checkCommands } from '../limits/commands.ts';
import type { Call, Reply, Route } from '../router.ts';
import { idOf, NO_CONTENT, ok } from '../router.ts';
import type { Fields, WireCommand } from '../wire.ts';
import { isFields } from '../wire.ts';
import { guildFor } from './access.ts';

const GLOBAL = '/applications/:application/commands';
const IN_GUILD = '/applications/:application/guilds/:guild/commands';

/** Registering commands, globally and per guild. */
export const commandRoutes: readonly Route[] = [GLOBAL, IN_GUILD].flatMap((pattern): Route[] => [
  { method: 'GET', pattern, handle: (call) => ok(commandsFor(call)) },
  { method: 'PUT', pattern, handle: overwrite },
  { method: 'POST', pattern, handle: create },
  { method: 'GET', pattern: `${pattern}/:command`, handle: (call) => ok(commandFor(call)) },
  { method: 'PATCH', pattern: `${pattern}/:command`, handle: edit },
  { method: 'DELETE', pattern: `${pattern}/:command`, handle: remove },
]);

/** Where a call's commands stand: '' for the global ones. */
function placeOf(call: Call): string {
  if (idOf(call, 'application') !== call.context.world.applicationId) throw refusals.missingAccess();
  return call.params.guild === undefined ? '' : guildFor(call.context, idOf(call, 'guild')).id;
}

function commandsFor(call: Call): WireCommand[] {
  return call.context.world.commands.get(placeOf(call)) ?? [];
}

function commandFor(call: Call): WireCommand {
  const command = commandsFor(call).find(({ id }) => id === idOf(call, 'command'));
  if (command === undefined) throw refusals.unknownCommand();
  return command;
}

function store(context: Context, place: string, commands: WireCommand[]): void {
  context.confirm();
  context.world.commands.set(place, commands);
  context.notify({ type: 'commands', guildId: place === '' ? undefined : place });
}

function overwrite(call: Call): Reply {
  const { context, raw } = call;
  const place = placeOf(call);
  if (!Array.isArray(raw)) {
    throw invalidForm([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }]);
  }
  checkCommands(raw);
  const old = context.world.commands.get(place) ?? [];
  const commands = raw.filter(isFields).map((fields) => commandOf(context, place, fields, sameIn(old, fields)));
  store(context, place, commands);
  return ok(commands);
}

function create(call: Call): Reply {
  const { context, body } = call;
  const place = placeOf(call);
  const old = context.world.commands.get(place) ?? [];
  const same = sameIn(old, body);
  const others = old.filter((command) => command !== same);
  checkSingle([...others, body], others.length);
  const command = commandOf(context, place, body, same);
  store(context, place, [...others, command]);
  return ok(command, same === undefined ? 201 : 200);
}

function edit(call: Call): Reply {
  const { context, body } = call;
  const place = placeOf(call);
  const old = commandFor(call);
  const others = commandsFor(call).filter((command) => command !== old);
  checkSingle([...others, { ...old, ...body }], others.length);
  const command = commandOf(context, place, { ...old, ...body }, old);
  store(context, place, [...others, command]);
  return ok(command);
}

function remove(call: Call): Reply {
  const command = commandFor(call);
  const others = commandsFor(call).filter((other) => other !== command);
  store(call.context, placeOf(call), others);
  return NO_CONTENT;
}

/** Checks a whole set, and names the problems of its last command as if it stood alone. */
function checkSingle(set: readonly unknown[], index: number): void {
  try {
    checkCommands(set);
  } catch (error) {
    if (!(error instanceof Error) || !('problems' in error) || !Array.isArray(error.problems)) throw error;
    throw invalidForm(
      error.problems.map((problem) => ({
        ...problem,
        path: problem.path[0] === index ? problem.path.slice(1) : problem.path,
      })),
    );
  }
}

function typeOf(fields: Fields): number {
  return typeof fields.type === 'number' ? fields.type : 1;
}

function sameIn(commands: readonly WireCommand[], fields: Fields): WireCommand | undefined {
  return commands.find((command) => command.name === fields.name && command.type === typeOf(fields));
}

function commandOf(context: Context, place: string, fields: Fields, old: WireCommand | undefined): WireCommand {
  const permissions = fields.default_member_permissions;
  return {
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    ...fields,
    id: old?.id ?? context.ids.next(),
    application_id: context.world.applicationId,
    version: context.ids.next(),
    type: typeOf(fields),
    name: String(fields.name),
    description: String(fields.description ?? ''),
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
    ...(place === '' ? {} : { guild_id: place }),
  } as WireCommand;
}
