import { describe, expect, test } from 'vitest';
import { asParagraphs, paragraphs, texts } from './page.ts';

const [lead = '', second = '', third = ''] = paragraphs;
const again = paragraphs.map((text) => `Again: ${text}`);
const rest = asParagraphs([...paragraphs.slice(1), ...again]);
const link = (words: string): string => `<p><a href="/x">${words}</a></p>`;

describe('the first paragraph stays the lead', () => {
  test.each([
    ['over a button', `<div class="first"><p>${lead}</p>${link('Subscribe')}</div>`],
    ['under a place', `<div class="story-intro"><p>Ilves</p><p>${lead}</p></div>`],
    ['under a byline', `<section class="first"><p>By Ida Brandt</p><p>${lead}</p></section>`],
    ['under a subhead', `<div class="sec"><h2>What happened</h2><p>${lead}</p></div>`],
  ])('in a box of its own %s', (_, box) => {
    expect(texts({ body: box + rest })[0]).toBe(lead);
  });

  test('in a separate box before the others, even without its full stop', () => {
    const unended = lead.slice(0, -1);
    expect(texts({ above: `<div class="x"><p>${unended}</p></div>`, body: rest })[0]).toBe(unended);
  });
});

const dark = `${second} It was dark.`;

test.each([
  ['a section under a heading', `<section class="background"><h2>Background</h2><p>${dark}</p></section>`],
  ['a part under a subhead', `<div class="part-two"><h3>What happens next</h3><p>${dark}</p></div>`],
  ['a quotation under its speaker', `<div class="quote"><p>Ida Brandt</p><p>“${dark}”</p></div>`],
  ['a group with a label', `<div class="wp-block-group"><p>Who are the deckhands</p><p>${dark}</p></div>`],
  [
    'a section over a link to another article',
    `<div class="sect"><p>${third}</p><p>${dark}</p>${link('Support for the strike grows')}</div>`,
  ],
])('%s stays amid an article', (_, box) => {
  expect(texts({ body: asParagraphs(paragraphs) + box + asParagraphs(again) }).join()).toContain('It was dark');
});
