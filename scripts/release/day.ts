import { alertChanges } from '../../commands/alerts/change.ts';
import { unseen } from '../../commands/catchup/command.ts';
import { digestChanges } from '../../commands/digest/change.ts';
import { addressChanges } from '../../commands/digest/feed/answer.ts';
import { muteChanges } from '../../commands/digest/mutes.ts';
import { feedChanges } from '../../commands/feeds/change.ts';
import { followChanges } from '../../commands/follow/change.ts';
import { outletChanges } from '../../commands/outlets/command.ts';
import { topicChanges } from '../../commands/topics/change.ts';
import { watchChanges } from '../../commands/watch/watching.ts';
import { createMovedClock, skipTo } from '../../playground/clock.ts';
import type { Fault } from '../../playground/discord/http/faults.ts';
import { createDiscordServer, type DiscordServer } from '../../playground/discord/server.ts';
import { pressOutlets } from '../../playground/press/outlets.ts';
import { createPress, type Press } from '../../playground/press/press.ts';
import { feedPath } from '../../playground/press/site.ts';
import { type App, createApp } from '../../src/app.ts';
import { dayMs, hourMs, minuteMs } from '../../src/clock.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { splitChanges } from '../../src/desk/splits.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import { createLog } from '../../src/log.ts';
import { answersTo } from '../../test/storage/releases/answers.ts';
import type { Facts } from '../../test/storage/releases/releases.ts';

const firstDay = Date.UTC(2026, 10, 24);
/** Not in the catalogue; one of the servers adds its feed. No other outlet reports `ownStory`. */
const ownOutlet = 'lantern';
const ownStory = 'Moose delays the night train';

/** Discord's answers: not posted, possibly posted, never accepted, and not permitted, in this order. */
const notTaken = { status: 405, code: 0, message: 'Method Not Allowed' };
const unclear = 503;
const refused = { status: 400, code: 50_035, message: 'Invalid Form Body' };
const forbidden = { status: 403, code: 50_013, message: 'Missing Permissions' };

interface Room {
  by: { serverId: string; userId: string; serverLocale: string };
  name: string;
  channels: readonly [string, ...string[]];
}

function openRoom({ setup }: DiscordServer, name: string, serverLocale: string, channels: number): Room {
  const { id, ownerId } = setup.addGuild({ name, locale: serverLocale });
  const [first, ...more] = Array.from(
    { length: channels },
    (_, nth) => setup.addChannel(id, { name: `news-${nth}` }).id,
  );
  if (first === undefined) throw new Error('A room needs a channel.');
  return { by: { serverId: id, userId: ownerId, serverLocale }, name, channels: [first, ...more] };
}

/**
 * Runs Lede for a day on the playground's Discord and press, produces every failure state of the outbox, and stops Lede
 * in the middle of the next morning's digests. `databaseUrl` names a new SQLite file.
 */
export async function liveADay(databaseUrl: string): Promise<Omit<Facts, 'postgresSchema'>> {
  const clock = createMovedClock(() => 0, firstDay + 5 * hourMs);
  await using server = await createDiscordServer({ now: clock.now, monotonic: () => performance.now() });
  await using press = await createPress({ now: clock.now, firstDay });
  const outlets = press.catalogue.outlets.filter(({ id }) => id !== ownOutlet);
  const catalogue = { ...press.catalogue, outlets };
  const reader = openRoom(server, 'Reading Room', 'en-GB', 5);
  const newsroom = openRoom(server, 'Redaktion', 'de', 1);
  const gone = openRoom(server, 'Closed Club', 'en-US', 1);
  await using app = await createApp(
    {
      token: server.token,
      apiUrl: server.url,
      databaseUrl,
      catalogue,
      privateOrigins: [...press.origins, new URL(server.origin).host],
      hostSpacingMs: 0,
      pollGapMsMax: 30 * minuteMs,
      pictures: true,
      retentionDays: 30,
    },
    // Only errors: warnings about digests that Discord refuses are expected.
    createLog('error'),
    { wall: clock.now, wake: () => async () => {} },
  );
  await app.start();
  await furnish(app, { reader, newsroom, gone }, press);
  const to = (day: number, hour: number) => skipTo(clock, firstDay + day * dayMs + hour * hourMs, app, async () => {});
  const fail = (channelId: string, how: Fault, method = 'POST') =>
    server.fail({ method, path: `/channels/${channelId}/messages`, how, times: Number.POSITIVE_INFINITY });

  const [front, rejected, closed, unknown, paused] = reader.channels as [string, string, string, string, string];
  await app.drain();
  fail(rejected, refused);
  fail(closed, forbidden);
  fail(unknown, unclear);
  fail(unknown, unclear, 'GET');
  fail(paused, notTaken);
  await to(0, 8.25);
  await app.desk.use(digestChanges).pause(reader.by, paused);
  await takePart(app, server, reader);
  await to(0, 11);
  server.setup.removeGuild(gone.by.serverId);
  server.clearFaults();
  fail(rejected, refused);
  await to(1, 6.5);
  const due = [front, newsroom.channels[0]];
  fail(front, notTaken);
  fail(newsroom.channels[0], unclear);
  await to(1, 8.1);
  await leaveTraces(app, reader, clock.now());
  return await factsOf(app, { at: clock.now(), catalogue, due, rooms: [reader, newsroom] });
}

