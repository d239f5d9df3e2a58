import type { EpochMs } from '../clock.ts';
import type { ImportanceParts } from '../stories/importance.ts';
import type { BlockedLinks } from './blockedLinks.ts';
import type { Report } from './deliveryKinds.ts';

/** One sentence of an article, character for character. */
export interface QuotedSentence {
  text: string;
  articleId: string;
  outlet: string;
  url: string;
}

/** A topic as readers see it. */
export interface TopicLabel {
  id: string;
  /** By language; English if one is missing. */
  names: Readonly<{ en: string; [language: string]: string }>;
  colour: number;
  own: boolean;
}

/** When a channel was told of a story before, for the mark Update. */
export interface Told {
  at: EpochMs;
  messageUrl?: string;
  /** The headline that it had then. */
  headline?: Pick<DigestLine, 'title' | 'url' | 'articleId'>;
}

/** An outlet's correction or withdrawal of one of its articles. */
export interface DigestCorrection {
  kind: 'corrected' | 'retracted';
  text: string;
  articleId: string;
  outlet: string;
  url: string;
}

/** A correction of what an earlier digest of the channel told. */
export interface EarlierCorrection extends Omit<DigestCorrection, 'articleId'> {
  /** Day and address of that digest. */
  localDate: string;
  messageUrl?: string;
}

/** A story that only gets one line. */
export interface DigestLine {
  storyId: string;
  /** Title and address of the article that heads the story. */
  title: string;
  url: string;
  articleId: string;
  outlet: string;
  topicId: string;
  /** What outlets corrected or withdrew of it, before the digest was made or after it was sent: one an article. */
  corrections?: readonly DigestCorrection[];
}

/** One story of a digest. */
export interface DigestPlace extends DigestLine {
  sentences: readonly QuotedSentence[];
  /** Outlets, owners, voices and first report are those of what is new to the channel. */
  outlets: number;
  /** Missing in digests that versions before 1.2.0 stored. */
  owners?: number;
  voices: number;
  since: EpochMs;
  picture?: { url: string; alt: string };
  /** Present when the channel knows the affair: the sentences are then only new ones. */
  told?: Told;
  /** Why it stands here. */
  importance?: ImportanceParts;
  /** Something was removed because its outlet asked for it; title and address are empty if they were the outlet's. */
  removed?: boolean;
  /** Set once members took articles of another event out. */
  takenOut?: {
    articles: readonly Pick<DigestLine, 'articleId' | 'url'>[];
    /** The place as it was with them, and the newsrooms that an alert named then. */
    place: DigestPlace;
    reports?: readonly Report[];
  };
}

/** Stories as a channel is told of them: a value, not yet a message. */
export interface Telling {
  channelId: string;
  serverId: string;
  /** The day in the channel's zone, YYYY-MM-DD. */
  localDate: string;
  zone: string;
  /** Discord locale of its message; edits keep it. */
  locale: string;
  topics: readonly TopicLabel[];
  windowStart: EpochMs;
  windowEnd: EpochMs;
  places: readonly DigestPlace[];
  also: readonly DigestLine[];
  earlierCorrections?: readonly EarlierCorrection[];
  /** Those of its links that lie behind a paywall. */
  paywalled?: readonly string[];
  blocked?: BlockedLinks;
  /** 'compact' shows headlines without sentences and pictures. */
  style?: 'full' | 'compact';
}

/** What one channel gets for one slot. */
export interface Digest extends Telling {
  /** Articles on the topics that were read within the window. */
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
}

/** Whether fewer than two stories have a place. */
export const isQuiet = ({ places }: Telling): boolean => places.length < 2;
