import { DiscordAPIError, REST } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createBrake } from '../../src/discord/sending/brake.ts';
import { createSender } from '../../src/discord/sending/sender.ts';
import { createScene } from '../commands/scene.ts';

const place = { serverId: '3', channelId: '1' };

function senderOf(rest: REST, brake: ReturnType<typeof createBrake>) {
  const line = () => ({ rest, self: () => '9' });
  return createSender(line, brake, async () => true);
}

/** A brake by a clock that waiting moves by as much as requested and `lateMs`. */
function stage(lateMs: number) {
  const clock = { now: 0 };
  const wait = async (ms: number) => {
    clock.now += ms + lateMs;
  };
  return { clock, brake: createBrake(() => clock.now, wait) };
}

test('after a thousand refusals the outbox makes no request until the ten minutes are over', async () => {
  let now = 0;
  let requests = 0;
  const brake = createBrake(() => now);
  const rest = new REST();
  rest.post = rest.get = async () => {
    requests += 1;
    return { id: '1', length: 0 };
  };
  const { post, find, notifyAdmin, edit } = senderOf(rest, brake);
  expect(brake.refused(999, 400_000)).toBe(false);
  expect(await post(place, {}, 'n')).toMatchObject({ kind: 'posted' });
  expect(brake.refused(1_000, 400_000)).toBe(true);
  expect(await post(place, {}, 'n')).toEqual({ kind: 'limited', retryAfterMs: 400_000 });
  expect(await edit(place, '2', {})).toEqual({ kind: 'limited', retryAfterMs: 400_000 });
  expect((await find(place, 0, 'key')).kind).toBe('unknown');
  expect(await notifyAdmin({ serverId: '1', logChannelId: '2' }, {})).toBe(false);
  expect(requests).toBe(1);
  now = 400_000;
  expect(await post(place, {}, 'n')).toMatchObject({ kind: 'posted' });
});

test('refusals by members who accept no direct messages do not pause the outbox, up to half of those for which Discord bans', async () => {
  const { clock, brake } = stage(0);
  const rest = new REST();
  const request = { method: 'POST', url: '', files: undefined, body: undefined };
  const closed = { code: 50_007, message: 'Cannot send messages to this user' };
  rest.post = async () => {
    throw new DiscordAPIError(closed, 50_007, 403, 'POST', '', request);
  };
  const { post } = senderOf(rest, brake);
  for (let nth = 0; nth < 900; nth += 1)
    expect(await post({ serverId: '', channelId: '1' }, {}, 'n')).toEqual({ kind: 'lost', reason: 'messages-closed' });
  const left = 600_000 - clock.now;
  expect(brake.refused(1_000, left)).toBe(false);
  expect(brake.refused(1_899, left)).toBe(false);
  expect(brake.refused(1_900, left)).toBe(true);
  // Refusals from earlier ten-minute windows no longer count.
  clock.now += 600_000;
  expect(brake.refused(1_000, 600_000)).toBe(true);
  for (let nth = 0; nth < 4_999; nth += 1) brake.refusedByMember();
  expect(brake.refused(4_999, 600_000)).toBe(false);
  expect(brake.refused(5_000, 600_000)).toBe(true);
});

test.each([
  [3_600_000, 3_600_000],
  [undefined, 60_000],
])(
  'a ban of the address for %s ms pauses all that the outbox sends, but no answer to members',
  async (retryAfterMs, held) => {
    const at = await createScene();
    const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
    at.server.fail({ method: 'POST', path: /messages$/, how: { edge: 429, retryAfterMs } });
    const { post, notifyAdmin } = at.bot.sender;
    expect(await post(at, {}, 'n1')).toMatchObject({ kind: 'limited' });
    const rest = await post({ ...at, channelId: other }, {}, 'n2');
    expect(rest.kind === 'limited' && rest.retryAfterMs).toBeGreaterThan(held * 0.9);
    expect(await notifyAdmin({ serverId: at.serverId, logChannelId: other }, {})).toBe(false);
    expect(at.server.requests.list('POST', /messages$/)).toHaveLength(1);
    expect(at.log.filter(({ message }) => /takes nothing from this address/.test(message))).toHaveLength(1);
    await at.run('help');
  },
);

