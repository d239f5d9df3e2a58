import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetOutlet } from '../../src/cli/forget.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { called } from './called.ts';

test.each([['a.example'], ['--domain=a.example']])('%s without the rest prints the usage', async (word) => {
  const { code, errors } = await called(forgetOutlet, [word]);
  expect(code).toBe(2);
  expect(errors).toContain('lede forget --outlet DOMAIN');
});

test('a domain that isn’t on the list is reported as such, and the list is shown', async () => {
  const url = `file:${join(scratchFolder(), 'lede.db')}`;
  const storage = await openStorage({ url, now: () => 0 });
  await storage.records.forgotten.add('a.example', 0);
  await storage.close();
  const undo = (domain: string) => called(forgetOutlet, ['--outlet', domain, '--undo'], { DATABASE_URL: url });
  const other = 'news.a.example is not on the list, which holds a.example.\n';
  expect(await undo('news.a.example')).toEqual({ code: 2, out: '', errors: other });
  expect((await undo('a.example')).code).toBe(0);
  expect((await undo('a.example')).errors).toBe('a.example is not on the list, which holds nothing.\n');
});
