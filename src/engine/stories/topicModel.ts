import type { TopicId } from '../../ids.ts';
import { subtagOf } from '../languages/subtag.ts';
import { nextTurn } from '../text/pauses.ts';

/** An article's words, and the topics of the feeds that list it. */
export interface FiledArticle {
  stems: readonly string[];
  language?: string;
  /** Topics of the section feeds that list it. */
  sections: readonly string[];
  /** Topics of the front pages that list it. Its real topic may be another one. */
  frontPages: readonly string[];
}

/** A topic classifier, learned from the installation's own feeds. */
export type TopicModel = Awaited<ReturnType<typeof learnTopics>>;

/** Minimum number of articles for learning a language. */
const articlesMin = 200;
/** Factor for each word's log-odds, because words are not independent. */
const wordWeight = 0.2;
/** Log-odds of a topic whose section feed or front page lists the article; 4 and 2 work as well. */
const filedUnder = { section: 3, frontPage: 2 };
/** Smoothing: adds this many articles to each topic, with every word at its usual frequency. */
const smoothing = 2;
const articlesAtOnce = 200;

/** Counts of articles by word and topic, in one language. */
class Words {
  readonly #topicIds: readonly TopicId[];
  readonly #byStem = new Map<string, Float64Array>();
  readonly #of: Float64Array;
  #articles = 0;

  constructor(topicIds: readonly TopicId[]) {
    this.#topicIds = topicIds;
    this.#of = new Float64Array(topicIds.length);
  }

  count({ stems }: FiledArticle, shares: Float64Array): void {
    this.#articles += 1;
    add(this.#of, shares);
    const none = () => new Float64Array(shares.length);
    for (const stem of stems) add(this.#byStem.getOrInsertComputed(stem, none), shares);
  }

  /**
   * Topic probabilities of an article. `counted` are the shares that it contributed to the counts; they are subtracted,
   * so that it isn't evidence for itself.
   */
  shares({ stems, sections, frontPages }: FiledArticle, counted?: Float64Array): Float64Array {
    const odds = Float64Array.from(this.#topicIds, (id) =>
      Math.max(sections.includes(id) ? filedUnder.section : 0, frontPages.includes(id) ? filedUnder.frontPage : 0),
    );
    const own = counted === undefined ? 0 : 1;
    for (const stem of stems) {
      const counts = this.#byStem.get(stem);
      const holders = counts === undefined ? 0 : counts.reduce((sum, count) => sum + count, 0);
      if (counts === undefined || holders - own < 2) continue;
      const usual = holders / this.#articles;
      for (let at = 0; at < odds.length; at++) {
        const mine = counted?.[at] ?? 0;
        const held = (counts[at] as number) - mine + smoothing * usual;
        const all = (this.#of[at] as number) - mine + smoothing;
        odds[at] = (odds[at] as number) + wordWeight * Math.log(held / all / usual);
      }
    }
    const most = Math.max(...odds);
    const chances = odds.map((value) => Math.exp(value - most));
    const sum = chances.reduce((total, chance) => total + chance, 0);
    return chances.map((chance) => chance / sum);
  }
}

function add(sums: Float64Array, shares: Float64Array): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (shares[at] as number);
}

const asFiled = ({ sections, frontPages }: FiledArticle, topicIds: readonly TopicId[]): Float64Array => {
  const under = sections.length > 0 ? sections : frontPages;
  return Float64Array.from(topicIds, (id) => (under.includes(id) ? 1 / under.length : 0));
};

const languageOf = ({ language }: FiledArticle): string => subtagOf(language) ?? '';

async function learnLanguage(articles: readonly FiledArticle[], topicIds: readonly TopicId[]): Promise<Words> {
  const filed = new Words(topicIds);
  const counted = articles.map((article) => asFiled(article, topicIds));
  for (const [at, article] of articles.entries()) {
    if (at % articlesAtOnce === 0) await nextTurn();
    filed.count(article, counted[at] as Float64Array);
  }
  // Second round: articles that only front pages list get the topics that the sections' words predict.
  const judged = new Words(topicIds);
  for (const [at, article] of articles.entries()) {
    if (at % articlesAtOnce === 0) await nextTurn();
    const own = counted[at] as Float64Array;
    judged.count(article, article.sections.length > 0 ? own : filed.shares(article, own));
  }
  return judged;
}

/**
 * Learns topics from the feeds' articles: naive Bayes over words, one model for each language, in two rounds.
 * docs/adr/how-topics-are-learned.md has the results.
 */
export async function learnTopics(articles: readonly FiledArticle[]) {
  const topicIds = [...new Set(articles.flatMap(({ sections, frontPages }) => [...sections, ...frontPages]))].sort();
  const languages = new Map<string, Words>();
  for (const [language, own] of Map.groupBy(articles, languageOf)) {
    if (own.length >= articlesMin) languages.set(language, await learnLanguage(own, topicIds));
  }
  return {
    /**
     * Probability of each topic, 0 to 1, with a sum of 1. Empty if the article's language or a topic of its feeds was not
     * learned; then the topics of its feeds apply.
     */
    shares(article: FiledArticle): ReadonlyMap<TopicId, number> {
      const words = languages.get(languageOf(article));
      const isNew = [...article.sections, ...article.frontPages].some((id) => !topicIds.includes(id));
      if (words === undefined || isNew) return new Map();
      const shares = words.shares(article);
      return new Map(topicIds.map((id, at) => [id, shares[at] ?? 0]));
    },
  };
}
