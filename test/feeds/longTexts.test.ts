import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { withoutLongTexts } from '../../src/feeds/readers/longTexts.ts';

const prose = 'All ferries of the Sound stand still since four in the morning, and nobody says for how long. ';

/** What rss-parser makes of a document, its own words for a failure left out: they count lines. */
async function parsed(xml: string, restored?: (text: string) => string): Promise<unknown> {
  const xml2js = restored ? { valueProcessors: [restored] } : {};
  const customFields = { item: [['content:encoded', 'whole', { keepArray: true }]], feed: ['x'] } as never;
  try {
    return await new Parser({ defaultRSS: 2, xml2js, customFields }).parseString(xml);
  } catch {
    return 'failed';
  }
}

async function expectSame(xml: string): Promise<void> {
  const short = withoutLongTexts(xml);
  expect(await parsed(short.xml, short.restored)).toEqual(await parsed(xml));
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
    '<a title="<">',
    '<a title=x>',
    '< a>',
    '<br/>',
    '</item>',
    '<item>',
    '<',
  ),
);

describe('long texts stand beside the document while rss-parser reads it', () => {
  test('the parser sees neither wrapped nor escaped text that is long', () => {
    const xml = rss(
      `<description>${prose.repeat(2)}&lt;em&gt;</description><content:encoded><![CDATA[<p>${prose}</p>]]></content:encoded>`,
    );
    const short = withoutLongTexts(xml);
    expect(short.xml).not.toContain('ferries');
    expect(short.xml.length).toBeLessThan(250);
    return expectSame(xml);
  });

  test('whitespace between elements, names of entities that only some readers know, and short texts stay', () => {
    const xml = rss(`<description>${prose}&nbsp;</description>${' '.repeat(100)}<guid>1</guid>`);
    expect(withoutLongTexts(xml).xml).toBe(xml);
  });

  test.each([
    ['a tag whose quotes hold what looks like a text', `<a title=">${prose}" b='<'>x</a>`],
    ['a CDATA section that never ends', `<description><![CDATA[${prose}</description>`],
    ['a declaration inside', `<!ENTITY x "${prose}"><description>${prose}</description>`],
    ['an instruction that ends in two question marks', `<?x ??><description a="?>">${prose}</description>`],
    ['a document that holds the mark', `<description>\u00010\u0001${prose}</description>`],
  ])('%s leaves the document as it is', async (_, inside) => {
    expect(withoutLongTexts(rss(inside)).xml).toBe(rss(inside));
    await expectSame(rss(inside));
  });

  test('whatever the document, the parser makes the same of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), fc.boolean(), async (pieces, wrapped) => {
        const inside = pieces.join('');
        await expectSame(rss(wrapped ? `<description>${inside}</description>` : inside));
      }),
      { numRuns: 400, seed: 7 },
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
      withoutLongTexts(rss(text));
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  });
});
