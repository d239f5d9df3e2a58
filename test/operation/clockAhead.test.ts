import { expect, test } from 'vitest';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { always, failPosts, notTaken } from '../outbox/scene.ts';

/** A desk with a separate monotonic clock, one channel, and a log channel. */
async function openClocks(startsAt = '07:00') {
  const real = { ms: 0 };
  const at = await openDesk({
    startsAt,
    monotonic: () => real.ms,
    settings: { http: { host: '127.0.0.1', port: 0 } },
    news: [{ '/ferry': events.ferry[0] }],
    digest: { topics: ['world'], quiet: 'post' },
  });
  const log = at.server.setup.addChannel(at.serverId, { name: 'bot-log' }).id;
  await at.change.setLogChannel(at.by, log);
  const advance = async (ms: number, stepMs: number, wallMs: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += stepMs) {
      real.ms += stepMs;
      await at.skip(wallMs);
    }
  };
  return {
    at,
    told: () => at.posted(log),
    ready: async () => {
      const answer = await fetch(`${at.app.httpOrigin()}/readyz`);
      return answer.ok ? [] : (await answer.text()).trim().split('\n');
    },
    /** Lets real time pass while the machine's wall clock stands still. */
    hang: (ms: number, stepMs = 5 * minute) => advance(ms, stepMs, 0),
    /** Lets both clocks advance, and runs the loops every `stepMs`. */
    pass: (ms: number, stepMs = minute) => advance(ms, stepMs, stepMs),
  };
}

/** Runs the loops once while the wall clock is wrong. */
async function misread(at: TestDesk, byMs: number): Promise<void> {
  await at.skip(byMs);
  at.now -= byMs;
}

const days = (at: TestDesk) =>
  at
    .rows<{ day: string }>("select local_date as day from deliveries where state = 'sent' order by sent_at")
    .map((row) => row.day);

