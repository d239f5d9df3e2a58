import { once } from 'node:events';
import type { ChatInputCommandInteraction, ClientOptions, Interaction, SendableChannels } from 'discord.js';
import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach } from 'vitest';
import type { DiscordServer, DiscordServerOptions } from '../../playground/discord/server.ts';
import { createDiscordServer } from '../../playground/discord/server.ts';
import { makeRequest } from '../../src/discord/rest.ts';

/** Initial time of these tests' virtual clock: 25 November 2026, 08:00 UTC. Only tests move it. */
export const MORNING = Date.UTC(2026, 10, 25, 8);

/** A server with a guild, a text channel, an admin and a member. */
export interface Scene {
  readonly server: DiscordServer;
  readonly clock: { wall: number; extraMs: number };
  readonly guildId: string;
  readonly channelId: string;
  readonly admin: string;
  readonly member: string;
}

/**
 * Starts a server and fills it. Raising the clock's `extraMs` simulates that real time has passed. A bot has a minute
 * for its answers, because a loaded machine may need more than Discord's three seconds.
 */
export async function scene(options: Partial<DiscordServerOptions> = {}): Promise<Scene> {
  const clock = { wall: MORNING, extraMs: 0 };
  const server = await createDiscordServer({
    now: () => clock.wall,
    monotonic: () => performance.now() + clock.extraMs,
    ...options,
    settings: { answerMs: 60_000, ...options.settings },
  });
  const guild = server.setup.addGuild({ name: 'Newsroom', locale: 'en-US' });
  const channel = server.setup.addChannel(guild.id, { name: 'front-page' });
  const admin = server.setup.addUser({ name: 'Ada' }).id;
  const member = server.setup.addUser({ name: 'Max', locale: 'de' }).id;
  server.setup.addMember(guild.id, admin, { admin: true });
  server.setup.addMember(guild.id, member);
  return { server, clock, guildId: guild.id, channelId: channel.id, admin, member };
}

/**
 * An unmodified discord.js client, pointed at the server by `rest.api`, that has its guilds. It sends forms in the same
 * way as the bot, because other files of this process load our undici.
 */
export async function ready(server: DiscordServer, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const rest = { api: server.url, makeRequest, globalRequestsPerSecond: 1_000, retries: 0 };
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest, ...options });
  await Promise.all([once(client, 'clientReady'), client.login(server.token)]);
  return client as Client<true>;
}

/** A server with a discord.js bot, created for each test. */
export interface BotScene extends Scene {
  client: Client<true>;
  /** Starts again with other options. */
  start(options: Partial<DiscordServerOptions>): Promise<void>;
}

/** Sets up a scene with a bot for each test. Call it at the top of a test file. */
export function useBot(options: Partial<DiscordServerOptions> = {}): BotScene {
  const end = async () => {
    await at.client.destroy();
    await at.server.close();
  };
  const begin = async (more: Partial<DiscordServerOptions> = {}) => {
    Object.assign(at, await scene({ ...options, ...more }));
    at.client = await ready(at.server);
  };
  const at = { start: (more) => end().then(() => begin(more)) } as BotScene;
  beforeEach(() => begin());
  afterEach(end);
  return at;
}

/** Lets the client handle every interaction. Errors are collected in the returned list. */
export function answer(client: Client, handle: (interaction: Interaction) => Promise<unknown> | undefined): unknown[] {
  const errors: unknown[] = [];
  client.on('interactionCreate', (interaction) => {
    handle(interaction)?.catch((error: unknown) => errors.push(error));
  });
  return errors;
}

/** Lets the client handle slash commands. */
export const answerCommands = (client: Client, handle: (command: ChatInputCommandInteraction) => Promise<unknown>) =>
  answer(client, (interaction) => (interaction.isChatInputCommand() ? handle(interaction) : undefined));

/** Answers an interaction without the checks of discord.js. */
export const callback = ({ client, id, token }: Interaction, body: object) =>
  client.rest.post(`/interactions/${id}/${token}/callback`, { auth: false, body });

/** Fetches a channel in which the client can send messages. */
export async function sendable(client: Client, id: string): Promise<SendableChannels> {
  const found = await client.channels.fetch(id, { force: true });
  if (found?.isSendable() !== true) throw new Error('not sendable');
  return found;
}
