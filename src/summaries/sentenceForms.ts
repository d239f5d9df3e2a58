import type { ArticleText } from './articleSentences.ts';
import { pointsBack } from './pronouns.ts';
import { leansBack, marksBalanced } from './readable.ts';

/** How a sentence reads beside others. */
export interface SentenceForm {
  readonly whole: boolean;
  /** Opens in a way that leans on the sentence before. */
  readonly leans: boolean;
  /** Speaks in its middle of somebody whom it does not name. */
  readonly points: boolean;
}

export const formsOf = ({ sentences }: ArticleText, language?: string): SentenceForm[] =>
  sentences.map(({ text }) => ({
    whole: marksBalanced(text),
    leans: leansBack(text),
    points: pointsBack(text, language),
  }));

/** Whether a reader can follow these sentences, indexes in article order: whole quotations, and nobody called "he" without a sentence that names him. */
export function reads(forms: readonly SentenceForm[], set: readonly number[]): boolean {
  return set.every((at, n) => {
    const form = forms[at];
    const follows = n > 0 && set[n - 1] === at - 1;
    // In the middle of a sentence "he" is whom the summary spoke of before, if it spoke at all.
    return form?.whole === true && (!form.leans || follows) && (!form.points || n > 0);
  });
}
