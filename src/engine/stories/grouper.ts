import { createHash } from 'node:crypto';
import type { EpochMs } from '../../clock.ts';
import type { ArticleId, StoryId } from '../../ids.ts';
import { articleTerms, formatTerms, parseTerms } from './articleTerms.ts';
import { averageLink, sharedWith, withItem, withRest } from './averageLink.ts';
import type { Change, EarlierStory, GroupedArticle, PlacedArticle, PlacementReasons } from './change.ts';
import { earlierStories } from './earlier.ts';
import {
  join,
  type LiveItem,
  LiveItems,
  type LiveStory,
  languagesDiffer,
  liveOf,
  mayKnow,
  sharedWords,
} from './liveItems.ts';
import { Pairs, type PairWeights } from './pairs.ts';

const nearMax = 60;
/** An article is compared with the likeliest stories, and clustered with the best whose mean reaches `touchedMin`. */
const comparedMax = 6;
const touchedMax = 3;
const touchedMin = 0.1;
const linkMin = 0.02;
/** See `Bar`. A larger story needs a lower mean probability, because chance matters less in it. */
const bar = { level: 0.1, single: 0.3 };

/** Thrown for an article that was never added or has been expired. */
export class UnknownArticle extends Error {
  readonly code = 'unknown-article';
  constructor(articleId: ArticleId) {
    super(`The grouper has no article ${articleId}: it was not added or has expired.`);
    this.name = 'UnknownArticle';
  }
}

interface GrouperOptions {
  /**
   * Whether the story was posted under this id. A merged story keeps a posted id; of several ids, the one with the most
   * articles, then the oldest.
   */
  told?: (storyId: StoryId) => boolean;
  /** Replaces the shipped weights, for evaluation. */
  weights?: PairWeights;
}

/** An article is compared with only this many of a story's newest articles. */
const newestMax = 20;

/** The newest articles that may influence the place of `item`. */
const newest = ({ items }: LiveStory, item: LiveItem): readonly LiveItem[] =>
  items.filter((one) => mayKnow(item, one)).slice(-newestMax);

/** Groups articles into stories one by one. The state is in the database; this is a cache that a restart rebuilds. */
export class Grouper {
  readonly #items = new LiveItems();
  readonly #stories = new Map<StoryId, LiveStory>();
  readonly #pairs = new Pairs();
  readonly #told: (storyId: StoryId) => boolean;
  readonly #weights: PairWeights | undefined;
  #nextAge = 0;

  constructor(state: Iterable<PlacedArticle>, { told, weights }: GrouperOptions) {
    this.#told = told ?? (() => false);
    this.#weights = weights;
    for (const placed of state) this.#restore(placed);
  }

