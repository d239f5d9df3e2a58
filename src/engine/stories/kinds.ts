import type { Language } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { subtagOf } from '../languages/subtag.ts';
import { cutTitle, type ItemWords, itemWords, pathOf, type WordedItem } from './itemWords.ts';
import weights from './kinds.json' with { type: 'json' };

/**
 * Log-odds of one class: a bias and, for each field, words (separated by spaces) by weight. A word adds its weight if
 * the field contains it.
 */
export interface ClassWeights {
  readonly bias: number;
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The words in each field of an item; none contains a space. */
export type FieldWords = Readonly<Record<string, ReadonlySet<string>>>;

export const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Logistic regression over words: the probability that an item belongs to the class. */
export function wordModel({ bias, fields }: ClassWeights): (words: FieldWords) => number {
  const weightOf = new Map<string, number>();
  for (const [field, weights] of Object.entries(fields))
    for (const [weight, words] of Object.entries(weights))
      for (const word of words.split(' ')) weightOf.set(`${field} ${word}`, Number(weight));
  return (given) => {
    const odds = Object.keys(fields).flatMap((field) =>
      [...(given[field] ?? [])].map((word) => weightOf.get(`${field} ${word}`) ?? 0),
    );
    return sigmoid(odds.reduce((sum, weight) => sum + weight, bias));
  };
}

/** Parts of addresses that mark an item as not news, in many languages. 85 % of the items with one aren't news. */
const filedAside =
  /(?<!\p{L})(?:audio|chroniqu|column|comment|debats|editos?(?![\p{L}])|galler|horosc|idees|interview|kolumn|kommentar|live|meinung|newsletter|opini|podcast|portfolio|quiz|ratgeber|review|tribunes?(?![\p{L}]))/iu;
const isFiledAside = ({ url }: WordedItem): boolean => filedAside.test(pathOf(url));

const hasBar = (title: string): boolean => /\s\|\s/.test(title);
const isOnlyAQuote = (title: string): boolean => /^["'‘“„«»].*["'’”“»«]$/.test(title);

/** Features of an item's form, independent of its subject. */
const forms: Readonly<Record<string, (item: ItemWords, words: Language['kinds']) => boolean>> = {
  question: ({ title }) => title.includes('?'),
  questionInBlurb: ({ blurb }) => blurb.includes('?'),
  bar: ({ title }) => hasBar(title),
  colon: ({ title }) => /:\s/.test(title),
  colonInBlurb: ({ blurb }) => /:\s/.test(blurb),
  onlyAQuote: ({ title }) => isOnlyAQuote(title),
  voice: ({ titleWords }, words) => titleWords.some((word) => words?.voice.test(word)),
  voiceInBlurb: ({ blurbWords }, words) => blurbWords.some((word) => words?.voice.test(word)),
  said: ({ blurb }, words) => words?.said.test(blurb) ?? false,
  weekday: ({ blurb }, words) => words?.weekday.test(blurb) ?? false,
};

function formOf(given: WordedItem, item: ItemWords): Set<string> {
  const words = languageOf(given.language)?.kinds;
  const form = new Set(Object.keys(forms).filter((name) => forms[name]?.(item, words)));
  if (isFiledAside(given)) form.add('filedAside');
  const { title, titleWords } = item;
  form.add(`title${Math.min(6, Math.floor(titleWords.length / 3))}`);
  const capitals = (title.match(/\s\p{Lu}/gu)?.length ?? 0) / Math.max(1, titleWords.length - 1);
  return form.add(`capitals${Math.min(4, Math.floor(5 * capitals))}`);
}

/** Features for the model of kinds, without outlet or topic. Words and forms are separate for each language. */
export function kindWords(given: WordedItem): FieldWords {
  const item = itemWords(given);
  const language = subtagOf(given.language);
  const form = formOf(given, item);
  return {
    form,
    labels: item.labels,
    [`form ${language}`]: form,
    [`opening ${language}`]: new Set(item.blurbWords.slice(0, 1)),
    [`title ${language}`]: new Set(item.titleWords),
    [`words ${language}`]: item.words,
  };
}

const model = wordModel(weights);

/** Probability that an item isn't news if its address or title suggests so, in a language without labelled items. */
const plainlyNone = 0.77;

function saidWithoutWords(item: WordedItem): number {
  const title = cutTitle(item);
  const isAside = languageOf(item.language)?.asides?.test(title) ?? false;
  const isPlain =
    isAside || isFiledAside(item) || hasBar(title) || isOnlyAQuote(title) || /[?？؟]["'’”“»)]*$/.test(title);
  return isPlain ? plainlyNone : 0;
}

/**
 * Probability, 0 to 1, that an item isn't a news report: a review, opinion, feature, preview, live page, quiz, gallery,
 * video, deal, list, newsletter and the like. In a language without weights, only plain signs in address and title
 * count.
 */
export function notNews(item: WordedItem): number {
  const isLearned = `words ${subtagOf(item.language)}` in weights.fields;
  return isLearned ? model(kindWords(item)) : saidWithoutWords(item);
}
