import { describe, expect, test } from 'vitest';
import { atom, entry, first, item, read, rss } from './reading.ts';

const media = 'version="2.0" xmlns:media="http://search.yahoo.com/mrss/"';

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
    const text = `&lt;p&gt;${'The ferry is late again. '.repeat(10)}&lt;/p&gt;`;
    const { title } = await first(rss(`<item><description>${text}</description></item>`));
    expect(title).toMatch(/^The ferry is late again\. .*…$/);
    expect(title.length).toBeLessThanOrEqual(121);
  });
});

describe('texts', () => {
  test('the longest is the text', async () => {
    const whole = '<content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded>';
    expect((await item(`<description>Short.</description>${whole}`)).html).toBe('<p>The whole text.</p>');
  });

  test.for([
    ['atom:content', '<atom:content type="html">&lt;p&gt;The whole text.&lt;/p&gt;</atom:content>'],
    ['atom:summary', '<atom:summary>The whole text.</atom:summary>'],
    ['a group', '<media:group><media:description>The whole text.</media:description></media:group>'],
  ] as const)('RSS may hold its text in %s', async ([, text]) =>
    expect((await item(text)).html).toContain('The whole text.'),
  );

  test('markup embedded in the document itself keeps its order', async () => {
    const html = 'one <b>two</b> three <i>four</i> five';
    expect((await item(`<description>${html}</description>`)).html).toBe(html);
  });

  test('XHTML keeps its order', async () => {
    const content = '<div xmlns="http://www.w3.org/1999/xhtml"><p>One <b>two</b> &lt; three</p></div>';
    for (const damage of ['', '<q>&</q>'])
      expect((await entry(`<content type="xhtml">${content}</content>${damage}`)).html).toBe(content);
  });

  test('base64 of Atom 0.3 is unpacked', async () => {
    const content = '<content type="text/html" mode="base64">PHA+VGV4dDwvcD4=</content>';
    const body = `<feed version="0.3"><entry><title>t</title>${content}</entry></feed>`;
    expect((await first(body)).html).toBe('<p>Text</p>');
  });
});

describe('links and ids', () => {
  test('relative links are resolved against the base of item or feed, the site, the feed’s address', async () => {
    const urlIn = async (entryBase: string, link: string, base?: string) =>
      (await first(atom(`<entry ${entryBase}><title>t</title><link href="a"/></entry>`, link, base))).url;
    const base = 'xml:base="https://base.example/x/"';
    expect(await urlIn('xml:base="deep/"', '<link href="/"/>', base)).toBe('https://base.example/x/deep/a');
    expect(await urlIn('', '<link href="/"/>', base)).toBe('https://base.example/x/a');
    expect(await urlIn('', '<link href="https://site.example/"/>')).toBe('https://site.example/a');
    expect(await urlIn('', '')).toBe('https://harbour.example/feeds/a');
  });

  test('a guid is used as the link unless it says isPermaLink="false"', async () => {
    const url = 'https://harbour.example/1';
    const urlWith = async (attributes: string) => (await item(`<guid ${attributes}>${url}</guid>`)).url;
    expect(await urlWith('')).toBe(url);
    expect(await urlWith('isPermaLink="true"')).toBe(url);
    expect(await urlWith('isPermaLink="false"')).toBeUndefined();
  });

  test('the id is the guid, else the link, else a hash of title and date', async () => {
    expect((await item('<link>/a</link><guid>g</guid>')).id).toBe('g');
    expect((await item('<link>/a</link><guid></guid>')).id).toBe('https://harbour.example/a');
    const hashed = (date: string) => item(`<pubDate>${date}</pubDate>`);
    expect((await hashed('24 Nov 2026')).id).toMatch(/^[0-9a-f]{64}$/);
    expect((await hashed('24 Nov 2026')).id).not.toBe((await hashed('25 Nov 2026')).id);
  });

  test('an alternate page is preferred to enclosures, comments and the feed itself', async () => {
    const others =
      '<link rel="enclosure" href="/a.mp3"/><link rel="self" href="/self"/><link rel="replies" href="/r"/>';
    const { url } = await entry(`${others}<link rel="alternate" type="text/html" href="/page"/>`);
    expect(url).toBe('https://harbour.example/page');
  });

  test.for(['javascript:alert(1)', '&lt;!-- none --&gt;'])('"%s" is no link', async (link) => {
    expect((await item(`<link>${link}</link>`)).url).toBeUndefined();
  });

  test('a link that was escaped twice is decoded', async () => {
    for (const link of ['/?a=1&amp;amp;b=2', '<![CDATA[/?a=1&amp;b=2]]>'])
      expect((await item(`<link>${link}</link>`)).url).toBe('https://harbour.example/?a=1&b=2');
  });
});

