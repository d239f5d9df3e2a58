import { join } from 'node:path';
import { Keyv } from 'keyv';
import { expect } from 'vitest';
import { createDiscordServer, type DiscordServer } from '../../playground/server/server.ts';
import type { WireMessage } from '../../playground/server/wire.ts';
import { type Bot, type BotOptions, createBot } from '../../src/discord/bot.ts';
import type { Kept } from '../../src/discord/command.ts';
import { commandsOf, loadFeatures } from '../../src/discord/feature.ts';
import type { Log } from '../../src/log.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { createRequestCheck } from '../requestCheck.ts';
import { FakeDesk } from './fakeDesk.ts';

export const commandsFolder = join(import.meta.dirname, '../../commands');

/** A server with a bot on a fake desk; `admin` manages the server, `reader` speaks German. */
export interface Scene {
  server: DiscordServer;
  bot: Bot;
  desk: FakeDesk;
  log: { level: string; values: Record<string, unknown>; message: string }[];
  kept: Kept;
  serverId: string;
  channelId: string;
  admin: string;
  reader: string;
  /** Runs a command and returns its final answer. */
  run(
    command: string,
    options?: Record<string, string | number>,
    user?: string,
    channel?: string,
  ): Promise<WireMessage>;
  press(message: WireMessage, customId: string, user?: string): Promise<WireMessage>;
  pick(message: WireMessage, customId: string, values: string[], user?: string): Promise<WireMessage>;
  suggest(command: string, options: Record<string, string>, focused: string, user?: string): Promise<string[]>;
  /** Fails if more than `invalid` requests violated Discord's schemas or rules. */
  close(invalid?: number): Promise<void>;
}

export async function createScene(more: Partial<BotOptions> = {}): Promise<Scene> {
  const desk = new FakeDesk();
  const server = await createDiscordServer({
    now: () => desk.now,
    monotonic: () => performance.now(),
    validate: true,
    // Three seconds may be too short on a busy machine.
    settings: { answerMs: 60_000 },
  });
  const requests = createRequestCheck(server);
  const guild = server.setup.addGuild({ name: 'Newsroom' });
  desk.serverId = guild.id;
  const channelId = server.setup.addChannel(guild.id, { name: 'front-page' }).id;
  const admin = server.setup.addUser({ name: 'Ada' }).id;
  const reader = server.setup.addUser({ name: 'Max', locale: 'de' }).id;
  server.setup.addMember(guild.id, admin, { admin: true });
  server.setup.addMember(guild.id, reader);
  const { log, entries } = memoryLog();
  const kept = memoryKept();
  const bot = createBot({
    token: server.token,
    apiUrl: server.url,
    desk: desk.desk,
    commands: commandsOf(await loadFeatures()),
    kept,
    gateway: { shards: 'auto' },
    log,
    wall: () => desk.now,
    pictures: true,
    mayAct: () => true,
    readyCheckMs: 20,
    ...more,
  });
  await bot.start();
  const seen = async (life: ReturnType<DiscordServer['acts']['run']>): Promise<WireMessage> => {
    const shown = await life.shown;
    if (shown.kind !== 'message') throw new Error(`shown: ${shown.kind}; ${JSON.stringify(entries.at(-1))}`);
    return shown.message;
  };
  return {
    server,
    bot,
    desk,
    log: entries,
    kept,
    serverId: guild.id,
    channelId,
    admin,
    reader,
    run: (command, options = {}, user = admin, channel = channelId) =>
      seen(server.acts.run({ user, channel, command, options })),
    press: (message, customId, user = admin) =>
      seen(server.acts.click({ user, channel: message.channel_id, messageId: message.id, customId })),
    pick: (message, customId, values, user = admin) =>
      seen(server.acts.choose({ user, channel: message.channel_id, messageId: message.id, customId, values })),
    suggest: async (command, options, focused, user = admin) => {
      const shown = await server.acts.type({ user, channel: channelId, command, options, focused }).shown;
      if (shown.kind !== 'choices') throw new Error(`shown: ${shown.kind}`);
      return shown.choices.map((choice) => `${choice.name}=${choice.value}`);
    },
    close: async (invalid = 0) => {
      await bot.stop();
      await server.close();
      expect(requests.invalid, requests.invalid.join('\n')).toHaveLength(invalid);
    },
  };
}

export const memoryKept = (): Kept => new Keyv();

export function memoryLog() {
  const entries: Scene['log'] = [];
  const write =
    (level: string) =>
    (values: unknown, message = '') =>
      void entries.push({ level, values: { ...(values as object) }, message });
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  return { log, entries };
}

/** All texts of a message, joined by newlines. */
export const read = (message: WireMessage): string => textsOf(message).join('\n');

/** The custom ids of a message, in order. */
export const controls = (message: WireMessage): string[] =>
  [...JSON.stringify(message.components).matchAll(/"custom_id":"([^"]*)"/g)].map((match) => match[1] ?? '');

export const isForOne = (message: WireMessage): boolean => (message.flags & 64) !== 0;
