import { expect, test } from 'vitest';
import { dayMs } from '../../src/clock.ts';
import type { PostOutcome } from '../../src/outbox/ports.ts';
import type { DigestStory } from '../../src/storage/postContent.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';
import { article } from '../storage/contract/dialect.ts';
import { correct } from './correct.ts';
import { now, openLoops } from './loops.ts';

const minute = 60_000;

/** Deliveries that contain the article, and the loop that edits them. The first edit waits for `during`. */
async function open(first: PostOutcome, during?: (queue: (text: string) => Promise<number>) => Promise<unknown>) {
  const shown: string[] = [];
  const {
    amend: loop,
    post,
    ...loops
  } = await openLoops(
    async (_channel, _message, payload) => {
      shown.push(String(payload.text));
      if (shown.length > 1) return { kind: 'posted', messageId: 'm' };
      await during?.(queue);
      return first;
    },
    ({ places }) => ({ payloads: [{ text: places[0]?.corrections?.at(-1)?.text }], told: [] }),
  );
  const { articles, edits } = loops.storage.records;
  await articles.insert([article('a')], now);
  const queue = (text: string) => correct(loops.storage, 'a', text, now);
  const send = async (id: string, corrections?: DigestStory['corrections']) => {
    const told = { storyId: 's', articleIds: ['a'], sentences: [] };
    await post(id, id, { articleId: 'a', corrections }, 0, [told]);
    return (await edits.due('others', now, 10)).filter(({ deliveryId }) => deliveryId === id).length;
  };
  return { ...loops, queue, shown, loop, send };
}

test.each<[string, PostOutcome]>([
  ['a newer correction that comes while the message is edited is shown next', { kind: 'posted', messageId: 'm' }],
  ['a newer correction does not wait for what Discord did not take', { kind: 'unsent', reason: 'HTTP 405' }],
])('%s', async (_, first) => {
  const { queue, shown, loop, send } = await open(first, (queue) => queue('second'));
  await send('d');
  expect(await queue('first')).toBe(1);
  await loop.run(now);
  expect(await loop.run(now)).toBe(1);
  expect(shown).toEqual(['first', 'second']);
  expect(await loop.run(now)).toBe(0);
});

test('a newer correction waits until an edit of unknown outcome has arrived or is lost', async () => {
  const { queue, shown, loop, send } = await open({ kind: 'unknown', reason: 'timeout' }, (queue) => queue('second'));
  await send('d');
  await queue('first');
  for (const ms of [0, 5_000, 29_000]) await loop.run(now + ms);
  expect(shown).toEqual(['first']);
  await loop.run(now + 30_000);
  expect(shown).toEqual(['first', 'second']);
  expect(await loop.run(now + dayMs)).toBe(0);
});

test('a correction that came while the digest was being made is shown once the digest is posted', async () => {
  const { storage, shown, loop, send } = await open({ kind: 'posted', messageId: 'm' });
  await correct(storage, 'a', 'first', now - 1_000);
  const known = { kind: 'corrected', text: 'first', articleId: 'a', outlet: 'O', url: 'https://o.example/a' } as const;
  await send('shown', [known]);
  await loop.run(now);
  expect(shown).toEqual([]);
  await send('meanwhile');
  await loop.run(now);
  expect(shown).toEqual(['first']);
});

test('the message keeps both an edit and the newsrooms that joined during it', async () => {
  const { storage, queue, shown, loop, send } = await open({ kind: 'posted', messageId: 'm' }, async () => {
    const content = (await storage.records.deliveries.byId('d'))?.content ?? digestOf({});
    const places = content.places.map((place) => ({ ...place, outlets: 9 }));
    await storage.records.deliveries.edited('d', { ...content, places }, [{}], now);
  });
  await send('d');
  await queue('first');
  await loop.run(now);
  const placeIn = async () => (await storage.records.deliveries.byId('d'))?.content.places[0];
  expect(await placeIn()).toMatchObject({ outlets: 9 });
  await loop.run(now);
  expect(await placeIn()).toMatchObject({ outlets: 9, corrections: [{ text: 'first' }] });
  expect(shown).toEqual(['first', 'first']);
});

test('a day later nothing is published and no thread is opened, but a post is archived', async () => {
  const { storage, acts, loop, firstActs, send } = await open({ kind: 'posted', messageId: 'm' });
  await send('d');
  for (const act of [{ kind: 'crosspost' }, { kind: 'thread', name: 'Tuesday' }, { kind: 'archive' }] as const)
    await storage.records.edits.queueAct('d', act, now);
  for (const one of [firstActs, loop]) await one.run(now + dayMs + 1);
  expect(acts).toEqual(['archive d']);
  for (const one of [firstActs, loop]) expect(await one.run(now + 2 * dayMs)).toBe(0);
});

test.each(['put back', 'taken out'] as const)(
  'an article %s is shown as such, even if nothing stored says so',
  async (change) => {
    const { storage, shown, loop, send } = await open({ kind: 'posted', messageId: 'm' });
    const { deliveries, edits } = storage.records;
    await send('d');
    const content = (await deliveries.byId('d'))?.content ?? digestOf({});
    const [place = placeOf(1)] = content.places;
    const wrong = [{ articleId: 'b', url: 'https://b.example/1' }];
    const without = { ...place, takenOut: { articles: wrong, fewer: { outlets: 1, voices: 1 } } };
    if (change === 'taken out') await deliveries.edited('d', { ...content, places: [without] }, [{}], now);
    // The process was killed after Discord made the opposite edit and before that was stored.
    await edits.noteUnderWay('d', now - minute, now, 0);
    await edits.queueFacts({ articleIds: ['a'], serverId: 's' }, 0, now);
    await loop.run(now);
    expect(shown).toHaveLength(1);
  },
);
