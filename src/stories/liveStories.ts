import { createHash } from 'node:crypto';
import type { EpochMs } from '../clock.ts';
import type { ArticleTerms, CountedTerm } from './articleTerms.ts';
import type { Reasons } from './change.ts';
import { Copies, sketchOf } from './copies.ts';
import { figuresDiffer, figureTable, packFigures } from './figures.ts';
import { heedFigures, kindSettings, type Likeness, likeness, type Shape, usualDensity } from './likeness.ts';
import { type LiveArticle, LiveStory, shapeOf } from './liveStory.ts';
import { StoryIndex } from './storyIndex.ts';
import { Surroundings } from './surroundings.ts';
import { type Field, Vocabulary } from './vocabulary.ts';

const wordsMax = 8;
const bodyPart = 0.5;
const sharedWordsMin = 2;
const oneWordScoreMax = 0.5;
const knownSizeMin = 6;
/** Numbers of ended stories are dropped from the index when they are most of it. */
const deadNumbersMax = 5_000;

/** Small numbers are shared by chance: dates, times, scores. "812" and "1,200" are not. */
const isTelling = (word: string): boolean => /\p{L}|^\d{3,}$|^\d{1,3}(?:[.,]\d{3})+$/u.test(word);

/** An article's story before the running `add`, and why it was last moved. */
export interface Move {
  article: LiveArticle;
  /** undefined: the article is new. */
  before: string | undefined;
  reasons: Reasons;
}

/** The live window: articles, stories, their index and counts, kept in step. Every change of a story goes through here. */
export class LiveStories {
  readonly articles = new Map<string, LiveArticle>();
  readonly stories = new Map<string, LiveStory>();
  readonly moves = new Map<string, Move>();
  /** Ids founded within the running `add`. */
  readonly born = new Set<string>();
  readonly #vocabulary = new Vocabulary();
  readonly #index = new StoryIndex();
  /** Of the articles whose kind asks for it. */
  readonly #surroundings = new Surroundings();
  readonly #copies = new Copies();
  readonly #told: (storyId: string) => boolean;
  #nextNumber = 0;
  #nextAge = 0;
  #shortArticles = 0;
  #shortStories = 0;

  constructor(told: (storyId: string) => boolean) {
    this.#told = told;
  }

  /** Live short articles a story that has them. */
  get density(): number {
    return this.#shortStories <= 0 ? 0 : this.#shortArticles / this.#shortStories;
  }

  compare(dot: number, a: Shape, b: Shape): Likeness {
    return likeness(dot, a, b, this.density);
  }

  /** How well a short article, or a story of one, fits a story it is not in. One shared word is never enough. */
  rate(article: LiveArticle, story: LiveStory): Likeness {
    const compared = this.compare(story.sum.dot(article.vector), article, story);
    const rated = heedFigures(compared, article, story, () =>
      figuresDiffer(figureTable([article.figures]), story.figures),
    );
    if (article.shorts === 0 || rated.score <= oneWordScoreMax) return rated;
    if (story.size >= knownSizeMin || this.density >= usualDensity) return rated;
    let shared = 0;
    for (const term of article.headTerms) if (story.sum.weightOf(term) > 1e-6) shared += 1;
    if (shared >= sharedWordsMin) return rated;
    return { score: oneWordScoreMax, fit: rated.fit, guard: rated.score >= 1 ? 'one-word' : undefined };
  }

  rateStories(a: LiveStory, b: LiveStory): Likeness {
    const [single, other] = a.size === 1 ? [a, b] : [b, a];
    const [article] = single.size === 1 ? single.articles : [];
    if (article) return this.rate(article, other);
    return heedFigures(this.compare(a.sum.dotSum(b.sum), a, b), a, b, () => figuresDiffer(a.figures, b.figures));
  }

  candidates(article: LiveArticle, max: number): LiveStory[] {
    return this.#index.candidates(article, max);
  }

