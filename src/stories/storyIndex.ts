import type { LiveArticle, LiveStory } from './liveStory.ts';

const termsAskedMax = 16;
const termsAskedMin = 4;
/** A term of more stories tells little and costs much. */
const listLengthMax = 200;

interface StoryList {
  numbers: Int32Array;
  length: number;
}

/** Which stories have a term in their heads: finds the few that a new article may belong to without looking at the others. */
export class StoryIndex {
  readonly #lists = new Map<number, StoryList>();
  readonly #stories = new Map<number, LiveStory>();
  #points = new Float64Array(1024);
  /** Numbers that have points; no story is in it twice. */
  #seen = new Int32Array(1024);

  add(story: LiveStory): void {
    this.#stories.set(story.number, story);
    while (story.number >= this.#points.length) {
      const grown = new Float64Array(this.#points.length * 2);
      grown.set(this.#points);
      this.#points = grown;
      this.#seen = new Int32Array(grown.length);
    }
  }

  remove(story: LiveStory): void {
    this.#stories.delete(story.number);
  }

  /** The story's sum must not yet hold the article: terms that it has are listed already. */
  list(article: LiveArticle, story: LiveStory): void {
    for (const term of article.headTerms) if (story.sum.weightOf(term) <= 1e-6) this.#listTerm(term, story);
  }

  #listTerm(term: number, story: LiveStory): void {
    let list = this.#lists.get(term);
    if (!list) {
      list = { numbers: new Int32Array(4), length: 0 };
      this.#lists.set(term, list);
    }
    // Listed a moment ago for another of its articles.
    if (list.length > 0 && list.numbers[list.length - 1] === story.number) return;
    if (list.length === list.numbers.length) this.#makeRoom(list);
    list.numbers[list.length++] = story.number;
  }

  /** Stories ended since go first; only a list of living ones grows. */
  #makeRoom(list: StoryList): void {
    let kept = 0;
    for (let i = 0; i < list.length; i++) {
      const number = list.numbers[i] ?? 0;
      if (this.#stories.has(number)) list.numbers[kept++] = number;
    }
    list.length = kept;
    if (kept * 2 <= list.numbers.length) return;
    const grown = new Int32Array(list.numbers.length * 2);
    grown.set(list.numbers);
    list.numbers = grown;
  }

  /** Lists every story afresh, after their numbers changed. */
  rebuild(stories: Iterable<LiveStory>): void {
    this.#lists.clear();
    this.#stories.clear();
    this.#points = new Float64Array(1024);
    this.#seen = new Int32Array(1024);
    for (const story of stories) {
      this.add(story);
      for (const article of story.articles) for (const term of article.headTerms) this.#listTerm(term, story);
    }
  }

  /** No live article holds the term any more. */
  forget(term: number): void {
    this.#lists.delete(term);
  }

  /** The most promising stories by the article's heaviest terms, best first. */
  candidates(article: LiveArticle, max: number): LiveStory[] {
    const points = this.#points;
    const seen = this.#seen;
    let seenCount = 0;
    let asked = 0;
    const terms = Math.min(article.headTerms.length, termsAskedMax);
    for (let i = 0; i < terms; i++) {
      const list = this.#lists.get(article.headTerms[i] as number);
      if (!list || (list.length > listLengthMax && asked >= termsAskedMin)) continue;
      asked += 1;
      const weight = article.headWeights[i] as number;
      const square = weight * weight;
      const { numbers, length } = list;
      for (let k = 0; k < length; k++) {
        const number = numbers[k] as number;
        const before = points[number] as number;
        if (before === 0) seen[seenCount++] = number;
        points[number] = before + square;
      }
    }
    return this.#best(seenCount, max);
  }

  /** Of the first so many that were seen; their points are 0 again after it. */
  #best(seenCount: number, max: number): LiveStory[] {
    const points = this.#points;
    const best: LiveStory[] = [];
    const bestPoints: number[] = [];
    for (let i = 0; i < seenCount; i++) {
      const number = this.#seen[i] as number;
      const reached = points[number] as number;
      points[number] = 0;
      if (best.length === max && reached <= (bestPoints[max - 1] as number)) continue;
      const story = this.#stories.get(number);
      if (!story) continue;
      let at = Math.min(best.length, max - 1);
      for (; at > 0 && (bestPoints[at - 1] as number) < reached; at--) {
        best[at] = best[at - 1] as LiveStory;
        bestPoints[at] = bestPoints[at - 1] as number;
      }
      best[at] = story;
      bestPoints[at] = reached;
    }
    return best;
  }
}
