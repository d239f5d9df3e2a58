import { isMarkedCorrection, saysCorrected, saysWithdrawn } from '../text/labels.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Article } from './article.ts';

/** An outlet's note about its own mistake, in its words. */
export interface StatedCorrection {
  kind: 'corrected' | 'retracted';
  text: string;
}

type Worded = Pick<Article, 'title' | 'paragraphs' | 'language'>;

/** How many paragraphs to search at an article's head and foot, where outlets print corrections. */
const paragraphsLooked = 2;
const textCharactersMax = 300;

const headAndFoot = ({ paragraphs }: Worded) =>
  paragraphs.length <= paragraphsLooked * 2
    ? paragraphs
    : [...paragraphs.slice(0, paragraphsLooked), ...paragraphs.slice(-paragraphsLooked)];

/** The paragraph's first whole sentences, as many as fit. */
function opening(paragraph: string, language: string | undefined): string {
  let text = '';
  for (const sentence of splitSentences(paragraph, language)) {
    const next = text === '' ? sentence : `${text} ${sentence}`;
    if (next.length > textCharactersMax) break;
    text = next;
  }
  return text;
}

/** Whether an earlier version had the paragraph, whole or longer than now: a feed may truncate what its page had. */
function wasSaid({ paragraphs }: Worded, paragraph: string): boolean {
  const beginning = paragraph.replace(/\P{L}{0,20}$/u, '');
  return paragraphs.some((known) => known.startsWith(beginning));
}

/** Finds a correction or retraction note that is in `after` but not in `before`. */
export function correctionIn(before: Worded, after: Worded): StatedCorrection | undefined {
  if (saysWithdrawn(after.title)) {
    // A correction must not replace a retraction notice that is still there.
    return saysWithdrawn(before.title) ? undefined : { kind: 'retracted', text: after.title };
  }
  const said = headAndFoot(after).find((paragraph) => saysCorrected(paragraph) && !wasSaid(before, paragraph));
  if (said !== undefined) return { kind: 'corrected', text: opening(said, after.language) };
  if (isMarkedCorrection(after.title) && !isMarkedCorrection(before.title))
    return { kind: 'corrected', text: after.title };
  return undefined;
}
