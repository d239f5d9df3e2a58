import { OAuth2Routes, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** Permissions that a digest needs in its channel, in the order of granting them. */
export const requiredPermissions = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  SendMessages: PermissionFlagsBits.SendMessages,
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  EmbedLinks: PermissionFlagsBits.EmbedLinks,
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
} as const;

/** Permissions for single settings, which report a missing one. */
export const optionalPermissions = { CreatePublicThreads: PermissionFlagsBits.CreatePublicThreads } as const;

/** The page for adding the bot to a server, with only the permissions that it needs. */
export function inviteUrl(applicationId: string): string {
  const permissions = Object.values(requiredPermissions).reduce((sum, bit) => sum | bit, 0n);
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
  });
  return `${OAuth2Routes.authorizationURL}?${query}`;
}
