import type { EpochMs } from '../clock.ts';
import type { Article } from '../engine/articles/article.ts';
import type { StatedCorrection } from '../engine/articles/correction.ts';
import type { WeighedArticle } from '../engine/stories/importance.ts';
import type { TopicalArticle } from '../engine/stories/topics.ts';
import type { ArticleId, StoryId, TopicId } from '../ids.ts';
import type { EarlierTelling } from '../storage/postContent.ts';
import type { TextInLanguage } from './muted.ts';
import type { PublicPresent } from './sentences.ts';

/** An article of a candidate; its text is read only when needed. */
export type CandidateArticle = Pick<Article, 'id' | 'language' | 'publishedAt' | 'imageUrl' | 'imageAlt'> &
  WeighedArticle &
  TopicalArticle & {
    newsAt: EpochMs;
    /** Owner of the outlet; several outlets can have the same owner. */
    owner: string;
    /** The outlet or agency (or its owner) that the article names as its source. */
    cites?: string;
  };

/** A story that may appear in a digest, with the articles that this server may see, oldest first. */
export interface Candidate {
  storyId: StoryId;
  articles: readonly CandidateArticle[];
  /** Articles of the earlier stories that this one continues. */
  earlier?: readonly CandidateArticle[];
  /** Number of independent origins behind the articles. */
  voices: number;
  /** Ids of the server's word topics that the story matches. */
  wordTopicIds?: readonly TopicId[];
  /** What the channel's earlier digests showed of the story. */
  told?: ToldBefore;
}

export interface ToldBefore extends EarlierTelling {
  articleIds: readonly ArticleId[];
  sentences: readonly string[];
}

export interface ToldArticle extends Article {
  /** The correction or withdrawal that the outlet published. */
  correction?: StatedCorrection;
}

/** Reads texts and chooses sentences only when a digest needs them. */
export interface StoryTexts {
  /** Undefined if the article has left the archive. */
  article(id: ArticleId): Promise<ToldArticle | undefined>;
  /** Titles and leads of the story's articles, up to a length limit. Undefined if the story is gone. */
  searchedOf(storyId: StoryId): Promise<TextInLanguage | undefined>;
  /**
   * Chooses the headline and sentence of a story from its new articles, oldest first. If an earlier digest of the
   * channel showed the story, both must say something new; `knownIds` are the articles from before that digest.
   * Undefined if no article may be the headline or says anything new.
   */
  presentOf(
    articles: readonly ArticleWanted[],
    options: {
      told?: ToldBefore & { knownIds: readonly ArticleId[] };
      /** Whether the headline must say what other newsrooms say, too. */
      confirmed?: boolean | undefined;
      /** Words that no quoted sentence may contain. */
      mutedWords: readonly string[];
    },
  ): Promise<PublicPresent<ToldArticle> | undefined>;
}

export type ArticleWanted = Pick<CandidateArticle, 'id' | 'notNews'> & {
  /**
   * Whether the article may be the headline. Other articles still show what the story is about, so that channels with
   * different topics judge the story alike.
   */
  mayHead: boolean;
  preferred?: boolean;
  paywalled?: boolean;
};
