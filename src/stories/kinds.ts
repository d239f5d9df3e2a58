import { type ItemWords, isEnglish, itemWords, type WordedItem } from './itemWords.ts';
import weights from './kinds.json' with { type: 'json' };
import { type FieldWords, wordModel } from './wordModel.ts';

/** How an item is written, whatever it is about. */
const forms: Readonly<Record<string, (item: ItemWords) => boolean>> = {
  question: ({ title }) => title.includes('?'),
  questionLast: ({ title }) => /\?["'”’)]*$/.test(title),
  questionInBlurb: ({ blurb }) => blurb.includes('?'),
  bar: ({ title }) => /\s\|\s/.test(title),
  colon: ({ title }) => /:\s/.test(title),
  shortPrefix: ({ title }) => /^[^:]{1,25}:\s/.test(title),
  exclamation: ({ title }) => title.includes('!'),
  dots: ({ title }) => /…|\.\.\./.test(title),
  dash: ({ title }) => /\s[–—-]\s/.test(title),
  quoteFirst: ({ title }) => /^["'‘“]/.test(title),
  quote: ({ title }) => /["'‘“]/.test(title),
  onlyAQuote: ({ title }) => /^["'‘“].*["'’”]$/.test(title),
  fullStop: ({ title }) => /\.$/.test(title),
  twoSentences: ({ title }) => /[a-z]{3}[.!?]["'’”]? \p{Lu}/u.test(title),
  price: ({ title }) => /[$£€₹]\s?\d/.test(title),
  I: ({ titleWords }) => titleWords.some((word) => /^(?:i|my|me|i'm|i've)$/.test(word)),
  you: ({ titleWords }) => titleWords.some((word) => /^(?:you|your|you're|you'll)$/.test(word)),
  we: ({ titleWords }) => titleWords.some((word) => /^(?:we|our|us|we're)$/.test(word)),
  IInBlurb: ({ blurbWords }) => blurbWords.some((word) => /^(?:i|my|me|i'm|i've)$/.test(word)),
  youInBlurb: ({ blurbWords }) => blurbWords.some((word) => /^(?:you|your|you're|you'll)$/.test(word)),
  weInBlurb: ({ blurbWords }) => blurbWords.some((word) => /^(?:we|our|we're)$/.test(word)),
  said: ({ blurb }) => /\b(?:said|says|announced|told|according to|reported)\b/i.test(blurb),
  weekday: ({ blurb }) => /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(blurb),
  colonInBlurb: ({ blurb }) => /:\s/.test(blurb),
  quoteOpensBlurb: ({ blurb }) => /^["'‘“]/.test(blurb),
};

function formOf(item: ItemWords): Set<string> {
  const form = new Set(Object.keys(forms).filter((name) => forms[name]?.(item)));
  const { title, blurb, titleWords } = item;
  form.add(`title${Math.min(6, Math.floor(titleWords.length / 3))}`);
  form.add(`blurb${Math.min(5, Math.floor(blurb.length / 40))}`);
  const capitals = (title.match(/\s\p{Lu}/gu)?.length ?? 0) / Math.max(1, titleWords.length - 1);
  return form.add(`capitals${Math.min(4, Math.floor(5 * capitals))}`);
}

const opening = ([first, second]: readonly string[]): string[] =>
  first === undefined ? [] : [first, ...(second === undefined ? [] : [`${first}_${second}`])];

/** What the model of kinds reads: no outlet, no topic. */
export function kindWords(given: WordedItem): FieldWords {
  const item = itemWords(given);
  const { titleWords, blurbWords, labels, slug, words } = item;
  return {
    form: formOf(item),
    title: new Set(titleWords),
    opening: new Set(opening(titleWords)),
    ending: new Set(titleWords.slice(-1)),
    blurbOpening: new Set(opening(blurbWords)),
    labels,
    slug,
    words,
  };
}

const model = wordModel([weights]);

/**
 * How likely an item is no news report: a review, opinion, feature, preview, live page, quiz, gallery, video, deal,
 * list, newsletter and the like. 0 for what is not English, since nothing is known of it.
 */
export function notNews(item: WordedItem): number {
  return isEnglish(item) ? (model(kindWords(item))[0] ?? 0) : 0;
}
