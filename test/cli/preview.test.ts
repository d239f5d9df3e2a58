import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { openNewsstand } from '../desk/newsstand.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { outputOf } from './outputOf.ts';

const command = fileURLToPath(new URL('../../src/cli/preview.ts', import.meta.url));

async function preview(words: string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [command, ...words], { cwd: scratchFolder(), env });
  return outputOf(child);
}

test('a preview tells publishers with every request who asks and how to reach them', async () => {
  const stand = await openNewsstand(['Harbour Post']);
  onTestFinished(() => stand.close());
  const [post] = stand.sites;
  if (!post) throw new Error('no site');
  post.feed('/feed.xml', [{ title: 'The council met', link: '/a', html: '<p>The council met again.</p>' }]);
  const contact = 'https://example.org/about-our-bot';
  const { code, out } = await preview(['--allow-private', `${post.origin}/feed.xml`], { LEDE_CONTACT: contact });
  expect(code).toBe(0);
  expect(out).not.toBe('');
  expect(post.asked.length).toBeGreaterThan(1);
  for (const { headers } of post.asked)
    expect(headers['user-agent']).toMatch(/^Lede\/[\d.]+ \(\+https:\/\/example\.org\/about-our-bot/);
});

test('words that it does not know, and settings that can’t be used, are answered with a sentence', async () => {
  const words = await preview(['--nonsense']);
  expect(words).toMatchObject({ code: 2, out: '' });
  expect(words.errors).toContain('npm run preview -- ');
  expect(words.errors).not.toMatch(/^\s+at /m);
  const setting = await preview(['https://example.org/'], { LEDE_CONTACT: 'me' });
  expect(setting).toMatchObject({ code: 2, errors: expect.stringMatching(/^LEDE_CONTACT must .*\n$/) });
});
