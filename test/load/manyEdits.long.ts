import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { daily } from '../../commands/digest/deliveries.ts';
import { DISCORD_RATE_LIMITS } from '../../playground/discord/http/rateLimits.ts';
import type { RecordedRequest } from '../../playground/discord/http/recorder.ts';
import { wakeByCron } from '../../src/operation/wake.ts';
import { draftOf, storeDraft } from '../../src/outbox/draft.ts';
import type { MessageAct } from '../../src/outbox/ports.ts';
import { hour, openDesk, type TestDesk } from '../desk/desk.ts';
import { digestOf } from '../discord/digestFixture.ts';
import { figuresOf, rounded } from './hand.ts';
import { recordTimes } from './onPostgres.ts';

const channelsOld = 100;
const digestsEach = 3;
const channelsNew = 20;
/** How long Discord takes to answer. */
const answerMs = 150;

interface Place {
  channelId: string;
  serverId: string;
}

/** Stores the channel's nth digest, due now. Returns its id. */
async function due(at: TestDesk, place: Place, ordinal: number, acts: MessageAct[] = []): Promise<string> {
  const content = digestOf({ ...place, windowStart: at.now - hour, windowEnd: at.now });
  const id = `${place.channelId}/daily/${content.localDate}#${ordinal}`;
  const draft = draftOf({ kinds: [daily], pictures: true }, daily, content, { id, dueAt: at.now, ordinal });
  await at.app.storage.transaction((records) => storeDraft(records, draft, at.now, acts));
  return id;
}

test('300 edits are due while digests are published and get their threads: what is new goes first, edits as fast as Discord takes them', async () => {
  const others = { limit: 5, perMs: 5_000 };
  const at = await openDesk({ wake: wakeByCron, server: { rateLimits: { ...DISCORD_RATE_LIMITS, others } } });
  const [begin, from] = [performance.now(), at.now];
  const ticking = setInterval(() => {
    at.now = from + Math.floor(performance.now() - begin);
  }, 10);
  onTestFinished(() => clearInterval(ticking));
  at.server.fail({ path: /^\/channels\//, how: { delayMs: answerMs }, times: Number.POSITIVE_INFINITY });
  const requests: (RecordedRequest & { doneAt: number })[] = [];
  at.server.on((event) => {
    if (event.type === 'request') requests.push({ ...event.request, doneAt: performance.now() });
  });
  const channels: Place[] = [];
  for (let nth = 0; nth < channelsOld + channelsNew; nth += 1) {
    const { id: serverId } = at.server.setup.addGuild({ name: `Server ${nth}` });
    const { id: channelId } = at.server.setup.addChannel(serverId, { name: 'news', kind: 'announcement' });
    await at.change.subscribe({ ...at.by, serverId }, channelId, ['world']);
    channels.push({ channelId, serverId });
  }
  const old: string[] = [];
  for (const place of channels.slice(0, channelsOld))
    for (let nth = 0; nth < digestsEach; nth += 1) old.push(await due(at, place, nth));
  const left = (sql: string) => at.rows<{ n: number }>(`select count(*) as n from ${sql}`)[0]?.n;
  await expect.poll(() => left("deliveries where state = 'pending'"), { timeout: 60_000, interval: 500 }).toBe(0);
  await pause(2_000);

  requests.length = 0;
  const askedAt = performance.now();
  await at.app.storage.transaction(async ({ edits }) => {
    for (const id of old) await edits.queueStored(id, at.now);
  });
  await expect.poll(() => requests.length).toBeGreaterThan(20);
  for (const place of channels.slice(channelsOld))
    await due(at, place, 0, [{ kind: 'crosspost' }, { kind: 'thread', name: 'Tuesday' }]);
  await expect.poll(() => left("edits where state = 'pending'"), { timeout: 600_000, interval: 500 }).toBe(0);

  const done = (method: string, path: RegExp) =>
    requests
      .filter((one) => one.method === method && path.test(one.path) && one.status < 300)
      .map(({ doneAt }) => doneAt - askedAt);
  const edited = done('PATCH', /\/messages\/\d+$/);
  const posted = done('POST', /\/messages$/);
  const [published, threads] = [done('POST', /\/crosspost$/), done('POST', /\/threads$/)];
  const lastNew = Math.max(...published, ...threads);
  const figures = {
    edits: edited.length,
    allEditedAfterMs: Math.round(Math.max(...edited)),
    editsPerSecond: rounded((edited.length - 1) / ((Math.max(...edited) - Math.min(...edited)) / 1_000)),
    posted: posted.length,
    publishedAfterMs: figuresOf(published.map((ms) => ms - Math.max(...posted))),
    threadsAfterMs: figuresOf(threads.map((ms) => ms - Math.max(...posted))),
    editsBeforeTheLastOfThese: edited.filter((ms) => ms < lastNew).length,
    requests: requests.length,
    refused: requests.filter(({ status }) => status >= 400).length,
  };
  const isJudged = recordTimes('manyEdits', figures);
  expect([figures.edits, published.length, threads.length]).toEqual([old.length, channelsNew, channelsNew]);
  expect(figures.editsBeforeTheLastOfThese).toBeLessThan(old.length / 2);
  // If other programs compete for the processors, requests leave unevenly.
  if (isJudged) expect(figures.refused).toBe(0);
}, 600_000);
