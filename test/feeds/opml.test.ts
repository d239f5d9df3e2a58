import { describe, expect, test } from 'vitest';
import { writeOpml } from '../../src/feeds/opml.ts';
import { readOpmlFeeds } from '../../src/feeds/readOpml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (body: string) =>
  readOpmlFeeds(
    bytes(`<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>${body}</body></opml>`),
  );

describe('OPML', () => {
  test('what was written reads the same', () => {
    const feeds = [
      {
        url: 'https://harbour.example/feed?a=1&b=2',
        title: 'Harbour "Post" <& more>',
        siteUrl: 'https://harbour.example/',
        folders: [],
      },
      { url: 'https://lantern.example/rss', title: 'Lantern', siteUrl: undefined, folders: ['World', 'Nord & Süd'] },
      { url: 'https://courier.example/rss', title: 'Kurier 🛳', siteUrl: undefined, folders: ['World'] },
    ];
    const found = readOpmlFeeds(bytes(writeOpml('Lede', feeds)));
    expect(new Set(found)).toEqual(new Set(feeds));
  });

  test('control characters and broken surrogates do not make it unreadable', () => {
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

  test('at most 2,000 feeds are taken', () => {
    const many = Array.from({ length: 2500 }, (_, n) => `<outline text="x" xmlUrl="https://a.example/${n}"/>`).join('');
    expect(read(many)).toHaveLength(2000);
  });

  test.for(['', 'hello', '<rss version="2.0"/>', '{"feeds":[]}'])('%j is no OPML', (text) => {
    expect(() => readOpmlFeeds(bytes(text))).toThrow(/OPML/);
  });
});
