import type { CandidateArticle } from './candidate.ts';
import type { Listed } from './listed.ts';

/** A preferred outlet's article may head a story if it is less likely than this to be no news. */
const preferredNotNewsMax = 0.75;

/** Adds new articles of preferred outlets to those that may head the story. */
export function withPreferred(story: Listed, preferred: ReadonlySet<string>): Listed {
  const isWanted = ({ outletId, notNews }: CandidateArticle) =>
    preferred.has(outletId) && notNews < preferredNotNewsMax;
  if (preferred.size === 0) return story;
  return { ...story, heads: story.fresh.filter((one) => story.heads.includes(one) || isWanted(one)) };
}

/** The latest articles in their order; articles of preferred outlets are taken first. */
export function latest<One extends Pick<CandidateArticle, 'outletId'>>(
  articles: readonly One[],
  max: number,
  preferred: ReadonlySet<string>,
): One[] {
  const isPreferred = ({ outletId }: One) => preferred.has(outletId);
  const ranked = [...articles.filter((one) => !isPreferred(one)), ...articles.filter(isPreferred)].slice(-max);
  return articles.filter((one) => ranked.includes(one));
}
