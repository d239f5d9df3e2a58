import {
  type AutocompleteInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTGetAPIGuildApplicationCommandsPermissionsResult,
  Routes,
} from 'discord.js';
import { isPrivate } from './answer.ts';
import type { Command } from './command.ts';
import { serversOf } from './gateway/servers.ts';
import { answerableMs, Explained, type UserInteraction } from './interaction.ts';
import { inviteUrl } from './invite.ts';
import { memberOf } from './target.ts';

const isForServers = ({ data }: Command): boolean =>
  data.toJSON().contexts?.every((context) => context === InteractionContextType.Guild) === true;

/**
 * Repeats Discord's own checks, because Discord makes none for controls, nor for commands that another program with
 * the bot's token registered without restrictions. `idOf` gives a command's id. Throws Explained.
 */
export async function checkAccess(
  interaction: UserInteraction | AutocompleteInteraction,
  command: Command,
  idOf: (name: string) => string | undefined,
): Promise<void> {
  if (!isForServers(command) && command.audience !== 'managers') return;
  if (interaction.guildId === null) throw new Explained((say) => say.errors.needsServer);
  // Discord offers Lede's commands here, but Lede itself is not in the server.
  if (serversOf(interaction.client).get(interaction.guildId) === undefined)
    throw new Explained((say) => say.errors.notInServer({ inviteUrl: inviteUrl(interaction.applicationId) }));
  if (command.audience !== 'managers') return;
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    const isGranted = await grantsIn(interaction, interaction.guildId);
    if (!isGranted(idOf(command.data.name))) throw new Explained((say) => say.errors.needsManage);
  }
  // Old controls are refused: settings may have changed since, and somebody else may be using the screen.
  if (interaction.isMessageComponent() && isPrivate(interaction)) {
    const ageMs = interaction.createdTimestamp - interaction.message.createdTimestamp;
    if (ageMs > answerableMs) throw new Explained((say) => say.errors.expired);
  }
}

/** The managers' commands that Discord offers the asker here; none in direct messages and in servers without Lede. */
export async function managedBy(
  interaction: UserInteraction,
  commands: readonly Command[],
  idOf: (name: string) => string | undefined,
): Promise<Command[]> {
  const { client, guildId, memberPermissions } = interaction;
  const managed = commands.filter(({ audience }) => audience === 'managers');
  if (guildId === null || serversOf(client).get(guildId) === undefined) return [];
  if (memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return managed;
  const isGranted = await grantsIn(interaction, guildId);
  return managed.filter(({ data }) => isGranted(idOf(data.name)));
}

/**
 * Returns whether the server's permissions for a command's id allow the member: an entry for the member decides, else
 * entries for their roles, else the entry for @everyone.
 */
async function grantsIn(
  interaction: UserInteraction | AutocompleteInteraction,
  guildId: string,
): Promise<(commandId: string | undefined) => boolean> {
  const { client } = interaction;
  const applicationId = client.application.id;
  const { id: userId, roles } = memberOf(interaction);
  const all = (await client.rest.get(
    Routes.guildApplicationCommandsPermissions(applicationId, guildId),
  )) as RESTGetAPIGuildApplicationCommandsPermissionsResult;
  const verdict = (id: string | undefined): boolean | undefined => {
    const permissions = all.find((one) => one.id === id)?.permissions ?? [];
    const nearest = [[userId], roles, [guildId]]
      .map((ids) => permissions.filter((one) => ids.includes(one.id)))
      .find(({ length }) => length > 0);
    return nearest?.some(({ permission }) => permission);
  };
  // A command's permissions override those of the whole app.
  return (commandId) => verdict(commandId) ?? verdict(applicationId) ?? false;
}
