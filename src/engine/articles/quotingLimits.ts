/** How much of one article a message may quote. */
export interface QuotingLimit {
  readonly sentencesMax: number;
  readonly wordsMax: number;
}

/**
 * What one message may quote of an article: `public` for messages that a whole channel reads, `card` for a card that
 * one reader opened. The operator can lower both.
 */
export const quotingLimits = {
  public: { sentencesMax: 2, wordsMax: 60 },
  // Three sentences of 30 words each, the average that `public` allows.
  card: { sentencesMax: 3, wordsMax: 90 },
} as const satisfies Record<string, QuotingLimit>;

/**
 * How many words an article's only sentence may have. It may exceed `quotedShareMax`, because the feed itself shows it
 * as a snippet. A longer one is a list, or several sentences without full stops.
 */
export const aloneWordsMax = 120;

/** The largest share of an article that may be quoted, unless the article has only one sentence (`aloneWordsMax`). */
export const quotedShareMax = 0.25;

/** The operator's limits for quotes of one article in one message. They can only lower an article's own limits. */
export interface QuotingSettings {
  /** At most the three of `card`. */
  sentencesMax?: number;
  /** At most 1,000, which is more than the 90 words of `card` ever take. */
  charactersMax?: number;
}

/** Applies the operator's limits where they are lower than the publisher's. */
export function lowered<Limited extends { sentencesMax: number; charactersMax?: number }>(
  article: Limited,
  { sentencesMax, charactersMax }: QuotingSettings,
): Limited {
  if (sentencesMax === undefined && charactersMax === undefined) return article;
  const least = (...counts: (number | undefined)[]) =>
    Math.min(...counts.map((count) => count ?? Number.POSITIVE_INFINITY));
  return {
    ...article,
    sentencesMax: least(article.sentencesMax, sentencesMax),
    charactersMax: least(article.charactersMax, charactersMax),
  };
}
