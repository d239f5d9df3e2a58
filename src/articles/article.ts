import type { EpochMs } from '../clock.ts';

/** One clean article, whichever feeds listed it. */
export interface Article {
  /**
   * From the outlet and the canonical URL: the same article in two feeds, or under a tracking parameter, has one id.
   * With the guid where a feed gives one URL to several items.
   */
  id: string;
  outletId: string;
  outletName: string;
  url: string;
  title: string;
  /** Plain text, in order; the feed's until the page was read. */
  paragraphs: readonly string[];
  /** Whose text the paragraphs are: a snippet is what a feed gives instead of the article. */
  textFrom: 'feed' | 'snippet' | 'page';
  imageUrl?: string;
  imageAlt?: string;
  categories: readonly string[];
  /** Lower-case primary subtag ("de"). */
  language?: string;
  publishedAt: EpochMs;
  firstSeenAt: EpochMs;
  /** Sentences that may be shown in all: 0 where the publisher allows headline and link only. */
  sentencesMax: number;
}

const charactersMax = 60_000;

/** As many paragraphs as are kept of one article, whether its feed or its page gave them. */
export function storable(paragraphs: readonly string[]): string[] {
  let characters = 0;
  const kept: string[] = [];
  for (const paragraph of paragraphs) {
    characters += paragraph.length;
    if (characters > charactersMax) break;
    kept.push(paragraph);
  }
  return kept;
}
