import type { Article } from '../articles/article.ts';

/**
 * The first picture that a message may show: an https address, as Discord's readers need one, or an address of an
 * origin (`host:port`) that is private by setting. What the feed does not describe is described by the story's title.
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
