import type { EpochMs } from '../../clock.ts';
import type { ArticleId, OutletId } from '../../ids.ts';

export interface Article {
  /**
   * Derived from the canonical URL and the outlet (or the feed, if a server added it). An article that two feeds list
   * has one id. The guid is added if a feed gives several items the same URL.
   */
  id: ArticleId;
  outletId: OutletId;
  outletName: string;
  url: string;
  title: string;
  /** Plain text, in order: the feed's text until the page has been read. */
  paragraphs: readonly string[];
  /** Where the paragraphs are from. A snippet is a feed's text that is not the whole article. */
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
  /** Characters that may be shown in total; undefined without a limit. */
  charactersMax?: number;
  /** The publisher's signals that decline something, separated by spaces. */
  declined?: string;
}

const charactersMax = 60_000;

/** The first paragraphs of an article, up to 60,000 characters in total. The rest is not stored. */
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
