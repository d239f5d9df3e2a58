import { expect, test } from 'vitest';
import type { Fault } from '../../playground/server/faults.ts';
import { allComponents } from '../../playground/server/reading.ts';
import { forget, tracesOf } from '../../src/operation/forget.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { twoMessages } from '../twoMessages.ts';

const morning = firstDay + 5 * hour;

/** A channel whose digest at eight is two messages, on a server that forgets nonces: only look-ups prevent doubles. */
async function withTwoMessages(options: Parameters<typeof openDesk>[0] = {}): Promise<TestDesk> {
  const at = await openDesk({
    sites: ['Harbour Post'],
    server: { settings: { nonceMs: 0 } },
    render: twoMessages,
    before: ([post]) =>
      post?.feed(
        '/world.xml',
        (
          [
            ['/ferry', events.ferry[1]],
            ['/water', events.water[0]],
            ['/moose', events.moose[0]],
          ] as const
        ).map(([link, event]) => itemOf(event, link, morning)),
      ),
    ...options,
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  return at;
}

const pathOf = (at: TestDesk) => `/channels/${at.channelId}/messages`;
const posts = (at: TestDesk) => at.server.requests.list('POST', pathOf(at)).length;
const looks = (at: TestDesk) => at.server.requests.list('GET', pathOf(at)).length;
/** Discord answers that it posted nothing. */
const notTaken = { status: 405, code: 0, message: 'Method Not Allowed' };
const refused = { status: 400, code: 50_035, message: 'Invalid Form Body' };

/** The next attempt to post the second message ends so. */
const failSecond = (at: TestDesk, how: Fault, more: object = {}) =>
  at.server.fail({ method: 'POST', path: pathOf(at), how, after: 1, ...more });

/** Which part of which slot each message in the channel is, oldest first. */
const parts = (at: TestDesk) =>
  at.messages().flatMap(({ components }) => {
    const ids = allComponents(components ?? []).map(
      (part) => /\/daily\/[\d-]+(#\d.*)$/.exec(part.custom_id ?? '')?.[1],
    );
    return [...new Set(ids.filter((id) => id !== undefined))];
  });
const both = ['#0', '#0/1'];

/** As the digest is stored: its state, and how many of its stories count as told. */
const stored = (at: TestDesk) => {
  const [row] = at.rows<{ state: string; first: string; later: string }>(
    'select state, message_id as first, later_message_ids as later from deliveries',
  );
  const ids = [row?.first, ...(row?.later.split(' ') ?? [])].filter(Boolean);
  return { state: row?.state, ids, told: at.rows('select 1 from told').length };
};
const idsIn = (at: TestDesk) => at.messages().map(({ id }) => id);

async function wait(at: TestDesk, ms: number, stepMs = minute): Promise<void> {
  for (let waited = 0; waited < ms; waited += stepMs) await at.skip(stepMs);
}

test('both messages of a digest are posted once, in their order, in one run', async () => {
  const at = await withTwoMessages();
  await at.to(0, '08:00');
  expect(parts(at)).toEqual(both);
  expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 3 });
  await wait(at, 5 * minute);
  expect(posts(at)).toBe(2);
  expect(looks(at)).toBe(0);
});

test('a process that ends after the first message posts the second only', async () => {
  const at = await withTwoMessages();
  failSecond(at, notTaken);
  await at.to(0, '08:00');
  expect(parts(at)).toEqual(['#0']);
  await at.restart();
  await wait(at, 2 * minute);
  expect(parts(at)).toEqual(both);
  expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 3 });
});

test.each([
  ['500-after-commit', 2],
  ['reset-after-commit', 2],
  ['reset', 3],
  [503, 3],
] as const)(
  'what became of the second message after %s is looked for, and the first is left alone',
  async (how, made) => {
    const at = await withTwoMessages();
    failSecond(at, how);
    await at.to(0, '08:00');
    expect(stored(at).state).toBe('pending');
    await at.restart();
    await wait(at, 2 * minute);
    expect(parts(at)).toEqual(both);
    expect(posts(at)).toBe(made);
    expect(looks(at)).toBe(1);
    expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 3 });
  },
);

test('a first message that is found is followed by the second', async () => {
  const at = await withTwoMessages();
  at.server.fail({ method: 'POST', path: pathOf(at), how: 'reset-after-commit' });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(parts(at)).toEqual(both);
  expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 3 });
});

test('a second message that Discord refuses is left out, and its stories are not told', async () => {
  const at = await withTwoMessages();
  failSecond(at, refused);
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(parts(at)).toEqual(['#0']);
  expect(posts(at)).toBe(2);
  expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 1 });
  expect(at.told()).toEqual([]);
  await at.to(1, '08:00');
  expect(stored(at).state).toBe('sent');
});

test('a story at fault in the second message goes alone', async () => {
  const at = await withTwoMessages();
  failSecond(at, { ...refused, at: ['components', 0, 'components', 1, 'content'] });
  await at.to(0, '08:00');
  expect(parts(at)).toEqual(both);
  expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 2 });
});