  #restore({ id, storyId, terms, ...placed }: PlacedArticle): void {
    const read = parseTerms(terms);
    if (!read || this.has(id)) return;
    const story = this.#stories.get(storyId) ?? this.#createStory(storyId);
    const item = this.#items.take(liveOf({ id, ...placed }), read, story);
    story.items.push(item);
    this.#items.list(item);
  }

  #createStory(id: StoryId): LiveStory {
    const story: LiveStory = { id, age: this.#nextAge++, items: [] };
    this.#stories.set(id, story);
    return story;
  }

  has(articleId: ArticleId): boolean {
    return this.#items.byId.has(articleId);
  }

  #item(articleId: ArticleId): LiveItem {
    const item = this.#items.byId.get(articleId);
    if (!item) throw new UnknownArticle(articleId);
    return item;
  }

  /** Throws UnknownArticle. */
  storyOf(articleId: ArticleId): string {
    return this.#item(articleId).story.id;
  }

  /** Live stories that this one continues, most similar first; empty for an unknown story. */
  earlierOf(storyId: StoryId): EarlierStory[] {
    const story = this.#stories.get(storyId);
    return story ? earlierStories(story, this.#items) : [];
  }

  /** Drops articles published before this time. Stories keep their ids, and no changes are returned. */
  expire(before: EpochMs): void {
    for (const item of this.#items.byId.values()) {
      if (item.at >= before) continue;
      this.#items.remove(item);
      this.#leave(item);
    }
  }

  #leave(item: LiveItem): void {
    const { items, id } = item.story;
    items.splice(items.indexOf(item), 1);
    if (items.length === 0) this.#stories.delete(id);
  }

  /** Returns the changes; none if the article is already placed. */
  add(given: GroupedArticle): Change[] {
    if (this.has(given.id)) return [];
    const read = articleTerms(given);
    const nowhere: LiveStory = { id: '', age: -1, items: [] };
    const item = this.#items.take(liveOf(given), read, nowhere);
    const changes = this.#place(item, this.#touched(item), formatTerms(read));
    this.#items.list(item);
    return [...changes, ...this.#broughtTo(item)];
  }

  /** Probability that two articles report one event; -Infinity if they must not share a story. */
  #link(a: LiveItem, b: LiveItem): number {
    if (languagesDiffer(a, b)) return Number.NEGATIVE_INFINITY;
    return a.links.get(b) ?? 0;
  }

  /** Computes the missing probabilities between an article and others. */
  #linkAll(item: LiveItem, others: readonly LiveItem[]): void {
    const unknown = others.filter((other) => other !== item && !item.links.has(other));
    if (unknown.length > 0) this.#pairs.hold(item);
    for (const other of unknown) join(item, other, this.#pairs.probability(other, this.#weights));
  }

  /** The few stories that the article may belong to. */
  #touched(item: LiveItem): LiveStory[] {
    const best = new Map<LiveStory, number>();
    this.#pairs.hold(item);
    for (const other of this.#items.near(item, nearMax, (other) => other !== item && mayKnow(item, other))) {
      if (languagesDiffer(item, other)) continue;
      const probability = this.#pairs.probability(other, this.#weights);
      if (probability < linkMin) continue;
      join(item, other, probability);
      if (probability > (best.get(other.story) ?? 0)) best.set(other.story, probability);
    }
    const likeliest = [...best].sort(([, a], [, b]) => b - a).slice(0, comparedMax);
    const means = likeliest.map(([story]) => ({ story, mean: this.#mean(item, newest(story, item)) }));
    const touched = means.filter(({ mean }) => mean >= touchedMin).sort((a, b) => b.mean - a.mean);
    return touched.slice(0, touchedMax).map(({ story }) => story);
  }

  #mean(item: LiveItem, others: readonly LiveItem[]): number {
    if (others.length === 0) return 0;
    this.#linkAll(item, others);
    return others.reduce((sum, other) => sum + Math.max(0, this.#link(item, other)), 0) / others.length;
  }

  /**
   * Clusters the article and the touched stories anew by average linkage. An article that only some servers may see
   * moves no other article.
   */
  #place(item: LiveItem, stories: readonly LiveStory[], terms: string): Change[] {
    const pool = [item, ...stories.flatMap((story) => newest(story, item))];
    const size = pool.length;
    const links = new Float64Array(size * size);
    for (const [i, one] of pool.entries()) {
      this.#linkAll(one, pool);
      for (let j = 0; j < i; j++) {
        const link = this.#link(one, pool[j] as LiveItem);
        links[i * size + j] = link;
        links[j * size + i] = link;
      }
    }
    const partOf = averageLink(links, size, bar);
    const clusters = [...Map.groupBy(pool, (_, at) => partOf[at]).values()];
    const parts = item.audience === undefined ? withRest(clusters, stories) : withItem(item, clusters, stories);
    const into = this.#named(item, stories, parts);
    return this.#applied(item, into, terms);
  }

  /**
   * Moves similar articles into this article's story if they, and all other articles of their story, have a smaller
   * audience than this article.
   */
  #broughtTo(item: LiveItem): Change[] {
    const { story } = item;
    const isFor = (other: LiveItem) => mayKnow(other, item) && !mayKnow(item, other);
    // Each story is checked once, because a story may have thousands of articles.
    const isAllFor = new Map<LiveStory, boolean>();
    const near = this.#items.nearOfEach(item, nearMax, (other) => {
      if (!isFor(other)) return false;
      if (!isAllFor.has(other.story)) isAllFor.set(other.story, other.story.items.every(isFor));
      return isAllFor.get(other.story) === true;
    });
    return near.flatMap((other): Change[] => {
      const from = other.story;
      const probability = this.#mean(other, newest(story, other));
      if (probability < bar.single) return [];
      const reasons = { words: sharedWords(other, newest(story, other)), probability };
      this.#leave(other);
      other.story = story;
      story.items.push(other);
      return [{ kind: 'moved', articleIds: [other.id], from: from.id, into: story.id, reasons }];
    });
  }

  /**
   * Gives each part the id of the story with which it shares the most articles. Posted ids are given first. The
   * remaining parts become new stories.
   */
  #named(item: LiveItem, stories: readonly LiveStory[], parts: readonly LiveItem[][]): Map<LiveStory, LiveItem[]> {
    const overlaps = stories.flatMap((story) => {
      const told = this.#told(story.id);
      return parts.map((part) => ({ story, part, told, shared: sharedWith(story, part) }));
    });
    overlaps.sort((a, b) => Number(b.told) - Number(a.told) || b.shared - a.shared || a.story.age - b.story.age);
    const into = new Map<LiveStory, LiveItem[]>();
    const named = new Set<LiveItem[]>();
    for (const { story, part, shared } of overlaps) {
      if (shared === 0 || into.has(story) || named.has(part)) continue;
      into.set(story, part);
      named.add(part);
    }
    for (const part of parts) if (!named.has(part)) into.set(this.#createStory(this.#newId(item, part)), part);
    return into;
  }

  /** An id that no story ever had. It derives from the article's id, because an article arrives only once. */
  #newId(item: LiveItem, part: readonly LiveItem[]): StoryId {
    let id: string = item.id;
    for (let turn = 0; this.#stories.has(id) || (turn === 0 && !part.includes(item)); turn++)
      id = createHash('sha256').update(`${item.id}\n${turn}`).digest('base64url').slice(0, 22);
    return id;
  }

  #applied(item: LiveItem, into: ReadonlyMap<LiveStory, LiveItem[]>, terms: string): Change[] {
    const changes: Change[] = [];
    const ended = new Set<LiveStory>();
    for (const [story, part] of into) {
      for (const [from, moved] of Map.groupBy(part, (one) => one.story)) {
        if (from === story) continue;
        const reasons = this.#reasons(moved, part);
        if (moved[0] === item) {
          const isNew = story.items.length === 0;
          changes.unshift({ kind: 'placed', articleId: item.id, storyId: story.id, isNew, terms, reasons });
        } else if (moved.length === from.items.length) {
          changes.push({ kind: 'merged', from: from.id, into: story.id, reasons });
          ended.add(from);
        } else {
          const articleIds = moved.map(({ id }) => id);
          changes.push({ kind: 'moved', articleIds, from: from.id, into: story.id, reasons });
        }
      }
    }
    for (const [story, part] of into) {
      for (const one of part) one.story = story;
      story.items.splice(0, story.items.length, ...part.sort((a, b) => a.arrival - b.arrival));
    }
    for (const story of ended) this.#stories.delete(story.id);
    return changes;
  }

  /**
   * The words and the mean probability that connect the first moved article with the rest of the part. If the whole
   * part moved, they connect it with the other moved articles.
   */
  #reasons(moved: readonly LiveItem[], part: readonly LiveItem[]): PlacementReasons {
    const [first] = moved as [LiveItem];
    const known = part.filter((one) => mayKnow(first, one));
    const rest = known.filter((one) => !moved.includes(one));
    const others = rest.length > 0 ? rest : known.filter((one) => one !== first);
    return { words: sharedWords(first, others), probability: this.#mean(first, others) };
  }
}

/** `state`: articles placed before, oldest first. They stay in their stories. */
export function createGrouper(state: Iterable<PlacedArticle> = [], options: GrouperOptions = {}): Grouper {
  return new Grouper(state, options);
}
