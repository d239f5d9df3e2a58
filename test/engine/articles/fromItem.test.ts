import { expect, test } from 'vitest';
import { articleFrom, hashedId } from '../../../src/engine/articles/fromItem.ts';
import type { FeedItem } from '../../../src/engine/feeds/document.ts';

const now = 1_795_500_000_000;
const context = { scope: 'post', outletId: 'post', outletName: 'Post', now };
const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ');
const item = (more: Partial<FeedItem> = {}): FeedItem => ({
  id: '1',
  title: 'Ferry crews walk out',
  url: 'https://post.example/ferry',
  categories: [],
  publishedAt: now - 3_600_000,
  html: `<p>${words(80)}</p>`,
  ...more,
});
const from = (more: Partial<FeedItem> = {}) => articleFrom(item(more), context);
const paragraphsOf = (html: string) => from({ html })?.paragraphs;

test('an article has one id within its scope, and a different one in each other scope', () => {
  const id = from()?.id;
  expect(from({ id: '2', url: 'http://www.post.example/ferry/?utm_source=rss' })?.id).toBe(id);
  expect(articleFrom(item(), { ...context, scope: 'courier' })?.id).not.toBe(id);
  expect(hashedId('a', 'b')).toMatch(/^[\w-]{22}$/);
});

test('an item without title or address is no article', () => {
  expect(from({ title: ' <b></b> ' })).toBeUndefined();
  expect(from({ url: undefined })).toBeUndefined();
  expect(from({ url: 'javascript:alert(1)' })).toBeUndefined();
});

test('a few words, or a text that breaks off, are a snippet', () => {
  expect(from()?.textFrom).toBe('feed');
  expect(from({ html: `<p>${words(40)}</p>` })?.textFrom).toBe('snippet');
  expect(from({ html: `<p>${words(80)} …</p>` })?.textFrom).toBe('snippet');
  expect(from({ html: `<p>${words(80)}</p><p>[…]</p>` })?.textFrom).toBe('snippet');
  expect(from({ html: undefined })?.textFrom).toBe('snippet');
});

test("lines that feeds add below an article's text are removed", () => {
  const added = '<p>Read more</p><p>The post Ferry crews appeared first on Post.</p>';
  const html = `<p>${words(80)}</p>${added}<p>The post Ferry crews first appeared on Post .</p>`;
  expect(paragraphsOf(html)).toEqual([words(80)]);
  const glued = `${words(80)} The post Ferry crews “walk out” appeared first on Post .`;
  expect(paragraphsOf(glued)).toEqual([words(80)]);
  expect(paragraphsOf(`<h1>Ferry crews walk out</h1><p>${words(80)}</p>`)).toEqual([words(80)]);
});

test.for([
  '&lt;p&gt;Crews left.&lt;/p&gt;&lt;p&gt;Fish &amp;amp; chips.&lt;/p&gt;',
  'Crews left.&lt;br /&gt;&lt;br /&gt;Fish &amp; chips.',
  '<![CDATA[<p>Crews left.</p><p>Fish &amp; chips.</p>]]>',
  '&lt;![CDATA[<p>Crews left.</p><p>Fish &amp; chips.</p>]]&gt;',
  '&lt;![CDATA[&lt;p&gt;Crews left.&lt;/p&gt;Fish &amp;amp; chips.]]&gt;',
])('%s was wrapped or escaped once too often', (html) => {
  expect(paragraphsOf(html)).toEqual(['Crews left.', 'Fish & chips.']);
});

test('special characters in a text are not taken for markup', () => {
  const html = '<p>The &lt;/p&gt; tag and 1 &lt; 2.</p>';
  expect(paragraphsOf(html)).toEqual(['The </p> tag and 1 < 2.']);
  expect(paragraphsOf('The &lt;video&gt; element.')).toEqual(['The <video> element.']);
  const attack = 'The &lt;/a&gt; tag and &lt;script&gt; are what it needs.';
  expect(paragraphsOf(attack)).toEqual(['The </a> tag and <script> are what it needs.']);
  expect(paragraphsOf('Use the &lt;br&gt; element.')).toEqual(['Use the <br> element.']);
});

test('a future or missing date counts as now, and an old one is kept', () => {
  expect(from({ publishedAt: now + 86_400_000 })?.publishedAt).toBe(now);
  expect(from({ publishedAt: now + 60_000 })?.publishedAt).toBe(now);
  expect(from({ publishedAt: undefined, updatedAt: now - 5 })?.publishedAt).toBe(now - 5);
  expect(from({ publishedAt: undefined })?.publishedAt).toBe(now);
  expect(from({ publishedAt: 0 })?.publishedAt).toBe(0);
});

test('every field from outside is bounded', () => {
  const article = from({
    title: 'x'.repeat(5_000),
    html: `<p>${words(200)}</p>`.repeat(1_000),
    categories: Array.from({ length: 500 }, (_, n) => `c${n}`),
    imageAlt: 'x'.repeat(5_000),
  });
  expect(article?.title.length).toBeLessThanOrEqual(300);
  expect(article?.paragraphs.length).toBeLessThanOrEqual(200);
  expect(article?.paragraphs.join('').length).toBeLessThanOrEqual(60_000);
  expect(article?.categories.length).toBeLessThanOrEqual(20);
  expect(article?.imageAlt?.length).toBeLessThanOrEqual(300);
});

test('only pictures with a web address are kept', () => {
  expect(from({ imageUrl: 'https://post.example/a.jpg' })?.imageUrl).toBe('https://post.example/a.jpg');
  expect(from({ imageUrl: 'data:image/png;base64,AAAA' })?.imageUrl).toBeUndefined();
});

test("a caption is the picture's, not the article's first line", () => {
  const caption = 'A ferry lying at a quay under a pale sky';
  const stated = { imageUrl: 'https://post.example/ferry.jpg', imageAlt: caption };
  expect(from({ ...stated, html: `<p>${caption}</p><p>${words(80)}.</p>` })?.paragraphs).toEqual([`${words(80)}.`]);
});

test('a line without a full stop beside a picture is the text', () => {
  const teaser = 'Ferries lie at the quay this morning as deckhands strike over their rosters';
  expect(from({ imageUrl: 'https://post.example/ferry.jpg', html: teaser })?.paragraphs).toEqual([teaser]);
});

test('a space that was escaped twice is a space', () => {
  const html = 'The deckhands said &amp;nbsp;they would strike.&amp;nbsp;';
  expect(paragraphsOf(html)).toEqual(['The deckhands said they would strike.']);
});
