import { expect, test } from 'vitest';
import { ReadError } from '../../../src/engine/feeds/document.ts';
import { writeOpml } from '../../../src/engine/feeds/opml.ts';
import { readOpmlFeeds } from '../../../src/engine/feeds/readOpml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (body: string) =>
  readOpmlFeeds(bytes(`<opml version="1.0"><head><title>x</title></head><body>${body}</body></opml>`));

test('a written list reads back unchanged', () => {
  const feeds = [
    { url: 'https://harbour.example/f?a=1&b=2', title: 'H "P" <& more>', siteUrl: 'https://a.example/', folders: [] },
    { url: 'https://lantern.example/rss', title: 'Lantern', siteUrl: undefined, folders: ['World', 'Nord & Süd'] },
    { url: 'https://courier.example/rss', title: 'Kurier 🛳', siteUrl: undefined, folders: ['World'] },
  ];
  const found = readOpmlFeeds(bytes(writeOpml('Lede', feeds)));
  expect(new Set(found)).toEqual(new Set(feeds));
});

test('control characters and broken surrogates do not make a list unreadable', () => {
  const written = writeOpml('a\0b', [{ url: 'https://a.example/', title: 'x\u0008\ud800y', folders: [] }]);
  expect(readOpmlFeeds(bytes(written))[0]?.title).toBe('x\ufffdy');
});

test('folders, other spellings and repeats are understood', () => {
  const feeds = read(`
      <outline text="News"><outline TEXT="A" XMLURL="https://a.example/f?x=1&y=2"/><outline title="B" text="b" type="rss" xmlUrl=" https://b.example/ " htmlUrl="https://b.example/site"/></outline>
      <outline text="A again" xmlUrl="https://a.example/f?x=1&amp;y=2"/><outline text="no feed" url="https://c.example/"/>`);
  expect(feeds).toEqual([
    { url: 'https://a.example/f?x=1&y=2', title: 'A', siteUrl: undefined, folders: ['News'] },
    { url: 'https://b.example/', title: 'B', siteUrl: 'https://b.example/site', folders: ['News'] },
  ]);
});

test('a long list is read to its end', () => {
  const many = Array.from({ length: 12_000 }, (_, n) => `<outline text="x" xmlUrl="https://a.example/${n}"/>`);
  expect(read(many.join(''))).toHaveLength(12_000);
});

test('entities are not expanded, and files outside are not read', () => {
  const entities = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
    (name, index, all) => `<!ENTITY ${name} "${(index === 0 ? 'lol' : `&${all[index - 1]};`).repeat(10)}">`,
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE o [${entities.join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <opml version="2.0"><body><outline text="&i;" xmlUrl="https://a.example/"/><outline text="&x;" xmlUrl="https://b.example/"/></body></opml>`;
  for (const { title } of readOpmlFeeds(bytes(bomb))) expect(title?.length).toBeLessThan(10);
});

test("feeds in folders deeper than twenty are read without the folders' names", () => {
  const deep = `${'<outline text="f">'.repeat(60)}<outline text="in" xmlUrl="https://a.example/"/>${'</outline>'.repeat(60)}`;
  expect(read(deep)).toMatchObject([{ title: 'in', folders: { length: 20 } }]);
});

test.for([
  ['100,000 folders in each other', `${'<outline>'.repeat(100_000)}${'</outline>'.repeat(100_000)}`],
  ['an attribute without end', `<outline text="${'a'.repeat(900_000)}`],
])('%s: refused in a sentence', ([, body]) => {
  expect(() => read(body ?? '')).toThrow(ReadError);
});

test.for(['', 'hello', '<rss version="2.0"/>', '{"feeds":[]}'])('%j is no OPML', (text) => {
  expect(() => readOpmlFeeds(bytes(text))).toThrow(/OPML/);
});
