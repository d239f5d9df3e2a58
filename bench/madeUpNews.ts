import { pressArticles } from '../playground/press/article.ts';
import background from '../src/engine/stories/background.json' with { type: 'json' };
import type { GroupedArticle } from '../src/engine/stories/change.ts';

/** Words with cumulative counts, to draw each one as often as it occurs in `background.json`. */
interface Frequencies {
  readonly words: readonly string[];
  readonly bounds: readonly number[];
}

function frequencies(): Frequencies {
  const words: string[] = [];
  const bounds: number[] = [];
  let total = 0;
  for (const [count, stems] of Object.entries(background.stemsByCount)) {
    for (const stem of stems.split(' ')) {
      total += Number(count);
      words.push(stem);
      bounds.push(total);
    }
  }
  return { words, bounds };
}

export interface MadeUpArticle extends GroupedArticle {
  paragraphs: readonly string[];
}

/** Names and words that occur in every report of the event. */
export type MadeUpEvent = readonly string[];

const paragraphsOfStock = pressArticles
  .filter((article) => !/[äöüß]/.test(article.original.paragraphs.join('')))
  .flatMap((article) => article.original.paragraphs);
/** Words to replace, of five letters or more. Shorter ones such as "said" and "told" stay, for the quotations. */
const contentWord = /(?<![\p{L}'’])\p{L}{5,}(?![\p{L}'’])/gu;

/**
 * Generates meaningless but realistic news from a seed: real word frequencies, the sample press's sentence structure,
 * and events that several outlets report.
 */
export class MadeUpNews {
  readonly #frequencies = frequencies();
  readonly #events: MadeUpEvent[] = [];
  #state: number;
  #articles = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  get events(): number {
    return this.#events.length;
  }

  #random(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }

  #among(count: number): number {
    return Math.floor(this.#random() * count);
  }

  #frequentWord(): string {
    const { words, bounds } = this.#frequencies;
    const wanted = this.#random() * (bounds.at(-1) ?? 0);
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return words[low] ?? '';
  }

  #event(): MadeUpEvent {
    // 40 % of the articles start a new event.
    if (this.#events.length === 0 || this.#random() < 0.4) {
      const { words } = this.#frequencies;
      this.#events.push([
        `N${this.#events.length.toString(36)}ar`,
        `K${this.#among(4_000).toString(36)}el`,
        ...Array.from({ length: 5 }, () => words[this.#among(words.length)] ?? ''),
      ]);
    }
    return this.#events[Math.max(0, this.#events.length - 1 - this.#among(400))] ?? [];
  }

  #report(title: string, paragraphs: readonly string[]): MadeUpArticle {
    const number = this.#articles++;
    return {
      id: `article-${number}`,
      outlet: `Outlet ${this.#among(300)}`,
      title,
      text: paragraphs.join('\n'),
      paragraphs,
      publishedAt: number * 60_000,
      language: 'en',
    };
  }

  #words(event: MadeUpEvent, own: number, other: number): string {
    const ownWords = Array.from({ length: own }, () => event[this.#among(event.length)] ?? '');
    return [...ownWords, ...Array.from({ length: other }, () => this.#frequentWord())].join(' ');
  }

  /** A title and a description of 30 words, as in most feeds. */
  snippet(): MadeUpArticle {
    const event = this.#event();
    return this.#report(this.#words(event, 4, 4), [this.#words(event, 6, 24)]);
  }

  /** About 350 words: eight paragraphs of the sample press with other words, 40 % of them the event's. */
  full(): MadeUpArticle {
    const event = this.#event();
    const paragraphs = Array.from({ length: 8 }, () => {
      const stock = paragraphsOfStock[this.#among(paragraphsOfStock.length)] ?? '';
      return stock.replace(contentWord, (word) => {
        const own = this.#random() < 0.4;
        const other = own ? (event[this.#among(event.length)] ?? '') : this.#frequentWord();
        return /^\p{Lu}/u.test(word) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other;
      });
    });
    return this.#report(this.#words(event, 4, 4), paragraphs);
  }
}
