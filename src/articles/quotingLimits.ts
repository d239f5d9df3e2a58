/** How much of one article a message may quote. */
export interface QuotingLimit {
  readonly sentencesMax: number;
  readonly wordsMax: number;
}

/**
 * The numbers of fair quoting, which are only here: `public` for messages that a whole channel reads, `card` for a card
 * that one reader opened.
 */
export const quotingLimits = {
  public: { sentencesMax: 2, wordsMax: 60 },
  // Three sentences of the average length that 60 words leave for two.
  card: { sentencesMax: 3, wordsMax: 90 },
} as const satisfies Record<string, QuotingLimit>;

/**
 * An article's only sentence may exceed its share, because the feed itself shows it as a snippet. With more words than
 * this it is a list, or several sentences without full stops.
 */
export const aloneWordsMax = 120;

/** The largest share of an article that may be quoted, however short the article is. */
export const quotedShareMax = 0.25;
