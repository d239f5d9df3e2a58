import { aloneWordsMax, quotingLimits } from '../articles/quotingLimits.ts';
import { termsOf } from '../text/terms.ts';
import { wordCount } from '../text/wordCount.ts';
import { supersededSentences } from './figures.ts';
import { firstSentences, repeatsOf, standfirstOf } from './lead.ts';
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
/** What a sentence loses for each place further down its article. */
const furtherShare = 0.85;
/** What a sentence of another article than the headline's counts: most where that has the same headline. */
const otherShares = { least: 0.5, most: 0.85 };
/** Fewer words tell little. */
const words = { least: 4, min: 7 };
/** Around a quotation: who said it, at least. */
const toldMin = 2;
const shortShare = 0.5;
/** What a sentence counts as the first that has no word of the headline; one that has all of them counts three times as much. */
const untoldShare = 0.5;
/** A short sentence is not denser than it is. */
const termsMin = 7;
/** A writer who speaks to the reader or of himself sets a scene; what he quotes may. */
const personal =
  /(?<!\p{L})(?:I|[Yy]ours?|[Yy]ou|[Ww]e|us|[Oo]urs?|me|[Mm]y|[Ww]ir|uns|[Uu]nsere?|[Ii]ch|[Mm]eine?)(?!\p{L})/u;
/** It adds to what stood above it. */
const adding = /(?<!\p{L})(?:also|auch|ebenfalls|zudem)(?!\p{L})/u;
/** "The move …", "Der Entscheid …": of what, the sentence before said, or the headline. */
const definite = /^["“„«]?(?:The\s\p{Ll}|(?:Der|Die|Das|Den|Dem)\s\p{L})/u;
const leaningShare = 0.8;
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
  const { id, title, paragraphs, language } = article;
  const repeats = [title, head.title].map(repeatsOf);
  const headline = termSet(head.title.slice(0, titleLetters), head.language);
  const share = id === head.id ? 1 : otherShareOf(termSet(title.slice(0, titleLetters), language), headline);
  const opening = paragraphs.slice(0, paragraphsRead);
  return firstSentences(opening, { count: sentencesRead, letters: lettersRead }, language, title)
    .map((text, at) => {
      const terms = termSet(text, language);
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

/** Whether an outlet tells it: nobody's bare words, and none of its own to the reader. */
function isReport(text: string): boolean {
  const told = withoutQuotes(text);
  return wordCount(told) >= toldMin && !personal.test(told);
}

function otherShareOf(title: ReadonlySet<string>, headline: ReadonlySet<string>): number {
  const shared = [...title].filter((term) => headline.has(term)).length;
  const alike = shared / Math.max(1, Math.min(title.size, headline.size));
  return otherShares.least + (otherShares.most - otherShares.least) * alike;
}

/** What a sentence's form is worth; the first of its terms is what it is about. */
function formOf(text: string, at: number, terms: ReadonlySet<string>, headline: ReadonlySet<string>): number {
  const [subject = ''] = terms;
  const leans = adding.test(withoutQuotes(text)) || (definite.test(text) && (at > 0 || !headline.has(subject)));
  return (wordCount(text) < words.min ? shortShare : 1) * (leans ? leaningShare : 1);
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
  const weights = weightsOf(read);
  const superseded = once(() => supersededSentences(read));
  const stands = (line: StoryLine): boolean =>
    (!mayStateFigure(line.text) || !superseded().has(line.text)) && mayStand(line);
  const ofAll = once(() => candidatesOf(read, head, summary()));
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
  const headline = termSet(head.title.slice(0, titleLetters), head.language);
  const tellsHeadline = ({ terms }: Sentence): number =>
    untoldShare + [...headline].filter((term) => terms.has(term)).length / Math.max(1, headline.size);
  let least = told.length === 0 ? 0 : newsShare * most();
  const chosen: Sentence[] = [];
  const best = (list: readonly Sentence[], wordsMax: number = quotingLimits.public.wordsMax): Found | undefined => {
    const known = [...told, ...chosen.map(({ text }) => text)];
    return list
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
    const next = best(ofAll()) ?? (chosen.length > 0 ? undefined : best(ofAll(), aloneWordsMax));
    if (!next) break;
    chosen.push(next.sentence);
    least ||= worthShare * next.worth;
    for (const term of next.sentence.terms) left.set(term, 0);
  }
  const lines = chosen.length === 0 && told.length === 0 ? standfirstsOf(read).filter(mayStand).slice(0, 1) : chosen;
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
  const headline = termSet(head.title.slice(0, titleLetters), head.language);
  const summary = lines
    .filter(({ text }) => standsAlone(text, head.language) && isReport(text))
    .map((line) => {
      const terms = termSet(line.text, head.language);
      return { ...line, form: formOf(line.text, 1, terms, headline), terms };
    });
  const seen = new Set<string>();
  // Wire copy brings one sentence many times: the first outlet is quoted.
  return [...openings, ...summary].filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

/** Lines that are no sentences, for a story without any. */
const standfirstsOf = (articles: readonly StoryArticle[]): StoryLine[] =>
  articles.flatMap(({ id, title, paragraphs, language }) => {
    const text = standfirstOf(paragraphs, title);
    return text !== undefined && standsAlone(text, language) ? [{ text, articleId: id }] : [];
  });

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
