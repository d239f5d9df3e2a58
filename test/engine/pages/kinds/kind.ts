import type { Copy } from './copy.ts';

/** A page as a content management system produces it, and its expected text. */
export interface Kind {
  kind: string;
  url: string;
  html: string;
  title: string;
  paragraphs: readonly string[];
  /** Lines that may be extracted or not: captions, cards, embedded posts. */
  either?: readonly string[];
}

export const kindOf = (
  kind: string,
  copy: Pick<Copy, 'title' | 'paragraphs'>,
  rest: Omit<Kind, 'kind' | 'title' | 'paragraphs'> & Partial<Pick<Kind, 'title' | 'paragraphs'>>,
): Kind => ({ kind, title: copy.title, paragraphs: copy.paragraphs, ...rest });

export const each = (texts: readonly string[], open: string, close: string): string =>
  texts.map((text) => open + text + close).join('\n');

export const ps = (texts: readonly string[]): string => each(texts, '<p>', '</p>');

export const doc = (head: string, body: string, lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

export const og = (title: string, rest: Record<string, string> = {}): string =>
  Object.entries({ 'og:title': title, 'og:type': 'article', ...rest })
    .map(([name, content]) => `<meta property="${name}" content="${content}">`)
    .join('');

export const ld = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
