import { inAny, languages } from '../languages/languages.ts';

/** "Retraction: …": the outlet withdrew the article. */
const withdrawn = new RegExp(`^\\W*(?:${inAny(({ labels }) => labels.withdrawn)})\\s*[:–—|\\])-]`, 'iu');
/** "Correction:", "Clarification (24 May):", "Berichtigung –" */
const labelled = new RegExp(
  `^\\W*(?:${inAny(({ labels }) => `${labels.correction}|${labels.withdrawn}`)})s?\\b[^:–—|]{0,40}[:–—|]`,
  'iu',
);

/** "An earlier version of this article …", "This article was corrected": notes without a label. */
const corrected = inAny(({ labels }) => labels.corrected);
const saying = (what: string) => new RegExp(`(?<!\\p{L})(?:${what})(?![\\p{L}\\p{N}])`, 'iu');
const admits = saying(corrected);
const revises = saying(`${corrected}|${inAny(({ labels }) => labels.revised)}`);
/** "Correction: …" as a label. Without a colon or similar mark, "correction" may mean falling prices. */
const marked = new RegExp(
  `^\\W*(?:${inAny(({ labels }) => labels.correction)})s?` +
    '(?:\\s*[,(/][^:]{0,40}|\\s+[^:]{0,20}\\d[^:]{0,20})?(?:\\s*[:–—|\\])]|\\s-\\s)',
  'iu',
);

const titleLetters = 300;

/** Whether a title reports a person's suicide, attempt or self-harm. */
export const saysSuicide = (title: string): boolean =>
  languages.some(({ suicide }) => suicide?.test(title.slice(0, titleLetters)));

/** Whether an outlet's note about its mistake begins with a label. If so, Lede adds none. */
export const namesCorrection = (text: string): boolean => labelled.test(text.slice(0, 100));

/** The outlet's note about its mistake, without the label. */
export const withoutCorrectionLabel = (text: string): string =>
  namesCorrection(text) ? text.replace(labelled, '').trimStart() : text;

/** Whether a title says that the outlet withdrew the article. */
export const saysWithdrawn = (title: string): boolean => withdrawn.test(title.slice(0, 100));

/** Whether a paragraph begins with the label of a correction. */
export const isMarkedCorrection = (text: string): boolean => marked.test(text.slice(0, 200));

/** Whether a paragraph is a correction by the outlet, with or without a label. */
export const saysCorrected = (text: string): boolean => isMarkedCorrection(text) || admits.test(text.slice(0, 600));

/** Whether the outlet states in this sentence that it corrected or changed its own text. */
export const saysRevised = (sentence: string): boolean => revises.test(sentence);
