import type { EpochMs } from '../clock.ts';
import type { ArticleId, OutletId } from '../ids.ts';

/** One clean article, whichever feeds listed it. */
export interface Article {
  /**
   * From the outlet and the canonical URL: the same article in two feeds, or under a tracking parameter, has one id.
   * With the guid where a feed gives one URL to several items.
   */
  id: ArticleId;
  outletId: OutletId;
  outletName: string;
  url: string;
  title: string;
  /** Plain text, in order; from the feed until the page was read. */
  paragraphs: readonly string[];
  /** The source of the paragraphs. A snippet is a feed's text that is not the whole article. */
  textFrom: 'feed' | 'snippet' | 'page';
  imageUrl?: string;
  imageAlt?: string;
  categories: readonly string[];
  /** Lower-case primary subtag ("de"). */
  language?: string;
  publishedAt: EpochMs;
  firstSeenAt: EpochMs;
  /** Sentences that may be shown in total; 0 if the publisher allows only headline and link. */
  sentencesMax: number;
}

const charactersMax = 60_000;

/** The first paragraphs of an article, up to 60,000 characters: all that is stored of its feed's or page's text. */
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
