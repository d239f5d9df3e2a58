import { expect, onTestFinished, test } from 'vitest';
import { packed } from '../../src/articles/packed.ts';
import { createCorrect } from '../../src/delivery/correct.ts';
import type { PostOutcome, Render, Sender } from '../../src/delivery/ports.ts';
import type { Digest } from '../../src/digests/digest.ts';
import type { Log } from '../../src/log.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { memoryLog } from '../commands/scene.ts';

const now = 1_795_500_000_000;
const articleId = 'a';
const place = { storyId: 's', title: 'T', url: 'https://o.example/a', articleId, outlet: 'O', topicId: 'world' };
const digest = {
  channelId: 'c',
  places: [{ ...place, sentences: [], outlets: 1, voices: 1, since: now }],
  also: [],
} as unknown as Digest;
const correctionOf = (text: string) => ({ kind: 'corrected' as const, text, at: now });

/** A digest that was sent, whose first edit waits for `during`. */
async function sentDigest(first: PostOutcome, during: (queue: (text: string) => Promise<number>) => Promise<unknown>) {
  const storage = await openStorage({ url: ':memory:', now: () => now });
  onTestFinished(() => storage.close());
  const delivery = {
    id: 'd',
    channelId: 'c',
    serverId: 's',
    kind: 'daily' as const,
    localDate: '2026-11-24',
    ordinal: 0,
  };
  const times = { windowStart: now - 1, windowEnd: now, dueAt: now };
  const told = [{ storyId: 's', articleIds: [articleId], sentences: [] }];
  await storage.records.deliveries.add({ ...delivery, ...times, digest, payloads: [{}] }, told, now);
  await storage.records.deliveries.posted('d', ['m'], now, true);
  const queue = (text: string) =>
    storage.records.edits.queue({ id: articleId, correction: correctionOf(text) }, 0, now);
  const edits: string[] = [];
  const edit: Sender['edit'] = async (_channel, _message, payload) => {
    edits.push(String(payload.text));
    if (edits.length > 1) return { kind: 'posted', messageId: 'm' };
    await during(queue);
    return first;
  };
  const render = {
    digest: ({ places }: Digest) => ({ payloads: [{ text: places[0]?.corrections?.at(-1)?.text }], told: [] }),
  } as unknown as Render;
  const loop = createCorrect({
    storage,
    sender: { edit } as unknown as Sender,
    render,
    log: memoryLog().log as Log,
    pictures: false,
  });
  return { storage, queue, edits, loop };
}

test('a newer correction that comes while the message is edited is shown next', async () => {
  const at = await sentDigest({ kind: 'posted', messageId: 'm' }, (queue) => queue('second'));
  expect(await at.queue('first')).toBe(1);
  await at.loop.run(now);
  expect(await at.loop.run(now)).toBe(1);
  expect(at.edits).toEqual(['first', 'second']);
  expect(await at.loop.run(now)).toBe(0);
});

test('a newer correction does not wait for what Discord did not take of the older one', async () => {
  const at = await sentDigest({ kind: 'unknown', reason: 'timeout' }, (queue) => queue('second'));
  await at.queue('first');
  await at.loop.run(now);
  expect(await at.loop.run(now)).toBe(1);
  expect(at.edits).toEqual(['first', 'second']);
});

test('what was corrected while the digest was made is shown once it stands', async () => {
  const at = await sentDigest({ kind: 'posted', messageId: 'm' }, async () => undefined);
  const { articles, deliveries, edits } = at.storage.records;
  const article = {
    ...{ id: 'late', outletId: 'o', outletName: 'O', url: 'https://o.example/late', title: 'T', paragraphs: ['Text.'] },
    ...{ textFrom: 'feed' as const, categories: [], publishedAt: now, firstSeenAt: now, newsAt: now, sentencesMax: 3 },
    pageState: 'none' as const,
  };
  await articles.insert([packed(article)], now);
  const add = async (id: string, shown: Digest) => {
    const told = [{ storyId: 's', articleIds: ['late'], sentences: [] }];
    const slot = { channelId: id, serverId: 's', kind: 'daily' as const, localDate: '2026-11-24', ordinal: 0 };
    const times = { windowStart: now - 1, windowEnd: now, dueAt: now };
    await deliveries.add({ id, ...slot, ...times, digest: shown, payloads: [{}] }, told, now);
    await deliveries.posted(id, [id], now, true);
    return (await edits.due(now, 10)).filter(({ deliveryId }) => deliveryId === id).length;
  };
  const correct = (at: number) =>
    articles.change('late', { title: 'T', url: article.url, correction: { kind: 'corrected', text: 'first', at } });
  await correct(now - 3 * 60_000);
  expect(await add('long-before', digest)).toBe(0);
  await correct(now - 1_000);
  expect(await add('meanwhile', digest)).toBe(1);
  const [shownPlace] = digest.places;
  const correction = { kind: 'corrected' as const, text: 'first', articleId: 'late', outlet: 'O', url: article.url };
  const showing = { ...digest, places: [{ ...shownPlace, corrections: [correction] }] } as Digest;
  expect(await add('shown', showing)).toBe(0);
});

test('an article that no message tells edits nothing', async () => {
  const at = await sentDigest({ kind: 'posted', messageId: 'm' }, async () => undefined);
  const { edits } = at.storage.records;
  expect(await edits.queue({ id: 'other', correction: correctionOf('first') }, 0, now)).toBe(0);
  expect(await edits.queue({ id: articleId, correction: correctionOf('first') }, now + 1, now)).toBe(0);
});
