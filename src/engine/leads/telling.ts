import { aloneWordsMax, quotingLimits } from '../articles/quotingLimits.ts';
import { namesCorrection } from '../text/labels.ts';
import { termsOf } from '../text/terms.ts';
import { wordCount } from '../text/wordCount.ts';
import { supersededSentences } from './figures.ts';
import { firstSentences, repeatsOf, standfirstOf } from './lead.ts';
import { newSentences } from './news.ts';
import { quotation, standsAlone } from './readable.ts';
import type { ArticleSentence, StoryArticle } from './storyArticle.ts';

/** Paragraphs and sentences read per article. Its news is among them even if it isn't in the lead. */
const paragraphsRead = 6;
const sentencesRead = 14;
const lettersRead = 5_000;
const titleLetters = 300;
const articlesRead = 40;
/** Factor for each position further down the article. */
const furtherShare = 0.85;
/**
 * Factor for sentences of articles other than the headline's: `least` if they share no word with the headline, `most`
 * if they share all.
 */
const otherShares = { least: 0.5, most: 0.85 };
/** Factor for sentences of articles that are certainly not news: features open with a scene. */
const featureShare = 0.1;
/** Sentences below `least` words are skipped; those below `min` count `shortShare`. */
const words = { least: 4, min: 7 };
/** Minimum number of words outside quotations: enough to name the speaker. */
const toldMin = 2;
const shortShare = 0.5;
/**
 * Offset for the first sentence: with none of the headline's words it counts this much, with all of them three times as
 * much.
 */
const untoldShare = 0.5;
/** Sentences with fewer terms are normalised as if they had this many. */
const termsMin = 7;
/** First and second person: the writer sets a scene or addresses the reader. Not the "I" of "World War I". */
const personal =
  /(?<!\p{L})(?:(?<!\s\p{Lu}\p{L}+\s)I|[Yy]ours?|[Yy]ou|[Ww]e|us|[Oo]urs?|me|[Mm]y|[Ww]ir|uns|[Uu]nsere?|[Ii]ch|[Mm]eine?)(?!\p{L})/u;
/** Words that refer to earlier text or to an earlier event. */
const adding =
  /(?<!\p{L})(?:also|auch|ebenfalls|zudem|(?:comes?|came) (?:(?:hours|days|weeks) )?(?:after|amid|as))(?!\p{L})/u;
/** An opening with a definite noun from earlier text: "The move …", "Der Entscheid …". */
const definite = /^["“„«]?(?:The\s\p{Ll}|(?:Der|Die|Das|Den|Dem)\s\p{L})/u;
const leaningShare = 0.8;
/** A further sentence must reach this share of the first one's score. Below it are colour and repetition. */
const worthShare = 0.07;
/** In an update of a story, the first new sentence must reach this share of the best one's score. */
const newsShare = 0.2;
/** Factor for terms that were posted before. It isn't 0, because an update has to name its subject. */
const toldShare = 0.4;

interface Sentence extends ArticleSentence {
  /** Score for form and position, regardless of content. */
  readonly form: number;
  readonly terms: ReadonlySet<string>;
}

const termSet = (text: string, language?: string): Set<string> => new Set(termsOf(text, language));

/** Weights of terms: the share of articles that use them near the top. */
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

/** Sentences from an article's opening that make sense alone and may be quoted. */
function sentencesOf(article: StoryArticle, head: StoryArticle): Sentence[] {
  const { id, title, paragraphs, language, notNews = 0 } = article;
  // A correction explains the mistake ("It was 58"), not the event.
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
        standsAlone(text) &&
        isReport(text) &&
        !repeats.some((repeatsOne) => repeatsOne(text)),
    );
}

const withoutQuotes = (text: string): string => text.replace(quotation, '');

/** Whether the sentence is the outlet's report, not a bare quotation or a remark to the reader. */
function isReport(text: string): boolean {
  const told = withoutQuotes(text);
  return wordCount(told) >= toldMin && !personal.test(told);
}

function otherShare(terms: ReadonlySet<string>, headline: ReadonlySet<string>): number {
  const told = [...headline].filter((term) => terms.has(term)).length / Math.max(1, headline.size);
  return otherShares.least + (otherShares.most - otherShares.least) * told;
}

/** Scores a sentence's form. Takes its first term as its subject. */
function formOf(text: string, at: number, terms: ReadonlySet<string>, headline: ReadonlySet<string>): number {
  const [subject = ''] = terms;
  const leans = adding.test(withoutQuotes(text)) || (definite.test(text) && (at > 0 || !headline.has(subject)));
  return (wordCount(text) < words.min ? shortShare : 1) * (leans ? leaningShare : 1);
}

/** Scores what a sentence adds. `left` has factors for terms that earlier sentences used; other terms count 1. */
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
 * Chooses the sentences for a story, word for word, best first. The first one covers the headline by itself; it is from
 * the headline's article unless another outlet's is much better. The others add to it. None repeats another one or
 * `told`. If there is none and `told` is empty, returns a standfirst (a line without a full stop). Sentences above the
 * public word limit are used only if no shorter one qualifies.
 */
export function tellStory(
  articles: readonly StoryArticle[],
  head: StoryArticle,
  options: {
    max: number;
    told?: readonly string[];
    mayStand?: (line: ArticleSentence) => boolean;
  },
): ArticleSentence[] {
  const { max, told = [], mayStand = () => true } = options;
  const read = readOf(articles, head);
  const weights = weightsOf(read);
  const superseded = supersededSentences(read);
  const stands = (line: ArticleSentence): boolean => !superseded.has(line.text) && mayStand(line);
  const candidates = candidatesOf(read, head);
  const left = new Map<string, number>(
    told.flatMap((text) => termsOf(text, head.language).map((term) => [term, toldShare])),
  );
  // An update's first sentence is compared with the best possible sentence, further sentences with the first one.
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

/** A second sentence from the same article adds less than one from another article. */
const voiceShare = (sentence: Sentence, chosen: readonly Sentence[]): number =>
  chosen.some(({ articleId }) => articleId === sentence.articleId) ? 0.6 : 1;

const isNew = ({ text }: ArticleSentence, known: readonly string[], language: string | undefined): boolean =>
  newSentences([text], known, language).length > 0;

/** Sentences of all openings. Wire copy repeats sentences; the first outlet to print one is quoted. */
function candidatesOf(articles: readonly StoryArticle[], head: StoryArticle): Sentence[] {
  const seen = new Set<string>();
  return articles
    .flatMap((article) => sentencesOf(article, head))
    .filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

/** Standfirsts, for a story without any usable sentence. */
const standfirstsOf = (articles: readonly StoryArticle[]): ArticleSentence[] =>
  articles.flatMap(({ id, title, paragraphs }) => {
    const text = standfirstOf(paragraphs, title);
    return text !== undefined && standsAlone(text) ? [{ text, articleId: id }] : [];
  });

/**
 * The lead sentences of one article, word for word and in its order, as a digest would quote them: up to `wordsMax`
 * words. A single sentence may be longer.
 */
export function leadOf(
  article: Pick<StoryArticle, 'title' | 'paragraphs' | 'language'>,
  { wordsMax = 60 }: { wordsMax?: number } = {},
): string[] {
  const read = { ...article, id: '', outlet: '' };
  const chosen: string[] = [];
  for (const { text } of tellStory([read], read, { max: 3 }))
    if (chosen.length === 0 || wordCount([...chosen, text].join(' ')) <= wordsMax) chosen.push(text);
  const whole = article.paragraphs.join('\n');
  return chosen.sort((a, b) => whole.indexOf(a) - whole.indexOf(b));
}
