import { expect, test } from 'vitest';
import { redrawn } from '../../src/outbox/redraw.ts';
import { withoutTakenOut } from '../../src/outbox/takenOut.ts';
import type { DigestStory, PostContent } from '../../src/storage/postContent.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';
import { article, feed, story } from '../storage/contract/dialect.ts';
import { emptyTestStorage } from '../storage/testDatabase.ts';
import { correct } from './correct.ts';

const now = 1_795_500_000_000;
const of = (name: string) => ({ articleId: name, outlet: name, url: `https://${name}.example/1` });
const said = (name: string) => ({ ...of(name), text: `Said by ${name}.` });
const titleOf = (name: string) => `The post office of ${name} closes on Monday`;
const place = (head: string, ...quoted: string[]): DigestStory =>
  placeOf(1, { storyId: 'a', ...of(head), title: titleOf(head), sentences: quoted.map(said), outlets: 5, voices: 4 });

/** A server whose members split articles off a story of five outlets. The agency has the same text as `wrong`. */
async function open() {
  const storage = await emptyTestStorage(now);
  const { records } = storage;
  const names = ['post', 'wrong', 'agency', 'metro', 'lantern'];
  await records.feeds.add(feed('f'), ['world'], now);
  await records.stories.save(story('a'), ['world']);
  const made = names.map((name, nth) => {
    const text = `The ${name === 'agency' ? 'wrong' : name} newsroom says in words of its own what was decided on Monday.`;
    const own = { outletId: name, outletName: name, url: of(name).url, title: titleOf(name), publishedAt: now + nth };
    return article(name, { ...own, paragraphs: [text.repeat(4)] });
  });
  await records.articles.insert(made, now);
  await records.articles.listedBy(names.map((articleId) => ({ feedId: 'f', articleId })));
  for (const id of names) await records.placed.place(id, { storyId: 'a', terms: '', reasons: '{}' }, now);
  let at = now;
  const split = (...ids: string[]) => {
    at += 1;
    const others = names.filter((name) => !ids.includes(name));
    return records.splits.keep('s', ids, others, at);
  };
  const draw = (content: PostContent) => redrawn(records, (outletId) => outletId, { serverId: 's', content });
  const shown = async (content: PostContent) => withoutTakenOut(await draw(content)).places[0];
  return { storage, records, split, putBack: (...ids: string[]) => records.splits.end('s', ids), draw, shown };
}

test('a digest’s story loses the sentences of an article about another event, and its headline if that article provided it', async () => {
  const { split, shown } = await open();
  await split('wrong');
  const left = { ...of('post'), title: titleOf('post'), sentences: [said('post')], outlets: 4 };
  expect(await shown(digestOf({ places: [place('post', 'post', 'wrong')] }))).toMatchObject(left);
  const picture = { url: 'https://wrong.example/p.jpg', alt: '' };
  const corrections = ['post', 'wrong'].map((name) => ({ ...said(name), kind: 'corrected' as const }));
  const headed = { ...place('wrong', 'wrong', 'post'), picture, corrections };
  const without = await shown(digestOf({ places: [headed] }));
  expect(without).toMatchObject(left);
  expect(without?.picture).toBeUndefined();
  expect(without?.corrections).toEqual(corrections.slice(0, 1));
});

test('the counts of outlets and origins shrink by those of the removed articles', async () => {
  const { split, shown } = await open();
  await split('wrong', 'agency');
  const digest = digestOf({ places: [place('post', 'post', 'wrong')] });
  expect(await shown(digest)).toMatchObject({ outlets: 3, voices: 3 });
});

test('a story with no other article, or without the wrong one, stays as it is', async () => {
  const { split, draw } = await open();
  await split('wrong');
  for (const places of [[place('wrong', 'wrong')], [place('post', 'post')]]) {
    const digest = digestOf({ places });
    expect(await draw(digest)).toEqual(digest);
  }
});

const alert = {
  ...digestOf({ places: [place('wrong', 'wrong', 'post')] }),
  reports: { a: ['post', 'wrong', 'metro', 'agency'].map((name) => ({ ...of(name), at: 1 })), b: [] },
};
const namesIn = (one: PostContent) => withoutTakenOut(one).reports?.a?.map(({ outlet }) => outlet);

test('an alert no longer names the article’s newsroom, until the article is put back; newsrooms that joined since stay', async () => {
  const { split, putBack, draw } = await open();
  expect(await draw(alert)).toEqual(alert);
  await split('wrong');
  const changed = await draw(alert);
  expect(namesIn(changed)).toEqual(['post', 'metro', 'agency']);
  expect(withoutTakenOut(changed).places[0]?.url).not.toBe(of('wrong').url);
  expect(await draw(changed)).toEqual(changed);
  const joined = { ...changed, reports: { a: [...(changed.reports?.a ?? []), { ...of('late'), at: 2 }] } };
  await putBack('wrong');
  expect(await draw(changed)).toEqual(alert);
  expect(namesIn(await draw(joined))).toEqual([...(namesIn(alert) ?? []), 'late']);
});

test('of two articles that were taken out, either one can be put back, whichever was taken out first', async () => {
  const { split, putBack, draw } = await open();
  await split('wrong');
  const first = await draw(alert);
  await split('agency');
  const both = await draw(first);
  expect(namesIn(both)).toEqual(['post', 'metro']);
  expect(both).toEqual(await draw(alert));
  await putBack('agency');
  expect(await draw(both)).toEqual(first);
  await split('agency');
  await putBack('wrong');
  expect(namesIn(await draw(both))).toEqual(['post', 'wrong', 'metro']);
});

test('an article that was taken out and then deleted stays out', async () => {
  const { split, records, draw } = await open();
  await split('wrong');
  const changed = await draw(alert);
  await records.forgotten.removeArticles(['wrong']);
  expect(await draw(changed)).toEqual(changed);
});

test('a correction that comes while another article is taken out stays when that article is put back', async () => {
  const { storage, split, putBack, draw } = await open();
  await split('wrong');
  const changed = await draw(alert);
  await correct(storage, 'post', 'On Tuesday.', now);
  await correct(storage, 'wrong', 'On Wednesday.', now);
  const told = await draw(changed);
  expect(withoutTakenOut(told).places[0]?.corrections).toMatchObject([{ text: 'On Tuesday.' }]);
  await putBack('wrong');
  const texts = (await draw(told)).places[0]?.corrections?.map(({ text }) => text);
  expect(texts?.toSorted()).toEqual(['On Tuesday.', 'On Wednesday.']);
});
