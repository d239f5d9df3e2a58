import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/engine/pages/extract.ts';
import { sampleOf } from '../../sampleOf.ts';

const url = 'https://lantern.example/news/1';
/** So many characters that a quadratic algorithm would run into this timeout when all are tried. */
const many = sampleOf(300_000);
const deep = sampleOf(50_000);
const timeoutMs = 30_000;
const fill = (piece: string, characters = many): string =>
  piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
const prose = `<p>${'The harbour board met on Monday and, after two hours, agreed to open the north quay to fishing boats again. '.repeat(3)}</p>`;

const pages: [string, string][] = [
  ['nothing', ''],
  ['only <', fill('<')],
  ['only <a', fill('<a')],
  ['unclosed comments', fill('<!--')],
  ['unclosed scripts', fill('<script>')],
  ['unclosed svg and buttons', fill('<svg><button>')],
  ['nested div', `${'<div>'.repeat(deep)}${prose}`],
  ['nested b in one another', `${'<b>'.repeat(deep)}${prose}`],
  ['nested tables', `${'<table><tr><td>'.repeat(deep / 2)}${prose}`],
  ['nested lists with text', '<ul><li>word '.repeat(deep / 2)],
  ['unclosed everything', fill('<div class="x"><p>one<span>two<a href="/x">three<td><li>')],
  ['one tag with a million attributes', `<p ${fill('a=1 ')}>`],
  ['one unclosed quote after another', fill('<p a="<p b=\'')],
  ['entities only', fill('&amp;')],
  ['one endless word', fill('a')],
  ['white space only', fill(' \n')],
  ['br only', fill('<br>')],
  ['short paragraphs', fill('<p>Short line here.</p>')],
  ['paragraphs of commas', fill('<p>a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u.</p>')],
  ['links only', fill('<a href="/a">a link to something</a> ')],
  ['many headings', fill('<h2>Harbour</h2>')],
  ['JSON-LD of brackets', `<script type="application/ld+json">${fill('[', 900_000)}</script>${prose}`],
  ['JSON-LD that is cut', `<script type="application/ld+json">{"a":${fill(',  ', 900_000)}</script>${prose}`],
  [
    'JSON-LD with twenty authors of 40,000 characters each',
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author: Array.from({ length: 20 }, (_, i) => ({ name: fill('Ab ', 40_000 + i) })) })}</script>${prose}`,
  ],
  ['dates only', fill('<time>24 November 2025</time> 11/24/2025 ')],
  ['fixed type of empty lines', `<pre>${fill('a\n\n')}`],
  ['elements of its own making', `<div>${fill('<a-b>x</a-b>')}`],
  ['boxes with a headline each', fill(`<div class="q"><h1>Harbour</h1>${prose}</div>`)],
  ['boxes to subscribe and vote in', fill('<div><p>Why?</p><ul><li>a</li></ul><a href="/s">Subscribe</a></div>')],
  ['a thread of readers', fill(`<div class="c"><b>Al</b> 24.11.2025 10:05${prose}</div>`)],
  ['shadow trees in one another', fill('<template shadowrootmode="open"><p>x')],
  ['noscript only', fill('<noscript><p>x</p></noscript>')],
  ['an endless class name', `<div class="${fill('aB-c ')}">${prose}</div>`],
  ['null and lone surrogates', fill('\u0000\ud800<p>\udfff')],
];

test.each(pages)('the reading of %s ends', (_, html) => void extractArticle(html, url), timeoutMs);

test.each(['constructor', 'valueOf', '__proto__'])('an element called %s counts as an unknown one', (name) => {
  const text = 'The ferries stayed in port on Monday, the harbour office said, and nobody knew for how long.';
  const html = `<html><body><article><${name} title="x"><p>${text}</p><p>${text.replace('Monday', 'Tuesday')}</p></${name}></article></body></html>`;
  expect(extractArticle(html, 'https://post.example/ferries')?.paragraphs[0]).toBe(text);
});

test('a megabyte of good prose is cut to whole paragraphs of 60,000 characters', () => {
  const lines = Array.from(
    { length: 6_000 },
    (_, at) => `The harbour board met on day ${at} and, after two hours, agreed to open the quay to boats again.`,
  );
  const body = lines.map((line) => `<p>${line}</p>`).join('');
  const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: lines.join('\n') });
  for (const html of [
    `<article>${body}</article>`,
    `<script type="application/ld+json">${data}</script><p>Wait.</p>`,
  ]) {
    const { paragraphs = [] } = extractArticle(html, url) ?? {};
    expect(paragraphs).toEqual(lines.slice(0, paragraphs.length));
    expect(paragraphs.join('').length).toBeGreaterThan(59_000);
    expect(paragraphs.join('').length).toBeLessThanOrEqual(60_000);
  }
});

test('no mixture of fragments throws', () => {
  const words =
    `<p> </p> </div> "> < > " ' & &#0; <!-- --> <br> <li> </ul> <td> <table> <h1> </h1> <title> ` +
    `</title> 2025-02-30 {"@type":"NewsArticle","author":[null], </script> <svg> <article> ` +
    `<blockquote> <template> <noscript> <body> </html>`;
  const spaced = [
    '<div class="related">',
    '<a href="#',
    '<time datetime="',
    '<script type="application/ld+json">',
    '<meta name="date" content=',
    '<img alt=',
    'Ferries stay in port, says the board. ',
    '\u0000',
  ];
  const fragment = fc.constantFrom(...words.split(' '), ...spaced);
  fc.assert(
    fc.property(fc.array(fc.oneof(fragment, fc.string({ maxLength: 12 })), { maxLength: 60 }), (pieces) => {
      extractArticle(pieces.join(''), url);
    }),
    { numRuns: sampleOf(150), seed: 7 },
  );
});

test('any URL is accepted, even an empty one', () => {
  expect(extractArticle(prose, '')?.paragraphs).toHaveLength(1);
  expect(extractArticle(prose, 'not a url')?.paragraphs).toHaveLength(1);
});
