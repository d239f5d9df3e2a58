import type { CandidateArticle } from './candidate.ts';
import type { Listed } from './listed.ts';

/** An article of a preferred outlet heads a story unless it is as likely as this to be no news. */
const preferredNotNewsMax = 0.75;

/** The story with what outlets that the channel wants to hear first report of it among its heads. */
export function withPreferred(story: Listed, preferred: ReadonlySet<string>): Listed {
  const isWanted = ({ outletId, notNews }: CandidateArticle) =>
    preferred.has(outletId) && notNews < preferredNotNewsMax;
  if (preferred.size === 0) return story;
  return { ...story, heads: story.fresh.filter((one) => story.heads.includes(one) || isWanted(one)) };
}

/** The latest of them in their order; those of preferred outlets before others. */
export function latest<One extends Pick<CandidateArticle, 'outletId'>>(
  articles: readonly One[],
  max: number,
  preferred: ReadonlySet<string>,
): One[] {
  const isPreferred = ({ outletId }: One) => preferred.has(outletId);
  const ranked = [...articles.filter((one) => !isPreferred(one)), ...articles.filter(isPreferred)].slice(-max);
  return articles.filter((one) => ranked.includes(one));
}