test('a notice takes one turn for each of its requests', async () => {
  const left: string[] = [];
  const brake = createBrake(() => 0);
  const rest = new REST();
  rest.post = async (route) => {
    left.push(route);
    return { id: '7' };
  };
  const turn = async () => {
    left.push('turn');
    return 0;
  };
  const { notifyAdmin } = senderOf(rest, { ...brake, turn });
  expect(await notifyAdmin({ serverId: '1', userId: '2' }, {})).toBe(true);
  expect(left).toEqual(['turn', '/users/@me/channels', 'turn', '/channels/7/messages']);
});

describe('the pace', () => {
  /** How much more than requested real timers wait. */
  const lateMs = 0.4;

  /** The maximum number of requests within any second. */
  const most = (times: readonly number[]) =>
    Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1_000).length));

  test('at most 47 requests are sent per second, and many requests take hardly longer than that', async () => {
    const { clock, brake } = stage(lateMs);
    const times: number[] = [];
    for (let nth = 0; nth < 2_000; nth += 1) {
      expect(await brake.turn()).toBe(0);
      times.push(clock.now);
      // Every two seconds the process is busy with other work for 150 ms, which is 7 % of the time.
      if (nth % 100 === 50) clock.now += 150;
    }
    expect(most(times)).toBe(47);
    // The first requests go out at once, the others spaced so that answers can go out in between.
    expect(times[23]).toBe(0);
    expect((times[48] ?? 0) - (times[47] ?? 0)).toBeGreaterThan(17);
    expect(clock.now).toBeLessThan((2_000 / 47) * 1_000 * 1.07);
  });

  test('requests are sent in order, and those that would wait long are told to retry', async () => {
    const { brake } = stage(lateMs);
    const order: number[] = [];
    const turns = Array.from({ length: 250 }, (_, nth) =>
      brake.turn().then((ms) => {
        if (ms === 0) order.push(nth);
        return ms;
      }),
    );
    const waits = await Promise.all(turns);
    expect(order).toEqual(Array.from({ length: 188 }, (_, nth) => nth));
    expect(Math.min(...waits.slice(188))).toBe(4_000);
  });

  test('edits let everything else pass, and are told to retry if that lasts for four seconds', async () => {
    const { clock, brake } = stage(lateMs);
    const order: string[] = [];
    const ask = async (name: string, line?: 'edits') => {
      const ms = await brake.turn(line);
      order.push(ms === 0 ? name : `${name} in ${ms}`);
    };
    const edits = Array.from({ length: 30 }, (_, nth) => ask(`edit ${nth}`, 'edits'));
    await Promise.all([...edits, ...Array.from({ length: 30 }, (_, nth) => ask(`new ${nth}`))]);
    expect(order.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, nth) => `new ${nth}`));
    expect(order.slice(30)).toEqual(Array.from({ length: 30 }, (_, nth) => `edit ${nth}`));
    let isWaiting = true;
    const last = ask('the last edit', 'edits').finally(() => (isWaiting = false));
    // One more waits in line before the one ahead of it has left.
    for (let ahead = ask('new'); isWaiting && clock.now < 60_000; ) {
      const behind = ask('new');
      await ahead;
      ahead = behind;
    }
    await last;
    expect(order).toContain('the last edit in 4000');
  });

  test('a short limit for the whole bot makes all requests wait, a long one makes them retry later', async () => {
    const { clock, brake } = stage(lateMs);
    for (let nth = 0; nth < 40; nth += 1) await brake.turn();
    const before = clock.now;
    brake.hold(700.5);
    expect(await brake.turn()).toBe(0);
    expect(clock.now).toBeGreaterThanOrEqual(before + 700.5);
    const waiting = [brake.turn(), brake.turn()];
    brake.hold(10_000.5);
    expect(await Promise.all(waiting)).toEqual([10_001, 10_001]);
    clock.now += 10_001;
    expect(await brake.turn()).toBe(0);
  });
});

test('a limit for the whole bot whose time is only in the body pauses all of the outbox for that time', async () => {
  const at = await createScene();
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  const how = { rateLimitMs: 20_000, global: true, bare: true };
  at.server.fail({ method: 'POST', path: /messages$/, how });
  for (const channelId of [at.channelId, other]) {
    const outcome = await at.bot.sender.post({ ...at, channelId }, { content: 'News' }, channelId);
    expect(outcome.kind === 'limited' && outcome.retryAfterMs > 4_000 && outcome.retryAfterMs < 21_000).toBe(true);
  }
  expect(at.server.requests.list('POST', /messages$/)).toHaveLength(1);
});
