import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DiscordServer } from '../../playground/server/server.ts';
import type { WireMessage } from '../../playground/server/wire.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type Bot, type BotOptions, createBot } from '../../src/discord/bot.ts';
import type { Kept } from '../../src/discord/command.ts';
import { commandsOf, loadFeatures } from '../../src/discord/feature.ts';
import { type DeskOptions, newsInBoth, openDesk, type TestDesk } from '../desk/desk.ts';
import { everything } from '../desk/everything.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { type Entry, memoryKept, memoryLog } from '../memoryLog.ts';

export const commandsFolder = join(import.meta.dirname, '../../commands');

/** A separate bot on a real desk that has read nothing yet; `admin` manages the server, `reader` speaks German. */
export interface Scene extends ReturnType<typeof everything> {
  server: DiscordServer;
  bot: Bot;
  desk: TestDesk;
  log: Entry[];
  kept: Kept;
  serverId: string;
  channelId: string;
  admin: string;
  reader: string;
  /** The admin in the current server, as a change is told who makes it. */
  readonly by: Changer;
  /** Makes a new server, in which nothing is set up, the current one. */
  enterServer(): void;
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

export async function createScene(more: Partial<BotOptions> = {}, options: DeskOptions = {}): Promise<Scene> {
  const desk = await openDesk({ start: false, keep: true, startsAt: '14:05', before: newsInBoth, ...options });
  const { server, serverId, channelId, admin } = desk;
  server.setup.setLocale(serverId, 'en-US');
  const reader = server.setup.addUser({ name: 'Max', locale: 'de' }).id;
  server.setup.addMember(serverId, reader);
  const { log, entries } = memoryLog();
  const kept = memoryKept();
  const bot = createBot({
    token: server.token,
    apiUrl: server.url,
    desk: desk.app.desk,
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
  const scene: Scene = {
    ...everything(desk.app),
    ...{ server, bot, desk, log: entries, kept, serverId, channelId, admin, reader },
    get by() {
      return { serverId: scene.serverId, userId: admin, serverLocale: 'en-US' };
    },
    enterServer() {
      scene.serverId = server.setup.addGuild({ name: 'Newsroom' }).id;
      server.setup.addMember(scene.serverId, admin, { admin: true });
      server.setup.addMember(scene.serverId, reader);
      scene.channelId = server.setup.addChannel(scene.serverId, { name: 'front-page' }).id;
    },
    run: (command, options = {}, user = admin, channel = scene.channelId) =>
      seen(server.acts.run({ user, channel, command, options })),
    press: (message, customId, user = admin) =>
      seen(server.acts.click({ user, channel: message.channel_id, messageId: message.id, customId })),
    pick: (message, customId, values, user = admin) =>
      seen(server.acts.choose({ user, channel: message.channel_id, messageId: message.id, customId, values })),
    suggest: async (command, options, focused, user = admin) => {
      const shown = await server.acts.type({ user, channel: scene.channelId, command, options, focused }).shown;
      if (shown.kind !== 'choices') throw new Error(`shown: ${shown.kind}`);
      return shown.choices.map((choice) => `${choice.name}=${choice.value}`);
    },
    close: async (invalid) => {
      await bot.stop();
      await desk.close(invalid);
    },
  };
  return scene;
}

/** Replaces some of the desk's questions or changes until the test ends. */
export function instead<Part extends object>(
  { desk }: Pick<Scene, 'desk'>,
  make: (desk: Desk) => Part,
  other: Partial<Part>,
): void {
  const part = desk.app.desk.of(make);
  const before = { ...part };
  Object.assign(part, other);
  onTestFinished(() => void Object.assign(part, before));
}

/** All texts of a message, joined by newlines. */
export const read = (message: WireMessage): string => textsOf(message).join('\n');

/** The custom ids of a message, in order. */
export const controls = (message: WireMessage): string[] =>
  [...JSON.stringify(message.components).matchAll(/"custom_id":"([^"]*)"/g)].map((match) => match[1] ?? '');

export const isForOne = (message: WireMessage): boolean => (message.flags & 64) !== 0;