  /** Counts the article's terms and fixes its weights; it is in no story yet. */
  take(id: string, publishedAt: EpochMs, language: string | undefined, terms: ArticleTerms): LiveArticle {
    const vocabulary = this.#vocabulary;
    vocabulary.articles += 1;
    const head = this.#weigh(terms.head, 'head');
    const body = this.#weigh(terms.body, 'body');
    const sketch = kindSettings[terms.kind].copies ? sketchOf(head) : undefined;
    head.sort((a, b) => b.weight - a.weight);
    const norm = (list: readonly { weight: number }[]): number =>
      Math.sqrt(list.reduce((sum, term) => sum + term.weight * term.weight, 0)) || 1;
    const whole = Math.sqrt((body.length > 0 ? 1 + bodyPart : 1) * kindSettings[terms.kind].threshold);
    const headFactor = 1 / (norm(head) * whole);
    const bodyFactor = Math.sqrt(bodyPart) / (norm(body) * whole);
    const length = head.length + body.length;
    // One piece of memory: to get it and to give it back costs more than all that is done with it.
    const memory = new ArrayBuffer(8 * length + head.length);
    const vector = {
      terms: new Int32Array(memory, 0, length),
      weights: new Float32Array(memory, 4 * length, length),
    };
    let square = 0;
    let at = 0;
    const write = (list: readonly { term: number; weight: number }[], factor: number): void => {
      for (const entry of list) {
        const weight = Math.fround(entry.weight * factor);
        vector.terms[at] = entry.term;
        vector.weights[at++] = weight;
        square += weight * weight;
      }
    };
    write(head, headFactor);
    write(body, bodyFactor);
    if (kindSettings[terms.kind].crowded) square = this.#surroundings.settle(vector, square);
    const isAllHead = body.length === 0;
    const headForms = new Uint8Array(memory, 8 * length);
    for (const [i, { term, word }] of head.entries()) headForms[i] = vocabulary.formOf(term, word);
    const article: LiveArticle = {
      ...shapeOf(terms.kind, square, publishedAt),
      id,
      kind: terms.kind,
      language,
      vector,
      headTerms: isAllHead ? vector.terms : vector.terms.subarray(0, head.length),
      headWeights: isAllHead ? vector.weights : vector.weights.subarray(0, head.length),
      headForms,
      figures: packFigures(terms.figures),
      copies: undefined,
      story: undefined,
    };
    if (sketch) this.#copies.link(article, sketch);
    this.articles.set(id, article);
    return article;
  }

  #weigh(terms: readonly CountedTerm[], field: Field): { term: number; weight: number; word: string }[] {
    // All are counted before the first is weighed, so that the order of words does not matter.
    const taken = terms.map(({ stem, count, word }) => {
      return { term: this.#vocabulary.take(stem, field), word, weight: 1 + Math.log(count) };
    });
    for (const entry of taken) entry.weight *= this.#vocabulary.idf(entry.term);
    return taken;
  }

