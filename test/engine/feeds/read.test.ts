import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFeedDocument } from '../../../src/engine/feeds/read.ts';
import { readWithRssParser } from '../../../src/engine/feeds/readers/rssParser.ts';
import { damagedFeeds } from './damage.ts';
import { atom, codeOf, first, read, rss, url } from './reading.ts';

describe('every format', () => {
  const items = {
    rss: rss(
      '<item><title>Ferry crews walk out</title><link>/ferry</link><guid isPermaLink="false">f1</guid><pubDate>Tue, 24 Nov 2026 08:00:00 GMT</pubDate><category>World</category></item>',
    ),
    atom: atom(
      '<entry><id>f1</id><title>Ferry crews walk out</title><link href="ferry"/><published>2026-11-24T08:00:00Z</published><category term="World"/></entry>',
    ),
    rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Harbour Post</title><link>https://harbour.example/</link></channel>
      <item rdf:about="f1"><title>Ferry crews walk out</title><link>ferry</link><dc:date>2026-11-24T08:00:00Z</dc:date><dc:subject>World</dc:subject></item></rdf:RDF>`,
    json: `{ "version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "home_page_url": "https://harbour.example/",
      "items": [{ "id": "f1", "title": "Ferry crews walk out", "url": "/ferry", "date_published": "2026-11-24T08:00:00Z", "tags": ["World"] }] }`,
  };

  test.for(Object.entries(items))('%s gives the same item', async ([format, body]) => {
    const feed = await read(body);
    expect(feed).toMatchObject({ format, title: 'Harbour Post', siteUrl: 'https://harbour.example/' });
    const [listed, ...more] = feed.items;
    expect(listed).toMatchObject({ id: 'f1', title: 'Ferry crews walk out', url: 'https://harbour.example/ferry' });
    expect(listed).toMatchObject({ publishedAt: Date.UTC(2026, 10, 24, 8), categories: ['World'] });
    expect(more).toEqual([]);
  });

  test.for(
    Object.entries({
      'with capitals in its names': '{"Title":"Harbour Post","Items":[{"Title":"a","URL":"https://a.example/"}]}',
      'with a number': '{"title":"x","items":[{"id":7,"title":["a"],"url":"https://a.example/","tags":"World"}]}',
      'with one item for a list': '{"title":"x","feed_url":"/f","items":{"title":"a","url":"https://a.example/"}}',
      'with empty items': '{"title":"x","items":[{},7,null,{"tags":[]},{"title":"a","url":"https://a.example/"}]}',
    }),
  )('JSON Feed %s is read', async ([, body]) =>
    expect(await first(body)).toMatchObject({ title: 'a', url: 'https://a.example/' }),
  );

  test('the texts of JSON Feed are no markup, but for content_html', async () => {
    const item = { id: 'f1', title: 'a < b', content_html: '<p>x &amp; more</p>', summary: '<y>' };
    const feed = { version: 'https://jsonfeed.org/version/1', items: [item] };
    expect(await first(JSON.stringify(feed))).toMatchObject({ title: 'a < b', html: '<p>x &amp; more</p>' });
  });

  test('a document without items is still a feed', async () => expect((await read(rss(''))).items).toEqual([]));

  test.for([
    ['an empty body', '', 'empty'],
    ['a page', '<!doctype html><html><body>Not found</body></html>', 'not-a-feed'],
    ['other XML', '<note><to>Ida</to></note>', 'not-a-feed'],
    ['other JSON', '{"error":"not found"}', 'not-a-feed'],
    ['JSON with a title only', '{"title":"x"}', 'not-a-feed'],
    ['broken JSON', '{"title":"x","items":[', 'not-a-feed'],
    ['plain text', 'Service unavailable', 'not-a-feed'],
  ] as const)('%s is refused with a code and a sentence', async ([, body, code]) =>
    expect(await codeOf(read(body))).toBe(code),
  );
});

describe('the input', () => {
  test('may be gzip without a header, or have junk around it', async () => {
    const plain = rss('<item><title>a</title></item>');
    for (const body of [
      gzipSync(plain),
      `<br />Warning: x\n${plain}`,
      `${plain}<!-- cached --></html>`,
      `\0\0${plain}`,
    ])
      expect((await first(body)).title).toBe('a');
  });

  test.for(
    Object.entries({
      'RSS without a version': rss('<item><title>a</title></item>', '', ''),
      'RSS in other letters': '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>',
      'RSS with bare ampersands and unknown entities': rss('<item><title>a</title><link>/?b&c&nbsp;</link></item>'),
      'RSS with tags left open': rss('<item><title>a</title><description>b<br>c</description><p></item>'),
      'RSS cut off in the middle': rss('<item><title>a</title></item><item><title>b</ti').slice(0, -30),
      'RSS with outer items':
        '<rss version="2.0"><channel><title>x</title></channel><item><title>a</title></item></rss>',
      'RSS without a channel': '<rss version="2.0"><item><title>a</title></item></rss>',
      'RSS with a control reference': rss('<item><title>&#8;a</title></item>'),
      'Atom with a prefixed root':
        '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:entry><atom:title>a</atom:title></atom:entry></atom:feed>',
      'Atom with one bad date': atom('<entry><title>a</title><updated>soon</updated></entry>'),
      'Atom with tags left open': atom('<entry><title>a</title><summary>b & c<br></summary><link href="/x"></entry>'),
    }),
  )('%s is read', async ([, body]) => expect((await first(body)).title).toBe('a'));

  test('Atom 0.3 is known by its namespace', async () => {
    const content = '<content type="text/html" mode="base64">PHA+VGV4dDwvcD4=</content>';
    const entry = `<entry><title>t</title><issued>2026-11-24T08:00:00Z</issued>${content}</entry>`;
    const item = await first(`<feed xmlns="http://purl.org/atom/ns#">${entry}</feed>`);
    expect(item).toMatchObject({ publishedAt: Date.UTC(2026, 10, 24, 8), html: '<p>Text</p>' });
  });

  test('an exponentially growing entity costs nothing', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(2000)}">]>${rss(`<item><title>t</title><description>${'&a;'.repeat(100_000)}</description></item>`)}`;
    expect((await first(bomb)).html?.length ?? 0).toBeLessThan(1_100_000);
  });
});

