/** What importance reads of an article. */
export interface WeighedArticle {
  outletId: string;
  /** Sister titles are one, and so are all that print one text. */
  newsroom: string;
  /** A front page or world feed of a general outlet lists it. */
  general: boolean;
  /** Topics of the feeds that list it. */
  topicIds: readonly string[];
  /** 0 to 1: how likely it is no news report. */
  notNews: number;
}

/** Points that add up to a story's importance. */
export interface ImportanceParts {
  /** Newsrooms that have it among their leading news: a point each. */
  leadingOutlets: number;
  otherOutlets: number;
  articles: number;
  /** Newsrooms that had it among their leading news in the days before. */
  saga: number;
  /** Negative: entertainment, games and, less, sports. */
  leisure: number;
  /** Negative: reviews, features and other pieces that report nothing new. */
  notNews: number;
  /** Negative, in a channel of one topic: how far the story belongs to others. */
  otherTopics: number;
}

/** What a channel makes of an article. */
export interface ChannelView<Article> {
  /** Whether it shows that its outlet leads with the story. */
  leads(article: Article): boolean;
  /** 0 to 1: how far it is of the channel's topic; 1 in a channel of several. */
  topicShare(article: Article): number;
}

/** Chosen on five labelled mornings; docs/adr/how-importance-is-judged.md has the results. */
const weights = { otherOutlet: 0.25, article: 0.5, saga: 0.2, notNews: 2, otherTopics: 2 } as const;
const sagaOutletsMax = 8;
const leisureByTopic: ReadonlyMap<string, number> = new Map([
  ['entertainment', 1],
  ['gaming', 1],
  ['sports', 0.5],
]);

const share = <Article>(articles: readonly Article[], of: (article: Article) => number): number =>
  articles.length === 0 ? 0 : articles.reduce((sum, article) => sum + of(article), 0) / articles.length;

const newsroomsOf = (articles: readonly WeighedArticle[]) => new Set(articles.map(({ newsroom }) => newsroom));

/** How many articles there are; of a newsroom with several outlets, those of the one with most. */
function reportsIn(articles: readonly WeighedArticle[]): number {
  return Map.groupBy(articles, ({ newsroom }) => newsroom)
    .values()
    .map((own) => Map.groupBy(own, ({ outletId }) => outletId).values())
    .reduce((sum, outlets) => sum + Math.max(...outlets.map(({ length }) => length)), 0);
}

const leisureOf = ({ topicIds }: WeighedArticle): number =>
  topicIds.length === 0 ? 0 : Math.min(...topicIds.map((id) => leisureByTopic.get(id) ?? 0));

/** How much a story matters to a channel: `fresh` are its articles of the digest's hours, `before` of three days before. */
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

/** How many newsrooms and articles the points come from. */
export const reportsBehind = ({ otherOutlets, articles, saga }: ImportanceParts) => ({
  otherOutlets: Math.round(otherOutlets / weights.otherOutlet),
  articles: Math.round(2 ** (articles / weights.article)),
  sagaOutlets: Math.round(saga / weights.saga),
});

export const sumOf = (parts: ImportanceParts): number => Object.values(parts).reduce((sum, part) => sum + part, 0);
