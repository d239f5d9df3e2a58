import { newSentences } from '../engine/leads/news.ts';
import { isPlain } from '../engine/stories/headline.ts';
import { saysWithdrawn } from '../engine/text/labels.ts';
import { termsOf } from '../engine/text/terms.ts';
import type { QuotedSentence } from '../storage/telling.ts';
import type { ToldArticle } from './candidate.ts';
import { saysMuted } from './muted.ts';
import { quotedBy } from './sentences.ts';

/** Minimum share of the headline's words that the line below it must contain. */
const coveredMin = 0.25;
/**
 * Minimum number of words that the line must add. Of 52 lines, 12 added fewer, and 8 of these repeated the headline.
 */
const addedMin = 4;

const wordsOf = ({ title, language }: Pick<ToldArticle, 'title' | 'language'>) => new Set(termsOf(title, language));

/** The share of the headline's words in the text, from 0 to 1. */
export function shareCovered(headline: Pick<ToldArticle, 'title' | 'language'>, text = ''): number {
  const words = wordsOf(headline);
  return words.intersection(wordsOf({ title: text, language: headline.language })).size / Math.max(1, words.size);
}

/**
 * Another outlet's headline, word for word, to show below a story's own instead of `sentence`. Of those that cover at
 * least as much of the headline as the sentence, it covers most. Undefined if none is fit.
 * `told`: only for an update, the sentences that the channel already got.
 */
export function secondLine(
  headline: ToldArticle,
  others: readonly ToldArticle[],
  { sentence, told, mutedWords }: { sentence?: string; told?: readonly string[]; mutedWords: readonly string[] },
): QuotedSentence | undefined {
  const { outletId, language } = headline;
  const isFit = (other: ToldArticle): boolean =>
    other.outletId !== outletId &&
    other.language === language &&
    isPlain(other.title) &&
    !saysWithdrawn(other.title) &&
    !saysMuted({ text: other.title, language }, mutedWords) &&
    // Below an update, an older headline is out of date.
    (told === undefined || other.publishedAt >= headline.publishedAt) &&
    newSentences([other.title], told ?? [], language).length > 0 &&
    wordsOf(other).difference(wordsOf(headline)).size >= addedMin;
  const lines = others.filter(isFit).map((other) => ({ other, covered: shareCovered(headline, other.title) }));
  const [best] = lines.sort((a, b) => b.covered - a.covered);
  const least = Math.max(coveredMin, shareCovered(headline, sentence));
  return best === undefined || best.covered < least ? undefined : quotedBy(best.other, best.other.title);
}
