import { describe, expect, test } from 'vitest';
import { feedsCard } from '../../commands/feeds/feedsCard.ts';
import { statusCard } from '../../commands/status/card.ts';
import { groupedCard } from '../../commands/story/command.ts';
import { renderNotices } from '../../src/discord/cards/notice.ts';
import { problemText } from '../../src/discord/cards/reasons.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { problemOf } from '../../src/web/problem.ts';
import { quietStatus, textsOf, world } from './digestFixture.ts';

const texts = textsFor('de');
const said = (message: unknown) => textsOf(message).join('\n');
const failureOf = (code: string) => {
  const { message, ...problem } = problemOf(Object.assign(new Error('x'), { code }), 'feed.example');
  return { code: problem.code, host: problem.host, reason: message };
};

test('quoted words have German quotation marks', () => {
  const reason = { outlet: 'Bote', title: 'Titel', url: 'https://bote.example/1', at: 1, probability: 0.7 };
  expect(said(groupedCard('Titel', [{ ...reason, opened: false, words: ['Fähre', 'Sund'] }], texts))).toContain(
    'gemeinsam: „Fähre“, „Sund“',
  );
});

test('times in sentences look as a German writes them', () => {
  // Discord shows <t:…:f> as "26. November 2026 um 07:00".
  const { headlines } = texts.story;
  expect(headlines.counts({ stories: 2, since: '26. November 2026 um 07:00' })).toContain('seit dem 26. November');
  expect(headlines.empty({ since: '26. November 2026 um 07:00' })).toMatch(/^Seit dem 26\. November/);
});

describe('why an address can’t be read', () => {
  test.each([
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'ABORT_ERR',
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'CERT_X',
    'HPE_X',
    '',
  ])('is said in German and with its host after %j', (code) => {
    const failure = failureOf(code);
    const words = problemText(failure, texts);
    expect(words).toMatch(/feed\.example.*[.?]$/);
    expect(words).not.toBe(failure.reason);
    expect(problemText(failure, textsFor('en-GB'))).toMatch(/feed\.example.*[.]/);
  });

  test.each([404, 418, 503])('is said in German and with its host for status %i', (status) => {
    const words = problemText({ code: `http-${status}`, host: 'feed.example', reason: 'English' }, texts);
    expect(words).toMatch(new RegExp(`^feed\\.example .*\\b${status}\\b`));
  });

  test.each([{}, { code: 'of-a-later-version', host: 'feed.example' }, { code: 'constructor' }, { code: 'timeout' }])(
    'is shown as it was stored if no more is known than %j',
    (known) => {
      expect(problemText({ ...known, reason: 'feed.example rests.' }, texts)).toBe('feed.example rests.');
    },
  );

  test('appears so in the notice, the list of feeds and the status', () => {
    const problem = failureOf('ENOTFOUND');
    const words = 'feed.example ist nicht zu finden.';
    for (const kind of ['feed-failing', 'feed-gone'] as const) {
      expect(said(renderNotices([{ kind, url: 'https://feed.example/rss', ...problem }], 'de'))).toContain(words);
    }
    const feed = {
      id: '1',
      url: 'https://feed.example/rss',
      title: 'Feed',
      topic: world,
      nextDueAt: 1,
      articlesLastWeek: 0,
    };
    const max = { articles: 2_000, pages: 300, requests: 500, bytes: 50 * 1024 * 1024 };
    const quota = { spent: { articles: 2_000, pages: 7, requests: 4, bytes: 1 }, max, nextAt: 0 };
    const list = said(feedsCard([{ ...feed, state: 'failing', problem }], quota, texts));
    expect(list).toContain(words);
    const quotas =
      '2.000 von 2.000 neuen Artikeln, 7 von 300 abgerufenen Seiten, 4 von 500 anderen Anfragen und 1 von 50 MB';
    expect(list).toContain(`⚠️ Heute ${quotas} · weiter <t:0:R>`);
    const failing = [{ outlet: 'Post', ...problem }];
    expect(said(statusCard({ ...quietStatus, failing }, texts))).toContain(`Post: ${words}`);
  });
});
