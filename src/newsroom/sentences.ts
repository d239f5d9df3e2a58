import { dayMs } from '../clock.ts';
import type { Article } from '../engine/articles/article.ts';
import { isShortEnough, mayQuote, quotable } from '../engine/leads/quoting.ts';
import { tellStory } from '../engine/leads/telling.ts';
import { type Present, presentOf } from '../engine/present.ts';
import type { HeadlineArticle } from '../engine/stories/headline.ts';
import type { ArticleId } from '../ids.ts';
import type { QuotedSentence } from '../storage/postContent.ts';
import { saysMuted } from './muted.ts';

/**
 * Lists and cards quote no article that is this much older than the headline's, because it tells an earlier stage. In
 * digests, which cover a day, such a sentence was fit in the one judged story that has one.
 */
export const stageMs = dayMs / 2;

export const quotedBy = (article: Article, text: string): QuotedSentence => ({
  text,
  articleId: article.id,
  outlet: article.outletName,
  url: article.url,
});

/** The article as the engine expects it, with the outlet's name in `outlet`. */
export const asStoryArticle = <Given extends Article>(article: Given) => ({ ...article, outlet: article.outletName });

interface PublicOptions {
  /** Sentences and headlines that must not be repeated. */
  told: readonly string[];
  mutedWords?: readonly string[];
}

/** Rules for public sentences: they keep to the publishers' limits and contain no muted word. */
function publicRules(articles: readonly Article[], { told, mutedWords = [] }: PublicOptions) {
  const byId = new Map(articles.filter(mayQuote).map((article) => [article.id, article]));
  return {
    told,
    mayStand({ text, articleId }: { text: string; articleId: ArticleId }): boolean {
      const article = byId.get(articleId);
      return (
        article !== undefined &&
        isShortEnough(text, article) &&
        !saysMuted({ text, language: article.language }, mutedWords)
      );
    },
    quote(line: { text: string; articleId: ArticleId } | undefined): QuotedSentence | undefined {
      const article = line && byId.get(line.articleId);
      return article && quotable([quotedBy(article, line.text)], byId)[0];
    },
  };
}

/** The lead sentence of one article; undefined if no sentence may be quoted in public. */
export function publicSentence(article: Article, options: PublicOptions): QuotedSentence | undefined {
  const { quote, ...rules } = publicRules([article], options);
  return quote(tellStory([asStoryArticle(article)], asStoryArticle(article), { max: 1, ...rules })[0]);
}

/** A story's headline and the sentence below it, if a sentence may be quoted in public. */
export type PublicPresent<Given> = Omit<Present<Given>, 'sentence'> & { sentence: QuotedSentence | undefined };

/** Chooses a story's headline and sentence by the engine's `presentOf`. `articles` are the new ones, oldest first. */
export function publicPresent<Given extends Article & HeadlineArticle>(
  articles: readonly Given[],
  options: PublicOptions & { mayHead?: (article: Given) => boolean },
): PublicPresent<Given> | undefined {
  const { quote, ...rules } = publicRules(articles, options);
  const present = presentOf(articles.map(asStoryArticle), { mayHead: options.mayHead, ...rules });
  return present && { ...present, sentence: quote(present.sentence) };
}