/** Pieces of an item that make a strict XML parser reject the document. */
const breaks = [
  '<q>a<br>b</q>',
  '<q>a & b</q>',
  '</q>',
  '<p>',
  'a < b',
  'I <3 b',
  'a <b',
  '<q a=1 b>',
  '<q a="1>',
  '<>',
  '<description>x <p>y',
  '<!-- a -- b -->',
];

test.for([
  ['RSS', (all: string) => rss(all), 'item', 'link'],
  ['RDF', (all: string) => `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/>${all}</rdf:RDF>`, 'item', 'link'],
  ['Atom', (all: string) => atom(all), 'entry', 'id'],
  ['Atom 0.3', (all: string) => `<feed version="0.3">${all}</feed>`, 'entry', 'id'],
] as const)('an item of %s that breaks the document costs none of the others', async ([, whole, element, id]) => {
  for (const broken of breaks) {
    const items = [broken, '', ''].map((inside, n) => {
      const address = `https://harbour.example/${n}`;
      return `<${element}><title>t${n}</title><${id}>${address}</${id}>${inside}</${element}>`;
    });
    const feed = await read(whole(items.join('')));
    const told = feed.items.map(({ title, url }) => `${title} ${url}`);
    expect(told, broken).toEqual([0, 1, 2].map((n) => `t${n} https://harbour.example/${n}`));
  }
});

test('a tag closed in other case ends there, in a feed that has to be repaired', async () => {
  const feed = await read(
    rss('<item><Summary>a</summary><title>t</title><link>https://harbour.example/</link></item>'),
  );
  expect(feed.items).toMatchObject([{ title: 't', url: 'https://harbour.example/' }]);
});

describe('rss-parser', () => {
  test('reads plain RSS, and never gets texts that hang its snippet code', async () => {
    const body = rss(`<item><title>t</title><description><![CDATA[${'<'.repeat(200_000)}]]></description></item>`);
    const feed = await readWithRssParser(body, 'rss');
    expect(feed.items[0]?.texts[0]).toHaveLength(200_000);
  });

  test('takes an item of 50,000 pictures', async () => {
    const group = `<media:group>${'<media:thumbnail url="a"/>'.repeat(50_000)}</media:group>`;
    const feed = await readWithRssParser(rss(`<item><title>t</title>${group}</item>`), 'rss');
    expect(feed.items[0]?.pictures).toHaveLength(50_000);
  });
});

/** Small and seeded, so that a failure is reproducible. */
test('a hundred damaged feeds are read or refused', async () => {
  const unexpected: string[] = [];
  for (const body of damagedFeeds(20261124, 100)) {
    const outcome = await codeOf(readFeedDocument(body, { url }));
    if (typeof outcome !== 'string') unexpected.push(`${String(outcome)}: ${body.toString('base64')}`);
  }
  expect(unexpected).toEqual([]);
});
