import { splitSentences } from '../text/sentences.ts';
import type { Article } from './article.ts';

/** What an outlet says of its own mistake, in its words. */
export interface StatedCorrection {
  kind: 'corrected' | 'retracted';
  text: string;
}

type Worded = Pick<Article, 'title' | 'paragraphs' | 'language'>;

const retracted = /^\W*(?:retracted|retraction|withdrawn|zurückgezogen)\b/iu;
const corrected = /\b(?:correction|corrected|clarification|korrektur|berichtigung|richtigstellung|klarstellung)\b/iu;
/** Corrections stand at an article's head or foot. */
const paragraphsLooked = 2;
const textCharactersMax = 300;

const headAndFoot = ({ paragraphs }: Worded) =>
  paragraphs.length <= paragraphsLooked * 2
    ? paragraphs
    : [...paragraphs.slice(0, paragraphsLooked), ...paragraphs.slice(-paragraphsLooked)];

/** The first sentences of a paragraph that fit, whole. */
function opening(paragraph: string, language: string | undefined): string {
  let text = '';
  for (const sentence of splitSentences(paragraph, language)) {
    const next = text === '' ? sentence : `${text} ${sentence}`;
    if (next.length > textCharactersMax) break;
    text = next;
  }
  return text;
}

/** Present where the new wording says that the outlet corrected or withdrew the article, and the old one did not. */
export function correctionIn(before: Worded, after: Worded): StatedCorrection | undefined {
  if (retracted.test(after.title) && !retracted.test(before.title)) {
    return { kind: 'retracted', text: after.title };
  }
  const known = new Set(before.paragraphs);
  const stated = headAndFoot(after).find((paragraph) => corrected.test(paragraph) && !known.has(paragraph));
  if (stated !== undefined) return { kind: 'corrected', text: opening(stated, after.language) };
  if (corrected.test(after.title) && !corrected.test(before.title)) return { kind: 'corrected', text: after.title };
  return undefined;
}
