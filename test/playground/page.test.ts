import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type Client, Routes } from 'discord.js';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createMovedClock } from '../../playground/clock.ts';
import { allComponents, textOf } from '../../playground/discord/reading.ts';
import { createPage, type Page } from '../../playground/page/page.ts';
import type { ActAnswer, EveryItem, OwnFeedsLine, PageEvent, PageThread } from '../../playground/page/protocol.ts';
import type { PressItem } from '../../playground/press/press.ts';
import { hourMs, systemWall } from '../../src/clock.ts';
import { openNewsstand, rss } from '../desk/newsstand.ts';
import { answer, answerCommands, MORNING, ready, type Scene, scene, sendable } from './bot.ts';

let there: Scene;
let page: Page;
let client: Client | undefined;
/** Filled by a test that has a site of its own. */
const privateOrigins: string[] = [];
const asked = { opened: 0, skips: 0, restarts: 0 };

function itemAt(id: string, minutesBefore: number, topicId: PressItem['topicId'] = 'world'): PressItem {
  return {
    id,
    outletName: 'Courier',
    topicId,
    title: `Title of ${id}`,
    url: `http://127.0.0.1:9/${id}`,
    publishedAt: MORNING - minutesBefore * 60_000,
    firstParagraph: 'What it says.',
  };
}

async function start(answerMs = 60_000): Promise<void> {
  there = await scene({ settings: { answerMs } });
  Object.assign(asked, { opened: 0, skips: 0, restarts: 0 });
  const { server, guildId, channelId, admin, member } = there;
  const elsewhereId = server.setup.addGuild({ name: 'Chess Club', ownerId: admin, app: false }).id;
  server.setup.addChannel(elsewhereId, { name: 'between-games' });
  const items = [itemAt('late', 10), itemAt('sport', 20, 'sports'), itemAt('early', 300), itemAt('old', 2_000)];
  page = createPage({
    run: 'this',
    server,
    clock: createMovedClock(() => 0, MORNING),
    guildId,
    elsewhereId,
    homeId: channelId,
    proposedId: channelId,
    seats: { admin, member },
    press: { origins: ['127.0.0.1:9'], articlesBefore: (at) => items.filter(({ publishedAt }) => publishedAt <= at) },
    progress: () => ({ phase: 'ready', outlets: 1, items: 4, stories: 2, digests: 0, alerts: 0, isOver: false }),
    opened: () => void asked.opened++,
    skip: async () => void asked.skips++,
    startAgain: () => void asked.restarts++,
    reads: { privateOrigins },
    topicsOf: async () => [{ id: 'world', name: 'World' }],
  });
}

async function end(): Promise<void> {
  await client?.destroy();
  client = undefined;
  page.close();
  await there.server.close();
}

