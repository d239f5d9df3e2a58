import type { Article } from '../engine/articles/article.ts';

/**
 * The first picture that a message may show: one with https, as Discord requires, or one from a private origin
 * (`host:port`) that the operator allows. Without a description, the picture gets the story's title.
 */
export function pictureOf(
  articles: readonly Pick<Article, 'imageUrl' | 'imageAlt'>[],
  title: string,
  privateOrigins: ReadonlySet<string>,
): { url: string; alt: string } | undefined {
  for (const { imageUrl, imageAlt } of articles) {
    if (imageUrl === undefined || !URL.canParse(imageUrl)) continue;
    const { protocol, host } = new URL(imageUrl);
    if (protocol === 'https:' || privateOrigins.has(host)) return { url: imageUrl, alt: imageAlt ?? title };
  }
  return undefined;
}
