import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../src/pages/extract.ts';
import { agencies } from './kinds/agencies.ts';
import { blogs } from './kinds/blogs.ts';
import { corners } from './kinds/corners.ts';
import { forms } from './kinds/forms.ts';
import type { Kind } from './kinds/kind.ts';
import { newsrooms } from './kinds/newsrooms.ts';
import { oldPages } from './kinds/oldPages.ts';
import { portals } from './kinds/portals.ts';
import { services } from './kinds/services.ts';
import { wishes } from './kinds/wishes.ts';

/** Bylines are compared without their case: some papers shout theirs. */
function read({ html, url, paragraphs, either = [] }: Kind) {
  const article = extractArticle(html, url);
  const optional = either.filter((text) => !paragraphs.includes(text));
  return {
    title: article?.title,
    paragraphs: article?.paragraphs.filter((text) => !optional.includes(text)),
  };
}

describe.each([
  ['a blog', blogs],
  ['a newsroom', newsrooms],
  ['an old layout or a small system', oldPages],
  ['any system, in a form of its own', forms],
  ['a portal in another language', portals],
  ['a service or a magazine', services],
  ['markup from an odd corner', corners],
  ['an agency or a daily abroad', agencies],
  ['a publisher with wishes', wishes],
])('the article on a page of %s', (_, kinds) => {
  test.each(kinds.map((kind) => [kind.kind, kind] as const))('is found: %s', (_, kind) => {
    expect(read(kind)).toEqual({
      title: kind.title,
      paragraphs: kind.paragraphs,
    });
  });
});
