import { afterAll, expect, test } from 'vitest';
import { articlesFrom } from '../../src/articles/fromFeed.ts';
import { readFeedDocument } from '../../src/feeds/read.ts';
import { createPool } from '../../src/pool/pool.ts';

const pool = createPool({ threads: 1 });
afterAll(() => pool.close());

test('articles come out of a thread as they were made in it, also those of which the feed says little', async () => {
  const words = 'The ferry crews of the Sound stopped work at four in the morning. '.repeat(8);
  const whole = `<item><title>Ferry crews walk out</title><link>https://harbour.example/1</link><guid>a</guid>
    <pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><dc:creator>Ida Brandt</dc:creator><category>Traffic</category>
    <category>Work</category><description>&lt;p&gt;${words}&lt;/p&gt;</description>
    <media:content url="https://media.example/1.jpg" type="image/jpeg"><media:description>A ferry</media:description></media:content></item>`;
  const bare = '<item><title>Żuraw w porcie</title><link>https://harbour.example/2</link></item>';
  const text = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
    <title>Harbour Post</title><language>pl</language>${whole}${bare}</channel></rss>`;
  const bytes = new TextEncoder().encode(text);
  const context = { url: 'https://harbour.example/feed.xml' };
  const listing = { outletId: 'post', outletName: 'Harbour Post', now: Date.UTC(2026, 10, 24) };
  const made = await articlesFrom(await readFeedDocument(bytes, context), listing);
  expect(made.listed.map(({ article }) => article.author)).toEqual(['Ida Brandt', undefined]);
  expect(await pool.readArticles(bytes, context, listing)).toStrictEqual(made);
});
