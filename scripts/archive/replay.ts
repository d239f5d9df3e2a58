import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestChanges } from '../../commands/digest/change.ts';
import { textOf } from '../../playground/discord/reading.ts';
import { createDiscordServer, type DiscordServer } from '../../playground/discord/server.ts';
import { type App, createApp } from '../../src/app.ts';
import { dayMs, type EpochMs, hourMs, minuteMs, monotonic } from '../../src/clock.ts';
import { statusQuestions } from '../../src/desk/status.ts';
import type { TopicId } from '../../src/ids.ts';
import { createLog } from '../../src/log.ts';
import type { PostContent } from '../../src/storage/postContent.ts';
import { type Archive, createArchiveFetcher } from './archive.ts';

/** How long before the first digest reading begins, so that its stories have a history. */
const leadInMs = 2 * dayMs;
/** Lede polls a feed at most once in 15 minutes, so smaller steps would change little. */
const stepMs = 10 * minuteMs;
const allStories = 9;
const topicStories = 5;

export interface ReplayOrder {
  archive: Archive;
  /** 00:00 UTC of the first day that gets a digest. */
  from: EpochMs;
  days: number;
  /** Topics with a channel of their own. `all` always has one. */
  topicIds: readonly TopicId[];
  /** Called at each step, for a line of progress. */
  onStep?(now: EpochMs, counts: { articles: number; stories: number }): void;
}

/** One channel's digest of one morning, and its messages as sent to Discord. */
export interface ReplayedDigest {
  digest: PostContent;
  texts: readonly string[];
}

/** One morning of all channels, and every article of the last week with its story. */
export interface ReplayedMorning {
  /** YYYY-MM-DD */
  day: string;
  digests: ReadonlyMap<string, ReplayedDigest>;
  stories: readonly { url: string; story: string; outlet: string; at: EpochMs }[];
}

/**
 * Runs the whole app over an archive with its own clock, a real database and a local Discord. Yields each morning's
 * digests at 08:00 UTC.
 */
export async function* replay(order: ReplayOrder): AsyncGenerator<ReplayedMorning> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'lede-replay-'));
  let now = order.from + 8 * hourMs - leadInMs;
  const wall = () => now;
  await using server = await createDiscordServer({ now: wall, monotonic });
  await using app = await openApp(order.archive, server, wall, `file:${join(folder.path, 'replay.db')}`);
  await app.start();
  const until = async (end: EpochMs) => {
    while (now < end) {
      await app.drain();
      now = Math.min(end, Math.max(now + stepMs, (await app.nextDueAt()) ?? end));
      if (order.onStep) {
        const { articles, stories } = await app.desk.use(statusQuestions).status(undefined);
        order.onStep(now, { articles, stories });
      }
    }
    await app.drain();
  };
  await until(order.from + 8 * hourMs - dayMs + minuteMs);
  const channels = await openChannels(app, server, order);
  for (let day = 0; day < order.days; day += 1) {
    await until(order.from + day * dayMs + 8 * hourMs);
    yield await morningOf(app, server, channels, now);
  }
}

function openApp(archive: Archive, server: DiscordServer, wall: () => EpochMs, databaseUrl: string): Promise<App> {
  const { token, url: apiUrl } = server;
  const reading = { databaseUrl, catalogue: archive.catalogue, privateOrigins: [], hostSpacingMs: 0 };
  const settings = { token, apiUrl, ...reading, pictures: false, retentionDays: 30 };
  const drive = { wall, wake: () => async () => {}, fetcher: createArchiveFetcher(archive, wall) };
  return createApp(settings, createLog('error'), drive);
}

/** Subscribes one channel to all topics, and one to each: name → id. */
async function openChannels(app: App, server: DiscordServer, { archive, topicIds }: ReplayOrder) {
  const { setup } = server;
  const guild = setup.addGuild({ name: 'Replay', locale: 'en-GB' });
  const admin = setup.addUser({ name: 'Editor' }).id;
  setup.addMember(guild.id, admin, { admin: true });
  const by = { serverId: guild.id, userId: admin, serverLocale: 'en-GB' };
  const ids = new Map<string, string>();
  const open = async (name: string, topics: readonly string[], stories: number) => {
    const { id } = setup.addChannel(guild.id, { name });
    await app.desk.use(digestChanges).subscribe(by, id, topics);
    await app.desk.use(digestChanges).saveSettings(by, id, { zone: 'UTC', stories, quiet: 'post' });
    ids.set(name, id);
  };
  const all = archive.catalogue.topics.map(({ id }) => id);
  await open('all', all, allStories);
  for (const topicId of topicIds) await open(topicId, [topicId], topicStories);
  return ids;
}

async function morningOf(
  { storage: { records } }: App,
  server: DiscordServer,
  channels: ReadonlyMap<string, string>,
  now: EpochMs,
): Promise<ReplayedMorning> {
  const day = new Date(now).toISOString().slice(0, 10);
  const digests = new Map<string, ReplayedDigest>();
  for (const [name, channelId] of channels) {
    const delivery = await records.deliveries.lastSent(channelId, now);
    if (delivery?.localDate !== day) continue;
    const sentAfter = delivery.windowEnd - minuteMs;
    const posted = server.acts.messages(channelId).filter(({ timestamp }) => Date.parse(timestamp) >= sentAfter);
    digests.set(name, { digest: delivery.content, texts: posted.map(textOf) });
  }
  const placed = await records.placed.placedSince(now - 7 * dayMs);
  const articles = await records.articles.byIds(
    placed.map(({ id }) => id),
    0,
  );
  const stories = articles.map(({ url, storyId = '', outletName, publishedAt }) => ({
    url,
    story: storyId,
    outlet: outletName,
    at: publishedAt,
  }));
  return { day, digests, stories };
}
