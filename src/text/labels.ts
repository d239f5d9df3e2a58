import { inAny, languages } from '../languages/languages.ts';

/** "Retraction: …": the outlet withdrew the article. */
const withdrawn = new RegExp(`^\\W*(?:${inAny(({ labels }) => labels.withdrawn)})\\s*[:–—|\\])-]`, 'iu');
/** "Correction:", "Clarification (24 May):", "Berichtigung –" */
const labelled = new RegExp(
  `^\\W*(?:${inAny(({ labels }) => `${labels.correction}|${labels.withdrawn}`)})s?\\b[^:–—|]{0,40}[:–—|]`,
  'iu',
);

const titleLetters = 300;

/** Whether a title reports a person's suicide, attempt or self-harm. */
export const saysSuicide = (title: string): boolean =>
  languages.some(({ suicide }) => suicide?.test(title.slice(0, titleLetters)));

/** Whether an outlet's note on its mistake begins with a label, so that Lede needs to add none. */
export const namesCorrection = (text: string): boolean => labelled.test(text.slice(0, 100));

/** The outlet's note on its mistake without its label. */
export const withoutCorrectionLabel = (text: string): string =>
  namesCorrection(text) ? text.replace(labelled, '').trimStart() : text;

/** Whether a title says that the outlet withdrew the article. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));
