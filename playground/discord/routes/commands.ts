import type { Context } from '../context.ts';
import { invalid, refusals } from '../http/errors.ts';
import { checkCommands } from '../http/limits.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { idOf, ok } from '../http/router.ts';
import type { Fields, WireCommand } from '../wire.ts';
import { isFields } from '../wire.ts';

const pattern = '/applications/:application/commands';

/** Registers the global commands with one bulk request. */
export const commandRoutes: readonly Route[] = [
  { method: 'GET', pattern, handle: (call) => ok(commandsFor(call)) },
  { method: 'PUT', pattern, handle: overwrite },
  { method: 'GET', pattern: '/applications/:application/guilds/:guild/commands/permissions', handle: grantsFor },
];

function grantsFor(call: Call): Reply {
  commandsFor(call);
  const guildId = idOf(call, 'guild');
  const { world } = call.context;
  const guild = world.guilds.get(guildId);
  if (guild?.members.has(world.botId) !== true) throw refusals.missingAccess();
  const all = [...guild.grants].map(([commandId, ids]) => ({
    id: commandId,
    application_id: world.applicationId,
    guild_id: guildId,
    permissions: [...ids].map((id) => ({ id, type: guild.roles.has(id) ? 1 : 2, permission: true })),
  }));
  return ok(all);
}

function commandsFor(call: Call): readonly WireCommand[] {
  if (idOf(call, 'application') !== call.context.world.applicationId) throw refusals.missingAccess();
  return call.context.world.commands;
}

function overwrite(call: Call): Reply {
  const { context, raw } = call;
  const old = commandsFor(call);
  if (!Array.isArray(raw)) {
    throw invalid([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  }
  checkCommands(raw);
  context.world.commands = raw.filter(isFields).map((fields) => commandOf(context, fields, old));
  context.notify({ type: 'commands' });
  return ok(context.world.commands);
}

function commandOf(context: Context, fields: Fields, old: readonly WireCommand[]): WireCommand {
  const permissions = fields.default_member_permissions;
  return {
    name_localizations: null,
    description_localizations: null,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    ...fields,
    id: old.find(({ name, type }) => name === fields.name && type === (fields.type ?? 1))?.id ?? context.ids.next(),
    application_id: context.world.applicationId,
    version: context.ids.next(),
    type: Number(fields.type ?? 1),
    name: String(fields.name),
    description: String(fields.description ?? ''),
    default_member_permissions: permissions === undefined || permissions === null ? null : String(permissions),
  };
}
