import { expect, test } from 'vitest';
import type { Fault } from '../../playground/discord/http/faults.ts';
import { Diary } from '../chaos/diary.ts';
import { createNursery, type Life } from '../chaos/lede.ts';
import { createRandom } from '../chaos/random.ts';
import { firstDay, hour, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';

const killsMin = 5;
const looksMax = 40;
/** The test starts a dozen processes, which takes 30 s on an idle machine. */
const patienceMs = 300_000;

/** The requests by which a test recognizes what the process is doing when it is killed. */
const points: Readonly<Record<string, { method?: string; how: Fault }>> = {
  'making the digest': { how: 'reset' },
  'its message under way': { method: 'POST', how: 'reset' },
  'its message posted, the answer not yet there': { method: 'POST', how: 'reset-after-commit' },
  'another message posted, the answer not yet there': { method: 'POST', how: 'reset-after-commit' },
  'looking for what became of it': { method: 'GET', how: 'reset' },
};

/** Kills the process when it reaches the point, which it may never do. */
function trap(at: TestDesk, life: Life, point: string): void {
  const { method, how } = points[point] ?? { how: 'reset' };
  if (method === undefined) return void life.kill();
  at.server.fail({
    method,
    path: /^\/channels\/\d+\/messages$/,
    after: point.startsWith('another') ? 1 : 0,
    how,
    when: () => {
      void life.kill();
      return true;
    },
  });
}

test('a process that is killed again and again in the middle of its digests posts each message once', {
  timeout: patienceMs,
}, async () => {
  const at = await openDesk({
    sites: ['Harbour Post'],
    server: { settings: { nonceMs: 0 } },
    news: [{ '/ferry': events.ferry[0], '/water': events.water[0] }],
  });
  const channels = [at.channelId, ...['b', 'c'].map((name) => at.server.setup.addChannel(at.serverId, { name }).id)];
  for (const channelId of channels) await at.change.subscribe(at.by, channelId, ['world']);
  await at.drain();
  await at.app.stop();
  const random = createRandom(20_261_124);
  const nursery = createNursery(new Diary());
  let kills = 0;
  let life: Life | undefined;
  at.now = firstDay + 8 * hour;
  // Runs until it was killed often enough, then three more rounds for remaining work.
  for (let looks = 0, quiet = 0; quiet < 3 && looks < looksMax; looks += 1) {
    if (life === undefined) {
      life = await nursery.next();
      await life.order({ do: 'open', now: at.now, settings: at.settings });
      // On PostgreSQL the new process takes over once the killed process's lease has expired.
      await expect.poll(() => at.rows('select owner from processes')).toHaveLength(1);
    }
    at.server.clearFaults();
    const deadly = kills < killsMin;
    if (deadly) trap(at, life, random.pick(Object.keys(points)));
    else quiet += 1;
    const { died } = await life.order({ do: 'run', now: at.now });
    if (died) {
      kills += 1;
      life = undefined;
    }
    at.now += random.between(35, 90) * 1_000;
  }
  await life?.kill();
  await nursery.close();
  expect(kills).toBeGreaterThanOrEqual(killsMin);
  for (const channelId of channels) {
    const keys = at
      .messages(channelId)
      .map(({ components }) => /:(\d+\/daily\/[^"]+)"/.exec(JSON.stringify(components))?.[1]);
    expect(keys).toEqual([`${channelId}/daily/2026-11-24#0`, `${channelId}/daily/2026-11-24#0/1`]);
  }
  expect(at.rows('select distinct state from deliveries')).toEqual([{ state: 'sent' }]);
});