/** Acts as a member: follows a story, watches a word, catches up, and splits an article off its story. */
async function takePart({ desk, storage: { records } }: App, { setup }: DiscordServer, { by }: Room): Promise<void> {
  const member = { userId: by.userId, locale: 'en-GB' };
  const messages = setup.dm(by.userId).id;
  await desk.use(watchChanges).watch(member, messages, 'lighthouse');
  await desk.use(unseen).caughtUp(by.userId, firstDay + 8 * hourMs);
  const span = { since: firstDay, until: firstDay + 8.25 * hourMs };
  const { stories } = await desk.use(headlineQuestions).headlines({ serverId: by.serverId }, undefined, span);
  const [top, mixed] = stories.filter(({ outlets }) => outlets > 2);
  const opened = await desk.use(storyQuestions).story(top?.title ?? '', { serverId: by.serverId });
  if (opened.kind !== 'found' || !mixed) throw new Error('Two stories of several outlets are needed.');
  await desk.use(followChanges).followInMessages(member, messages, opened.card);
  const articles = (await records.listings.articlesOf([mixed.storyId], by.serverId)).get(mixed.storyId) ?? [];
  await desk
    .use(splitChanges)
    .splitOff(by, { storyId: mixed.storyId, articleId: articles.at(-1)?.id ?? '', manager: true });
}

async function furnish(
  { desk }: App,
  { reader, newsroom, gone }: Record<'reader' | 'newsroom' | 'gone', Room>,
  press: Press,
): Promise<void> {
  const [front, ...others] = reader.channels;
  await desk.use(digestChanges).subscribe(reader.by, front, ['world', 'politics', 'climate']);
  await desk
    .use(digestChanges)
    .saveSettings(reader.by, front, { zone: 'Europe/London', times: '08:00, 17:30', stories: 6 });
  await desk.use(addressChanges).giveAddress(reader.by, front);
  for (const channelId of others) await desk.use(digestChanges).subscribe(reader.by, channelId, ['sports']);
  await desk.use(muteChanges).mute(reader.by, 'chess');
  await desk.use(muteChanges).mute(reader.by, 'lottery', 30);
  await desk.use(outletChanges).setOutlets(reader.by, front, [['metro', 'muted']]);
  await desk.use(alertChanges).setAlert(reader.by, front, { voices: 3, perDay: 2, quiet: '22-7' });

  const outlet = pressOutlets.find(({ id }) => id === ownOutlet);
  const site = press.catalogue.outlets.find(({ id }) => id === ownOutlet)?.siteUrl;
  if (outlet === undefined || site === undefined) throw new Error(`The press has no ${ownOutlet}.`);
  const url = new URL(feedPath(outlet, undefined), site).href;
  const feed = await desk.use(feedChanges).addFeed(newsroom.by, { url, title: outlet.name, items: [] }, undefined);
  const ferries = await desk
    .use(topicChanges)
    .createTopic(newsroom.by, 'Fähren', { all: [], any: ['ferry', 'ferries'], not: [] });
  await desk.use(digestChanges).subscribe(newsroom.by, newsroom.channels[0], [feed.topic.id, ferries.id, 'world']);
  await desk.use(digestChanges).subscribe(gone.by, gone.channels[0], ['science']);
  // Quiet hours hold back the day's items, so that some wait when Lede is stopped.
  await desk.use(alertChanges).setAlert(newsroom.by, newsroom.channels[0], { voices: 1, quiet: '22-12' });
}

/**
 * Adds rows that an ordinary day doesn't produce: a rate-limited host, a forgotten outlet, an unprocessed changed
 * story, a skipped slot, and claims of a killed process.
 */
async function leaveTraces({ storage: { records } }: App, { by, channels }: Room, now: number): Promise<void> {
  await records.hosts.rest('busy.example', now + hourMs);
  await records.forgotten.add('forgotten.example', now);
  const [weightiest] = await records.listings.weightiest(now - dayMs, now, ['world'], 1);
  if (weightiest === undefined) throw new Error('There is no story of two outlets.');
  await records.changed.note(weightiest, now);
  const slot = { localDate: '2026-11-23', ordinal: 0, dueAt: firstDay - 16 * hourMs };
  await records.outboxLog.skip({ ...slot, channelId: channels[0], serverId: by.serverId, reason: 'quiet', count: 1 });
  await records.feeds.claimDue(now + dayMs, 'killed', now + 2 * minuteMs, 2);
  await records.deliveries.claimPending(now + dayMs, 'killed', now + 2 * minuteMs, 2);
}

async function factsOf(
  app: App,
  { rooms, ...given }: Pick<Facts, 'at' | 'catalogue' | 'due'> & { rooms: readonly [Room, Room] },
): Promise<Omit<Facts, 'postgresSchema'>> {
  const [reader, newsroom] = rooms;
  const span = { since: given.at - 2 * dayMs, until: given.at };
  const { stories } = await app.desk
    .use(headlineQuestions)
    .headlines({ serverId: reader.by.serverId }, undefined, span);
  const storyIds = stories.map(({ storyId }) => storyId);
  const [top] = stories;
  if (top === undefined) throw new Error('There is no story.');
  const servers = rooms.map(async ({ by: { serverId: id, userId: ownerId }, name }) => {
    return { id, name, ownerId, answers: await answersTo(app, id, storyIds) };
  });
  return {
    ...given,
    servers: await Promise.all(servers),
    storyIds,
    found: { byAll: top.title, byOne: { title: ownStory, serverId: newsroom.by.serverId } },
  };
}
