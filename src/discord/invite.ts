import { OAuth2Routes, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** Permissions that a digest needs in its channel, in the order in which a person would grant them. */
export const requiredPermissions = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  SendMessages: PermissionFlagsBits.SendMessages,
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  EmbedLinks: PermissionFlagsBits.EmbedLinks,
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const;

/** Permissions that only some settings need; those settings say so if one is missing. */
export const optionalPermissions = { CreatePublicThreads: PermissionFlagsBits.CreatePublicThreads } as const;

/** The page on which somebody adds the bot to a server, with the permissions it needs and no more. */
export function inviteUrl(applicationId: string): string {
  const permissions = Object.values(requiredPermissions).reduce((sum, bit) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
