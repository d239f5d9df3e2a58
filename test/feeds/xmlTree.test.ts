import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { htmlNames } from '../../src/feeds/readers/saxText.ts';
import { xmlTree } from '../../src/feeds/readers/xmlTree.ts';

const prose = 'All ferries of the Sound stand still since four in the morning, and nobody says for how long. ';

const nameOfOurs = (name: string): string => `x-${name}`;
const ours = (xml: string) => xmlTree(xml, nameOfOurs, () => true);

interface Xml2js {
  parseString(xml: string, done: (error: Error | null, tree: unknown) => void): void;
}

/** What xml2js makes of a document in rss-parser; its own words for a failure are left out. */
function theirs(xml: string): unknown {
  const { xmlParser } = new Parser({ xml2js: { tagNameProcessors: [nameOfOurs] } }) as unknown as { xmlParser: Xml2js };
  let answer: unknown = 'failed';
  // The first answer is what rss-parser goes by: behind the root xml2js can still fail, or find another.
  xmlParser.parseString(xml, (error, tree) => {
    if (answer === 'failed' && error === null) answer = tree;
  });
  return answer;
}

/** Nobody looks at the text that stands among the elements of a feed or an item. */
function withoutTextOfContainers(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutTextOfContainers(one, name));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key]) => key !== '_' || !['x-item', 'x-channel', 'x-entry'].includes(name),
  );
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutTextOfContainers(one, key)]));
}

