/** What importance reads of an article. */
export interface WeighedArticle {
  outletId: string;
  title: string;
  /** A front page or world feed of a general outlet lists it. */
  general: boolean;
  /** Topics of the feeds that list it. */
  topicIds: readonly string[];
  /** 0 to 1: how likely it is no news report. */
  notNews: number;
}

/** What made a story important, in points; they add up to its importance. */
export interface ImportanceParts {
  /** Outlets that have it among their leading news: a point each. */
  leadingOutlets: number;
  otherOutlets: number;
  articles: number;
  consequence: number;
  /** Leading outlets that had it in the days before. */
  saga: number;
  /** Negative: entertainment, games and, less, sports. */
  leisure: number;
  /** Negative: reviews, features and other pieces that report nothing new. */
  notNews: number;
}

/** From the trial in shared/lessons/real-mornings-desk.md: each was varied on five labelled mornings. */
const weights = { otherOutlet: 0.25, article: 0.5, consequence: 0.5, saga: 0.2, notNews: 2 } as const;
const sagaOutletsMax = 8;
const leisureByTopic: ReadonlyMap<string, number> = new Map([
  ['entertainment', 1],
  ['gaming', 1],
  ['sports', 0.5],
]);

/** Words of titles that tell of deaths, force, disasters, and decisions of courts, voters and governments. */
const consequence =
  /\b(?:kill|dead|death|toll|quake|war|strike|missile|drone|attack|bomb|crash|flood|wildfire|outbreak|evacuat|elect|resign|court|sentenc|arrest|ceasefire|truce|sanction|tariff|coup|nuclear)/i;

const share = <Article>(articles: readonly Article[], of: (article: Article) => number): number =>
  articles.length === 0 ? 0 : articles.reduce((sum, article) => sum + of(article), 0) / articles.length;

const outletsOf = (articles: readonly WeighedArticle[]) => new Set(articles.map(({ outletId }) => outletId));

const leisureOf = ({ topicIds }: WeighedArticle): number =>
  topicIds.length === 0 ? 0 : Math.min(...topicIds.map((id) => leisureByTopic.get(id) ?? 0));

/**
 * How much a story matters to a channel. `fresh` are its articles of the digest's hours, the only ones that count in full; `before` those of
 * the three days before; `leads` says which articles show that their outlet leads with it.
 */
export function importanceOf<Article extends WeighedArticle>(
  { fresh, before }: { fresh: readonly Article[]; before: readonly Article[] },
  leads: (article: Article) => boolean,
): ImportanceParts {
  const leading = outletsOf(fresh.filter(leads));
  const others = outletsOf(fresh).size - leading.size;
  const sagaOutlets = Math.min(sagaOutletsMax, outletsOf(before.filter(leads)).size);
  return {
    leadingOutlets: leading.size,
    otherOutlets: weights.otherOutlet * others,
    articles: weights.article * Math.log2(Math.max(1, fresh.length)),
    consequence: weights.consequence * share(fresh, ({ title }) => Number(consequence.test(title))),
    saga: weights.saga * sagaOutlets,
    leisure: -share(fresh, leisureOf),
    notNews: -weights.notNews * share(fresh, ({ notNews }) => notNews),
  };
}

export const sumOf = (parts: ImportanceParts): number => Object.values(parts).reduce((sum, part) => sum + part, 0);
