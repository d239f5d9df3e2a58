import { silenceMs } from './likeness.ts';
import { type LiveArticle, LiveStory } from './liveStory.ts';
import { SparseSum } from './sparse.ts';

const roundsMax = 4;
const powerSteps = 12;
const directionSizeMin = 6;
/** Each pair of articles is compared. */
const directionSizeMax = 64;

/** Two parts of a story, as stories of their own that nothing knows of. */
export interface Halves {
  first: LiveStory;
  second: LiveStory;
  /** One ended before the other began. */
  inTurn: boolean;
}

function gather(articles: readonly LiveArticle[]): LiveStory {
  const story = new LiveStory(-1, '');
  for (const article of articles) story.add(article);
  return story;
}

function meanTo(article: LiveArticle, half: LiveStory): number {
  const within = half.articles.has(article);
  const others = half.size - (within ? 1 : 0);
  return others === 0 ? 0 : (half.sum.dot(article.vector) - (within ? article.squares : 0)) / others;
}

/** Two-means by mean likeness; undefined when all end on one side. */
function settle(articles: readonly LiveArticle[], startsSecond: (article: LiveArticle) => boolean): Halves | undefined {
  let second = articles.filter(startsSecond);
  let halves: Halves | undefined;
  for (let round = 0; round <= roundsMax; round++) {
    if (second.length === 0 || second.length === articles.length) return undefined;
    const inSecond = new Set(second);
    halves = {
      first: gather(articles.filter((article) => !inSecond.has(article))),
      second: gather(second),
      inTurn: false,
    };
    if (round === roundsMax) break;
    const { first, second: other } = halves;
    const next = articles.filter((article) => meanTo(article, other) > meanTo(article, first));
    if (next.length === second.length && next.every((article) => inSecond.has(article))) break;
    second = next;
  }
  return halves;
}

/** Before and after the longest silence, at least two articles each. */
function aroundSilence(articles: readonly LiveArticle[]): Halves | undefined {
  const inTime = [...articles].sort((a, b) => a.from - b.from);
  const silenceBefore = (at: number): number => (inTime[at]?.from ?? 0) - (inTime[at - 1]?.to ?? 0);
  let cut = 2;
  for (let at = 3; at <= inTime.length - 2; at++) if (silenceBefore(at) > silenceBefore(cut)) cut = at;
  if (silenceBefore(cut) < silenceMs) return undefined;
  return { first: gather(inTime.slice(0, cut)), second: gather(inTime.slice(cut)), inTurn: true };
}

/** How far each article lies along the direction in which the story's likenesses differ most. */
function mainDirection(articles: readonly LiveArticle[]): Float64Array {
  const size = articles.length;
  const centred = new Float64Array(size * size);
  const rowMeans = new Float64Array(size);
  articles.forEach((article, row) => {
    const single = new SparseSum();
    single.add(article.vector, 1);
    for (let column = 0; column < size; column++) {
      const value = single.dot((articles[column] as LiveArticle).vector);
      centred[row * size + column] = value;
      rowMeans[row] = (rowMeans[row] ?? 0) + value / size;
    }
  });
  const mean = rowMeans.reduce((sum, value) => sum + value, 0) / size;
  let direction = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = row * size + column;
      centred[at] = (centred[at] ?? 0) - (rowMeans[row] ?? 0) - (rowMeans[column] ?? 0) + mean;
    }
    direction[row] = (rowMeans[row] ?? 0) - mean;
  }
  for (let step = 0; step < powerSteps; step++) {
    const next = new Float64Array(size);
    let square = 0;
    for (let row = 0; row < size; row++) {
      let value = 0;
      for (let column = 0; column < size; column++)
        value += (centred[row * size + column] ?? 0) * (direction[column] ?? 0);
      next[row] = value;
      square += value * value;
    }
    if (square === 0) break;
    const norm = Math.sqrt(square);
    direction = next.map((value) => value / norm);
  }
  return direction;
}

/** The ways in which a story of 4 or more articles could be two: before and after a silence and, if `all`, along its main direction and around its worst-fitting article. */
export function* possibleHalves(story: LiveStory, all: boolean): Generator<Halves> {
  const articles = [...story.articles];
  const turns = aroundSilence(articles);
  if (turns) yield turns;
  if (!all) return;
  if (articles.length >= directionSizeMin && articles.length <= directionSizeMax) {
    const direction = mainDirection(articles);
    const positive = new Set(articles.filter((_, i) => (direction[i] ?? 0) > 0));
    const halves = settle(articles, (article) => positive.has(article));
    if (halves) yield halves;
  }
  let worst: LiveArticle | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const article of articles) {
    const fit = story.sum.dot(article.vector) - article.squares;
    if (fit >= least) continue;
    least = fit;
    worst = article;
  }
  const halves = settle(articles, (article) => article === worst);
  if (halves) yield halves;
}