/** Answers whether the document was read here; what is left to xml2js is the same by itself. */
function expectSame(xml: string): boolean {
  const tree = ours(xml);
  if (tree) expect(withoutTextOfContainers(tree)).toEqual(withoutTextOfContainers(theirs(xml)));
  return tree !== undefined;
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
    '&alpha;',
    '&NBSP;',
    '& ',
    '&am',
    '&ltx',
    '\u00010\u0001',
    ']]>',
    ']]]>',
    '>',
    '\r\n',
    '&#13;&#38;&#x3c;',
    '\ufeff',
    '\u0085\u2028',
    '&#x1F600;',
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
    '<br\n/>',
    '<br / >',
    '<b:r.c-d_1 x:y = "\n&#10;" />',
    '</a\n>',
    '<A>',
    '<1/>',
    '<:a/>',
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

describe('a document is read in one pass as xml2js reads it', () => {
  test('texts, wrapped and escaped, attributes and lists of children', () => {
    const xml = rss(
      `\n <description>${prose}&lt;em&gt; &#8217;&#039;&#x2019;&#X201C;</description>
       <content:encoded><![CDATA[<p>${prose}</p>]]></content:encoded><guid isPermaLink='false' >1</guid><guid/>
       <media:content url="https://harbour.example/a.jpg?b&amp;c" TYPE='image/jpeg' url="again" /><a b="1"> </a><a b="1"><![CDATA[ ]]></a><a> </a>`,
    );
    expect(expectSame(xml)).toBe(true);
    expect(ours(xml)).toMatchObject({
      'x-rss': {
        $: { version: '2.0' },
        'x-channel': [
          {
            'x-item': [
              {
                'x-description': [`${prose}<em> ’'’“`],
                'x-content:encoded': [`<p>${prose}</p>`],
                'x-guid': [{ $: { isPermaLink: 'false' }, _: '1' }, ''],
                'x-media:content': [{ $: { url: 'https://harbour.example/a.jpg?b&c', TYPE: 'image/jpeg' } }],
                'x-a': [{ $: { b: '1' } }, { $: { b: '1' }, _: ' ' }, ' '],
              },
            ],
          },
        ],
      },
    });
  });

  test('names that HTML has for characters, though XML knows none of them', () => {
    expect([...htmlNames].filter((name) => !expectSame(rss(`<a b="&${name};">x&${name};y</a>`)))).toEqual([]);
  });

  test('what stands behind the root element means nothing', () => {
    expect(expectSame(`${rss('<guid>1</guid>')}<oops`)).toBe(true);
  });

  test('elements of a feed or an item that nobody asks for are left out, and an item of nothing else is still no text', () => {
    const xml = rss('<note a="b">x<b>y</b></note><guid>1</guid><a><note>kept</note></a></item><item> <note>x</note> ');
    expect(xmlTree(xml, nameOfOurs, (name) => name !== 'note')).toEqual({
      'x-rss': {
        $: { version: '2.0' },
        'x-channel': [
          {
            'x-title': ['Post'],
            'x-item': [{ 'x-title': ['Ferries'], 'x-guid': ['1'], 'x-a': [{ 'x-note': ['kept'] }] }, {}],
          },
        ],
      },
    });
  });

  test.each([
    ['a tag whose quotes hold what looks like a text', `<a title=">${prose}" b='<'>x</a>`],
    ['a CDATA section that never ends', `<description><![CDATA[${prose}</description>`],
    ['a declaration inside', `<!ENTITY x "${prose}"><description>${prose}</description>`],
    ['an instruction', `<?x ?><description>${prose}</description>`],
    ['a comment that is none', `<!-- a -- b --><description>${prose}</description>`],
    ['a reference that only sax knows', `<description>${prose}&alpha;</description>`],
    ['a reference that only sax knows in an attribute', `<description a="&alpha;">${prose}</description>`],
    ['a bare ampersand', `<description>fish & chips</description>`],
    ['a second attribute of one name that sax refuses', `<a b="1" b="R & D">1</a>`],
    ['an attribute that is no plain property', `<a hasOwnProperty="1" b="2">1</a>`],
    ['an end that is another element’s', `<description>${prose}</summary>`],
    ['an element that never ends', `<description>${prose}`],
    ['a name beyond ASCII', '<größe>1</größe>'],
  ])('%s is left to xml2js', (_, inside) => {
    expect(ours(rss(inside))).toBeUndefined();
  });

  test('whatever the document, it is read as xml2js reads it, or left to it', () => {
    let read = 0;
    const outcomes = fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, wrapped) => {
      const inside = pieces.join('');
      if (expectSame(rss(wrapped ? `<description>${inside}</description>` : inside))) read++;
    });
    fc.assert(outcomes, { numRuns: 4000, seed: 7 });
    expect(read).toBeGreaterThan(200);
  });

  test('documents of whole elements, too', () => {
    const text = fc.constantFrom(
      '',
      ' ',
      '\n',
      'x',
      '&amp;',
      `${prose}&#39;`,
      '<![CDATA[ ]]>',
      '<![CDATA[]]>',
      `<![CDATA[<p>${prose}]]>`,
      '<!---->',
      '<!-- x -->',
    );
    const name = fc.constantFrom('a', 'item', 'entry', 'b:c', 'constructor', 'Title', '__proto__');
    const attributes = fc.constantFrom('', ' a="1"', ` A='x&lt;' a="2" a="&amp;"`, '\nb=" "', ' constructor="x"');
    const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
      element: fc.oneof(
        fc.tuple(name, attributes).map(([tag, given]) => `<${tag}${given}/>`),
        fc.tuple(name, attributes, tie('content')).map(([tag, given, inside]) => `<${tag}${given}>${inside}</${tag}>`),
      ),
      content: fc
        .array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 5 })
        .map((all) => all.join('')),
    }));
    let read = 0;
    const outcomes = fc.property(fc.array(element, { maxLength: 4 }), (elements) => {
      if (expectSame(rss(elements.join('')))) read++;
    });
    fc.assert(outcomes, { numRuns: 4000, seed: 8 });
    expect(read).toBe(4000);
  });

  test('a hostile megabyte takes no longer than its length asks', () => {
    for (const text of [
      '<'.repeat(1e6),
      '<![CDATA['.repeat(1e5),
      '<a><![CDATA[]]>'.repeat(7e4),
      '<a '.repeat(3e5),
      '<a>'.repeat(3e5),
      '&'.repeat(1e6),
      '&amp;'.repeat(2e5),
      '<a b="'.repeat(2e5),
      ' '.repeat(1e6),
      'x<!---->'.repeat(1e5),
    ]) {
      const startedAt = performance.now();
      ours(rss(text));
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  });
});