describe('pictures, people and the feed’s wishes', () => {
  test.for(
    Object.entries({
      'media:content':
        '<media:content url="/a.jpg" medium="image"><media:description>A ferry</media:description></media:content>',
      'a group': '<media:group><media:content url="/v" type="video/mp4"/><media:thumbnail url="/a.jpg"/></media:group>',
      'an enclosure': '<enclosure url="/a.jpg" type="image/jpeg" length="1"/>',
      iTunes: '<itunes:image href="/a.jpg"/>',
      'the text': '<description><![CDATA[<img src="/p.gif" width="1"><img alt="A ferry" src="/a.jpg">]]></description>',
      'a text that waits to be seen': '<description>&lt;img src="data:x" data-src="/a.jpg"&gt;</description>',
      'one without a kind': '<enclosure url="/a.mp3"/><media:content url="/a.MP4?x"/><media:content url="/a.jpg"/>',
      'the wider': '<media:thumbnail url="/s.jpg" width="80"/><media:content url="/a.jpg" medium="image" width="90"/>',
    }),
  )('a picture from %s', async ([, part]) => {
    const { imageUrl, imageAlt } = await item(part, media);
    expect(imageUrl).toBe('https://harbour.example/a.jpg');
    expect(['A ferry', undefined]).toContain(imageAlt);
  });

  test('a category is its label or its term', async () => {
    const categories = '<category>Sea</category><category label="Ports" term="p"/><category term="Rail" label=""/>';
    for (const read of [item, entry]) expect((await read(categories)).categories).toEqual(['Sea', 'Ports', 'Rail']);
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
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 't', items: [{ id: '1', title: 'a' }] };
    for (const body of [
      rss('<item><title>a</title></item>', `<language>${stated}</language>`),
      atom('<entry><id>1</id><title>a</title></entry>', undefined, `xml:lang="${stated}"`),
      JSON.stringify({ ...json, language: stated }),
    ])
      expect((await read(body)).language).toBe(known);
  });
});

describe('what only looks like a picture, a text or an address', () => {
  test.for(['<media:thumbnail>n/a</media:thumbnail>', '<itunes:image>N/A</itunes:image>'])(
    '%s is none',
    async (part) => {
      const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';
      expect((await item(part, `${media} ${itunes}`)).imageUrl).toBeUndefined();
    },
  );

  test.for([
    ['100,000 slashes', rss(`<item><title>t</title><image>${'/'.repeat(100_000)} x y</image></item>`)],
    ['an id of 200,000 slashes', atom(`<entry><id>${'/'.repeat(200_000)} x</id><title>t</title></entry>`)],
    ['200,000 open tags', atom(`<entry><title>t</title><summary>${'&lt;a'.repeat(200_000)}</summary></entry>`)],
  ])('%s hold up nothing', async ([, body = '']) => expect((await first(body)).title).toBe('t'));

  test('a picture group’s description does not replace an item’s own text', async () => {
    const photo = `<media:description>${'A photograph shows the harbour at dawn. '.repeat(3)}</media:description>`;
    const text = `<description>A teaser.</description><media:group>${photo}</media:group>`;
    expect((await item(text, media)).html).toBe('A teaser.');
  });

  test('markup after an address is cut off', async () => {
    const { url } = await item('<link>https://harbour.example/1&lt;guid>g</guid></link>');
    expect(url).toBe('https://harbour.example/1');
  });
});

test('an aggregator’s source is a site, a picture’s photographer is not', async () => {
  expect((await item('<source url="https://courier.example">Courier</source>')).sourceName).toBe('Courier');
  expect((await item('<source url="https://img.example/a.jpg">A. Lens</source>')).sourceName).toBeUndefined();
  expect((await item('<source>A. Lens</source>')).sourceName).toBeUndefined();
  expect((await entry('<source><id>x</id><title>Courier</title></source>')).sourceName).toBe('Courier');
});
