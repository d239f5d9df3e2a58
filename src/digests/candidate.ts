import type { Article } from '../articles/article.ts';
import type { StatedCorrection } from '../articles/correction.ts';
import type { EpochMs } from '../clock.ts';
import type { QuotedSentence, Told } from './digest.ts';
import type { Said } from './muted.ts';

/** An article of a candidate; its text is read only if the story may come into the digest. */
export type CandidateArticle = Pick<
  Article,
  'id' | 'outletId' | 'language' | 'publishedAt' | 'imageUrl' | 'imageAlt'
> & { newsAt: EpochMs };

/** A story that may come into a digest, with the articles that this server may see, first to latest. */
export interface Candidate {
  storyId: string;
  articles: readonly CandidateArticle[];
  /** Outlets that wrote their own, among these. */
  voices: number;
  /** The article with the headline of all of these, where that is known. */
  headlineId?: string;
  /** Votes for the channel's topics; a story without any is not a candidate. */
  topics: readonly { topicId: string; votes: number }[];
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
  /** The one whose headline stands over a story of these articles, first to latest; undefined when none is left. */
  headlineOf(articleIds: readonly string[]): Promise<ToldArticle | undefined>;
  /** What these articles of one story may say in public, best first: nothing that was told before. */
  sentencesOf(wanted: SentencesWanted): Promise<readonly QuotedSentence[]>;
}

export interface SentencesWanted {
  /** First to latest. */
  articleIds: readonly string[];
  /** The article under whose headline the sentences stand. */
  headlineId: string;
  max: number;
  told?: Pick<ToldBefore, 'articleIds' | 'sentences'>;
  /** No sentence with one of these words is quoted; undefined where none is muted. */
  mutedWords?: readonly string[];
}
