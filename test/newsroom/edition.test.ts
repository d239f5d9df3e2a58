import { expect, test } from 'vitest';
import { createEdition } from '../../src/newsroom/edition.ts';
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

const heads = (...ids: string[]) => ids.map((id) => ({ id, general: true, notNews: 0, mayHead: true }));

test('an edition reads each article once and computes each headline and its sentences once', async () => {
  const { read, records } = archive(['Monday', 'Tuesday']);
  const { texts } = createEdition(records, new Map());
  expect(await texts.headlineFor(heads('gone'))).toBeUndefined();
  read.length = 0;
  const wanted = { articleIds: ['Monday', 'Tuesday'], headlineId: 'Monday' };
  const first = await texts.sentenceOf(wanted);
  expect(first?.articleId).toBe('Monday');
  expect(await texts.sentenceOf({ ...wanted })).toBe(first);
  expect(await texts.headlineFor(heads('Monday', 'Tuesday'))).toBe(await texts.headlineFor(heads('Monday', 'Tuesday')));
  expect(read).toEqual(['Monday', 'Tuesday']);
});

test('messages sent to one channel do not affect another channel’s texts', async () => {
  const { records } = archive(['Monday']);
  const { texts } = createEdition(records, new Map());
  const wanted = { articleIds: ['Monday'], headlineId: 'Monday' };
  const told = { articleIds: ['Monday'], sentences: [...article('Monday').paragraphs] };
  expect(await texts.sentenceOf({ ...wanted, told })).toBeUndefined();
  expect(await texts.sentenceOf(wanted)).toBeDefined();
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
  const { texts } = createEdition(records, new Map());
  const together = await Promise.allSettled([texts.headlineFor(heads('Monday')), texts.headlineFor(heads('Monday'))]);
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(failures).toBe(1);
  const later = await texts.headlineFor(heads('Monday'));
  expect(later?.id).toBe('Monday');
  expect(await texts.headlineFor(heads('Monday'))).toBe(later);
});
