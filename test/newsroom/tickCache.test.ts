import { expect, test } from 'vitest';
import { createTickCache } from '../../src/newsroom/tickCache.ts';
import type { ArticleRecord } from '../../src/storage/records/stories/articles.ts';
import type { Records } from '../../src/storage/storage.ts';

const article = (id: string) =>
  ({
    id,
    outletId: id,
    outletName: id,
    url: `https://${id}.example/`,
    title: `The lock of Brannick opens on ${id}`,
    paragraphs: [`The lock of Brannick was opened on ${id} by the mayor after nine years of work at the quay.`],
    publishedAt: 1,
    sentencesMax: 3,
    language: 'en',
  }) as unknown as ArticleRecord;

/** Records that log which articles are read. */
function archive(ids: readonly string[]) {
  const read: string[] = [];
  const byIds = async (wanted: readonly string[]) => {
    read.push(...wanted);
    return wanted.filter((id) => ids.includes(id)).map(article);
  };
  return { read, records: { articles: { byIds } } as unknown as Records };
}

const wanted = (...ids: string[]) => ids.map((id) => ({ id, notNews: 0, mayHead: true }));
const options = { mutedWords: [] };

test('a cache reads each article once and chooses each headline and sentence once', async () => {
  const { read, records } = archive(['Monday', 'Tuesday']);
  const { texts } = createTickCache(records, new Map());
  expect(await texts.presentOf(wanted('gone'), options)).toBeUndefined();
  read.length = 0;
  const first = await texts.presentOf(wanted('Monday', 'Tuesday'), options);
  expect(first?.sentence?.text).toMatch(/after nine years of work/);
  expect(await texts.presentOf(wanted('Monday', 'Tuesday'), { ...options })).toBe(first);
  expect(read).toEqual(['Monday', 'Tuesday']);
});

test('messages sent to one channel do not affect another channel’s texts', async () => {
  const { records } = archive(['Monday']);
  const { texts } = createTickCache(records, new Map());
  const told = { at: 0, articleIds: ['Monday'], sentences: [...article('Monday').paragraphs], knownIds: [] };
  expect(await texts.presentOf(wanted('Monday'), { ...options, told })).toBeUndefined();
  expect(await texts.presentOf(wanted('Monday'), options)).toBeDefined();
});

test('a failed computation is retried by the next caller, and concurrent callers fail together', async () => {
  const { records } = archive(['Monday']);
  const { byIds } = records.articles;
  let failures = 0;
  records.articles.byIds = async (...wanted) => {
    failures += 1;
    if (failures === 1) throw new Error('disk I/O error');
    return byIds(...wanted);
  };
  const { texts } = createTickCache(records, new Map());
  const present = () => texts.presentOf(wanted('Monday'), options);
  const together = await Promise.allSettled([present(), present()]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(failures).toBe(1);
  const later = await present();
  expect(later?.headline.id).toBe('Monday');
  expect(await present()).toBe(later);
});
