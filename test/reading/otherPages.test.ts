import { expect, test } from 'vitest';
import { events } from '../desk/events.ts';
import { morning, openPost, teaser } from './onePost.ts';

const names = ['ferry', 'moose', 'water', 'chess'] as const;
const teasers = (of: readonly (typeof names)[number][]) =>
  of.map((name) => teaser(events[name][0], `/${name}`, morning, 70));
const [ferry] = events.ferry;

const consent = [
  'We and our 214 partners store and read information on your device, such as unique identifiers, to show personal advertisements and to measure how they perform.',
  'If you press “Accept all”, you agree to the use of your data for these purposes. If you do not want this, press “Manage settings” and choose which of our partners may use your data.',
];

test('if an article’s page redirects to the front page, which announces it, the feed’s text is kept', async () => {
  const { at } = await openPost({
    before: (post) => {
      post.put('/ferry', { status: 302, headers: { location: '/' } });
      post.page('/', [...events.chess[0].paragraphs, `${ferry.title}: ${ferry.paragraphs[0]}`]);
      post.feed('/world.xml', teasers(['ferry']));
    },
    digest: { topics: ['world'], quiet: 'post' },
  });
  expect(at.rows('select text_from, page_state from articles')).toEqual([
    { text_from: 'snippet', page_state: 'given-up' },
  ]);
  await at.to(0, '08:00');
  expect(at.posted()[0]).not.toContain('Marchetti');
});

test('articles behind one wall stay stories of their own, without text of the wall', async () => {
  const { at } = await openPost({
    before: (post) => {
      for (const name of names) post.page(`/${name}`, consent);
      post.feed('/world.xml', teasers(names));
    },
    digest: { topics: ['world', 'technology'] },
  });
  expect(at.rows('select title from stories')).toHaveLength(4);
  await at.to(0, '08:00');
  for (const name of names) expect(at.posted()[0]).toContain(events[name][0].title);
  expect(at.posted()[0]).not.toContain('partners');
});

test('a page in a script without spaces is long enough by its characters', async () => {
  const text =
    '海峡のフェリー会社の乗組員約九百人が未明からストライキに入り、二つの島への便はほとんど止まっている。組合は勤務の間の休息を十一時間とするよう求めている。会社は患者のための船だけを出している。';
  const { at } = await openPost({
    before: (post) => {
      post.page('/ferry', [text]);
      const html = '<p>島への便が欠航している。</p>';
      post.feed('/world.xml', [{ title: 'フェリー乗組員がスト、島への便が欠航', link: '/ferry', at: morning, html }]);
    },
  });
  await at.drain();
  expect(at.rows('select text_from, paragraphs from articles')).toEqual([{ text_from: 'page', paragraphs: text }]);
});