test('a second message waits for a permission, and is given up two hours after the first', async () => {
  const at = await withTwoMessages();
  const away = { status: 403, code: 50_013, message: 'Missing Permissions' };
  failSecond(at, away, { times: 3 });
  await at.to(0, '08:00');
  await wait(at, 40 * minute, 5 * minute);
  expect(parts(at)).toEqual(both);
  at.server.fail({ method: 'POST', path: pathOf(at), how: away, after: 1, times: 100 });
  await at.to(1, '08:00');
  await wait(at, 2.5 * hour, 10 * minute);
  expect(parts(at)).toEqual([...both, '#0']);
  expect(at.rows('select state from deliveries')).toEqual([{ state: 'sent' }, { state: 'sent' }]);
  expect(at.told().filter((text) => text.includes('could not be sent'))).toEqual([]);
});

test('a digest that is begun just before it is too late is finished', async () => {
  const at = await withTwoMessages();
  const first = at.server.fail({ method: 'POST', path: pathOf(at), how: notTaken, times: 1_000 });
  await at.to(0, '08:00');
  await wait(at, 115 * minute, 5 * minute);
  first.remove();
  failSecond(at, notTaken, { times: 4 });
  await wait(at, hour, 5 * minute);
  expect(parts(at)).toEqual(both);
});

test.each(['paused', 'deleted'] as const)(
  'a channel that is %s between the two messages keeps the first',
  async (how) => {
    const at = await withTwoMessages();
    failSecond(at, notTaken);
    await at.to(0, '08:00');
    if (how === 'paused') await at.app.desk.change.pause(at.by, at.channelId);
    else await at.app.desk.change.channelGone(at.channelId);
    await wait(at, 30 * minute, 5 * minute);
    expect(parts(at)).toEqual(['#0']);
    expect(stored(at)).toEqual({ state: 'sent', ids: idsIn(at), told: 1 });
  },
);

test('the digest after it waits for both messages', async () => {
  const at = await withTwoMessages();
  await at.app.desk.change.reschedule(at.by, at.channelId, { times: '08:00, 08:05' });
  failSecond(at, notTaken, { times: 3 });
  await at.to(0, '08:00');
  await wait(at, 30 * minute);
  expect(parts(at).slice(0, 2)).toEqual(both);
  expect(parts(at)[2]).toBe('#1');
});

test('a correction edits the message that tells the article, and no other', async () => {
  const at = await withTwoMessages();
  await at.to(0, '08:00');
  const edits = () =>
    at.server.requests.list('PATCH', new RegExp(`^${pathOf(at)}/`)).map(({ path }) => path.split('/').at(-1));
  const [first, second] = idsIn(at);
  const titles = at.rows<{ title: string; part: number; id: string }>(
    `select articles.id, title, part from told join articles on articles.story_id = told.story_id`,
  );
  for (const [part, id] of [first, second].entries()) {
    const told = titles.find((one) => one.part === part);
    const link = [
      ['/ferry', events.ferry[1]],
      ['/water', events.water[0]],
      ['/moose', events.moose[0]],
    ] as const;
    at.sites[0]?.feed(
      '/world.xml',
      link.map(([url, event]) =>
        itemOf(event.title === told?.title ? { ...event, title: `Retracted: ${event.title}` } : event, url, morning),
      ),
    );
    const before = edits().length;
    await wait(at, hour, 20 * minute);
    expect(edits().slice(before)).toEqual([id]);
    expect(at.posted()[part]).toContain('Retracted');
  }
});

test.each([
  ['between the two messages', 'is in neither'],
  ['after both, when somebody deleted the first,', 'is taken out of the second'],
])('an outlet that is forgotten %s %s', async (when) => {
  const at = await withTwoMessages({
    sites: ['Harbour Post', 'Courier'],
    before: ([post, courier]) => {
      const items = [itemOf(events.ferry[1], '/ferry', morning), itemOf(events.water[0], '/water', morning)];
      post?.feed('/world.xml', items);
      courier?.feed('/world.xml', [itemOf(events.moose[0], '/moose', morning)]);
    },
  });
  const isBetween = when.startsWith('between');
  if (isBetween) failSecond(at, notTaken);
  await at.to(0, '08:00');
  await at.app.stop();
  const storage = await openStorage({ url: `file:${at.databasePath}`, now: () => at.now });
  const traces = await tracesOf(storage, at.sites[0]?.host ?? '');
  await forget({ storage, render: twoMessages, pictures: true }, traces, at.now);
  await storage.close();
  const gone = { status: 404, code: 10_008, message: 'Unknown Message' };
  if (!isBetween) at.server.fail({ method: 'PATCH', path: `${pathOf(at)}/${idsIn(at)[0]}`, how: gone });
  await at.restart();
  await wait(at, 10 * minute);
  expect(parts(at)).toEqual(both);
  const text = at
    .posted()
    .slice(isBetween ? 0 : 1)
    .join();
  for (const { title } of [events.ferry[1], events.water[0]]) expect(text).not.toContain(title);
  if (isBetween) expect(text).toContain(events.moose[0].title);
});
