import type { EpochMs } from '../clock.ts';
import type { ImportanceParts } from '../stories/importance.ts';

/** One sentence of an article, character for character. */
export interface QuotedSentence {
  text: string;
  articleId: string;
  outlet: string;
  url: string;
}

/** A topic as readers see it; a server's own topic has the same name in every language. */
export interface TopicLabel {
  id: string;
  /** By language; English stands in for those that are missing. */
  names: Readonly<{ en: string; [language: string]: string }>;
  colour: number;
  own: boolean;
}

/** What a channel was told of a story before, for the mark Update. */
export interface Told {
  at: EpochMs;
  messageUrl?: string;
}

/** What an outlet says of one of its articles: that it put something right, or took it back. */
export interface DigestCorrection {
  kind: 'corrected' | 'retracted';
  text: string;
  articleId: string;
  outlet: string;
  url: string;
}

/** What an outlet put right or took back since an earlier digest of the channel told it. */
export interface EarlierCorrection extends Omit<DigestCorrection, 'articleId'> {
  /** Day and address of that digest. */
  localDate: string;
  messageUrl?: string;
}

/** One story of a digest. */
export interface DigestPlace {
  storyId: string;
  title: string;
  /** The article whose title heads the story. */
  url: string;
  articleId: string;
  outlet: string;
  topicId: string;
  sentences: readonly QuotedSentence[];
  outlets: number;
  voices: number;
  since: EpochMs;
  picture?: { url: string; alt: string };
  /** Present when the channel knows the story: the sentences are then only new ones. */
  told?: Told;
  /** Why it stands here. */
  importance?: ImportanceParts;
  /** What outlets corrected or withdrew of it, before the digest was made or after it was sent: one an article. */
  corrections?: readonly DigestCorrection[];
  /** At its outlet's request something is no longer shown; title and address are empty where they were the outlet's. */
  removed?: boolean;
}

/** A story that only gets one line. */
export interface DigestLine {
  storyId: string;
  title: string;
  url: string;
  articleId: string;
  outlet: string;
  topicId: string;
  /** What its outlet corrected or withdrew, as in a place. */
  corrections?: readonly DigestCorrection[];
}

/** What one channel gets for one slot: a value, not yet a message. */
export interface Digest {
  channelId: string;
  serverId: string;
  /** The day in the channel's zone, YYYY-MM-DD. */
  localDate: string;
  zone: string;
  /** Discord locale of its message, which an edit keeps whatever the server reads then. */
  locale: string;
  topics: readonly TopicLabel[];
  windowStart: EpochMs;
  windowEnd: EpochMs;
  places: readonly DigestPlace[];
  also: readonly DigestLine[];
  /** Of what earlier digests told. */
  earlierCorrections?: readonly EarlierCorrection[];
  /** Articles of the topics that were read within the window. */
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
  /** Fewer than two stories. */
  quiet: boolean;
}
