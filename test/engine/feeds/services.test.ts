import { expect, test } from 'vitest';
import { articlesFrom } from '../../../src/engine/articles/fromFeed.ts';
import { serviceFeeds } from '../../../src/engine/feeds/services.ts';
import { lookUpFeed } from '../../../src/reading/lookUpFeed.ts';
import type { Fetcher } from '../../../src/web/fetch.ts';
import { testPool as pool } from '../../reading/pool/testPool.ts';
import { answers, pasted } from './servicePages.ts';

const now = Date.UTC(2026, 10, 24, 7);

/** Answers as the services do; everything else is missing. */
function openFetcher() {
  const asked: string[] = [];
  const fetcher: Fetcher = {
    async get(url) {
      asked.push(url);
      const body = answers[url];
      const answered = { url, status: body === undefined ? 404 : 200, headers: {}, bytes: 0 };
      if (body === undefined) return { kind: 'http', reason: 'Not here.', ...answered };
      return { kind: 'ok', body: new TextEncoder().encode(body), ...answered };
    },
    close: async () => {},
  };
  return { fetcher, asked };
}

test.each(pasted)(
  'the page %s leads to its feed, whose item has headline, link and picture',
  async (given, feed, item) => {
    const { fetcher, asked } = openFetcher();
    const found = await lookUpFeed({ fetcher, pool }, given);
    expect(found).toMatchObject({ kind: 'feed', preview: { url: feed, items: [{ title: item.title }] } });
    expect(asked.length).toBeLessThanOrEqual(3);
    const document = await pool.read(new TextEncoder().encode(answers[feed]), { url: feed });
    const listing = { scope: 'f', outletId: 'o', outletName: 'Harbour Post', language: 'en', now };
    const { listed } = await articlesFrom(document, listing);
    const { picture: imageUrl, ...rest } = item;
    const expected = { ...rest, publishedAt: Date.UTC(2026, 10, 24, 6, 1), ...(imageUrl && { imageUrl }) };
    expect(listed.map(({ article }) => article)).toMatchObject([expected]);
  },
);

test('other pages of these services, and addresses that only look like theirs, are read as any page', () => {
  for (const url of [
    'https://www.youtube.com/watch?v=tideTable07',
    'https://www.youtube.com/playlist?list=a%26b%20c',
    'https://www.reddit.com/r/harbourtycoon/comments/1abc/cranes/',
    'https://github.com/harbour',
    'https://github.com/harbour/tycoon/issues/7',
    'https://store.steampowered.com/app/none',
    'https://podcasts.apple.com/us/browse',
    'https://reddit.com.evil.example/r/harbourtycoon',
    'not an address',
  ])
    expect(serviceFeeds(url), url).toBeUndefined();
});
