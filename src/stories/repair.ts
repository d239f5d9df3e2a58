import type { Reasons } from './change.ts';
import { type Likeness, stillTold } from './likeness.ts';
import type { LiveStories } from './liveStories.ts';
import { type LiveArticle, type LiveStory, languagesFit } from './liveStory.ts';
import { possibleHalves } from './split.ts';

const joinScore = 1;
/** Under the score for joining, so that a pair on the edge is not parted and joined by turns. */
const splitScore = 0.85;
/** Time says the same as the words: less room for chance is needed. */
const splitScoreInTurn = 0.95;
const leaveScore = 0.6;
const neighboursMax = 3;
const smallSize = 12;
const reassignGrowth = 1.3;
const splitSizeMin = 4;
const splitGrowth = 1.15;

interface Rated {
  story: LiveStory;
  likeness: Likeness;
}

function heaviestArticle(story: LiveStory): LiveArticle | undefined {
  let best: LiveArticle | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const article of story.articles) {
    const fit = story.sum.dot(article.vector) - article.squares;
    if (fit <= most) continue;
    most = fit;
    best = article;
  }
  return best;
}

/** Puts right what one article at a time got wrong, in the story that just grew and the few that are near it. */
export class Repair {
  readonly #live: LiveStories;
  /** Id of the article that arrived. */
  readonly #arrived: string;

  constructor(live: LiveStories, arrived: string) {
    this.#live = live;
    this.#arrived = arrived;
  }

  run(grown: LiveStory, near: readonly LiveStory[]): void {
    let story = grown;
    for (let best = this.#best(story, near); best; best = this.#best(story, near)) {
      story = this.#merge(story, best);
    }
    const group = [story, ...near.filter((other) => other !== story && this.#isLive(other)).slice(0, neighboursMax)];
    const due = story.size <= smallSize || story.size >= reassignGrowth * story.sizeReassigned;
    if (group.length > 1 && due && this.#reassign(group)) this.#mergeAmong(group);
    if (this.#isLive(story)) this.#split(story);
  }

  #isLive(story: LiveStory): boolean {
    return this.#live.stories.get(story.id) === story;
  }

  /** The story to merge with, if any is alike enough. */
  #best(story: LiveStory, others: readonly LiveStory[]): Rated | undefined {
    let best: Rated | undefined;
    for (const other of others) {
      if (other === story || !this.#isLive(other) || !languagesFit(story, other)) continue;
      const likeness = this.#live.rateStories(story, other);
      if (likeness.score >= joinScore && likeness.score > (best?.likeness.score ?? 0))
        best = { story: other, likeness };
    }
    return best;
  }

  #merge(story: LiveStory, best: Rated): LiveStory {
    const [smaller, larger] = story.size < best.story.size ? [story, best.story] : [best.story, story];
    const central = heaviestArticle(smaller);
    const words = central ? this.#live.sharedWords(central, larger) : [];
    return this.#live.merge(story, best.story, { words, ...best.likeness });
  }

  #mergeAmong(group: readonly LiveStory[]): void {
    for (const story of group) {
      if (!this.#isLive(story)) continue;
      const best = this.#best(story, group);
      if (best) this.#merge(story, best);
    }
  }

  /** Moves each article to where it fits best; true if any moved. */
  #reassign(group: readonly LiveStory[]): boolean {
    let moved = false;
    for (const story of group) {
      for (const article of [...story.articles]) if (this.#reassignOne(article, story, group)) moved = true;
      story.sizeReassigned = story.size;
    }
    return moved;
  }

  #reassignOne(article: LiveArticle, story: LiveStory, group: readonly LiveStory[]): boolean {
    let own = 0;
    let ownValue = 0;
    if (story.size > 1) {
      const { dot, shape } = story.without(article);
      own = this.#live.compare(dot, article, shape).score;
      ownValue = own * stillTold(article, shape);
    }
    let best: Rated | undefined;
    let bestValue = 0;
    for (const other of group) {
      if (other === story || other.size === 0 || !languagesFit(article, other)) continue;
      const likeness = this.#live.rate(article, other);
      const value = likeness.score * stillTold(article, other);
      if (likeness.score < joinScore || value <= bestValue) continue;
      bestValue = value;
      best = { story: other, likeness };
    }
    if (best && bestValue > ownValue) {
      const words = this.#live.sharedWords(article, best.story);
      this.#live.move(article, best.story, { words, ...best.likeness });
      return true;
    }
    if (story.size < 2 || own >= leaveScore) return false;
    const reasons: Reasons = { words: this.#live.sharedWords(article, story), score: own, fit: 'absolute' };
    this.#live.move(article, this.#live.found(this.#live.newId(article, this.#arrived)), reasons);
    return true;
  }

  #split(story: LiveStory): void {
    const due = story.size >= splitGrowth * story.sizeSplit;
    if (story.size < splitSizeMin || (!due && story.size > smallSize)) return;
    if (due) story.sizeSplit = story.size;
    // A silence costs little to find, and one report more may show that it parts a small story.
    for (const { first, second, inTurn } of possibleHalves(story, due)) {
      const likeness = this.#live.rateStories(first, second);
      if (likeness.score >= (inTurn ? splitScoreInTurn : splitScore)) continue;
      const leaving = first.size < second.size ? first : second;
      const founder = heaviestArticle(leaving);
      if (!founder) continue;
      const words = this.#live.sharedWords(founder, first === leaving ? second : first);
      const into = this.#live.found(this.#live.newId(founder, this.#arrived));
      for (const article of leaving.articles) this.#live.move(article, into, { words, ...likeness });
      into.sizeSplit = into.size;
      story.sizeSplit = story.size;
      return;
    }
  }
}