beforeEach(() => start());
afterEach(end);

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${there.server.origin}${path}`, { headers });

async function post(act: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${there.server.origin}/page/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function perform(act: string, body: object): Promise<ActAnswer> {
  const response = await post(act, { user: there.admin, channel: there.channelId, ...body });
  return (await response.json()) as ActAnswer;
}

type EventOf<T extends PageEvent['type']> = Extract<PageEvent, { type: T }>;

/** Subscribes to the page's events for one person. */
async function follow(userId: string) {
  const ending = new AbortController();
  const response = await fetch(`${there.server.origin}/page/events?user=${userId}`, { signal: ending.signal });
  const input = Readable.fromWeb(response.body as ReadableStream).on('error', () => {});
  const lines = createInterface({ input })[Symbol.asyncIterator]();
  onTestFinished(() => ending.abort());
  /** Resolves with the next event of a type that satisfies `fits`. */
  return async <T extends PageEvent['type']>(type: T, fits: (event: EventOf<T>) => boolean = () => true) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`no event ${type} came`);
      const event: PageEvent | undefined = value.startsWith('data: ') ? JSON.parse(value.slice(6)) : undefined;
      if (event?.type === type && fits(event as EventOf<T>)) return event as EventOf<T>;
    }
  };
}

/** A channel that only the admin sees. */
function addSecret(): string {
  const { id } = there.server.setup.addChannel(there.guildId, { name: 'secret' });
  there.server.setup.setOverwrite(id, 'everyone', { deny: ['ViewChannel'] });
  return id;
}

/** A bot with one command that has one option. */
async function bot(): Promise<Client<true>> {
  const made = await ready(there.server);
  client = made;
  const options = [{ type: 3, name: 'about', description: 'What about', autocomplete: true }];
  await made.rest.put(Routes.applicationCommands(made.application.id), {
    body: [{ name: 'news', description: 'Tells the news', options }],
  });
  return made;
}

describe('the page’s files', () => {
  test('come with a policy that allows nothing from elsewhere but the press’s pictures', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>Lede');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("img-src 'self' http://127.0.0.1:9");
    expect(policy).not.toContain('unsafe');
  });

  test('are the only files served', async () => {
    const others = ['tsconfig.json', '../page.ts', '%2e%2e/page.ts'].map((file) => `/assets/${file}`);
    for (const path of [...others, '/page/nothing', '/nothing']) expect((await get(path)).status, path).toBe(404);
  });

  test('offer each language once, though Spanish has two varieties', async () => {
    const texts = (await (await get('/assets/texts.json')).json()) as { locale: string }[];
    expect(texts.map(({ locale }) => locale)).toEqual(['en-GB', 'de', 'es-ES', 'fr']);
  });
});

describe('who may ask', () => {
  test('no path breaks the server, and another site’s Host is refused at every path', async () => {
    const statusOf = async (path: string, host = new URL(there.server.origin).host) => {
      const sent = request(there.server.origin, { path, headers: { host } }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode;
    };
    for (const path of ['//', '//page/x', '///', '/%', 'http://[', '/page/%', '/attachments/%/1/x'])
      expect(await statusOf(path), path).toBe(404);
    for (const path of ['/', '//', '/page/events', '/api/v10/gateway'])
      expect(await statusOf(path, 'rebound.example'), path).toBe(403);
  });

  test('another site may neither read nor act, not even by a form, which sends plain text', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect((await get('/page/events', foreign)).status).toBe(403);
    expect((await post('skip', { user: there.admin }, foreign)).status).toBe(403);
    expect((await post('skip', { user: there.admin }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(asked).toEqual({ opened: 0, skips: 0, restarts: 0 });
  });

  test('a body of another shape, of an unknown act, or too long is refused', async () => {
    expect((await post('say', { user: 'x' })).status).toBe(400);
    expect((await post('constructor', { user: '1' })).status).toBe(404);
    expect((await post('say', { user: '1', content: 'x'.repeat(70_000) })).status).toBe(413);
  });

  test('nobody acts as the bot or as other members', async () => {
    const user = there.server.applicationId;
    expect(await perform('say', { user, content: 'hi' })).toMatchObject({ kind: 'refused' });
    expect((await get(`/page/messages?user=${user}`)).status).toBe(404);
  });
});

test('only the admin takes Lede’s permission to write in a channel away, and gives it back', async () => {
  const { admin, member, channelId } = there;
  const ask = (user: string, mayWrite: boolean) => perform('permit', { user, channel: channelId, mayWrite });
  const next = await follow(admin);
  const told = async () => (await next('state')).state.channels.find(({ id }) => id === channelId)?.ledeMayWrite;
  expect(await told()).toBe(true);
  expect(await ask(member, false)).toMatchObject({ kind: 'refused' });
  expect(await ask(admin, false)).toEqual({ kind: 'done' });
  expect(await told()).toBe(false);
  expect(await ask(admin, true)).toEqual({ kind: 'done' });
  expect(await told()).toBe(true);
  expect(await perform('permit', { channel: `${channelId}0`, mayWrite: false })).toMatchObject({ kind: 'refused' });
});

describe('what a visitor is told', () => {
  test('the first event is the server as that person sees it', async () => {
    addSecret();
    const seenBy = async (userId: string) => (await (await follow(userId))('state')).state;
    const mine = await seenBy(there.admin);
    const theirs = await seenBy(there.member);
    expect(mine.channels.map(({ name }) => name)).toEqual(['front-page', 'secret', 'between-games', 'Bot']);
    expect(theirs.channels.map(({ name }) => name)).toEqual(['front-page', 'Bot']);
    // Only one of the two people is a member of the other server.
    expect([mine.elsewhere?.name, theirs.elsewhere]).toEqual(['Chess Club', undefined]);
    expect(theirs.me).toMatchObject({ name: 'Max', seat: 'member', locale: 'de' });
    expect(asked.opened).toBe(2);
  });

  test('messages arrive as they are written; those of a hidden channel do not', async () => {
    const channel = addSecret();
    const next = await follow(there.member);
    there.server.acts.say({ user: there.admin, channel }, 'psst');
    await perform('say', { content: 'hello' });
    expect((await next('message')).message).toMatchObject({ content: 'hello', channel_id: there.channelId });
  });

  test('a post of a forum arrives with its tags, and then as it is answered, edited and archived', async () => {
    const { setup } = there.server;
    const forum = setup.addChannel(there.guildId, { name: 'big-stories', kind: 'forum' }).id;
    const [world = ''] = setup.setTags(forum, ['World', 'Sports']);
    const { rest } = await bot();
    const next = await follow(there.admin);
    const told = async (fits: (thread: PageThread) => boolean) =>
      (await next('channel', ({ channel: { thread } }) => thread !== undefined && fits(thread))).channel;
    const post = { name: 'Ferry strike', applied_tags: [world], message: { content: '### 3 newsrooms\nA strike.' } };
    const { id } = (await rest.post(Routes.threads(forum), { body: post })) as { id: string };
    const made = { replies: 0, tags: ['World'], opening: '3 newsrooms', isEdited: false, isArchived: false };
    expect(await told(({ opening }) => opening !== '')).toMatchObject({ id, parentId: forum, thread: made });
    await rest.post(Routes.channelMessages(id), { body: { content: 'It goes on.' } });
    await told(({ replies }) => replies === 1);
    await rest.patch(Routes.channelMessage(id, id), { body: { content: '### 4 newsrooms' } });
    await told(({ opening, isEdited }) => isEdited && opening === '4 newsrooms');
    await rest.patch(Routes.channel(id), { body: { archived: true } });
    await told(({ isArchived }) => isArchived);
  });

  test('an ephemeral answer reaches its asker alone', async () => {
    answerCommands(await bot(), (command) => command.reply({ content: 'for you', flags: 64 }));
    const [mine, theirs] = [await follow(there.admin), await follow(there.member)];
    expect(await perform('run', { command: 'news' })).toEqual({ kind: 'done' });
    expect((await mine('message')).message.content).toBe('for you');
    await perform('say', { content: 'after' });
    expect((await theirs('message')).message.content).toBe('after');
  });

  test('a change of language is announced at once', async () => {
    const next = await follow(there.admin);
    await perform('locale', { locale: 'de' });
    expect((await next('state', ({ state }) => state.me.locale === 'de')).state.me.name).toBe('Ada');
  });
});

describe('what a visitor does', () => {
  test('an act without a timely answer fails, and the page is told', async () => {
    await end();
    await start(150);
    await bot();
    const next = await follow(there.admin);
    expect(await perform('run', { command: 'news' })).toEqual({ kind: 'failed' });
    expect((await next('life', ({ life }) => life.state === 'failed')).life.name).toBe('news');
  });

  test('suggestions come from the bot', async () => {
    const choices = [{ name: 'Ferry strike', value: 'id-1' }];
    answer(await bot(), async (interaction) => interaction.isAutocomplete() && interaction.respond(choices));
    const typed = { command: 'news', focused: 'about', options: { about: 'fer' } };
    expect(await perform('type', typed)).toEqual({ kind: 'choices', choices });
  });

  test('a file is accepted only as octet-stream, only from the two people, and up to 10 MB', async () => {
    const attach = async (body: Uint8Array, change: { user?: string; type?: string; name?: string } = {}) => {
      const { user = there.admin, type = 'application/octet-stream', name = 'feeds.opml' } = change;
      const query = new URLSearchParams({ user, channel: there.channelId, name, type: 'text/x-opml' });
      return fetch(`${there.server.origin}/page/attach?${query}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: new Uint8Array(body),
      });
    };
    const list = new TextEncoder().encode('<opml/>');
    expect(await (await attach(list)).json()).toMatchObject({ kind: 'attached' });
    const attachment = { filename: 'feeds.opml', size: 7, content_type: 'text/x-opml' };
    expect([...there.server.world.files.values()]).toMatchObject([{ attachment, ownerId: there.admin }]);
    expect(await (await attach(list, { user: there.server.applicationId })).json()).toMatchObject({ kind: 'refused' });
    expect((await attach(list, { type: 'multipart/form-data; boundary=x' })).status).toBe(415);
    expect((await attach(list, { name: '' })).status).toBe(400);
    expect((await attach(new Uint8Array(10_485_761))).status).toBe(413);
    expect(there.server.world.files.size).toBe(1);
  });
});

