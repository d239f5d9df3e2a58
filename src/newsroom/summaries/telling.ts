import { aloneWordsMax, quotingLimits } from '../../articles/quotingLimits.ts';
import { namesCorrection } from '../../text/labels.ts';
import { termsOf } from '../../text/terms.ts';
import { wordCount } from '../../text/wordCount.ts';
import { supersededSentences } from './facts/figures.ts';
import { firstSentences, repeatsOf, standfirstOf } from './lead.ts';
import { newSentences } from './news.ts';
import { standsAlone } from './readable.ts';
import type { StoryArticle, StoryLine } from './storyArticle.ts';

/** Where the news of an article stands, if not in its lead. */
const paragraphsRead = 6;
const sentencesRead = 14;
const lettersRead = 5_000;
const titleLetters = 300;
const articlesRead = 40;
/** What a sentence loses for each place further down its article. */
const furtherShare = 0.85;
/** A sentence of another article than the headline's counts less, least if it tells nothing of the headline. */
const otherShares = { least: 0.5, most: 0.85 };
/** A sentence of what is surely no news counts this much: features open with a scene. */
const featureShare = 0.1;
/** Fewer words tell little. */
const words = { least: 4, min: 7 };
/** Words around a quotation: who said it, at least. */
const toldMin = 2;
const shortShare = 0.5;
/** The first sentence counts this much without a word of the headline, and three times as much with all of them. */
const untoldShare = 0.5;
/** Shorter sentences are weighed as if they had this many terms. */
const termsMin = 7;
/** A writer who speaks to the reader or of himself sets a scene; not "World War I". */
const personal =
  /(?<!\p{L})(?:(?<!\s\p{Lu}\p{L}+\s)I|[Yy]ours?|[Yy]ou|[Ww]e|us|[Oo]urs?|me|[Mm]y|[Ww]ir|uns|[Uu]nsere?|[Ii]ch|[Mm]eine?)(?!\p{L})/u;
/** Adds to what stood above it, or says what it came after. */
const adding =
  /(?<!\p{L})(?:also|auch|ebenfalls|zudem|(?:comes?|came) (?:(?:hours|days|weeks) )?(?:after|amid|as))(?!\p{L})/u;
/** "The move …", "Der Entscheid …": the sentence before said which. */
const definite = /^["“„«]?(?:The\s\p{Ll}|(?:Der|Die|Das|Den|Dem)\s\p{L})/u;
const leaningShare = 0.8;
/** A further sentence must be worth this share of the best one; less is colour, or the same again. */
const worthShare = 0.07;
/** News of a story that was told must be worth more. */
const newsShare = 0.2;
/** Terms that were told before still count this much: an update has to name what it is about. */
const toldShare = 0.4;

interface Sentence extends StoryLine {
  /** What its form and place are worth, before what it says. */
  readonly form: number;
  readonly terms: ReadonlySet<string>;
}

const termSet = (text: string, language?: string): Set<string> => new Set(termsOf(text, language));

/** How much each term belongs to the news: most where many of the articles use it high up. */
function weightsOf(articles: readonly StoryArticle[]): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number, language?: string): void => {
    for (const term of termSet(text, language)) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  const read = articles.slice(-articlesRead);
  for (const { title, paragraphs, language } of read) {
    const opening = paragraphs.slice(0, 3).join('\n').slice(0, lettersRead);
    add(title.slice(0, titleLetters), 1 / (read.length + 1), language);
    add(`${title}\n${opening}`, 1 / (read.length + 1), language);
  }
  return weights;
}

