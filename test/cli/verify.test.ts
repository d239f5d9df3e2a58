import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOf, nextEntry, type Proof } from '../../commands/digest/feed/chain.ts';
import { verify } from '../../src/cli/verify.ts';
import { createInstallationKey } from '../../src/installationKey.ts';
import { addressIn, corrected, ferry, openReadable, read, say, secret } from '../commands/digest/feed/reader.ts';
import type { TestDesk } from '../desk/desk.ts';
import { called } from './called.ts';

let at: TestDesk;
let address: Awaited<ReturnType<typeof addressIn>>;
/** The page as it was saved on the first day, and page and feed of the second day. */
let saved: { first: string; page: string; json: string };
const folder = mkdtempSync(join(tmpdir(), 'lede-verify-'));
beforeAll(async () => {
  at = await openReadable({ keep: true });
  address = await addressIn(at);
  await at.to(0, '08:00');
  const first = (await read(address.page)).text;
  say(at, corrected(ferry));
  await at.to(0, '09:00');
  await at.to(1, '08:00');
  saved = { first, page: (await read(address.page)).text, json: (await read(address.json)).text };
});
afterAll(async () => {
  await at.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const run = (...words: string[]) => called(verify, words);
type Feed = { _lede: Proof; items: { id: string; content_html: string }[] };
/** The feed as somebody changed it. */
const changed = (change: (feed: Feed) => unknown): string => {
  const feed = JSON.parse(saved.json) as Feed;
  change(feed);
  return file('changed.json', JSON.stringify(feed));
};

describe('lede verify', () => {
  test('says of an address whose key signed what was posted and corrected when', async () => {
    for (const url of [address.page, address.json]) {
      const { code, out, errors } = await run(url);
      expect([code, errors]).toEqual([0, '']);
      expect(out).toContain(`${url}: entries 1 to 3, none missing.\n`);
      const { x } = at.app.desk.key?.publicKey ?? {};
      expect(out).toContain(`Signed by ${x}. It is the key at ${at.app.callbackOrigin()}/key.\n`);
      expect(out).toContain('\n2026-11-24T08:00:00Z posted, corrected 2026-11-24T09:00:00Z\n');
      expect(out).toContain(`    2 · ${ferry.title}\n`);
      expect(out).toContain('\n2026-11-25T08:00:00Z posted\n');
    }
  });

  test('compares copies of different days, and asks nobody about files', async () => {
    const copies = [file('first.html', saved.first), file('page.html', saved.page), file('feed.json', saved.json)];
    const { code, out } = await run(...copies);
    expect(code).toBe(0);
    expect(out).toContain(`first.html: entries 1 to 1, none missing.`);
    expect(out).toContain(`Compare it with ${at.app.callbackOrigin()}/key.`);
  });

  test('reads a page as a browser saves it, with its entities written in another way', async () => {
    const [before = '', proof = '', after = ''] = saved.page.split(/(<template.*<\/template>)/s);
    const other = proof.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
    expect((await run(file('saved.html', `${before}${other}${after}`))).code).toBe(0);
  });

  test.each<[string, (feed: Feed) => unknown, string]>([
    [
      'a text that was changed',
      ({ _lede: { contents } }) => Object.assign(contents[0] ?? {}, { day: '2026-11-20' }),
      'The text of 2026-11-20 was never signed.',
    ],
    [
      'an entry whose time was changed',
      ({ _lede: { entries } }) => Object.assign(entries[1] ?? {}, { signed: '2026-11-24T09:30:00Z' }),
      'Entry 2 does not hold: its signature is not by this key.',
    ],
    [
      'an entry that was left out',
      ({ _lede: { entries } }) => entries.splice(1, 1),
      'Entry 3 does not hold: it does not follow entry 1',
    ],
    ['a correction that was left out', ({ _lede: { entries } }) => entries.splice(1, 2), 'was never signed.'],
    [
      'another key',
      ({ _lede }) => Object.assign(_lede, { key: createInstallationKey('x').publicKey }),
      'Entry 1 does not hold: its signature',
    ],
    [
      'a key that is none',
      ({ _lede }) => Object.assign(_lede.key, { x: '_'.repeat(43) }),
      'Entry 1 does not hold: its signature',
    ],
    [
      'a digest that is shown otherwise',
      ({ items }) => items.push({ ...items[0], content_html: '<p>More</p>' } as Feed['items'][number]),
      'otherwise than it was signed.',
    ],
    [
      'a changed digest before the same one as it was signed',
      ({ items }) => items.unshift({ ...items[0], content_html: '<p>More</p>' } as Feed['items'][number]),
      'otherwise than it was signed.',
    ],
    ['a digest that is not shown', ({ items }) => items.shift(), 'It leaves out the digest of 2026-11-25'],
    [
      'a digest that is shown unsigned',
      ({ _lede: { contents } }) => contents.pop(),
      'It shows a digest whose text was not signed.',
    ],
  ])('finds %s', async (_, change, said) => {
    const { code, out, errors } = await run(changed(change));
    expect([code, out]).toEqual([1, '']);
    expect(errors).toContain(said);
  });

  test('finds the text of before a correction, and words that were changed in a saved page', async () => {
    const [first] = /<template[^>]*>(.*)<\/template>/s.exec(saved.first)?.slice(1) ?? [];
    const old = JSON.parse(
      (first ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    ) as Proof;
    const overtaken = changed(({ _lede, items }) => {
      Object.assign(_lede, { contents: old.contents });
      items.length = 0;
    });
    expect((await run(overtaken)).errors).toContain(
      'The text of 2026-11-24 is that of entry 1, which was corrected since.',
    );
    const title = ferry.title.split(' ')[0] ?? '';
    const page = file('words.html', saved.page.replace(title, 'Other'));
    expect((await run(page)).errors).toContain('It shows the digest of 2026-11-2');
  });

  test.each<[string, (page: string) => string]>([
    [
      'a link that leads elsewhere',
      (page) => page.replace(/(class="said">.*?href=")[^"]*/s, '$1https://evil.example/'),
    ],
    [
      'words in place of a time',
      (page) => page.replace(/(class="said">.*?<time [^>]*>)/s, `$1${'Lede takes it back. '.repeat(4)}`),
    ],
    ['another moment', (page) => page.replace(/(class="said">.*?<time datetime=")[^"]*/s, '$12026-11-20T08:00:00Z')],
    [
      'a paragraph that is not seen',
      (page) => page.replace(/(class="said">.*?)<p dir="auto">/s, '$1<p dir="auto" hidden>'),
    ],
    ['words behind the digest', (page) => page.replace('</div>\n</article>', '</div><p>More</p></article>')],
  ])('finds %s in a saved page', async (_, change) => {
    const page = change(saved.page);
    expect(page).not.toBe(saved.page);
    const { code, errors } = await run(file('page.html', page));
    expect([code, errors]).toEqual([1, expect.stringContaining('otherwise than it was signed.')]);
  });

  test('accepts a page whose digest has characters that HTML can’t hold', async () => {
    const other = await openReadable();
    say(other, { ...ferry, title: `${ferry.title}&#xFFFE;&#xFFFF;` });
    const { page } = await addressIn(other);
    await other.to(0, '08:00');
    expect((await run(page)).errors).toBe('');
  });

  test('lets no copy control the terminal', async () => {
    const steered = changed(({ _lede }) =>
      Object.assign(_lede, { keyUrl: 'https://lede.example/\u001b]0;x\u0007key' }),
    );
    const { code, out, errors } = await run(steered);
    expect(code).toBe(2);
    expect(out + errors).not.toMatch(/[\p{Cc}--\n]/v);
  });

  test('finds a history that was written anew and signed with the right key', async () => {
    const key = createInstallationKey(secret);
    const anew = changed(({ _lede, items }) => {
      let head: { number: number; hash: string } | undefined;
      const [content] = _lede.contents;
      if (content === undefined) throw new Error('no content');
      items.length = 1;
      _lede.contents = [content];
      _lede.entries = [...Array(2)].map((_, at) => {
        const { chain } = _lede.entries[0] ?? { chain: '' };
        const digest = _lede.entries[at]?.digest ?? '';
        const when = { posted: '2026-11-24T07:00:00Z', signed: '2026-11-24T07:00:00Z' };
        const next = nextEntry(key, head, {
          chain,
          digest: at === 0 ? digest : crypto.randomUUID(),
          kind: 'posted',
          ...when,
          content,
        });
        head = next.head;
        return { ...next.entry, signature: next.signature };
      });
      expect(_lede.contents.map(hashOf)).toEqual([_lede.entries[0]?.content]);
      Object.assign(items[0] ?? {}, { id: `urn:uuid:${_lede.entries[1]?.digest}` });
    });
    expect((await run(anew)).code).toBe(0);
    const { code, errors } = await run(file('before.json', saved.json), anew);
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(/changed\.json: Entry 1 is another one in .*before\.json\.\n$/),
    ]);
  });

  test('refuses what is no page of digests, or can’t be read, with 2', async () => {
    expect(await run(file('other.html', '<p>Hello</p>'))).toMatchObject({
      code: 2,
      errors: expect.stringContaining('is no page or JSON feed of digests that Lede signed.'),
    });
    expect(await run(file('other.json', '{"_lede":{}}'))).toMatchObject({ code: 2 });
    expect(await run(changed((feed) => Object.assign(feed, { items: [null] })))).toMatchObject({ code: 2 });
    expect((await run(join(folder, 'missing'))).errors).toContain("can't be read (ENOENT)");
    expect((await run(`${address.page}x`)).errors).toContain('has nothing at this address (404)');
    expect((await run()).code).toBe(2);
  });
});
