import type { ArticleSentence, StoryArticle } from './leads/storyArticle.ts';
import { type SentenceRules, sentencesOf } from './leads/telling.ts';
import { type HeadlineArticle, rateTitles } from './stories/headline.ts';

/** How many of the best headlines are tried. None of 214 judged stories was better told by a lower-ranked one. */
const headlinesTried = 3;
/**
 * How much the sentence's worth counts beside the headline's. On unseen archives, choosing both together gave one more
 * fit headline in a hundred than choosing the headline first.
 */
const sentenceShare = 0.5;
/** A sentence of lower worth is left out. Nine of the twenty chosen sentences of lowest worth (0.9 to 2) were unfit. */
const worthMin = 1.2;

/** A story's headline and the sentence below it, word for word. */
export interface Present<Given> {
  headline: Given;
  /** Undefined if none is fit. */
  sentence: ArticleSentence | undefined;
  /** How fit the sentence is; 0 without one. Below 2 half of the sentences are fit, above 4 nine of ten. */
  worth: number;
}

/**
 * Chooses headline and sentence together, so that both tell the same stage of the event. `given` are the story's new
 * articles, oldest first. The sentence repeats nothing in `told`; it is from a preferred outlet if one has a sentence.
 * Undefined if no article may be the headline.
 */
export function presentOf<Given extends HeadlineArticle & StoryArticle>(
  given: readonly Given[],
  { mayHead = () => true, ...options }: SentenceRules & { mayHead?: (article: Given) => boolean } = {},
): Present<Given> | undefined {
  const ofPreferred = given.filter((article) => article.preferred);
  const preferred = sentencesOf(ofPreferred, options);
  const all = sentencesOf(given, options);
  const pairs = rateTitles(given, given.filter(mayHead))
    .slice(0, headlinesTried)
    .map(({ article, worth }) => {
      const best = preferred(article)[0] ?? all(article)[0];
      return { headline: article, best, worth: worth + sentenceShare * (best?.worth ?? 0) };
    });
  const [chosen] = pairs.sort((a, b) => b.worth - a.worth);
  if (chosen === undefined) return undefined;
  const { headline, best } = chosen;
  if (best === undefined || best.worth < worthMin) return { headline, sentence: undefined, worth: 0 };
  const { text, articleId } = best.sentence;
  return { headline, sentence: { text, articleId }, worth: best.worth };
}
