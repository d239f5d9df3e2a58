import type { EpochMs } from '../clock.ts';
import type { Article } from '../engine/articles/article.ts';
import type { StatedCorrection } from '../engine/articles/correction.ts';
import type { WeighedArticle } from '../engine/stories/importance.ts';
import type { TopicalArticle } from '../engine/stories/topics.ts';
import type { ArticleId, StoryId, TopicId } from '../ids.ts';
import type { EarlierTelling, QuotedSentence } from '../storage/telling.ts';
import type { Said } from './muted.ts';

/** An article of a candidate; its text is read only when needed. */
export type CandidateArticle = Pick<Article, 'id' | 'language' | 'publishedAt' | 'imageUrl' | 'imageAlt'> &
  WeighedArticle &
  TopicalArticle & {
    newsAt: EpochMs;
    /** Owner of its outlet; sister titles share one. */
    owner: string;
    /** The owner or name of the outlet or agency that it names as its source. */
    cites?: string;
  };

/** A story that may appear in a digest, with the articles that this server may see, oldest first. */
export interface Candidate {
  storyId: StoryId;
  articles: readonly CandidateArticle[];
  /** Articles of the earlier stories that it continues. */
  earlier?: readonly CandidateArticle[];
  /** Number of origins that its articles rest on. */
  voices: number;
  /** Ids of the server's word topics that the story matches. */
  wordTopicIds?: readonly TopicId[];
  /** The parts of the story that the channel's earlier digests told. */
  told?: ToldBefore;
}

export interface ToldBefore extends EarlierTelling {
  articleIds: readonly ArticleId[];
  sentences: readonly string[];
}

/** An article with its outlet's correction, if there is one. */
export interface ToldArticle extends Article {
  /** Its outlet's correction or withdrawal. */
  correction?: StatedCorrection;
}

/** Texts that are loaded or chosen on demand while a digest is composed. */
export interface Texts {
  /** Undefined when it has left the archive. */
  article(id: ArticleId): Promise<ToldArticle | undefined>;
  /** Titles and leads of the story's articles, cut at a limit. Undefined when the story is gone. */
  searchedOf(storyId: StoryId): Promise<Said | undefined>;
  /**
   * Chooses the article that provides the story's headline. `articles` are the story's new articles, oldest first. If
   * the channel was already told of the story, the headline must say something new; `knownIds` are the story's articles
   * that were published before that telling. Undefined if no article may provide the headline, or none says anything
   * new.
   */
  headlineFor(
    articles: readonly HeadlineWanted[],
    told?: ToldBefore & { knownIds: readonly ArticleId[] },
  ): Promise<ToldArticle | undefined>;
  /**
   * Chooses the sentence to quote in public from these articles; it repeats nothing from `told`. Undefined if none
   * qualifies.
   */
  sentenceOf(wanted: SentenceWanted): Promise<QuotedSentence | undefined>;
}

export type HeadlineWanted = Pick<CandidateArticle, 'id' | 'general' | 'notNews'> & {
  /**
   * False for articles that may not provide the headline. They are passed all the same because they show what the story
   * is about, so that channels with different topics judge it alike.
   */
  mayHead: boolean;
  preferred?: boolean;
  paywalled?: boolean;
};

export interface SentenceWanted {
  /** Oldest first. */
  articleIds: readonly ArticleId[];
  /** The article that provides the headline above the sentence. */
  headlineId: string;
  told?: Pick<ToldBefore, 'articleIds' | 'sentences'>;
  /** Words that no quoted sentence may contain. */
  mutedWords?: readonly string[];
}
