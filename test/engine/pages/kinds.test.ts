import { expect, test } from 'vitest';
import { extractArticle } from '../../../src/engine/pages/extract.ts';
import { forms } from './kinds/forms.ts';
import { outlets } from './kinds/outlets.ts';
import { systems } from './kinds/systems.ts';

test.each([...systems, ...forms, ...outlets].map((kind) => [kind.kind, kind] as const))(
  'title and paragraphs are found: %s',
  (_, { html, url, title, paragraphs, either = [] }) => {
    const article = extractArticle(html, url);
    const optional = either.filter((text) => !paragraphs.includes(text));
    expect(article?.title).toBe(title);
    expect(article?.paragraphs.filter((text) => !optional.includes(text))).toEqual(paragraphs);
  },
);