const ask = async (until: number): Promise<EveryItem> =>
  (await (await get(`/page/every-item?channel=${there.channelId}&until=${until}`)).json()) as EveryItem;

test('#every-item is every item of the channel’s topics, oldest first, of the last day or since the digest before', async () => {
  const { items, topics } = await ask(MORNING);
  expect(items.map(({ id }) => id)).toEqual(['early', 'late']);
  expect(topics).toEqual(['World']);
  const made = await bot();
  there.clock.wall = MORNING - 60 * 60_000;
  const channel = await sendable(made, there.channelId);
  const custom_id = `headlines:open:${there.channelId}/daily/2026-11-25#0`;
  const button = { type: 2, style: 2, label: 'Headlines', custom_id };
  await channel.send({ content: 'A quiet day', components: [{ type: 1, components: [button] }] });
  expect((await ask(MORNING)).items.map(({ id }) => id)).toEqual(['late']);
});

describe('the digest of a visitor’s own feeds', () => {
  const made = async (addresses: string) => {
    const text = await (await post('own-feeds', { user: there.admin, addresses })).text();
    return [...text.matchAll(/.+/g)].map(([line]) => JSON.parse(line) as OwnFeedsLine);
  };

  async function siteOf() {
    const stand = await openNewsstand(['Harbour Post']);
    onTestFinished(() => stand.close());
    const [site] = stand.sites;
    if (!site) throw new Error('no site');
    privateOrigins.splice(0, 1, new URL(site.origin).host);
    return site;
  }

  test('comes after its progress, without controls', async () => {
    const site = await siteOf();
    site.feed('/feed.xml', [
      { title: 'The council met', link: '/a', at: systemWall() - hourMs, html: '<p>The council met again.</p>' },
    ]);
    const lines = await made(`${site.origin}/feed.xml\nhttp://10.0.0.1/`);
    expect(lines[0]).toEqual({ kind: 'looking', nth: 1, of: 2, url: `${site.origin}/feed.xml` });
    expect(lines).toContainEqual(expect.objectContaining({ kind: 'reading', articles: 1, stories: 1 }));
    const last = lines.at(-1);
    if (last?.kind !== 'digest') throw new Error('no digest');
    const [message] = last.messages;
    expect(textOf({ content: '', components: message ?? [] })).toContain('The council met');
    expect(allComponents(message ?? []).filter(({ custom_id }) => custom_id !== undefined)).toEqual([]);
    expect(last.failures.map(({ url }) => url)).toEqual(['http://10.0.0.1/']);
  });

  test('asks whether this machine is online if no address can be looked up', async () => {
    expect((await made('one.invalid two.invalid')).at(-1)).toMatchObject({ offline: true, messages: [] });
    expect((await made('http://10.0.0.1/')).at(-1)).toMatchObject({ offline: false });
  });

  test('that can’t be made breaks off the answer, and the next one is made', async () => {
    const site = await siteOf();
    const body = rss(site.origin, [{ title: 'The council met', link: '/a', html: '<p>The council met again.</p>' }]);
    site.put('/feed.xml', () => {
      // The reading, which starts next, can't read this.
      privateOrigins.push(undefined as never);
      return { body };
    });
    await expect(made(`${site.origin}/feed.xml`)).rejects.toThrow('terminated');
    privateOrigins.splice(1);
    site.put('/feed.xml', { body });
    expect((await made(`${site.origin}/feed.xml`)).at(-1)).toMatchObject({ kind: 'digest', messages: [{}] });
  });

  test('is made one at a time, and never for another site’s form', async () => {
    const site = await siteOf();
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    site.put('/feed.xml', async () => {
      arrived.resolve();
      await released.promise;
      return { status: 404 };
    });
    const first = made(`${site.origin}/feed.xml`);
    await arrived.promise;
    expect(await made(`${site.origin}/feed.xml`)).toEqual([{ kind: 'busy' }]);
    released.resolve();
    expect((await first).at(-1)).toMatchObject({ kind: 'digest', messages: [], failures: [{}] });
    expect((await post('own-feeds', { addresses: '' }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('own-feeds', { user: there.admin })).status).toBe(400);
  });
});
