import { extractArticle } from '../../../src/engine/pages/extract.ts';

/**
 * The parts of a typical news page: head, menu, headline, body and the elements around it. Each can be replaced.
 */
export interface Parts {
  head?: string;
  lang?: string;
  title?: string;
  above?: string;
  body?: string;
  below?: string;
}

export const url = 'https://www.harbourpost.example/news/ferry-crews-walk-out';

export const headline = 'Ferry crews walk out across the Sound';

export const paragraphs = [
  'About 900 deckhands stopped work at four in the morning, the first walkout on the Sound since 1998.',
  'The operator, Sound Line, said that two of its eleven routes would run until further notice, with crews from the office.',
  '"We have been patient for nine years," said Ida Brandt, who speaks for the deckhands, on the quay at Ilves.',
  'Both sides meet again on Thursday, and the mayor of Ilves has offered the town hall, which is heated, for the talks.',
  'Hospitals on the islands have booked fishing boats for staff, while schools there stay closed until the end of the week.',
];

export const asParagraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');

export function page(parts: Parts = {}): string {
  return `<!DOCTYPE html><html lang="${parts.lang ?? 'en-GB'}"><head><meta charset="utf-8">
<title>${parts.title ?? `${headline} | Harbour Post`}</title>
<meta property="og:site_name" content="Harbour Post">
${parts.head ?? ''}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<main><article><h1>${headline}</h1>${parts.above ?? ''}
<div class="story-body">${parts.body ?? asParagraphs(paragraphs)}</div>
${parts.below ?? ''}</article></main>
<footer><p>Harbour Post, 1 Quay Street. All rights reserved by the people who wrote it down.</p></footer></body></html>`;
}

export const read = (parts?: Parts, at = url) => extractArticle(page(parts), at);

/** The paragraphs that are found on the page. */
export const texts = (parts?: Parts): string[] => read(parts)?.paragraphs ?? [];

/** The body with something between its paragraphs. */
export const around = (box: string): string =>
  asParagraphs(paragraphs.slice(0, 2)) + box + asParagraphs(paragraphs.slice(2));

export const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
