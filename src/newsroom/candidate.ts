import type { Article } from '../articles/article.ts';
import type { StatedCorrection } from '../articles/correction.ts';
import type { EpochMs } from '../clock.ts';
import type { QuotedSentence, Told } from '../digests/digest.ts';
import type { WeighedArticle } from '../stories/importance.ts';
import type { TopicalArticle } from '../stories/topics.ts';
import type { Said } from './muted.ts';

/** An article of a candidate; its text is read only when needed. */
export type CandidateArticle = Pick<Article, 'id' | 'language' | 'publishedAt' | 'imageUrl' | 'imageAlt'> &
  WeighedArticle &
  TopicalArticle & {
    newsAt: EpochMs;
    /** Of its outlet. */
    owner: string;
  };

/** A story that may come into a digest, with the articles that this server may see, first to latest. */
export interface Candidate {
  storyId: string;
  articles: readonly CandidateArticle[];
  /** Articles of the earlier stories that it continues. */
  earlier?: readonly CandidateArticle[];
  /** Newsrooms that wrote their own report. */
  voices: number;
  /** The server's topics by words that it fits. */
  wordTopicIds?: readonly string[];
  /** What this channel was told of it. */
  told?: ToldBefore;
}

export interface ToldBefore extends Told {
  articleIds: readonly string[];
  sentences: readonly string[];
}

/** An article as a digest tells it. */
export interface ToldArticle extends Article {
  /** Its outlet's correction or withdrawal. */
  correction?: StatedCorrection;
}

/** The texts of articles as composing asks for them. */
export interface Texts {
  /** Undefined when it has left the archive. */
  article(id: string): Promise<ToldArticle | undefined>;
  /** Titles and leads of the story's articles, up to a bound. Undefined when the story is gone. */
  searchedOf(storyId: string): Promise<Said | undefined>;
  /**
   * The article whose headline stands over a story. `articles` are what is new of it, first to latest. For a channel that
   * was told of the story, it heads the update; `knownIds` are the story's articles that were out by then. Undefined when
   * none is left that may head it, or none tells anything new.
   */
  headlineOf(
    articles: readonly HeadlineWanted[],
    told?: ToldBefore & { knownIds: readonly string[] },
  ): Promise<ToldArticle | undefined>;
  /** The sentence that tells these articles in public and repeats nothing that was told. Undefined if none is fit. */
  sentenceOf(wanted: SentenceWanted): Promise<QuotedSentence | undefined>;
}

export type HeadlineWanted = Pick<CandidateArticle, 'id' | 'general' | 'notNews'> & {
  /** Others only show what the story is, so that channels of different topics judge it alike. */
  mayHead: boolean;
  preferred?: boolean;
  paywalled?: boolean;
};

export interface SentenceWanted {
  /** First to latest. */
  articleIds: readonly string[];
  /** The article under whose headline the sentence stands. */
  headlineId: string;
  told?: Pick<ToldBefore, 'articleIds' | 'sentences'>;
  /** Words that no quoted sentence may hold. */
  mutedWords?: readonly string[];
}
