import { describe, expect, test } from 'vitest';
import { atom, first, read, rss } from './reading.ts';

describe('titles', () => {
  test.for([
    ['A &amp;amp; B', 'A & B'],
    ['<![CDATA[<b>A</b> &amp; B]]>', 'A & B'],
    ['A &lt;b&gt;bold&lt;/b&gt; B', 'A bold B'],
    ['A\n   B', 'A B'],
    ['A&#146;s &#x96; B', 'A’s – B'],
    ['A <b>bold</b> B', 'A bold B'],
  ] as const)('%s becomes %s', async ([title, expected]) => {
    expect((await first(rss(`<item><title>${title}</title></item>`))).title).toBe(expected);
  });

  test('an XHTML title becomes plain text, and a text title keeps its special characters', async () => {
    const xhtml = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>b</em> c</div></title>';
    expect((await first(atom(`<entry>${xhtml}</entry>`))).title).toBe('A b c');
    expect((await first(atom('<entry><title>x &lt; y &amp; z</title></entry>'))).title).toBe('x < y & z');
  });

  test('an item without a title gets the beginning of its text', async () => {
    const { title } = await first(
      rss(`<item><description>&lt;p&gt;${'The ferry is late again. '.repeat(10)}&lt;/p&gt;</description></item>`),
    );
    expect(title).toMatch(/^The ferry is late again\. .*…$/);
    expect(title.length).toBeLessThanOrEqual(121);
  });
});

describe('texts', () => {
  test('the longest is the text', async () => {
    const item = await first(
      rss(
        '<item><title>t</title><description>Short.</description><content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item>',
      ),
    );
    expect(item).toMatchObject({ html: '<p>The whole text.</p>' });
  });

  test.for([
    ['atom:content', '<atom:content type="html">&lt;p&gt;The whole text.&lt;/p&gt;</atom:content>'],
    ['atom:summary', '<atom:summary>The whole text.</atom:summary>'],
    ['a group', '<media:group><media:description>The whole text.</media:description></media:group>'],
  ] as const)('RSS may hold its text in %s', async ([, text]) =>
    expect((await first(rss(`<item><title>t</title>${text}</item>`))).html).toContain('The whole text.'),
  );

  test('markup embedded in the document itself keeps its order', async () => {
    const item = await first(
      rss('<item><title>t</title><description>one <b>two</b> three <i>four</i> five</description></item>'),
    );
    expect(item.html).toBe('one <b>two</b> three <i>four</i> five');
  });

  test('XHTML keeps its order', async () => {
    const content = '<div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b> &lt; three</p></div>';
    for (const damage of ['', '<q>&</q>']) {
      const entry = `<entry><title>t</title><content type="xhtml">${content}</content>${damage}</entry>`;
      expect((await first(atom(entry))).html).toBe(content);
    }
  });

  test('base64 of Atom 0.3 is unpacked', async () => {
    const body =
      '<feed version="0.3"><entry><title>t</title><content type="text/html" mode="base64">PHA+VGV4dDwvcD4=</content></entry></feed>';
    expect((await first(body)).html).toBe('<p>Text</p>');
  });
});

describe('links and ids', () => {
  test('relative links are resolved against the base of item or feed, the site, the feed’s address', async () => {
    const entry = (attributes = '') => `<entry ${attributes}><title>t</title><link href="a"/></entry>`;
    const base = 'xml:base="https://base.example/x/"';
    expect((await first(atom(entry('xml:base="deep/"'), '<link href="/"/>', base))).url).toBe(
      'https://base.example/x/deep/a',
    );
    expect((await first(atom(entry(), '<link href="/"/>', base))).url).toBe('https://base.example/x/a');
    expect((await first(atom(entry(), '<link href="https://site.example/"/>'))).url).toBe('https://site.example/a');
    expect((await first(atom(entry(), ''))).url).toBe('https://harbour.example/feeds/a');
  });

  test('a guid is used as the link unless it says isPermaLink="false"', async () => {
    const item = (attributes: string) =>
      rss(`<item><title>t</title><guid ${attributes}>https://harbour.example/1</guid></item>`);
    expect((await first(item(''))).url).toBe('https://harbour.example/1');
    expect((await first(item('isPermaLink="true"'))).url).toBe('https://harbour.example/1');
    expect((await first(item('isPermaLink="false"'))).url).toBeUndefined();
  });

  test('the id is the guid, else the link, else a hash of title and date', async () => {
    expect((await first(rss('<item><title>t</title><link>/a</link><guid>g</guid></item>'))).id).toBe('g');
    expect((await first(rss('<item><title>t</title><link>/a</link><guid></guid></item>'))).id).toBe(
      'https://harbour.example/a',
    );
    const hashed = (date: string) => first(rss(`<item><title>t</title><pubDate>${date}</pubDate></item>`));
    expect((await hashed('24 Nov 2026')).id).toMatch(/^[0-9a-f]{64}$/);
    expect((await hashed('24 Nov 2026')).id).not.toBe((await hashed('25 Nov 2026')).id);
  });

  test('an alternate page is preferred to enclosures, comments and the feed itself', async () => {
    const links =
      '<link rel="enclosure" href="/a.mp3"/><link rel="self" href="/self"/><link rel="replies" href="/r"/><link rel="alternate" type="text/html" href="/page"/>';
    expect((await first(atom(`<entry><title>t</title>${links}</entry>`))).url).toBe('https://harbour.example/page');
  });

  test.for(['javascript:alert(1)', '&lt;!-- none --&gt;'])('"%s" is no link', async (link) => {
    expect((await first(rss(`<item><title>t</title><link>${link}</link></item>`))).url).toBeUndefined();
  });

  test('a link that was escaped twice is decoded', async () => {
    for (const link of ['/?a=1&amp;amp;b=2', '<![CDATA[/?a=1&amp;b=2]]>'])
      expect((await first(rss(`<item><title>t</title><link>${link}</link></item>`))).url).toBe(
        'https://harbour.example/?a=1&b=2',
      );
  });
});

