import type { LiveArticle, LiveStory } from './liveStory.ts';

const termsAskedMax = 16;
const termsAskedMin = 4;
/** A term of more stories tells little and costs much. */
const listLengthMax = 200;
const roomMin = 4;

/** The numbers of stories, a plain array since most lists are short and a typed one each would take far more memory and time to make. */
interface StoryList {
  numbers: number[];
  /** When this many are listed, those of ended stories go. */
  room: number;
}

/** Which stories have a term in their heads: finds the few that a new article may belong to without looking at the others. */
export class StoryIndex {
  /** By half the number of the head term, which is even. */
  #lists: (StoryList | undefined)[] = [];
  #stories: (LiveStory | undefined)[] = [];
  #points = new Float64Array(1024);
  /** Numbers that have points; no story is in it twice. */
  #seen = new Int32Array(1024);

  add(story: LiveStory): void {
    this.#stories[story.number] = story;
    while (story.number >= this.#points.length) {
      const grown = new Float64Array(this.#points.length * 2);
      grown.set(this.#points);
      this.#points = grown;
      this.#seen = new Int32Array(grown.length);
    }
  }

  remove(story: LiveStory): void {
    this.#stories[story.number] = undefined;
  }

  /** The story's sum must not yet hold the article: terms that it has are listed already. */
  list(article: LiveArticle, story: LiveStory): void {
    for (const term of article.headTerms) if (story.sum.weightOf(term) <= 1e-6) this.#listTerm(term, story);
  }

  #listTerm(term: number, story: LiveStory): void {
    const list = this.#lists[term >> 1];
    if (!list) {
      this.#lists[term >> 1] = { numbers: [story.number], room: roomMin };
      return;
    }
    const { numbers } = list;
    // Listed a moment ago for another of its articles.
    if (numbers[numbers.length - 1] === story.number) return;
    if (numbers.length === list.room) this.#makeRoom(list);
    // The first push of an array reserves 17 places, and most lists never have five.
    if (numbers.length < roomMin) list.numbers = [...numbers, story.number];
    else numbers.push(story.number);
  }

  /** Stories ended since go first; only a list of living ones grows. */
  #makeRoom(list: StoryList): void {
    const { numbers } = list;
    let kept = 0;
    for (const number of numbers) if (this.#stories[number]) numbers[kept++] = number;
    numbers.length = kept;
    if (kept * 2 > list.room) list.room *= 2;
  }

  /** Lists every story afresh, after their numbers changed. */
  rebuild(stories: Iterable<LiveStory>): void {
    this.#lists = [];
    this.#stories = [];
    this.#points = new Float64Array(1024);
    this.#seen = new Int32Array(1024);
    for (const story of stories) {
      this.add(story);
      for (const article of story.articles) for (const term of article.headTerms) this.#listTerm(term, story);
    }
  }

  /** No live article holds the term any more. */
  forget(term: number): void {
    this.#lists[term >> 1] = undefined;
  }

  /** The most promising stories by the article's heaviest terms, best first. */
  candidates(article: LiveArticle, max: number): LiveStory[] {
    const points = this.#points;
    const seen = this.#seen;
    let seenCount = 0;
    let asked = 0;
    const terms = Math.min(article.headTerms.length, termsAskedMax);
    for (let i = 0; i < terms; i++) {
      const list = this.#lists[(article.headTerms[i] as number) >> 1];
      if (!list || (list.numbers.length > listLengthMax && asked >= termsAskedMin)) continue;
      asked += 1;
      const weight = article.headWeights[i] as number;
      const square = weight * weight;
      for (const number of list.numbers) {
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
      const story = this.#stories[number];
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
