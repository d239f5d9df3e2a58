import { expect, test } from 'vitest';
import { hour, itemOf, minute, type TestDesk, wait } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { twoMessages } from '../twoMessages.ts';
import { failPosts, forbidden, looks, morning, notTaken, partsIn, pathOf, posts, statesOf, withNews } from './scene.ts';

const both = ['#0', '#0/1'];
const withTwoMessages = () => withNews({ kinds: twoMessages });

/** The stored digest: its state, its messages, and how many of its four stories count as posted. */
const stored = (at: TestDesk) => {
  const [row] = at.rows<{ state: string; first: string; later: string }>(
    'select state, message_id as first, later_message_ids as later from deliveries',
  );
  const ids = [row?.first, ...(row?.later.split(' ') ?? [])].filter(Boolean);
  return { state: row?.state, ids, told: at.rows('select 1 from told').length };
};
const whole = (at: TestDesk) => ({ state: 'sent', ids: at.messages().map(({ id }) => id), told: 4 });

test('both messages of a digest are posted once, at its time and in their order', async () => {
  const at = await withTwoMessages();
  await at.to(0, '07:59');
  expect(at.posted()).toEqual([]);
  await at.to(0, '08:00');
  expect(partsIn(at)).toEqual(both);
  expect(stored(at)).toEqual(whole(at));
  await wait(at, 5 * minute);
  expect([posts(at), looks(at)]).toEqual([2, 0]);
});

test.each([
  [0, '500-after-commit', 2],
  [0, 'reset-after-commit', 2],
  [0, 'reset', 3],
  [0, 503, 3],
  [1, 'reset-after-commit', 2],
  [1, 'reset', 3],
] as const)(
  'the next process finds out what became of message %i after %s, and both messages are posted once',
  async (part, how, made) => {
    const at = await withTwoMessages();
    failPosts(at, how, { after: part });
    await at.to(0, '08:00');
    expect(stored(at).state).toBe('pending');
    await at.restart();
    await wait(at, 2 * minute);
    expect(partsIn(at)).toEqual(both);
    expect([posts(at), looks(at)]).toEqual([made, 1]);
    expect(stored(at)).toEqual(whole(at));
  },
);

test('nothing is posted again as long as a lost request may still arrive', async () => {
  const at = await withNews();
  failPosts(at, 'reset');
  await at.to(0, '08:00');
  await wait(at, 29_000, 1_000);
  expect([posts(at), looks(at)]).toEqual([1, 0]);
});

test('while Discord is away, Lede looks less and less often for a message of unknown outcome', async () => {
  const at = await withNews();
  failPosts(at, '500-after-commit');
  const away = at.server.fail({ method: 'GET', path: pathOf(at), how: 503, times: Number.POSITIVE_INFINITY });
  await at.to(0, '08:00');
  await wait(at, hour);
  expect(looks(at)).toBeLessThan(20);
  away.remove();
  await wait(at, 5 * minute);
  expect(statesOf(at)).toEqual(['sent']);
  expect(at.posted()).toHaveLength(1);
});

test('without Read Message History an unknown outcome stays unknown, is reported, and nothing is sent again', async () => {
  const at = await withNews();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['ReadMessageHistory'] });
  failPosts(at, '500-after-commit');
  await at.to(0, '08:00');
  await wait(at, 10 * minute);
  expect(statesOf(at)).toEqual(['pending']);
  expect(at.told()).toEqual([expect.stringContaining('Read Message History')]);
  await wait(at, 2 * hour);
  expect(posts(at)).toBe(1);
  expect(statesOf(at)).toEqual(['unknown']);
  expect(at.told()).toHaveLength(2);
  await at.to(1, '08:00');
  expect(at.posted()[1]).not.toContain('deckhands');
});

test('a digest of unknown outcome is posted once Read Message History is back and shows that it is missing', async () => {
  const at = await withNews();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['ReadMessageHistory'] });
  failPosts(at, 500);
  await at.to(0, '08:00');
  await wait(at, 20 * minute);
  expect(at.posted()).toEqual([]);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await wait(at, 20 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(statesOf(at)).toEqual(['sent']);
});

test('the digests of a channel are posted in their order, even if the first one has to wait', async () => {
  const at = await withTwoMessages();
  await at.change.saveSettings(at.by, at.channelId, { times: '08:00, 08:05' });
  failPosts(at, notTaken, { after: 1, times: 3 });
  await at.to(0, '08:00');
  await at.to(0, '08:05');
  expect(partsIn(at)).toEqual(['#0']);
  await wait(at, 30 * minute);
  expect(partsIn(at)).toEqual([...both, '#1']);
  expect(statesOf(at)).toEqual(['sent', 'sent']);
});

test('a second message waits for a permission, and is given up two hours after the first', async () => {
  const at = await withTwoMessages();
  failPosts(at, forbidden, { after: 1, times: 3 });
  await at.to(0, '08:00');
  await wait(at, 40 * minute);
  expect(partsIn(at)).toEqual(both);
  at.sites[0]?.feed('/world.xml', [itemOf(events.chess[0], '/chess', at.now), itemOf(events.ferry[1], '/f', at.now)]);
  failPosts(at, forbidden, { after: 1, times: 100 });
  await at.to(0, '12:00');
  await at.to(1, '08:00');
  await wait(at, 2.5 * hour);
  expect(partsIn(at)).toEqual([...both, '#0']);
  expect(statesOf(at)).toEqual(['sent', 'sent']);
  expect(at.told().filter((text) => text.includes('could not be posted'))).toEqual([]);
});

test('a digest that is begun just before it is too late is finished', async () => {
  const at = await withTwoMessages();
  const first = failPosts(at, notTaken, { times: 1_000 });
  await at.to(0, '08:00');
  await wait(at, 115 * minute, 5 * minute);
  first.remove();
  failPosts(at, notTaken, { after: 1, times: 4 });
  await wait(at, hour, 5 * minute);
  expect(partsIn(at)).toEqual(both);
});

test.each(['paused', 'deleted'] as const)(
  'a channel that is %s between the two messages keeps the first',
  async (how) => {
    const at = await withTwoMessages();
    failPosts(at, notTaken, { after: 1 });
    await at.to(0, '08:00');
    if (how === 'paused') await at.change.pause(at.by, at.channelId);
    else await at.change.channelGone(at.serverId, at.channelId);
    await wait(at, 30 * minute);
    expect(partsIn(at)).toEqual(['#0']);
    expect(stored(at)).toEqual({ ...whole(at), told: 1 });
  },
);

test('a correction edits the message that contains the article, and no other', async () => {
  const at = await withTwoMessages();
  await at.to(0, '08:00');
  const edits = () =>
    at.server.requests.list('PATCH', new RegExp(`^${pathOf(at)}/`)).map(({ path }) => path.split('/').at(-1));
  const told = at.rows<{ title: string; url: string; part: number }>(
    'select title, url, part from told join articles on articles.story_id = told.story_id',
  );
  for (const [part, { id }] of at.messages().entries()) {
    const article = told.find((one) => one.part === part);
    const url = new URL(article?.url ?? '');
    const retracted = { title: `Retracted: ${article?.title}`, paragraphs: ['It was withdrawn.'] };
    const site = at.sites.find(({ host }) => host === url.host);
    for (const path of ['/world.xml', '/tech.xml']) site?.feed(path, [itemOf(retracted, url.pathname, morning)]);
    const before = edits().length;
    await wait(at, hour, 20 * minute);
    expect(edits().slice(before)).toEqual([id]);
    expect(at.posted()[part]).toContain('Retracted');
  }
});
