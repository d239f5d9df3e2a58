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

/** The earlier telling of a story in this channel; shown with the label "Update". */
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

/** A correction of an article that an earlier digest of the channel showed. */
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
  /** Outlets' corrections and withdrawals, from before or after sending; at most one per article. */
  corrections?: readonly DigestCorrection[];
}

/** One story of a digest. */
export interface DigestPlace extends DigestLine {
  sentences: readonly QuotedSentence[];
  /** `outlets`, `owners`, `voices` and `since` cover only what is new to the channel. */
  outlets: number;
  /** Missing in digests that versions before 1.2.0 stored. */
  owners?: number;
  voices: number;
  since: EpochMs;
  picture?: { url: string; alt: string };
  /** Set if the channel was told of the affair before: then the sentences say only what is new. */
  told?: Told;
  /** The points that its rank comes from. */
  importance?: ImportanceParts;
  /** Something was removed because its outlet asked for it; title and address are empty if they were the outlet's. */
  removed?: boolean;
  /** Set once members took articles of another event out. */
  takenOut?: {
    articles: readonly Pick<DigestLine, 'articleId' | 'url'>[];
    /** The place and the alert's newsrooms before the articles were taken out. */
    place: DigestPlace;
    reports?: readonly Report[];
  };
}

/** The stories of one delivery as data, before they are drawn as messages. */
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
  /** Links that lead behind a paywall. */
  paywalled?: readonly string[];
  blocked?: BlockedLinks;
  /** 'compact' shows headlines without sentences and pictures. */
  style?: 'full' | 'compact';
}

/** A channel's digest for one slot, or one that somebody asked for. */
export interface Digest extends Telling {
  /** Number of articles on the topics that were read in the window. */
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
}

/** Whether fewer than two stories have a place. */
export const isQuiet = ({ places }: Telling): boolean => places.length < 2;
