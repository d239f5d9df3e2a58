import { aloneWordsMax, type QuotingLimit, quotingLimits } from '../../engine/articles/quotingLimits.ts';
import { wordCount } from '../../engine/text/wordCount.ts';
import type { QuotedSentence } from '../../storage/postContent.ts';
import { escapeMarkdown, type Links, link } from './escape.ts';

/** Quoting limits for messages to a whole channel, and for cards that one reader opened. */
export const { public: inPublic, card: onCard } = quotingLimits;

/**
 * Counts what a message quotes from each article, by address; `take` returns false if a quotation would exceed the
 * limit. An article's first sentence may have up to `aloneWordsMax` words.
 */
export function createQuotedShare({ sentencesMax, wordsMax }: QuotingLimit): {
  take(url: string, text: string): boolean;
} {
  const used = new Map<string, { sentences: number; words: number }>();
  return {
    take: (url, text) => {
      const before = used.get(url) ?? { sentences: 0, words: 0 };
      const after = { sentences: before.sentences + 1, words: before.words + wordCount(text) };
      if (after.sentences > sentencesMax || after.words > (after.sentences > 1 ? wordsMax : aloneWordsMax))
        return false;
      used.set(url, after);
      return true;
    },
  };
}

/** A sentence with its outlet, linked unless the reader has the link already. */
export function quote(sentence: QuotedSentence, linked: boolean, links: Links = link): string {
  const outlet = linked ? links(sentence.outlet, sentence.url, 60) : escapeMarkdown(sentence.outlet, 60);
  return `${escapeMarkdown(sentence.text)} — ${outlet}`;
}
