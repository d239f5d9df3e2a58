import { afterAll, onTestFinished } from 'vitest';
import { features } from '../../commands/features.ts';
import type { DiscordServer } from '../../playground/discord/server.ts';
import type { WireMessage, WireModal } from '../../playground/discord/wire.ts';
import type { Life } from '../../playground/discord/world/life.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type Bot, type BotOptions, createBot } from '../../src/discord/bot.ts';
import type { PendingStore } from '../../src/discord/command.ts';
import { commandsOf } from '../../src/discord/feature.ts';
import { type DeskOptions, newsInBoth, openDesk, type TestDesk } from '../desk/desk.ts';
import { everything } from '../desk/everything.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { type Entry, memoryLog, memoryStore } from '../memoryLog.ts';

/** A separate bot on a real desk that has read nothing yet; `admin` manages the server, `reader` speaks German. */
export interface Scene extends ReturnType<typeof everything> {
  server: DiscordServer;
  bot: Bot;
  desk: TestDesk;
  log: Entry[];
  pendingStore: PendingStore;
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
  /** Runs a command and returns the texts of its final answer. */
  say(...command: Parameters<Scene['run']>): Promise<string>;
  press(message: WireMessage, customId: string, user?: string): Promise<WireMessage>;
  pick(message: WireMessage, customId: string, values: string[], user?: string): Promise<WireMessage>;
  /** Runs a command that opens a form. */
  form(command: string, options?: Record<string, string | number>, user?: string, channel?: string): Promise<OpenForm>;
  /** Presses a button that opens a form, or chooses in such a select. */
  pressForm(message: WireMessage, customId: string, values?: string[], user?: string): Promise<OpenForm>;
  /** Submits a form; fields that are left out stay as the form shows them. */
  submit(form: OpenForm, values: Record<string, string | readonly string[]>, user?: string): Promise<WireMessage>;
  suggest(command: string, options: Record<string, string>, focused: string, user?: string): Promise<string[]>;
}

/** A form that was opened in a channel. */
export interface OpenForm {
  modalId: string;
  channel: string;
  modal: WireModal;
}

/** A bot that is not started, on a real desk; it connects to the desk's Discord if `more` names no other. */
export function botOn(desk: TestDesk, more: Partial<BotOptions> = {}) {
  const { log, entries } = memoryLog();
  const pendingStore = memoryStore();
  const bot = createBot({
    token: desk.server.token,
    apiUrl: desk.server.url,
    desk: desk.app.desk,
    commands: commandsOf(features),
    pendingStore,
    log,
    mayAct: () => true,
    ...more,
  });
  return { bot, entries, pendingStore };
}

/** A scene that closes with the test that opened it. */
export async function createScene(more: Partial<BotOptions> = {}): Promise<Scene> {
  const { at, close } = await openScene(more);
  onTestFinished(() => close());
  return at;
}

/**
 * A scene for all tests of a file, to be awaited at its top. Its end fails if not exactly `invalid` requests violated
 * Discord's schemas or rules.
 */
export async function sceneForAll(more: Partial<BotOptions> = {}, options: DeskOptions = {}, invalid = 0) {
  const { at, close } = await openScene(more, options);
  afterAll(() => close(invalid));
  return at;
}

async function openScene(more: Partial<BotOptions>, options: DeskOptions = {}) {
  const desk = await openDesk({ start: false, keep: true, startsAt: '14:05', before: newsInBoth, ...options });
  const { server, serverId, channelId, admin } = desk;
  server.setup.setLocale(serverId, 'en-US');
  const reader = server.setup.addUser({ name: 'Max', locale: 'de' }).id;
  server.setup.addMember(serverId, reader);
  const { bot, entries, pendingStore } = botOn(desk, { gateway: { shards: 'auto' }, readyCheckMs: 20, ...more });
  await bot.start();
  const opened = async (life: Life): Promise<OpenForm> => {
    const shown = await life.shown;
    if (shown.kind !== 'modal') throw new Error(`shown: ${JSON.stringify(shown)}; ${JSON.stringify(entries.at(-1))}`);
    return { modalId: life.origin.id, channel: life.origin.channelId, modal: shown.modal };
  };
  const seen = async (life: Life): Promise<WireMessage> => {
    const shown = await life.shown;
    if (shown.kind !== 'message') throw new Error(`shown: ${shown.kind}; ${JSON.stringify(entries.at(-1))}`);
    return shown.message;
  };
  const scene: Scene = {
    ...everything(desk.app),
    ...{ server, bot, desk, log: entries, pendingStore, serverId, channelId, admin, reader },
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
    say: async (...command) => read(await scene.run(...command)),
    press: (message, customId, user = admin) =>
      seen(server.acts.click({ user, channel: message.channel_id, messageId: message.id, customId })),
    pick: (message, customId, values, user = admin) =>
      seen(server.acts.choose({ user, channel: message.channel_id, messageId: message.id, customId, values })),
    form: (command, options = {}, user = admin, channel = scene.channelId) =>
      opened(server.acts.run({ user, channel, command, options })),
    pressForm: (message, customId, values, user = admin) => {
      const act = { user, channel: message.channel_id, messageId: message.id, customId };
      return opened(values === undefined ? server.acts.click(act) : server.acts.choose({ ...act, values }));
    },
    submit: ({ modalId, channel }, values, user = admin) =>
      seen(server.acts.submit({ user, channel, modalId, values })),
    suggest: async (command, options, focused, user = admin) => {
      const shown = await server.acts.type({ user, channel: scene.channelId, command, options, focused }).shown;
      if (shown.kind !== 'choices') throw new Error(`shown: ${shown.kind}`);
      return shown.choices.map((choice) => `${choice.name}=${choice.value}`);
    },
  };
  const close = async (invalid = 0) => {
    await bot.stop();
    await desk.close(invalid);
  };
  return { at: scene, close };
}

/** Replaces some of the desk's questions or changes until the test ends. */
export function instead<Part extends object>(
  { desk }: Pick<Scene, 'desk'>,
  make: (desk: Desk) => Part,
  other: Partial<Part>,
): void {
  const part = desk.app.desk.use(make);
  const before = { ...part };
  Object.assign(part, other);
  onTestFinished(() => void Object.assign(part, before));
}

/** All texts of a message, joined by newlines. */
export const read = (message: WireMessage): string => textsOf(message).join('\n');

/** The fields of a form by id: the text, or the values that are chosen. */
export const fieldsOf = ({ modal }: OpenForm): Record<string, string | string[]> =>
  Object.fromEntries(
    modal.components.flatMap(({ component }) => {
      const { custom_id, value = '', options, default_values } = component ?? {};
      if (custom_id === undefined) return [];
      const chosen =
        options?.filter((one) => one.default).map((one) => one.value) ?? default_values?.map(({ id }) => id);
      return [[custom_id, chosen ?? value] as const];
    }),
  );

/** The custom ids of a message, in order. */
export const controls = (message: WireMessage): string[] =>
  [...JSON.stringify(message.components).matchAll(/"custom_id":"([^"]*)"/g)].map((match) => match[1] ?? '');

/** The first custom id of a message that contains this, or an empty one. */
export const controlIn = (message: WireMessage, part: string): string =>
  controls(message).find((id) => id.includes(part)) ?? '';

export const isForOne = (message: WireMessage): boolean => (message.flags & 64) !== 0;