/** The sentences of an article's opening that stand by themselves, as they may be quoted. */
function sentencesOf(article: StoryArticle, head: StoryArticle): Sentence[] {
  const { id, title, paragraphs, language, notNews = 0 } = article;
  // "It was 58": a correction says how it was, not what happened.
  if (namesCorrection(title) && id !== head.id) return [];
  const repeats = [title, head.title].map(repeatsOf);
  const headline = termSet(head.title.slice(0, titleLetters), head.language);
  const news = Math.max(featureShare, 1 - 2 * notNews ** 2);
  const opening = paragraphs.slice(0, paragraphsRead);
  return firstSentences(opening, { count: sentencesRead, letters: lettersRead }, language, title)
    .map((text, at) => {
      const terms = termSet(text, language);
      const share = id === head.id ? 1 : news * otherShare(terms, headline);
      return { text, articleId: id, form: share * furtherShare ** at * formOf(text, at, terms, headline), terms };
    })
    .filter(
      ({ text }) =>
        wordCount(text) >= words.least &&
        standsAlone(text, language) &&
        isReport(text) &&
        !repeats.some((repeatsOne) => repeatsOne(text)),
    );
}

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|„[^“”]*[“”]|«[^»]*»/gu, '');

/** Whether the outlet reports it: not a bare quotation, and not the outlet speaking to its reader. */
function isReport(text: string): boolean {
  const told = withoutQuotes(text);
  return wordCount(told) >= toldMin && !personal.test(told);
}

function otherShare(terms: ReadonlySet<string>, headline: ReadonlySet<string>): number {
  const told = [...headline].filter((term) => terms.has(term)).length / Math.max(1, headline.size);
  return otherShares.least + (otherShares.most - otherShares.least) * told;
}

/** What a sentence's form is worth; the first of its terms is what it is about. */
function formOf(text: string, at: number, terms: ReadonlySet<string>, headline: ReadonlySet<string>): number {
  const [subject = ''] = terms;
  const leans = adding.test(withoutQuotes(text)) || (definite.test(text) && (at > 0 || !headline.has(subject)));
  return (wordCount(text) < words.min ? shortShare : 1) * (leans ? leaningShare : 1);
}

/** What a sentence says beyond what is said; `left` is what a term still counts, 1 if it is missing. */
function worthOf(
  { form, terms }: Sentence,
  weights: ReadonlyMap<string, number>,
  left: ReadonlyMap<string, number>,
): number {
  let open = 0;
  let sum = 0;
  for (const term of terms) {
    const share = left.get(term) ?? 1;
    open += share;
    sum += share * (weights.get(term) ?? 0);
  }
  return (form * Math.sqrt(open / Math.max(1, terms.size)) * sum) / Math.sqrt(Math.max(termsMin, terms.size));
}

interface Found {
  readonly sentence: Sentence;
  readonly worth: number;
}

const readOf = (articles: readonly StoryArticle[], head: StoryArticle): StoryArticle[] => [
  head,
  ...articles.filter(({ id }) => id !== head.id).slice(1 - articlesRead),
];

/**
 * Sentences that tell a story, word for word, best first. The first best tells the headline by itself, from the
 * headline's article unless another outlet tells it much better; the others add to it. None repeats another one or
 * `told`. A story that was never told and has no such sentence gets a line without a full stop. Sentences with more
 * words than an article may give in public are chosen only if nothing shorter is there.
 */
