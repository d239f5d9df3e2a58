import type { EpochMs } from '../clock.ts';
import type { ArticleKind } from './articleTerms.ts';
import { type FigureTable, figureTable } from './figures.ts';
import { kindSettings, type Shape } from './likeness.ts';
import { SparseSum, type SparseVector } from './sparse.ts';

/** An article of the live window; only `LiveStories` sets `story`. */
export interface LiveArticle extends Shape {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly language: string | undefined;
  readonly vector: SparseVector;
  /** Terms of the head, heaviest first: the index looks these up. */
  readonly headTerms: Int32Array;
  readonly headWeights: Float32Array;
  /** Which form of each head term the article writes; see Vocabulary.wordOf. */
  readonly headForms: Uint8Array;
  /** See packFigures. */
  readonly figures: Int32Array;
  /** Live articles of almost the same text, with how alike they are; only `Copies` sets it. */
  copies: Map<LiveArticle, number> | undefined;
  story: LiveStory | undefined;
}

const noCopies = { pairs: 0, likeness: 0 };

/** The articles of one event, as sums; members are looked at only when the story is repaired. */
export class LiveStory implements Shape {
  /** The index names stories by it. Only `LiveStories` changes it. */
  number: number;
  id: string;
  /** Order of founding. */
  age = 0;
  readonly articles = new Set<LiveArticle>();
  readonly sum = new SparseSum();
  self = 0;
  squares = 0;
  thresholds = 0;
  powers = 0;
  guards = 0;
  shorts = 0;
  copyPairs = 0;
  copyLikeness = 0;
  from: EpochMs = Number.POSITIVE_INFINITY;
  to: EpochMs = Number.NEGATIVE_INFINITY;
  language: string | undefined;
  /** Sizes when it was last repaired: small growth is not looked at again. */
  sizeReassigned = 0;
  sizeSplit = 0;
  #figures: FigureTable | undefined;

  constructor(number: number, id: string) {
    this.number = number;
    this.id = id;
  }

  get size(): number {
    return this.articles.size;
  }

  /** Made when asked for: that is only after a silence, in which the story stays as it is. */
  get figures(): FigureTable {
    this.#figures ??= figureTable([...this.articles].map((article) => article.figures));
    return this.#figures;
  }

  add(article: LiveArticle): void {
    this.self += 2 * this.sum.dot(article.vector) + article.squares;
    this.sum.add(article.vector, 1);
    this.articles.add(article);
    this.#count(article, 1);
    this.from = Math.min(this.from, article.from);
    this.to = Math.max(this.to, article.to);
    this.language ??= article.language;
  }

  remove(article: LiveArticle): void {
    this.sum.add(article.vector, -1);
    this.self -= 2 * this.sum.dot(article.vector) + article.squares;
    this.articles.delete(article);
    this.#count(article, -1);
    if (article.from === this.from || article.to === this.to || article.language !== undefined) this.#recount();
  }

  absorb(other: LiveStory): void {
    this.self += 2 * this.sum.dotSum(other.sum) + other.self;
    this.sum.addSum(other.sum);
    for (const article of other.articles) {
      this.articles.add(article);
      this.#count(article, 1);
    }
    this.from = Math.min(this.from, other.from);
    this.to = Math.max(this.to, other.to);
    this.language ??= other.language;
  }

  /** How it would be without one of its articles. */
  without(article: LiveArticle): { dot: number; shape: Shape } {
    const dot = this.sum.dot(article.vector) - article.squares;
    const copies = this.#copiesOf(article);
    return {
      dot,
      shape: {
        size: this.size - 1,
        self: this.self - 2 * dot - article.squares,
        squares: this.squares - article.squares,
        thresholds: this.thresholds - article.thresholds,
        powers: this.powers - article.powers,
        guards: this.guards - article.guards,
        shorts: this.shorts - article.shorts,
        copyPairs: this.copyPairs - copies.pairs,
        copyLikeness: this.copyLikeness - copies.likeness,
        ...this.#spanWithout(article),
      },
    };
  }

  #spanWithout(article: LiveArticle): { from: EpochMs; to: EpochMs } {
    if (article.from > this.from && article.to < this.to) return { from: this.from, to: this.to };
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (const other of this.articles) {
      if (other === article) continue;
      from = Math.min(from, other.from);
      to = Math.max(to, other.to);
    }
    return { from, to };
  }

  #count(article: LiveArticle, sign: 1 | -1): void {
    this.#figures = undefined;
    this.squares += sign * article.squares;
    this.thresholds += sign * article.thresholds;
    this.powers += sign * article.powers;
    this.guards += sign * article.guards;
    this.shorts += sign * article.shorts;
    const copies = this.#copiesOf(article);
    this.copyPairs += sign * copies.pairs;
    this.copyLikeness += sign * copies.likeness;
  }

  /** Its pairs with copies in this story. */
  #copiesOf(article: LiveArticle): { pairs: number; likeness: number } {
    if (!article.copies) return noCopies;
    const copies = { pairs: 0, likeness: 0 };
    for (const [copy, likeness] of article.copies) {
      if (!this.articles.has(copy)) continue;
      copies.pairs += 1;
      copies.likeness += likeness;
    }
    return copies;
  }

  #recount(): void {
    this.from = Number.POSITIVE_INFINITY;
    this.to = Number.NEGATIVE_INFINITY;
    this.language = undefined;
    for (const article of this.articles) {
      this.from = Math.min(this.from, article.from);
      this.to = Math.max(this.to, article.to);
      this.language ??= article.language;
    }
  }
}

const dayMs = 24 * 3_600_000;

/** The fields that make one article a Shape of its own. A date without a time, which is read as midnight, may mean any minute of the day. */
export function shapeOf(kind: ArticleKind, square: number, publishedAt: EpochMs): Shape {
  const { threshold, power, guard, short } = kindSettings[kind];
  return {
    size: 1,
    self: square,
    squares: square,
    thresholds: threshold,
    powers: power,
    guards: guard,
    shorts: short ? 1 : 0,
    copyPairs: 0,
    copyLikeness: 0,
    from: publishedAt,
    to: publishedAt % dayMs === 0 ? publishedAt + dayMs : publishedAt,
  };
}

/** Unknown goes with any language. */
export function languagesFit(a: { language?: string }, b: { language?: string }): boolean {
  return a.language === undefined || b.language === undefined || a.language === b.language;
}
