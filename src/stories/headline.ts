import type { EpochMs } from '../clock.ts';
import { saysWithdrawn } from '../text/labels.ts';
import { isStopWord, stemOf, termsOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import { independentVoices, type VoicedArticle } from './voices.ts';

const titleWordsMin = 4;
const titleWordsMax = 16;
const leadCharacters = 400;
const titleCharacters = 300;
const paragraphsRead = 10;
const freshMs = 12 * 3_600_000;
const textCharacters = 4_000;
/** What makes a title less fit to head a story, against a centrality between 0 and 1. */
const costs = {
  withdrawn: 2,
  unfounded: 0.25,
  stale: 0.3,
  copied: 0.15,
  shouting: 0.5,
  question: 0.3,
  teasing: 0.4,
  chatting: 0.3,
  labelled: 0.25,
  length: 0.15,
};
/** The lead stands below the title, so an article whose lead says what all say is the better one to head the story. */
const leadWeight = 0.5;

/** Promises instead of telling, or speaks of the page ("What we know", "10 things", "in pictures"). */
const teasing =
  /^(?:here's|here are|this is|these are|how|why|what|when|who|where|watch|meet|see|wie|warum|wieso|weshalb|was|wer|das|diese[rs]?|so)\b|^\d+ (?:things|ways|reasons|facts|dinge|gründe|fakten)\b|\b(?:you need to know|won't believe|what we know|everything we know|explained|in pictures|in photos|live updates|as it happened|muss man wissen|im liveticker)\b|\.\.\.$|…$/iu;
/** Talks to the reader, shouts for joy, or promises an explanation behind a colon. */
const chatting =
  /!|\b(?:you|your|yours|we|us|our|i|my|du|dein|wir|ihr|this (?:editor|writer|reporter|columnist))\b|[,:–—-]\s*(?:and\s|und\s)?(?:what|how|why|who|was|wie|warum|wer)\b/iu;
/** An opinion, a format or a live page is not the news itself. */
const labelled =
  /^(?:opinion|comment|editorial|analysis|column|live|video|watch|gallery|quiz|podcast|letters?|review|explainer|briefing|corrections?|corrected|clarification|berichtigung|korrektur|kommentar|analyse|meinung|kolumne|bilder|leitartikel)\s*[:|–—-]/iu;

export interface HeadlineArticle extends VoicedArticle {
  publishedAt: EpochMs;
  language?: string;
}

const isShouting = (title: string): boolean => {
  const letters = title.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  return letters.length >= 8 && capitals.length > 0.6 * letters.length;
};

function costOf(title: string, copied: boolean): number {
  const words = tokensOf(title).length;
  let cost = copied ? costs.copied : 0;
  if (saysWithdrawn(title)) cost += costs.withdrawn;
  if (isShouting(title)) cost += costs.shouting;
  if (/\?(?:[\s"'”’»]|$)/u.test(title)) cost += costs.question;
  if (teasing.test(title)) cost += costs.teasing;
  if (chatting.test(title)) cost += costs.chatting;
  if (labelled.test(title)) cost += costs.labelled;
  if (words < titleWordsMin || words > titleWordsMax) cost += costs.length;
  return cost;
}

const titleStems = (article: HeadlineArticle): string[] => [
  ...new Set(
    tokensOf(article.title.slice(0, titleCharacters), article.language)
      .filter((word) => !isStopWord(word, article.language))
      .map((word) => stemOf(word, article.language)),
  ),
];

/** How much of a title does not stand in the text below it: a play on words, a tease. */
function unfounded(article: HeadlineArticle): number {
  const text = article.paragraphs.slice(0, paragraphsRead).join('\n').slice(0, textCharacters);
  const said = new Set(termsOf(text, article.language));
  const stems = titleStems(article).filter((stem) => !/\d/.test(stem));
  // A snippet does not hold all that its title says.
  if (stems.length === 0 || said.size < stems.length * 3) return 0;
  return stems.filter((stem) => !said.has(stem)).length / stems.length;
}

/** What was the news half a day before the newest article may be overtaken; a day and a half before, it is. */
const stale = ({ publishedAt }: HeadlineArticle, newest: EpochMs): number =>
  Math.min(1, Math.max(0, newest - publishedAt - freshMs) / (2 * freshMs));

/**
 * The article whose title heads the story: says what most articles say, in the outlet's own words, and is no question, tease, play on words,
 * opinion, shout or old news while there is another. Give at least one article, first to latest; the choice depends on nothing else.
 */
export function headlineOf<Given extends HeadlineArticle>(articles: readonly Given[]): Given {
  const { sameTextAs } = independentVoices(articles);
  const holders = new Map<string, number>();
  for (const article of articles) {
    const lead = (article.paragraphs[0] ?? '').slice(0, leadCharacters);
    const stems = new Set([...titleStems(article), ...termsOf(lead, article.language)]);
    for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  const newest = Math.max(...articles.map(({ publishedAt }) => publishedAt));
  const others = Math.max(1, articles.length - 1);
  const centrality = (stems: readonly string[]): number => {
    const shared = stems.reduce((sum, stem) => sum + ((holders.get(stem) ?? 1) - 1) / others, 0);
    // √ so that neither one common word nor a title with all of them wins by length alone.
    return stems.length === 0 ? -1 : shared / Math.sqrt(stems.length) / 3;
  };
  const worth = (article: Given): number => {
    const lead = [...new Set(termsOf((article.paragraphs[0] ?? '').slice(0, leadCharacters), article.language))];
    const said = centrality(titleStems(article)) + leadWeight * centrality(lead);
    const cost = costOf(article.title.slice(0, titleCharacters), sameTextAs.has(article.id));
    return said - cost - costs.unfounded * unfounded(article) - costs.stale * stale(article, newest);
  };
  return articles
    .map((article) => ({ article, worth: worth(article) }))
    .reduce((best, next) => (isBetter(next, best) ? next : best)).article;
}

interface Rated {
  article: HeadlineArticle;
  worth: number;
}

function isBetter(next: Rated, best: Rated): boolean {
  if (Math.abs(next.worth - best.worth) > 1e-9) return next.worth > best.worth;
  if (next.article.publishedAt !== best.article.publishedAt) return next.article.publishedAt < best.article.publishedAt;
  return next.article.id < best.article.id;
}
