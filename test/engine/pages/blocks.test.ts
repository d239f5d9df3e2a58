import { expect, test } from 'vitest';
import { readabilityChoice } from '../../../src/engine/pages/choose.ts';
import { cutBlocks } from '../../../src/engine/pages/markup/blocks.ts';
import { parsePage } from '../../../src/engine/pages/markup/dom.ts';
import { tidyMarkup } from '../../../src/engine/pages/markup/markup.ts';
import { measurePage } from '../../../src/engine/pages/markup/measure.ts';
import { paragraphs } from './page.ts';

const long = paragraphs.join(' ');

function read(body: string) {
  const document = parsePage(tidyMarkup(body).html);
  const blocks = cutBlocks(document, measurePage(document.body));
  return { blocks, readable: readabilityChoice(document) };
}

// Readability replaces a text-only div by a new paragraph without its attributes. A lost mark loses the paragraph.
test.each([
  ['div', `<div><div>${long} One.</div><div>${long} Two.</div></div>`],
  ['p', `<div><p>${long} One.</p><p>${long} Two.</p></div>`],
  ['li', `<div><p>${long}</p><ul><li>${long} One.</li><li>${long} Two.</li></ul></div>`],
  ['td', `<table><tr><td>${long} One.</td><td>${long} Two.</td></tr></table>`],
])('the marks of %s survive Readability', (_, body) => {
  const { blocks, readable } = read(body);
  expect(blocks.length).toBeGreaterThan(0);
  expect([...readable].sort()).toEqual(blocks.map((block) => block.index));
});

test('tidying keeps text and structure, drops scripts and comments, and closes what is open', () => {
  const { html, jsonLd } = tidyMarkup(
    '<html lang=de><body onload="x()"><!-- no --><p class=a style="color:red" onclick="y()">1 < 2 & 3<script type="application/ld+json">{"a":1}</script><script>no</script><div style="DISPLAY: none">x',
  );
  expect(html).toContain('<html lang="de">');
  expect(html).toContain('<p class="a">1 &lt; 2 & 3</p><div data-unseen="">x</div>');
  expect(html).not.toMatch(/no|onclick|onload|script/);
  expect(jsonLd).toEqual(['{"a":1}']);
});
