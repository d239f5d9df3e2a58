import { aloneWordsMax, quotingLimits } from '../articles/quotingLimits.ts';
import { termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { wordCount } from '../text/wordCount.ts';
import { supersededSentences } from './figures.ts';
import { firstSentences, leadOf, repeatsOf } from './lead.ts';
import { newSentences } from './news.ts';
import { standsAlone } from './readable.ts';
import { mayStateFigure } from './statedFigures.ts';
import type { StoryArticle } from './storySentences.ts';
import { type StoryLine, summarizeStory } from './storySummary.ts';

/** Where the news of an article stands, if not in its lead. */
const paragraphsRead = 6;
const sentencesRead = 14;
const lettersRead = 5_000;
const titleLetters = 300;
/** The story's other articles say what is news; more of them say it no better. */
const articlesRead = 40;
/** Enough of the summary to choose from. */
const summaryWords = 110;
/** What a sentence loses for each place further down; taken out of another article it lacks more of what stood above it. */
const placeShares = { head: 0.95, other: 0.9 };
/** Outlets begin with the news: the lead stays unless another sentence tells this much more; of a second outlet less is expected. */
const leadShares = { head: 1.5, other: 1.2 };
/** Fewer words tell little; more are hard to read in a list. */
const words = { least: 4, min: 7, max: 36 };
const lengthShares = { short: 0.5, long: 0.85 };
/** A short sentence is not denser than it is. */
const termsMin = 7;
/** A writer who speaks to the reader or of himself sets a scene. */
const personal = /(?<![\p{L}])(?:I|you|your|we|us|our|me|my|wir|uns|unser|du|ich|mein)(?![\p{L}])/u;
const personalShare = 0.7;
/** A number or a name. */
const factShare = 1.15;
/** A further sentence brings at least this share of what the best one tells, or it is left out: colour, or the same again. */
const worthShare = 0.07;
/** News of a story that was told brings more than that. */
const newsShare = 0.2;
/** What was told before counts that much: an update has to name what it is about. */
const toldShare = 0.4;

interface Sentence extends StoryLine {
  /** What its form and place are worth, before what it says. */
  readonly form: number;
  readonly terms: ReadonlySet<string>;
}

const termSet = (text: string, language?: string): Set<string> => new Set(termsOf(text, language));

/** How much each term belongs to the news: those of the headline, and those that many of the articles use high up. */
function weightsOf(head: StoryArticle, articles: readonly StoryArticle[]): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number, language?: string): void => {
    for (const term of termSet(text, language)) weights.set(term, (weights.get(term) ?? 0) + weight);
  };
  add(head.title.slice(0, titleLetters), 1, head.language);
  const read = articles.slice(-articlesRead);
  for (const { title, paragraphs, language } of read) {
    const opening = paragraphs.slice(0, 3).join('\n').slice(0, lettersRead);
    add(title.slice(0, titleLetters), 1 / (read.length + 1), language);
    add(`${title}\n${opening}`, 1 / (read.length + 1), language);
  }
  // What an article comes back to is its matter.
  const share = 0.5 / Math.max(3, head.paragraphs.length);
  for (const paragraph of head.paragraphs.slice(0, 12)) add(paragraph.slice(0, lettersRead), share, head.language);
  return weights;
}

/** The sentences of an article's opening that stand by themselves, as they may be quoted. */
function sentencesOf(article: StoryArticle, head: StoryArticle): Sentence[] {
  const { id, title, paragraphs, language } = article;
  const repeats = [title, head.title].map(repeatsOf);
  const kind = id === head.id ? 'head' : 'other';
  const lead = leadOf(article)[0];
  const headline = termSet(title.slice(0, titleLetters), language);
  // One without a name, a number or a word of the headline is colour more often than news.
  const leadShare = (text: string, terms: ReadonlySet<string>): number =>
    hasFact(text, language) || [...headline].some((term) => terms.has(term)) ? leadShares[kind] : 1;
  const opening = paragraphs.slice(0, paragraphsRead);
  return firstSentences(opening, { count: sentencesRead, letters: lettersRead }, language)
    .map((text, at) => {
      const terms = termSet(text, language);
      const share = text === lead ? leadShare(text, terms) : 1;
      return { text, articleId: id, form: placeShares[kind] ** at * formOf(text, language) * share, terms };
    })
    .filter(
      ({ text }) =>
        wordCount(text) >= words.least &&
        standsAlone(text, language) &&
        !repeats.some((repeatsOne) => repeatsOne(text)),
    );
}

const hasFact = (text: string, language?: string): boolean =>
  tokensOf(text, language).some((token, at) => /^\d/.test(token) || (at > 0 && /^\p{Lu}/u.test(token)));

function formOf(text: string, language?: string): number {
  const count = wordCount(text);
  const length = count < words.min ? lengthShares.short : count > words.max ? lengthShares.long : 1;
  const outside = text.replace(/“[^”]*”|"[^"]*"/gu, '');
  return length * (hasFact(text, language) ? factShare : 1) * (personal.test(outside) ? personalShare : 1);
}

/** What it says beyond what is said; one that mostly says it again is worth less even where it adds something. `left` is what a term still counts. */
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

/** The half of the work of `tellStory` for more than one sentence that can be done before it, so that a thread is not held for both at once. */
export function summaryOf(articles: readonly StoryArticle[], head: StoryArticle): StoryLine[] {
  const read = readOf(articles, head);
  return read.length > 1 ? summarizeStory(read, { wordsMax: summaryWords }) : [];
}