  /** A story without articles, put to use by `put`. */
  found(id: string): LiveStory {
    const story = new LiveStory(this.#nextNumber++, id);
    story.age = this.#nextAge++;
    this.born.add(id);
    this.stories.set(id, story);
    this.#index.add(story);
    return story;
  }

  /** Puts an article that is new or was taken out into a story. */
  put(article: LiveArticle, story: LiveStory): void {
    this.#uncount(story);
    this.#index.list(article, story);
    story.add(article);
    article.story = story;
    this.#count(story);
  }

  move(article: LiveArticle, into: LiveStory, reasons: Reasons): void {
    const from = article.story;
    this.note(article, reasons);
    if (from) this.#takeOut(article, from);
    this.put(article, into);
  }

  /** Ends one of the two: a told id stays, else the older. Returns the story that has all articles. */
  merge(a: LiveStory, b: LiveStory, reasons: Reasons): LiveStory {
    const [larger, smaller] = a.size >= b.size ? [a, b] : [b, a];
    const [older, younger] = a.age < b.age ? [a, b] : [b, a];
    const keep = this.#told(younger.id) && !this.#told(older.id) ? younger : older;
    const end = keep === older ? younger : older;
    for (const article of end.articles) this.note(article, reasons);
    this.#uncount(a);
    this.#uncount(b);
    for (const article of smaller.articles) {
      this.#index.list(article, larger);
      article.story = larger;
    }
    larger.absorb(smaller);
    this.#end(smaller);
    // The sums stay with the larger story, which is cheaper; the name and the age are those of the kept one.
    larger.age = older.age;
    if (keep !== larger) {
      this.stories.delete(larger.id);
      larger.id = keep.id;
      this.stories.set(keep.id, larger);
    }
    this.#count(larger);
    return larger;
  }

  /** Remembers where the article stood before the running `add`. */
  note(article: LiveArticle, reasons: Reasons): void {
    const move = this.moves.get(article.id);
    if (move) move.reasons = reasons;
    else this.moves.set(article.id, { article, before: article.story?.id, reasons });
  }

  /** An id that no story ever had: an article arrives only once, so what it caused to be founded is named by both. */
  newId(founder: LiveArticle, arrived: string): string {
    if (founder.id === arrived && !this.stories.has(founder.id) && founder.story === undefined) return founder.id;
    for (let turn = 0; ; turn++) {
      const id = createHash('sha256').update(`${founder.id}\n${arrived}\n${turn}`).digest('base64url').slice(0, 22);
      if (!this.born.has(id)) return id;
    }
  }

  /** Starts the notes of an `add`. */
  begin(): void {
    this.moves.clear();
    this.born.clear();
  }

  /** Heaviest words that the article shares with the articles of the story; "00" of a clock time is left out, "812" of a vote is not. */
  sharedWords(article: LiveArticle, story: LiveStory): string[] {
    const shared: { at: number; weight: number }[] = [];
    article.headTerms.forEach((term, at) => {
      const others = story.sum.weightOf(term) - (article.story === story ? (article.headWeights[at] ?? 0) : 0);
      if (others > 1e-6) shared.push({ at, weight: others * (article.headWeights[at] ?? 0) });
    });
    shared.sort((a, b) => b.weight - a.weight);
    const words = new Set<string>();
    for (const { at } of shared) {
      const word = this.#vocabulary.wordOf(article.headTerms[at] ?? 0, article.headForms[at] ?? 0);
      if (isTelling(word)) words.add(word);
      if (words.size === wordsMax) break;
    }
    return [...words];
  }

  /** Forgets the articles published before, and stories that have no other. */
  expire(before: EpochMs): void {
    const gone: LiveArticle[] = [];
    for (const article of this.articles.values()) {
      if (article.from >= before) continue;
      if (article.story) this.#takeOut(article, article.story);
      article.story = undefined;
      this.articles.delete(article.id);
      gone.push(article);
      this.#vocabulary.articles -= 1;
      if (kindSettings[article.kind].crowded)
        this.#surroundings.remove(article.vector, Math.sqrt(article.squares) || 1);
      for (const term of article.vector.terms) {
        if (this.#vocabulary.release(term)) this.#index.forget(term & ~1);
      }
    }
    this.#copies.expire(gone, (article) => this.articles.get(article.id) === article);
    if (this.#nextNumber < 2 * this.stories.size + deadNumbersMax) return;
    this.#nextNumber = 0;
    for (const story of this.stories.values()) story.number = this.#nextNumber++;
    this.#index.rebuild(this.stories.values());
  }

  #takeOut(article: LiveArticle, story: LiveStory): void {
    this.#uncount(story);
    story.remove(article);
    if (story.size === 0) this.#end(story);
    else this.#count(story);
  }

  #end(story: LiveStory): void {
    this.stories.delete(story.id);
    this.#index.remove(story);
  }

  #count(story: LiveStory): void {
    if (story.shorts === 0) return;
    this.#shortArticles += story.shorts;
    this.#shortStories += story.shorts / story.size;
  }

  #uncount(story: LiveStory): void {
    if (story.shorts === 0) return;
    this.#shortArticles -= story.shorts;
    this.#shortStories -= story.shorts / story.size;
  }
}