test('a clock that is once two days ahead costs six minutes, which are reported; then polls, pages and digests go on', async () => {
  const { at, told, ready, pass } = await openClocks();
  await at.drain();
  const [post] = at.sites;
  await misread(at, 2 * day);
  await pass(5 * minute);
  const polled = post?.count('/world.xml') ?? 0;
  const moose = itemOf(events.moose[0], '/moose', at.now);
  post?.feed('/world.xml', [moose]);
  await pass(minute);
  expect(at.log.some(({ message }) => /clock ran ahead/.test(message))).toBe(true);
  await pass(50 * minute, 10 * minute);
  expect(post?.count('/world.xml')).toBeGreaterThan(polled + 1);
  expect(await ready()).toEqual([]);
  await pass(4 * minute);
  expect(days(at)).toEqual(['2026-11-24']);
  expect(at.posted()[0]).toMatch(/moose/i);
  // The notice of unsent digests came first, but sorts last: the test's Discord had the same wrong clock at the time.
  expect(told()).toEqual([
    expect.stringMatching(/clock .* was 48 hours ahead and has been set right/),
    expect.stringMatching(/2 digests .* were not posted/),
  ]);
  await at.to(1, '08:05');
  await at.to(2, '08:05');
  expect(days(at)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26']);
  expect(told()).toHaveLength(2);
});

test.each([3 * hour, day, 9 * day])(
  'a clock that is once %i ms ahead, right before a digest, loses neither that digest nor one of the next days',
  async (aheadMs) => {
    const { at, told, pass } = await openClocks('07:57');
    await at.drain();
    await misread(at, aheadMs);
    await pass(10 * minute);
    for (let dayNumber = 1; dayNumber <= 9; dayNumber += 1) await at.to(dayNumber, '08:05');
    const ofDecember = ['2026-12-01', '2026-12-02', '2026-12-03'];
    const ofNovember = [24, 25, 26, 27, 28, 29, 30].map((date) => `2026-11-${date}`);
    expect(days(at)).toEqual([...ofNovember, ...ofDecember]);
    expect(at.posted()).toHaveLength(10);
    expect(told()[0]).toContain(`was ${aheadMs / hour} hours ahead and has been set right`);
  },
);

test('a clock that was once days ahead posts no digest at a time that an admin set afterwards', async () => {
  const { at, pass } = await openClocks('07:30');
  await at.drain();
  await at.to(0, '08:05');
  expect(at.posted()).toHaveLength(1);
  await at.change.saveSettings(at.by, at.channelId, { times: '07:45', zone: 'UTC' });
  // By the wrong clock no digest is due either, because it shows 11:05, over two hours after 07:45.
  await misread(at, 2 * day + 3 * hour);
  await pass(12 * minute);
  expect(at.posted()).toHaveLength(1);
  await at.to(1, '07:50');
  expect(days(at)).toEqual(['2026-11-24', '2026-11-25']);
});

test('a clock that is two days behind for ten minutes neither duplicates a digest nor reports one as unsent', async () => {
  const { at, told, pass } = await openClocks();
  for (let dayNumber = 0; dayNumber < 3; dayNumber += 1) await at.to(dayNumber, '08:00');
  at.now -= 2 * day;
  await pass(10 * minute);
  at.now += 2 * day;
  await pass(10 * minute);
  at.sites[0]?.feed('/world.xml', [itemOf(events.moose[0], '/moose', at.now)]);
  await pass(hour, 5 * minute);
  await at.to(3, '08:00');
  expect(days(at)).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
  expect(at.posted().map((text) => /moose/i.test(text))).toEqual([false, false, false, true]);
  expect(told()).toEqual([expect.stringMatching(/was 48 hours ahead/)]);
});

test('Lede is not ready while its clock stands still for five minutes, and says that nothing was read for an hour', async () => {
  const { at, told, ready, pass, hang } = await openClocks('09:00');
  await at.drain();
  await misread(at, 59 * minute);
  await pass(5 * minute);
  expect(await ready()).toEqual([]);
  await pass(minute);
  expect(await ready()).toEqual(['the clock has not gone on for five minutes']);
  // Simulates a machine whose clock is stuck.
  await hang(90 * minute);
  expect(told()).toEqual([expect.stringMatching(/No outlet has been read for 8\d minutes/)]);
  await pass(hour, 10 * minute);
  expect(await ready()).toEqual([]);
});

test('a Lede that started with a wrong clock notices a silence once the clock is right', async () => {
  const { at, told, pass, hang } = await openClocks('12:00');
  at.now += 2 * day;
  await at.restart();
  await at.drain();
  at.now -= 2 * day;
  await pass(6 * minute);
  await hang(90 * minute, minute);
  expect(told().some((text) => /No outlet has been read/.test(text))).toBe(true);
});

const righted = ['restart', 'waiting'] as const;

async function right({ at, pass }: Awaited<ReturnType<typeof openClocks>>, how: (typeof righted)[number]) {
  await (how === 'restart' ? at.restart() : pass(6 * minute));
  await at.drain();
}

const pending = (at: TestDesk, when = 'true') =>
  at.rows(`select 1 from deliveries where state = 'pending' and ${when}`).length;

test.each(righted)(
  'a digest left pending by a clock that ran ahead does not silence its channel after the %s',
  async (how) => {
    const scene = await openClocks();
    const { at } = scene;
    await at.drain();
    const fault = failPosts(at, 503, always);
    at.now += 3 * 365 * day + hour + minute;
    await at.drain();
    expect(pending(at, `attempt_at > ${at.now - hour}`)).toBe(1);
    fault.remove();
    at.now = firstDay + 7 * hour + 30 * minute;
    await right(scene, how);
    await at.skip(minute);
    expect(pending(at)).toBe(0);
    expect(at.posted()).toHaveLength(1);
    await at.to(0, '08:05');
    await at.to(1, '08:05');
    expect(at.posted()).toHaveLength(3);
  },
);

test.each(righted)('a digest left unsent by a clock ahead is made on its proper day after the %s', async (how) => {
  const scene = await openClocks();
  const { at } = scene;
  await at.drain();
  failPosts(at, notTaken);
  await misread(at, day + hour + minute);
  expect(pending(at, 'attempt_at is null')).toBe(1);
  await right(scene, how);
  expect(pending(at)).toBe(0);
  await at.to(0, '08:05');
  await at.to(1, '08:05');
  expect(days(at)).toEqual(['2026-11-24', '2026-11-25']);
});
