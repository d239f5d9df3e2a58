import type { Article } from '../articles/article.ts';
import type { StatedCorrection } from '../articles/correction.ts';
import type { EpochMs } from '../clock.ts';
import type { WeighedArticle } from '../stories/importance.ts';
import type { TopicalArticle } from '../stories/topics.ts';
import type { QuotedSentence, Told } from './digest.ts';
import type { Said } from './muted.ts';

/** An article of a candidate; its text is read only if the story may come into the digest. */
export type CandidateArticle = Pick<Article, 'id' | 'language' | 'publishedAt' | 'imageUrl' | 'imageAlt'> &
  WeighedArticle &
  TopicalArticle & { newsAt: EpochMs };

/** A story that may come into a digest, with the articles that this server may see, first to latest. */
export interface Candidate {
  storyId: string;
  articles: readonly CandidateArticle[];
  /** Articles of the earlier stories that it continues. */
  earlier?: readonly CandidateArticle[];
  /** Outlets that wrote their own, among these. */
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
  /** What its outlet put right, or that it withdrew it. */
  correction?: StatedCorrection;
}

/** The texts of articles as composing asks for them; who answers may remember the answers for other channels. */
export interface Texts {
  /** Undefined when it has left the archive. */
  article(id: string): Promise<ToldArticle | undefined>;
  /** What the story is searched by: titles and leads of its articles, up to a bound. Undefined when it is no more. */
  searchedOf(storyId: string): Promise<Said | undefined>;
  /**
   * The one whose headline stands over a story of these articles, first to latest, or over its update where the
   * channel knows the story; undefined when none is left, or none tells what is new.
   */
  headlineOf(articles: readonly HeadlineWanted[], told?: ToldBefore): Promise<ToldArticle | undefined>;
  /**
   * The sentence that tells these articles of one story in public: nothing that was told before. Undefined where none
   * is fit.
   */
  sentenceOf(wanted: SentenceWanted): Promise<QuotedSentence | undefined>;
}

/** An article that may head its story, with what choosing goes by beside its text. */
export type HeadlineWanted = Pick<CandidateArticle, 'id' | 'general' | 'notNews'>;

export interface SentenceWanted {
  /** First to latest. */
  articleIds: readonly string[];
  /** The article under whose headline the sentence stands. */
  headlineId: string;
  told?: Pick<ToldBefore, 'articleIds' | 'sentences'>;
  /** No sentence with one of these words is quoted; undefined where none is muted. */
  mutedWords?: readonly string[];
}
