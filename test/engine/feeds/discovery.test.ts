import { describe, expect, test } from 'vitest';
import { discoverFeeds, likelyFeeds } from '../../../src/engine/feeds/discovery.ts';

const page = 'https://harbour.example/news/index.html';

describe('discoverFeeds', () => {
  test('finds the feeds in the head, with titles, types and absolute addresses', () => {
    const html = `<html><head>
      <link rel="alternate" type="application/rss+xml" title="Harbour &amp; Post" href="/feed.xml">
      <LINK REL='Alternate Home' TYPE='application/atom+xml; charset=utf-8' HREF=atom.xml>
      <link rel="alternate" type="application/feed+json" href="https://cdn.example/feed.json#x">
      <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/feed.css">
    </head></html>`;
    expect(discoverFeeds(html, page)).toEqual([
      { url: 'https://harbour.example/feed.xml', title: 'Harbour & Post', type: 'rss' },
      { url: 'https://harbour.example/news/atom.xml', title: undefined, type: 'atom' },
      { url: 'https://cdn.example/feed.json', title: undefined, type: 'json' },
    ]);
  });

  test('the first base element with a URL applies to the whole page, wherever it is', () => {
    const html = `<base target="_top"><link rel="feed" href="b"><base href="/a/"><base href="/c/"><a href="rss.xml">d</a>`;
    const urls = discoverFeeds(html, page).map((feed) => feed.url);
    expect(urls).toEqual(['https://harbour.example/a/b', 'https://harbour.example/a/rss.xml']);
  });

  test("accepts plain XML and JSON linked as alternates, but not WordPress's API", () => {
    const html = `<link rel="alternate" type="text/xml" title="News" href="/f.xml"><link rel="alternate" type="application/xml" href="/g">
      <link rel="alternate" type="application/json" href="/feed.json"><link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
      <link rel="alternate" type="application/json+oembed" href="/wp-json/oembed"><link rel="sitemap" type="application/xml" href="/s.xml">`;
    expect(discoverFeeds(html, page)).toEqual([
      { url: 'https://harbour.example/f.xml', title: 'News', type: undefined },
      { url: 'https://harbour.example/g', title: undefined, type: undefined },
      { url: 'https://harbour.example/feed.json', title: undefined, type: 'json' },
    ]);
  });

  test('accepts links with a feed’s type, but none to APIs, other languages and the like', () => {
    const html = `<a type="application/rss+xml" href="/nyheter">All</a><a href="/index.php?format=feed&amp;type=rss">Rail</a>
      <a href="/feedback">x</a><a href="/feeding/cats">x</a><a href="https://feedback.example/x">x</a><a href="/rss/help.html">x</a>
      <link rel="alternate" type="application/json" href="/index.php?rest_route=/wp/v2/posts/5">
      <link rel="alternate" type="text/xml" hreflang="sv" href="/sv"><a href="/atom/nucleus">x</a>`;
    expect(discoverFeeds(html, page).map((feed) => feed.title)).toEqual(['All', 'Rail']);
  });

  test('lists links that look like feeds after those in the head', () => {
    const html = `<a href="/about">About</a><a href="/rss">All news</a><a href="world.rss"><b>World</b></a><a href="?feed=rss2">x</a>
      <a href="mailto:feed@harbour.example">Mail</a><a href="feed:https://harbour.example/f.rss">f</a>
      <link rel="alternate" type="application/rss+xml" href="/rss">`;
    expect(discoverFeeds(html, page)).toEqual([
      { url: 'https://harbour.example/rss', title: undefined, type: 'rss' },
      { url: 'https://harbour.example/news/world.rss', title: 'World' },
      { url: 'https://harbour.example/news/index.html?feed=rss2', title: 'x' },
      { url: 'https://harbour.example/f.rss', title: 'f' },
    ]);
  });

  test('puts feeds of comments last', () => {
    const html = `<link rel=alternate type=application/rss+xml title="Comments" href=/comments/feed>
      <link rel=alternate type=application/rss+xml title="News" href=/feed>`;
    expect(discoverFeeds(html, page).map((feed) => feed.title)).toEqual(['News', 'Comments']);
  });

  test('searches no scripts and no comments, and stops at 25 feeds', () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/hidden.xml">';
    expect(discoverFeeds('<link rel="alternate" type="constructor" href="/a">', page)).toEqual([]);
    expect(discoverFeeds(`<script>'${link}'</script><!-- ${link} -->`, page)).toEqual([]);
    const many = Array.from({ length: 100 }, (_, n) => link.replace('hidden', `f${n}`)).join('');
    expect(discoverFeeds(many, page)).toHaveLength(25);
  });

  test('takes a feed from the JSON of a directory, but not from the same words on a page', () => {
    const stated = '{"kind":"podcast","feedUrl":"https:\\/\\/pods.example\\/tide.xml"}';
    expect(discoverFeeds(`\n${stated}`, page)).toMatchObject([{ url: 'https://pods.example/tide.xml' }]);
    expect(discoverFeeds(`<p>A comment: ${stated}</p>`, page)).toEqual([]);
  });

  test('a hostile page is searched in bounded time', () => {
    const parts = ['<a href="', '<link rel=alternate ', '<a href=/feed', '<base href="', `<a ${'a'.repeat(3_990)}>`];
    for (const part of parts)
      expect(discoverFeeds(part.repeat(1_350_000 / part.length), page).length).toBeLessThanOrEqual(25);
  });
});

test("feeds that are not named are tried in the page's folder once, then in the root, up to the limit", () => {
  const likely = (page: string) => likelyFeeds(page, 3).map((url) => url.replace('https://harbour.example', ''));
  expect(likely('https://harbour.example/blog/')).toEqual(['/blog/feed', '/feed', '/rss.xml']);
  expect(likely('https://harbour.example')).toEqual(['/feed', '/rss.xml', '/atom.xml']);
});
