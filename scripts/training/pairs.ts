import { articleTerms } from '../../src/engine/stories/articleTerms.ts';
import type { GroupedArticle } from '../../src/engine/stories/change.ts';
import { type LiveItem, LiveItems } from '../../src/engine/stories/liveItems.ts';
import { type Comparison, type PairKind, Pairs, type PairWeights } from '../../src/engine/stories/pairs.ts';

export interface ToldArticle extends GroupedArticle {
  /** The event that it reports; undefined if no other article does, or if it was not labelled. */
  event?: string;
  /** Set if its day was labelled. Only articles of the same day are paired. */
  day?: string;
}

/** Published data sets of articles that are already grouped into stories. */
export interface StorySets {
  fulltext: readonly ToldArticle[];
  wires: readonly ToldArticle[];
  headlines: readonly ToldArticle[];
}

interface Example {
  features: readonly number[];
  same: boolean;
  weight: number;
}

/** Limits the weight of large events: each article's pairs count as three at most, as in an event of four articles. */
const pairsOfEach = 3;
/** L2 penalty, in thousandths of the examples' total weight. */
const penalty = 0.001;
const stepsMax = 25;
const settled = 1e-9;
/** Stands in for the probability that an article is not news: for articles labelled so, and for all others. */
const notNewsSaid = { yes: 0.8, no: 0.1 };

/**
 * `share`: a set's total weight relative to the labelled days. `pairMin`: the minimum weight of a pair in one story,
 * because these stories are large.
 */
const sets: Readonly<Record<keyof StorySets, { kind: PairKind; share: number; pairMin: number }>> = {
  fulltext: { kind: 'full', share: 0.2, pairMin: 1 },
  wires: { kind: 'untitled', share: 0.4, pairMin: 1 },
  headlines: { kind: 'titles', share: 0.5, pairMin: 0.6 },
};

type Shown = (article: ToldArticle, at: number) => ToldArticle;
/** The part of each labelled article that training uses, by kind of pair. */
const shown: Readonly<Record<PairKind, Shown>> = {
  texts: (article) => article,
  full: (article) => article,
  oneTitle: (article, at) => (at % 2 === 0 ? { ...article, text: '' } : article),
  titles: (article) => ({ ...article, text: '' }),
  untitled: (article) => ({ ...article, title: '', text: `${article.title}\n${article.text}` }),
};

/** Pairs of articles from the same day that `Pairs` compares as this kind. */
function examplesOf(articles: readonly ToldArticle[], kind: PairKind, pairMin = 0): Example[] {
  const live = new LiveItems();
  const nowhere = { id: '', age: 0, items: [] };
  const read: { article: ToldArticle; item: LiveItem }[] = articles.map((article) => {
    const terms = articleTerms(article);
    const { id, publishedAt: at, language } = article;
    return { article, item: live.take({ id, at, language, audience: undefined }, terms, nowhere) };
  });
  const examples: Example[] = [];
  const pairs = new Pairs();
  for (const [day, list] of Map.groupBy(read, ({ article }) => article.day)) {
    if (day === undefined) continue;
    const sizes = new Map<string, number>();
    for (const { article } of list) if (article.event) sizes.set(article.event, (sizes.get(article.event) ?? 0) + 1);
    for (const [at, { article, item }] of list.entries()) {
      pairs.hold(item);
      for (const other of list.slice(0, at)) {
        const compared: Comparison | undefined = pairs.compare(other.item);
        if (compared?.kind !== kind) continue;
        const same = article.event !== undefined && article.event === other.article.event;
        const size = sizes.get(article.event ?? '') ?? 2;
        const weight = same ? Math.max(pairMin, Math.min(1, pairsOfEach / (size - 1))) : 1;
        examples.push({ features: compared.features, same, weight });
      }
    }
  }
  return examples;
}

/** Shuffles deterministically, so that one story's articles are not adjacent. */
const mixed = <T>(list: readonly T[]): T[] =>
  list
    .map((one, at) => ({ one, at: (at * 7_919) % list.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Fits a logistic regression by Newton's method. The same examples in the same order give the same weights. */
function fitted(examples: readonly Example[]): number[] {
  const size = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(size);
  for (let step = 0; step < stepsMax; step++) {
    const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (const { features, same, weight } of examples) {
      const odds = features.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const curvature = weight * chance * (1 - chance);
      for (const [i, value] of features.entries()) {
        const row = rows[i] as Float64Array;
        row[size] = (row[size] as number) + weight * (Number(same) - chance) * value;
        for (let j = 0; j < size; j++) row[j] = (row[j] as number) + curvature * value * (features[j] as number);
      }
    }
    for (const [i, row] of rows.entries()) {
      const pull = i === 0 ? 1e-6 : (penalty * total) / 1_000;
      row[i] = (row[i] as number) + pull;
      row[size] = (row[size] as number) - pull * (weights[i] as number);
    }
    const moves = solved(rows);
    for (const [i, move] of moves.entries()) weights[i] = (weights[i] as number) + move;
    if (Math.max(...moves.map(Math.abs)) < settled) break;
  }
  return Array.from(weights, (weight) => Math.round(weight * 1_000) / 1_000);
}

/** Solves linear equations by Gauss–Jordan elimination; the last column of each row is its right-hand side. */
function solved(rows: Float64Array[]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const rest = rows.slice(column);
    const pivot = rest.reduce((a, b) => (Math.abs(b[column] as number) > Math.abs(a[column] as number) ? b : a));
    rows[rows.indexOf(pivot)] = rows[column] as Float64Array;
    rows[column] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] as number) / (pivot[column] as number);
      for (let at = column; at <= size; at++) row[at] = (row[at] as number) - factor * (pivot[at] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}

/**
 * Trains the weights of each kind of pair. `archives` has all articles of each archive in order of publication, because
 * a word's rarity is counted within its archive. Articles of labelled days have `day`, `event` and a `notNews` of 0 or
 * 1.
 */
export function trainPairs(archives: readonly (readonly ToldArticle[])[], stories: StorySets): PairWeights {
  const read = archives.map((archive) =>
    archive.map((article) => ({
      ...article,
      notNews: (article.notNews ?? 0) > 0 ? notNewsSaid.yes : notNewsSaid.no,
    })),
  );
  const kinds: PairKind[] = ['texts', 'full', 'oneTitle', 'titles', 'untitled'];
  const weights = kinds.map((kind) => {
    const examples = read.flatMap((archive) => examplesOf(archive.map(shown[kind]), kind));
    for (const [name, set] of Object.entries(sets) as [keyof StorySets, (typeof sets)[keyof StorySets]][]) {
      if (set.kind !== kind) continue;
      const told = mixed(stories[name]).map((article) => ({ ...article, day: name }));
      const own = examplesOf(told, kind, set.pairMin);
      const share = (set.share * examples.length) / own.length;
      for (const example of own) examples.push({ ...example, weight: example.weight * share });
    }
    return [kind, fitted(examples)] as const;
  });
  return Object.fromEntries(weights) as Record<PairKind, number[]>;
}
