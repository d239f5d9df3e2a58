import type { EpochMs } from '../clock.ts';
import { subtagOf } from '../text/subtag.ts';
import { articleTerms, formatTerms, parseTerms } from './articleTerms.ts';
import type { Change, GroupedArticle, PlacedArticle, Reasons } from './change.ts';
import { gapMs, type Likeness, silenceMs, stillTold } from './likeness.ts';
import { LiveStories } from './liveStories.ts';
import { type LiveArticle, type LiveStory, languagesFit } from './liveStory.ts';
import { netChanges } from './netChanges.ts';
import { Repair } from './repair.ts';

const candidatesMax = 6;
const joinScore = 1;
/** For `onlyNear`. A smaller story is too little known, and a title or a text alone says too little, to tell that nothing else is near. */
const loneScore = 0.8;
const loneSizeMin = 4;
const rivalPart = 0.5;
const nearScore = 0.6;
const nearMax = 4;

/** Asked about an article that was never added, or is older than what was kept by `expire`. */
export class UnknownArticle extends Error {
  readonly code = 'unknown-article';
  constructor(articleId: string) {
    super(`The grouper has no article ${articleId}: it was not added or has expired.`);
    this.name = 'UnknownArticle';
  }
}

/** Groups articles into stories one by one. One instance at a time; the database is the truth, this a cache that a restart rebuilds. */
export interface Grouper {
  /** Returns what changed; nothing for an article that is already placed. */
  add(article: GroupedArticle): Change[];
  has(articleId: string): boolean;
  /** Throws UnknownArticle. */
  storyOf(articleId: string): string;
  /** Forgets articles published before; stories keep their ids, and no change is told. */
  expire(before: EpochMs): void;
}

interface Rated {
  story: LiveStory;
  likeness: Likeness;
  fits: boolean;
}

/** Of the stories that are alike enough to join, the most alike one that is still being told. */
function bestOf(article: LiveArticle, rated: readonly Rated[]): Rated | undefined {
  let best: Rated | undefined;
  let most = 0;
  for (const candidate of rated) {
    if (!candidate.fits || candidate.likeness.score < joinScore) continue;
    const value = candidate.likeness.score * stillTold(article, candidate.story);
    if (value <= most) continue;
    most = value;
    best = candidate;
  }
  return best;
}

/** The one story near an article that has no other to belong to: where nothing competes, a little less than usual is enough. */
function onlyNear(article: LiveArticle, rated: readonly Rated[]): Rated | undefined {
  const [nearest, rival] = rated.filter((candidate) => candidate.fits);
  if (!nearest || nearest.likeness.score < loneScore || nearest.story.size < loneSizeMin) return undefined;
  if (article.kind !== 'full' && article.kind !== 'snippet') return undefined;
  if (rival && rival.likeness.score > rivalPart * nearest.likeness.score) return undefined;
  return gapMs(article, nearest.story) < silenceMs ? nearest : undefined;
}

class OnlineGrouper implements Grouper {
  readonly #live: LiveStories;

  constructor(state: Iterable<PlacedArticle>, told: (storyId: string) => boolean) {
    this.#live = new LiveStories(told);
    for (const placed of state) this.#restore(placed);
    for (const story of this.#live.stories.values()) {
      story.sizeReassigned = story.size;
      story.sizeSplit = story.size;
    }
  }

  #restore(placed: PlacedArticle): void {
    const terms = parseTerms(placed.terms);
    if (!terms || this.has(placed.id)) return;
    const article = this.#live.take(placed.id, placed.publishedAt, subtagOf(placed.language), terms);
    this.#live.put(article, this.#live.stories.get(placed.storyId) ?? this.#live.found(placed.storyId));
  }

  has(articleId: string): boolean {
    return this.#live.articles.has(articleId);
  }

  storyOf(articleId: string): string {
    const story = this.#live.articles.get(articleId)?.story;
    if (!story) throw new UnknownArticle(articleId);
    return story.id;
  }

  expire(before: EpochMs): void {
    this.#live.expire(before);
  }

  add(given: GroupedArticle): Change[] {
    if (this.has(given.id)) return [];
    const live = this.#live;
    live.begin();
    const terms = articleTerms(given);
    const article = live.take(given.id, given.publishedAt, subtagOf(given.language), terms);
    const rated = this.#rate(article);
    const best = bestOf(article, rated) ?? onlyNear(article, rated);
    let story: LiveStory;
    if (best) {
      story = best.story;
      live.note(article, { words: live.sharedWords(article, story), ...best.likeness });
    } else {
      live.note(article, this.#reasonsApart(article, rated[0]));
      story = live.found(live.newId(article, article.id));
    }
    live.put(article, story);
    const near = rated
      .filter(({ likeness, fits }) => fits && likeness.score >= nearScore)
      .slice(0, nearMax)
      .map((candidate) => candidate.story)
      .filter((other) => other !== story);
    new Repair(live, article.id).run(story, near);
    return netChanges(live, article.id, formatTerms(terms));
  }

  /** Candidates, most alike first. */
  #rate(article: LiveArticle): Rated[] {
    return this.#live
      .candidates(article, candidatesMax)
      .map((story) => ({
        story,
        likeness: this.#live.rate(article, story),
        fits: languagesFit(article, story),
      }))
      .sort((a, b) => b.likeness.score - a.likeness.score);
  }

  #reasonsApart(article: LiveArticle, nearest: Rated | undefined): Reasons {
    if (!nearest) return { words: [], score: 0, fit: 'absolute' };
    const words = this.#live.sharedWords(article, nearest.story);
    const guard = nearest.likeness.score >= joinScore ? 'language' : nearest.likeness.guard;
    return { words, ...nearest.likeness, guard };
  }
}

/**
 * `state`: what was placed before, oldest first; it is indexed without scoring. `told`: whether readers know a story by this id; a merge keeps
 * the oldest told id, else the oldest.
 */
export function createGrouper(
  state: Iterable<PlacedArticle> = [],
  options: { told?: (storyId: string) => boolean } = {},
): Grouper {
  return new OnlineGrouper(state, options.told ?? (() => false));
}
