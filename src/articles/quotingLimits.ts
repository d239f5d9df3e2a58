/** How much of one article a message may quote. */
export interface QuotingLimit {
  readonly sentencesMax: number;
  readonly wordsMax: number;
}

/**
 * The only place where fair quoting has numbers: for all in a channel to read, and on a card that one reader opened.
 */
export const quotingLimits = {
  public: { sentencesMax: 2, wordsMax: 60 },
  // Three sentences of the length that 60 words allow for two.
  card: { sentencesMax: 3, wordsMax: 90 },
} as const satisfies Record<string, QuotingLimit>;

/**
 * An article's only sentence may exceed its share, because the feed itself shows it as a snippet. With more words than
 * this it is a list, or several sentences without full stops.
 */
export const aloneWordsMax = 120;

/** Never more of an article than this, however short it is. */
export const quotedShareMax = 0.25;
