import type { OutletId, TopicId } from '../../ids.ts';
export interface WeighedArticle {
  outletId: OutletId;
  /** The newsroom: equal for outlets of one owner, and for articles with the same text. */
  newsroom: string;
  /** Whether a front page or world feed of a general outlet lists the article. */
  general: boolean;
  /** Topics of the feeds that list the article. */
  topicIds: readonly TopicId[];
  /** Probability, 0 to 1, that the article isn't a news report. */
  notNews: number;
}

/** Points whose sum is a story's importance. */
export interface ImportanceParts {
  /** One point for each newsroom that leads with the story. */
  leadingOutlets: number;
  otherOutlets: number;
  articles: number;
  /** Points for newsrooms that led with the story in the three days before. */
  saga: number;
  /** Negative for entertainment and games, and half as much for sports. */
  leisure: number;
  /** Negative for reviews, features and other pieces that report nothing new. */
  notNews: number;
  /** Negative in a channel of one topic, as far as the story belongs to other topics. */
  otherTopics: number;
}

/** How a channel sees an article. */
export interface ChannelView<Article> {
  /** Whether the article shows that its outlet leads with the story. */
  leads(article: Article): boolean;
  /** How far the article belongs to the channel's topic, 0 to 1; always 1 in a channel of several topics. */
  topicShare(article: Article): number;
}

/** Chosen on five mornings whose stories were labelled; docs/adr/how-importance-is-judged.md has the results. */
const weights = { otherOutlet: 0.25, article: 0.5, saga: 0.2, notNews: 2, otherTopics: 2 } as const;
const sagaOutletsMax = 8;
const leisureByTopic: ReadonlyMap<TopicId, number> = new Map([
  ['entertainment', 1],
  ['gaming', 1],
  ['sports', 0.5],
]);

const share = <Article>(articles: readonly Article[], of: (article: Article) => number): number =>
  articles.length === 0 ? 0 : articles.reduce((sum, article) => sum + of(article), 0) / articles.length;

const newsroomsOf = (articles: readonly WeighedArticle[]) => new Set(articles.map(({ newsroom }) => newsroom));

/** Counts articles. Of a newsroom with several outlets, only the outlet with the most articles counts. */
function reportsIn(articles: readonly WeighedArticle[]): number {
  return Map.groupBy(articles, ({ newsroom }) => newsroom)
    .values()
    .map((own) => Map.groupBy(own, ({ outletId }) => outletId).values())
    .reduce((sum, outlets) => sum + Math.max(...outlets.map(({ length }) => length)), 0);
}

const leisureOf = ({ topicIds }: WeighedArticle): number =>
  topicIds.length === 0 ? 0 : Math.min(...topicIds.map((id) => leisureByTopic.get(id) ?? 0));

/**
 * Rates a story's importance for a channel. `fresh` are its articles in the digest's window, `before` those of the
 * three days before it.
 */
export function importanceOf<Article extends WeighedArticle>(
  { fresh, before }: { fresh: readonly Article[]; before: readonly Article[] },
  { leads, topicShare }: ChannelView<Article>,
): ImportanceParts {
  const leading = newsroomsOf(fresh.filter(leads));
  const others = newsroomsOf(fresh).size - leading.size;
  const sagaOutlets = Math.min(sagaOutletsMax, newsroomsOf(before.filter(leads)).size);
  return {
    leadingOutlets: leading.size,
    otherOutlets: weights.otherOutlet * others,
    articles: weights.article * Math.log2(Math.max(1, reportsIn(fresh))),
    saga: weights.saga * sagaOutlets,
    leisure: -share(fresh, leisureOf),
    notNews: -weights.notNews * share(fresh, ({ notNews }) => notNews),
    otherTopics: -weights.otherTopics * share(fresh, (article) => 1 - topicShare(article)),
  };
}

/** Converts points back to the numbers of newsrooms and articles that they come from. */
export const reportsBehind = ({ otherOutlets, articles, saga }: ImportanceParts) => ({
  otherOutlets: Math.round(otherOutlets / weights.otherOutlet),
  articles: Math.round(2 ** (articles / weights.article)),
  sagaOutlets: Math.round(saga / weights.saga),
});

export const sumOf = (parts: ImportanceParts): number => Object.values(parts).reduce((sum, part) => sum + part, 0);