export function tellStory(
  articles: readonly StoryArticle[],
  head: StoryArticle,
  options: {
    max: number;
    told?: readonly string[];
    mayStand?: (line: StoryLine) => boolean;
  },
): StoryLine[] {
  const { max, told = [], mayStand = () => true } = options;
  const read = readOf(articles, head);
  const weights = weightsOf(read);
  const superseded = supersededSentences(read);
  const stands = (line: StoryLine): boolean => !superseded.has(line.text) && mayStand(line);
  const candidates = candidatesOf(read, head);
  const left = new Map<string, number>(
    told.flatMap((text) => termsOf(text, head.language).map((term) => [term, toldShare])),
  );
  // News is measured against the best sentence there is, further sentences against the first.
  const most = () => Math.max(0, ...candidates.filter(stands).map((one) => worthOf(one, weights, new Map())));
  const headline = [...termSet(head.title.slice(0, titleLetters), head.language)].filter((term) => !left.has(term));
  const tellsHeadline = ({ terms }: Sentence): number =>
    untoldShare + headline.filter((term) => terms.has(term)).length / Math.max(1, headline.length);
  let least = told.length === 0 ? 0 : newsShare * most();
  const chosen: Sentence[] = [];
  const best = (wordsMax: number = quotingLimits.public.wordsMax): Found | undefined => {
    const known = [...told, ...chosen.map(({ text }) => text)];
    return candidates
      .filter(({ text }) => wordCount(text) <= wordsMax)
      .map((sentence) => ({
        sentence,
        worth:
          worthOf(sentence, weights, left) *
          (chosen.length === 0 ? tellsHeadline(sentence) : voiceShare(sentence, chosen)),
      }))
      .filter(({ worth }) => worth > least)
      .sort((a, b) => b.worth - a.worth)
      .find(({ sentence }) => stands(sentence) && isNew(sentence, known, head.language));
  };
  while (chosen.length < max) {
    const next = best() ?? (chosen.length > 0 ? undefined : best(aloneWordsMax));
    if (!next) break;
    chosen.push(next.sentence);
    least ||= worthShare * next.worth;
    for (const term of next.sentence.terms) left.set(term, 0);
  }
  const lines = chosen.length === 0 && told.length === 0 ? standfirstsOf(read).filter(mayStand).slice(0, 1) : chosen;
  return lines.map(({ text, articleId }) => ({ text, articleId }));
}

/** A second voice says more than a second sentence of the same one. */
const voiceShare = (sentence: Sentence, chosen: readonly Sentence[]): number =>
  chosen.some(({ articleId }) => articleId === sentence.articleId) ? 0.6 : 1;

const isNew = ({ text }: StoryLine, known: readonly string[], language: string | undefined): boolean =>
  newSentences([text], known, language).length > 0;

/** Sentences of all openings. Wire copy brings one many times, and the first outlet is quoted. */
function candidatesOf(articles: readonly StoryArticle[], head: StoryArticle): Sentence[] {
  const seen = new Set<string>();
  return articles
    .flatMap((article) => sentencesOf(article, head))
    .filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

/** Lines that are no sentences, for a story without any. */
const standfirstsOf = (articles: readonly StoryArticle[]): StoryLine[] =>
  articles.flatMap(({ id, title, paragraphs, language }) => {
    const text = standfirstOf(paragraphs, title);
    return text !== undefined && standsAlone(text, language) ? [{ text, articleId: id }] : [];
  });

/** The most sentences offered; the reader takes as many as fit. */
const sentencesMost = 12;

/** Of these lines as many as fit, in their order; the first may be longer. */
function fitting(lines: readonly StoryLine[], wordsMax: number): StoryLine[] {
  let left = wordsMax;
  return lines.filter(({ text }, at) => {
    const count = wordCount(text);
    if (at > 0 && count > left) return false;
    left -= count;
    return true;
  });
}

/** Sentences of several outlets that tell their story within the words, best first. */
export function summarizeStory(
  articles: readonly StoryArticle[],
  { wordsMax = 100 }: { wordsMax?: number } = {},
): StoryLine[] {
  const [head] = articles;
  return head ? fitting(tellStory(articles, head, { max: sentencesMost }), wordsMax) : [];
}

/** Sentences of one article that tell it within the words, in its order. */
export function summarize(
  article: Pick<StoryArticle, 'title' | 'paragraphs' | 'language'>,
  { wordsMax = 60 }: { wordsMax?: number } = {},
): string[] {
  const whole = article.paragraphs.join('\n');
  const read = { ...article, id: '', outlet: '' };
  return fitting(tellStory([read], read, { max: 3 }), wordsMax)
    .map(({ text }) => text)
    .sort((a, b) => whole.indexOf(a) - whole.indexOf(b));
}
