import type { EpochMs } from '../clock.ts';
import type { ArticleId, ChannelId, ServerId, StoryId, TopicId } from '../ids.ts';
import type { ImportanceParts } from '../stories/importance.ts';

/** One sentence of an article, character for character. */
export interface QuotedSentence {
  text: string;
  articleId: ArticleId;
  outlet: string;
  url: string;
}

/** A topic as readers see it. */
export interface TopicLabel {
  id: TopicId;
  /** By language; English if one is missing. */
  names: Readonly<{ en: string; [language: string]: string }>;
  colour: number;
  own: boolean;
}

/** The earlier telling of a story in this channel; shown with the label "Update". */
export interface EarlierTelling {
  at: EpochMs;
  messageUrl?: string;
  /** The headline that it had then. */
  headline?: Pick<DigestLine, 'title' | 'url' | 'articleId'>;
}

/** An outlet's correction or withdrawal of one of its articles. */
export interface DigestCorrection {
  kind: 'corrected' | 'retracted';
  text: string;
  articleId: ArticleId;
  outlet: string;
  url: string;
}

/** A correction of an article that an earlier digest of the channel showed. */
export interface EarlierCorrection extends Omit<DigestCorrection, 'articleId'> {
  /** Day and address of that digest. */
  localDate: string;
  messageUrl?: string;
}

/** A newsroom's own report of a story. */
export interface Report {
  outlet: string;
  url: string;
  /** When the outlet published it. */
  at: EpochMs;
  /** ISO 3166-1 alpha-2; undefined if unknown. */
  country?: string;
  owner?: string;
}

/** A story that only gets one line. */
export interface DigestLine {
  storyId: StoryId;
  /** Title and address of the article that heads the story. */
  title: string;
  url: string;
  articleId: ArticleId;
  outlet: string;
  topicId: TopicId;
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
  told?: EarlierTelling;
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

/** Hosts whose links a message omits, because Discord's filter of harmful links refused the message. */
export interface BlockedLinks {
  /** Discord named them. */
  named: readonly string[];
  /**
   * Hosts tried while Discord named none: the message was refused without each of them as well, or is being tried now.
   */
  tried: readonly string[];
  /** The tried host that is omitted at present, to see whether it was the cause. */
  without?: string;
}

/** The stories of one delivery as data, before they are drawn as messages. Each kind may add to it. */
export interface Telling {
  channelId: ChannelId;
  serverId: ServerId;
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
  /** By story, the reports of the newsrooms that the message names, first to latest. */
  reports?: Readonly<Record<StoryId, readonly Report[]>>;
  /** Tags of the post, in a forum. */
  tagIds?: readonly string[];
  earlierCorrections?: readonly EarlierCorrection[];
  /** Links that lead behind a paywall. */
  paywalled?: readonly string[];
  blocked?: BlockedLinks;
  /** 'compact' shows headlines without sentences and pictures. */
  style?: 'full' | 'compact';
}
