import {
  type AutocompleteInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTGetAPIGuildApplicationCommandsPermissionsResult,
  Routes,
} from 'discord.js';
import { isPrivate } from './answer.ts';
import { type Asking, answerableMs, type Command, Explained } from './command.ts';
import { serversOf } from './gateway/servers.ts';
import { inviteUrl } from './invite.ts';
import { memberOf } from './target.ts';

/** Commands that make no sense outside a server. */
const isForServers = ({ data }: Command): boolean =>
  data.toJSON().contexts?.every((context) => context === InteractionContextType.Guild) === true;

/**
 * Checks what Discord checks before it offers a command, since it offers controls to everybody, and commands too if
 * somebody else registered them. `idOf` gives a command's id. Throws Explained.
 */
export async function checkAccess(
  interaction: Asking | AutocompleteInteraction,
  command: Command,
  idOf: (name: string) => string | undefined,
): Promise<void> {
  if (!isForServers(command) && command.audience !== 'managers') return;
  if (interaction.guildId === null) throw new Explained((say) => say.errors.needsServer);
  // Only its commands were added, to the server or to somebody's account.
  if (serversOf(interaction.client).get(interaction.guildId) === undefined)
    throw new Explained((say) => say.errors.notInServer(inviteUrl(interaction.applicationId)));
  if (command.audience !== 'managers') return;
  if (!interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    if (!(await isGranted(interaction, interaction.guildId, idOf(command.data.name)))) {
      throw new Explained((say) => say.errors.needsManage);
    }
  }
  // What is set may have changed since, and so may have who looks at the screen.
  if (interaction.isMessageComponent() && isPrivate(interaction)) {
    const ageMs = interaction.createdTimestamp - interaction.message.createdTimestamp;
    if (ageMs > answerableMs) throw new Explained((say) => say.errors.expired);
  }
}

/** Whether the server's settings let the member use the command: themselves, else a role of theirs, else everybody. */
async function isGranted(
  interaction: Asking | AutocompleteInteraction,
  guildId: string,
  commandId: string | undefined,
): Promise<boolean> {
  const { applicationId, client } = interaction;
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
  // What is set for the command goes before what is set for all of them.
  return verdict(commandId) ?? verdict(applicationId) ?? false;
}
