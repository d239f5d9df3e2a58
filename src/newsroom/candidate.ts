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
    /** Owner of the outlet; sister titles have the same. */
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
  /** Number of origins behind its articles. */
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
  /** Its outlet's correction or withdrawal. */
  correction?: StatedCorrection;
}

/** Texts that are read or chosen only when a digest needs them. */
export interface StoryTexts {
  /** Undefined if it has left the archive. */
  article(id: ArticleId): Promise<ToldArticle | undefined>;
  /** Titles and leads of the story's articles, cut at a limit. Undefined if the story is gone. */
  searchedOf(storyId: StoryId): Promise<TextInLanguage | undefined>;
  /**
   * Chooses headline and sentence of a story from its new articles, oldest first. For a story in an earlier digest of
   * the channel, both say something new; `knownIds` are the story's articles published before that digest. Undefined if
   * no article may be the headline, or none says anything new.
   */
  presentOf(
    articles: readonly ArticleWanted[],
    options: {
      told?: ToldBefore & { knownIds: readonly ArticleId[] };
      /** Words that no quoted sentence may contain. */
      mutedWords: readonly string[];
    },
  ): Promise<PublicPresent<ToldArticle> | undefined>;
}

export type ArticleWanted = Pick<CandidateArticle, 'id' | 'notNews'> & {
  /**
   * False for an article that may not be the headline. It still shows what the story is about, so that channels with
   * different topics judge the story alike.
   */
  mayHead: boolean;
  preferred?: boolean;
  paywalled?: boolean;
};