describe('pictures, people and the feed’s wishes', () => {
  const media = 'version="2.0" xmlns:media="http://search.yahoo.com/mrss/"';

  test.for(
    Object.entries({
      'media:content':
        '<media:content url="/a.jpg" medium="image"><media:description>A ferry</media:description></media:content>',
      'a group':
        '<media:group><media:content url="/v.mp4" type="video/mp4"/><media:thumbnail url="/a.jpg"/></media:group>',
      'an enclosure': '<enclosure url="/a.jpg" type="image/jpeg" length="1"/>',
      iTunes: '<itunes:image href="/a.jpg"/>',
      'the text':
        '<description><![CDATA[<img src="/pixel.gif" width="1"><img alt="A ferry" src="/a.jpg">]]></description>',
      'a text that waits to be seen': '<description>&lt;img src="data:x" data-src="/a.jpg"&gt;</description>',
      'an image without a kind':
        '<enclosure url="/a.mp3"/><media:content url="/a.MP4?x"/><media:content url="/a.jpg"/>',
      'the wider one':
        '<media:thumbnail url="/s.jpg" width="80"/><media:content url="/a.jpg" medium="image" width="1200"/>',
    }),
  )('a picture from %s', async ([, part]) => {
    const item = await first(
      rss(`<item><title>t</title>${part}</item>`, '<link>https://harbour.example/</link>', media),
    );
    expect(item.imageUrl).toBe('https://harbour.example/a.jpg');
    expect(['A ferry', undefined]).toContain(item.imageAlt);
  });

  test('a category is its label or its term', async () => {
    const categories = '<category>Sea</category><category label="Ports" term="p"/><category term="Rail" label=""/>';
    for (const body of [
      rss(`<item><title>t</title>${categories}</item>`),
      atom(`<entry><title>t</title>${categories}</entry>`),
    ])
      expect((await first(body)).categories).toEqual(['Sea', 'Ports', 'Rail']);
  });

  test('ttl, skip lists and language are read, also lists of one', async () => {
    const channel = `<language>de-AT</language><ttl>90</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>`;
    const expected = { language: 'de', ttlMinutes: 90, skipHours: [3], skipDays: [0] };
    expect(await read(rss('<item><title>a</title></item>', channel))).toMatchObject(expected);
  });

  test.for([
    ['de-DE', 'de'],
    [' DE ', 'de'],
    ['und', undefined],
    ['German', undefined],
  ])('the language “%s” is known by its primary subtag alone, in every format', async ([stated, known]) => {
    const item = '<item><title>a</title></item>';
    const entry = atom('<entry><id>1</id><title>a</title></entry>', undefined, `xml:lang="${stated}"`);
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 't',
      language: stated,
      items: [{ id: '1', title: 'a' }],
    });
    for (const body of [rss(item, `<language>${stated}</language>`), entry, json])
      expect((await read(body)).language).toBe(known);
  });
});

describe('what only looks like it', () => {
  test.for(['<media:thumbnail>n/a</media:thumbnail>', '<itunes:image>N/A</itunes:image>'])(
    '%s is no picture',
    async (part) => {
      const media =
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" version="2.0"';
      expect((await first(rss(`<item><title>t</title>${part}</item>`, '', media))).imageUrl).toBeUndefined();
    },
  );

  test.for(
    Object.entries({
      '100,000 slashes': rss(`<item><title>t</title><image>${'/'.repeat(100_000)} x y</image></item>`),
      'an id of 200,000 slashes': atom(`<entry><id>${'/'.repeat(200_000)} x</id><title>t</title></entry>`),
      '200,000 tags without an end': atom(
        `<entry><title>t</title><summary>${'&lt;a'.repeat(200_000)}</summary></entry>`,
      ),
    }),
  )('%s hold up nothing', async ([, body = '']) => expect((await first(body)).title).toBe('t'));

  test('a picture group’s description does not replace an item’s own text', async () => {
    const group = `<media:group><media:description>${'A photograph shows the harbour at dawn. '.repeat(3)}</media:description></media:group>`;
    const media = 'xmlns:media="http://search.yahoo.com/mrss/" version="2.0"';
    const { html } = await first(
      rss(`<item><title>t</title><description>A teaser.</description>${group}</item>`, '', media),
    );
    expect(html).toBe('A teaser.');
  });

  test('markup after an address is cut off', async () => {
    const { url } = await first(
      rss('<item><title>t</title><link>https://harbour.example/1&lt;guid>g</guid></link></item>'),
    );
    expect(url).toBe('https://harbour.example/1');
  });
});

test('an aggregator’s source is a site, a picture’s photographer is not', async () => {
  const item = (source: string) => rss(`<item><title>t</title>${source}</item>`);
  expect((await first(item('<source url="https://courier.example">Courier</source>'))).sourceName).toBe('Courier');
  expect((await first(item('<source url="https://img.example/a.jpg">A. Lens</source>'))).sourceName).toBeUndefined();
  expect((await first(item('<source>A. Lens</source>'))).sourceName).toBeUndefined();
  const entry = '<entry><title>t</title><source><id>x</id><title>Courier</title></source></entry>';
  expect((await first(atom(entry))).sourceName).toBe('Courier');
});