/**
 * Sentences that tell a story, word for word, best first: the first is the one of `head`, the article with the headline, that best tells its news by
 * itself (its lead, unless that sets a scene, cannot stand alone or says far less), then what the outlets add. None says what another one or `told`
 * said. Of a story that was not told a lead that does not quite stand alone is better than nothing. `mayStand` is the reader's word on each.
 * One with more words than an article may give in public is chosen only where nothing shorter is.
 */
export function tellStory(
  articles: readonly StoryArticle[],
  head: StoryArticle,
  options: {
    max: number;
    told?: readonly string[];
    summary?: readonly StoryLine[];
    mayStand?: (line: StoryLine) => boolean;
  },
): StoryLine[] {
  const { max, told = [], mayStand = () => true } = options;
  const read = readOf(articles, head);
  const summary = (): readonly StoryLine[] => options.summary ?? (max > 1 ? summaryOf(articles, head) : []);
  const weights = weightsOf(head, read);
  const superseded = once(() => supersededSentences(read));
  const stands = (line: StoryLine): boolean =>
    (!mayStateFigure(line.text) || !superseded().has(line.text)) && mayStand(line);
  const ofAll = once(() => candidatesOf(read, head, summary()));
  // One sentence of the headline's article mostly does, and then nothing is asked of the others.
  const ofHead = once(() =>
    max === 1 ? candidatesOf([head], head, []) : ofAll().filter(({ articleId }) => articleId === head.id),
  );
  const left = new Map<string, number>(
    told.flatMap((text) => termsOf(text, head.language).map((term) => [term, toldShare])),
  );
  // What could be said at best is the measure of news, and the first sentence that of what follows it.
  const most = () =>
    Math.max(
      0,
      ...ofAll()
        .filter(stands)
        .map((one) => worthOf(one, weights, new Map())),
    );
  let least = told.length === 0 ? 0 : newsShare * most();
  const chosen: Sentence[] = [];
  const best = (list: readonly Sentence[], wordsMax: number = quotingLimits.public.wordsMax): Found | undefined => {
    const known = [...told, ...chosen.map(({ text }) => text)];
    return list
      .filter(({ text }) => wordCount(text) <= wordsMax)
      .map((sentence) => ({ sentence, worth: worthOf(sentence, weights, left) * voiceShare(sentence, chosen) }))
      .filter(({ worth }) => worth > least)
      .sort((a, b) => b.worth - a.worth)
      .find(({ sentence }) => stands(sentence) && isNew(sentence, known, head.language));
  };
  const first = (wordsMax?: number) => best(ofHead(), wordsMax) ?? best(ofAll(), wordsMax);
  while (chosen.length < max) {
    const next = chosen.length > 0 ? best(ofAll()) : (first() ?? first(aloneWordsMax));
    if (!next) break;
    chosen.push(next.sentence);
    least ||= worthShare * next.worth;
    for (const term of next.sentence.terms) left.set(term, 0);
  }
  const lines = chosen.length === 0 && told.length === 0 ? anyLead(read).filter(mayStand).slice(0, 1) : chosen;
  return lines.map(({ text, articleId }) => ({ text, articleId }));
}

function once<Value>(work: () => Value): () => Value {
  let done: { value: Value } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

/** A second voice says more than a second sentence of the same one. */
const voiceShare = (sentence: Sentence, chosen: readonly Sentence[]): number =>
  chosen.some(({ articleId }) => articleId === sentence.articleId) ? 0.6 : 1;

const isNew = ({ text }: StoryLine, known: readonly string[], language: string | undefined): boolean =>
  newSentences([text], known, language).length > 0;

/** The articles' openings, and the lines of a summary of all of them. */
function candidatesOf(articles: readonly StoryArticle[], head: StoryArticle, lines: readonly StoryLine[]): Sentence[] {
  const openings = articles.flatMap((article) => sentencesOf(article, head));
  const summary = lines
    .filter(({ text }) => standsAlone(text, head.language))
    .map((line) => ({ ...line, form: formOf(line.text), terms: termSet(line.text, head.language) }));
  const seen = new Set<string>();
  // Wire copy brings one sentence many times: the first outlet is quoted.
  return [...openings, ...summary].filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

const anyLead = (articles: readonly StoryArticle[]): StoryLine[] =>
  articles.flatMap((article) =>
    leadOf(article)
      .slice(0, 1)
      .map((text) => ({ text, articleId: article.id })),
  );

const articleWords = 60;

/** Sentences of one article that tell it, word for word and in its order: its lead, which may be longer than the words, then its summary. */
export function summarize(
  article: Pick<StoryArticle, 'title' | 'paragraphs' | 'language'>,
  { wordsMax = articleWords }: { wordsMax?: number } = {},
): string[] {
  const read = { ...article, id: '', outlet: '' };
  const lines = [...tellStory([read], read, { max: 1 }), ...summarizeStory([read], { wordsMax })];
  const chosen: string[] = [];
  for (const { text } of lines) {
    if (chosen.length === 0 || (!chosen.includes(text) && wordCount([...chosen, text].join(' ')) <= wordsMax))
      chosen.push(text);
  }
  const whole = article.paragraphs.join('\n');
  return chosen.sort((a, b) => whole.indexOf(a) - whole.indexOf(b));
}
