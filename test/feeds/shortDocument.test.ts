import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { type BothAttributes, type ShortDocument, shortened, standIn } from '../../src/feeds/readers/shortDocument.ts';

const prose = 'All ferries of the Sound stand still since four in the morning, and nobody says for how long. ';

const short = (xml: string): ShortDocument => shortened(xml, (name) => name !== 'note');

/** With the attributes that stand beside the document where they were. */
function restored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restored);
  if (typeof value !== 'object' || value === null) return value;
  const all = (value as Record<string, unknown>)[standIn];
  if (typeof all === 'object' && !Array.isArray(all)) return restored((all as BothAttributes).written);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, restored(one)]));
}

const structure = ['rss', 'channel', 'item'];
const nameOfOurs = (name: string): string => (structure.includes(name) ? name : `x-${name}`);
const fields = ['title', 'description', 'content:encoded', 'guid', 'a', 'br'];

/** What rss-parser makes of a document, its own words for a failure left out: they count lines. */
async function parsed(xml: string, document?: ShortDocument): Promise<unknown> {
  const xml2js = {
    tagNameProcessors: [(name: string) => nameOfOurs(document?.nameOf(name) ?? name)],
    ...(document ? { valueProcessors: [document.textOf], attrValueProcessors: [document.attributesOf] } : {}),
  };
  const item = ['$', ...fields.map(nameOfOurs)].map((name) => [name, `all ${name}`, { keepArray: true }]);
  try {
    const parser = new Parser({ defaultRSS: 2, xml2js, customFields: { item, feed: ['x'] } as never });
    return restored(await parser.parseString(xml));
  } catch {
    return 'failed';
  }
}

async function expectSame(xml: string): Promise<void> {
  const document = short(xml);
  expect(await parsed(document.xml, document)).toEqual(await parsed(xml));
}

const rss = (inside: string): string =>
  `<rss version="2.0"><channel><title>Post</title><item><title>Ferries</title>${inside}</item></channel></rss>`;

const piece = fc.oneof(
  fc.constantFrom(
    prose,
    prose.repeat(3),
    ' '.repeat(70),
    `\n\u00a0${' '.repeat(70)}`,
    'short',
    '&lt;p&gt;',
    '&amp;lt;',
    '&#39;&#x2014;',
    '&#1;',
    '&#xD800;',
    '&#048;',
    '&nbsp;',
    '& ',
    '&am',
    '&ltx',
    '\u00010\u0001',
    ']]>',
    ']]]>',
    '>',
  ),
  fc.constantFrom(
    `<![CDATA[${prose}]]>`,
    `<![CDATA[${prose}]]]>`,
    `<![CDATA[<p>${prose}</p> & ]] &lt;]]>`,
    `<![CDATA[${' '.repeat(80)}]]>`,
    '<![CDATA[]]>',
    '<![CDATA[ ]]>',
    '<![CDATA[a & b]]>',
    `<![cdata[${prose}]]>`,
    '<![CDATA[',
    '<!-- <![CDATA[ -->',
    `<!--${prose}-->`,
    '<!--->',
    `<?note ${prose}?>`,
    '<?note ??>',
    '<!DOCTYPE rss>',
  ),
  fc.constantFrom(
    '<description>',
    '</description>',
    '<content:encoded>',
    '</content:encoded >',
    '<a title=">">',
    `<a title='${prose}>' >`,
    '</a>',
    '<a title="&amp;&lt;" title="2">',
    '<a title="&nbsp;">',
    '<a title="<">',
    '<a title=x>',
    '< a>',
    '<br/>',
    '<br a="1" />',
    '<note>',
    '</note>',
    '<note/>',
    '<note>&amp;</note>',
    '<note a="&x">x</note>',
    '\n ',
    '</item>',
    '<item>',
    '<item><note>x</note>\n</item>',
    '</item><item> <note/></item><item>',
    '<',
  ),
);

describe('names, attributes and long texts stand beside the document while rss-parser reads it', () => {
  test('the parser sees neither wrapped nor escaped text that is long', () => {
    const xml = rss(
      `<description>${prose.repeat(2)}&lt;em&gt;</description><content:encoded><![CDATA[<p>${prose}</p>]]></content:encoded>`,
    );
    expect(short(xml).xml).not.toContain('ferries');
    expect(short(xml).xml.length).toBeLessThan(120);
    return expectSame(xml);
  });

  test('names are letters, attributes one, layout and what nobody asks for are gone', () => {
    const xml = rss(
      `\n  <media:content url="https://harbour.example/a.jpg?b&amp;c" TYPE='image/jpeg' />\n  <note a="b">for no one</note> <note/><guid>1</guid>\n`,
    );
    expect(short(xml).xml).toBe('<a version="2.0"><b><c>Post</c><d><c>Ferries</c><e a="\u00010"/><g>1</g></d></b></a>');
    expect(short(xml).nameOf('e')).toBe('media:content');
    expect(short(xml).attributesOf('\u00010')).toEqual({
      written: { url: 'https://harbour.example/a.jpg?b&c', TYPE: 'image/jpeg' },
      lower: { url: 'https://harbour.example/a.jpg?b&c', type: 'image/jpeg' },
    });
    return expectSame(xml);
  });

  test('an item that holds nothing else keeps what nobody asks for: without it, it were a text', () => {
    const xml = rss('</item><item> <note>x</note> </item><item>');
    expect(short(xml).xml).toContain('<d> <e>x</e></d>');
    return expectSame(xml);
  });

  test('names of entities that only some readers know stay, and so does white space in an element of its own', () => {
    const xml = rss(`<description a="&nbsp;">${prose}&nbsp;</description><guid> </guid><note>a & b</note>`);
    expect(short(xml).xml).toContain(`<e a="&nbsp;">${prose}&nbsp;</e><f> </f><g>a & b</g>`);
  });

  test.each([
    ['a tag whose quotes hold what looks like a text', `<a title=">${prose}" b='<'>x</a>`],
    ['a CDATA section that never ends', `<description><![CDATA[${prose}</description>`],
    ['a declaration inside', `<!ENTITY x "${prose}"><description>${prose}</description>`],
    ['an instruction that ends in two question marks', `<?x ??><description a="?>">${prose}</description>`],
    ['a document that holds the mark', `<description>\u00010\u0001${prose}</description>`],
  ])('%s leaves the document as it is', async (_, inside) => {
    expect(short(rss(inside)).xml).toBe(rss(inside));
    await expectSame(rss(inside));
  });

  test('whatever the document, the parser makes the same of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.boolean(), async (pieces, wrapped) => {
        const inside = pieces.join('');
        await expectSame(rss(wrapped ? `<description>${inside}</description>` : inside));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  test('a hostile megabyte takes no longer than its length asks', () => {
    for (const text of [
      '<'.repeat(1e6),
      '<![CDATA['.repeat(1e5),
      '<a '.repeat(3e5),
      '&'.repeat(1e6),
      '<a b="'.repeat(2e5),
    ]) {
      const startedAt = performance.now();
      short(rss(text));
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  });
});
