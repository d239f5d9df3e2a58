import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { digestAsText, preview } from '../../src/cli/preview.ts';
import { openNewsstand } from '../desk/newsstand.ts';
import { digestOf, placeOf } from '../discord/digestFixture.ts';
import { called } from './called.ts';

test('a preview sends the contact with every request', async () => {
  const stand = await openNewsstand(['Harbour Post']);
  onTestFinished(() => stand.close());
  const [post] = stand.sites;
  if (!post) throw new Error('no site');
  post.feed('/feed.xml', [{ title: 'The council met', link: '/a', html: '<p>The council met again.</p>' }]);
  const environment = { LEDE_CONTACT: 'https://example.org/about-our-bot' };
  const { code, out } = await called(preview, ['--allow-private', `${post.origin}/feed.xml`], environment);
  expect(code).toBe(0);
  expect(out).not.toBe('');
  expect(post.asked.length).toBeGreaterThan(1);
  for (const { headers } of post.asked)
    expect(headers['user-agent']).toMatch(/^Lede\/[\d.]+ \(\+https:\/\/example\.org\/about-our-bot/);
});

test('a preview reads a private IPv6 address', async () => {
  const { code, errors } = await called(preview, ['--allow-private', 'http://[::1]:9/feed.xml']);
  // Without IPv6 the sentence is another.
  expect(errors).toMatch(/^http:\/\/\[::1\]:9\/feed\.xml: (?!.*public internet)/);
  expect(code).toBe(1);
});

/** Items dated ahead count as published now. */
const farAhead = Date.UTC(2090, 0, 1);

test('a preview says what outlets decline', async () => {
  const stand = await openNewsstand(['Harbour Post']);
  onTestFinished(() => stand.close());
  const [post] = stand.sites;
  if (!post) throw new Error('no site');
  post.put('/robots.txt', { body: 'User-agent: *\nContent-Signal: search=no' });
  post.feed('/feed.xml', [
    { title: 'The council met', link: '/a', at: farAhead, html: '<p>The council met again.</p>' },
  ]);
  const words = ['--allow-private', `${post.origin}/feed.xml`];
  const { out } = await called(preview, words);
  expect(stripVTControlCharacters(out)).toContain(
    '\n\nNot allowed\n    Harbour Post feed\n      robots.txt declines search; headline and link only\n',
  );
  expect(JSON.parse((await called(preview, ['--json', ...words])).out).declined).toMatchObject([
    { outletName: 'Harbour Post feed', signals: ['search'] },
  ]);
});

test('unknown arguments and unusable settings are refused with a sentence', async () => {
  const words = await called(preview, ['--nonsense']);
  expect(words).toEqual({ code: 2, out: '', errors: expect.stringContaining('\nlede preview ') });
  const setting = await called(preview, ['https://example.org/'], { LEDE_CONTACT: 'me' });
  expect(setting).toEqual({ code: 2, out: '', errors: expect.stringMatching(/^LEDE_CONTACT must .*\n$/) });
});

test.each([
  [1, 1, '1 story from 1 article of the last 24 hours · 2.0 s'],
  [2, 40, '2 stories from 40 articles of the last 24 hours · 2.0 s'],
])('a preview says that it has %i stories of %i articles', (stories, articles, head) => {
  const places = Array.from({ length: stories }, (_, number) => placeOf(number));
  const text = stripVTControlCharacters(digestAsText(digestOf({ places }), articles, 2));
  expect(text.split('\n')).toContain(head);
});
