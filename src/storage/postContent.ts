import type { EpochMs } from '../clock.ts';
import type { ImportanceParts } from '../engine/stories/importance.ts';
import type { ArticleId, ChannelId, ServerId, StoryId, TopicId } from '../ids.ts';
import type { Look } from '../schedule/schedule.ts';

/** One sentence of an article, character for character. */
export interface QuotedSentence {
  text: string;
  articleId: ArticleId;
  outlet: string;
  url: string;
}

/** A figure of a story, such as its death toll, and its earlier values, latest first. */
export interface ChangedFigure {
  /** What the figure counts, in the language of its articles: "people killed". */
  noun: string;
  /** Each value as printed, with the sentence or headline that states it. */
  values: readonly (QuotedSentence & { value: string; at: EpochMs })[];
}

/** A topic as readers see it. */
export interface TopicLabel {
  id: TopicId;
  /** Keyed by language; the English name stands in for missing ones. */
  names: Readonly<{ en: string; [language: string]: string }>;
  colour: number;
  own: boolean;
}

/** The earlier message about this story in this channel; shown with the label "Update". */
export interface EarlierTelling {
  at: EpochMs;
  messageUrl?: string;
  /** The story's headline in that message. */
  headline?: Pick<DigestLine, 'title' | 'url' | 'articleId'>;
}

/** An outlet's correction or withdrawal of one of its articles. */
export interface DigestCorrection extends QuotedSentence {
  kind: 'corrected' | 'retracted';
}

/** A correction of an article that an earlier digest of the channel showed. */
export interface EarlierCorrection extends Omit<DigestCorrection, 'articleId'> {
  /** The article's headline. Missing in digests of Lede 1, and if the headline only announces the correction. */
  title?: string;
  /** Day and address of that digest. */
  localDate: string;
  messageUrl?: string;
}

/** An item of another own feed on the same story. */
export interface Report {
  outlet: string;
  url: string;
  /** When the outlet published it. */
  at: EpochMs;
  /** ISO 3166-1 alpha-2; undefined if unknown. */
  country?: string;
}

/** A story that is shown in one line. */
export interface DigestLine {
  storyId: StoryId;
  /** Title and address of the article that provides the story's headline. */
  title: string;
  url: string;
  articleId: ArticleId;
  outlet: string;
  topicId: TopicId;
  /** Outlets' corrections and withdrawals, from before or after sending; at most one per article. */
  corrections?: readonly DigestCorrection[];
}

/** The article whose headline a story shows. */
export type Heading = Pick<DigestLine, 'articleId' | 'title' | 'url' | 'outlet'>;

/** A story with a place of its own: a headline and, unless the digest is compact, sentences. */
export interface DigestStory extends DigestLine {
  sentences: readonly QuotedSentence[];
  /** `voices` counts origins; `since` is the first report. In an update, all three are of the new articles only. */
  outlets: number;
  voices: number;
  since: EpochMs;
  picture?: { url: string; alt: string };
  /** Set if the channel got the story before. Then the sentences contain only new facts. */
  told?: EarlierTelling;
  /** The story's figure in an update, if it changed since an earlier day. */
  changed?: ChangedFigure;
  /** The points that make up the story's rank. */
  importance?: ImportanceParts;
  /** Set if something was removed at its outlet's request. Title and address are empty if they were the outlet's. */
  removed?: boolean;
  /**
   * Set once members removed articles about another event from the story. The articles stay in the place, because they
   * may be put back, but they are not drawn.
   */
  takenOut?: {
    articles: readonly Pick<DigestLine, 'articleId' | 'url'>[];
    /** The article that provides the headline instead, if the place's own was taken out. */
    heading?: Heading;
    /** How many outlets and origins to subtract. */
    fewer: Pick<DigestStory, 'outlets' | 'voices'>;
  };
}

/** Hosts whose links a message omits, because Discord's filter of harmful links refused the message. */
export interface BlockedLinks {
  /** Hosts that Discord named. */
  named: readonly string[];
  /**
   * Hosts already tested by omitting their links, one host at a time, because Discord named none. All but `without`
   * are shown again, because they were not the cause.
   */
  tried: readonly string[];
  /** The tried host that is omitted at present, to see whether it causes the refusal. */
  without?: string;
}

/** The stories of one delivery as data, before it is drawn as messages. Each delivery kind may add fields. */
export interface PostContent extends Look {
  channelId: ChannelId;
  serverId: ServerId;
  /** The day in the channel's zone, YYYY-MM-DD. */
  localDate: string;
  zone: string;
  /** Discord locale of the message; edits keep it. */
  locale: string;
  topics: readonly TopicLabel[];
  windowStart: EpochMs;
  windowEnd: EpochMs;
  places: readonly DigestStory[];
  also: readonly DigestLine[];
  /** Set if the heading counts a story's newsrooms. Then all articles of the story count as shown. */
  countsNewsrooms?: boolean;
  /** Keyed by story: what other own feeds report on it. Alerts of earlier versions have all newsrooms' reports. */
  reports?: Readonly<Record<StoryId, readonly Report[]>>;
  /** Tags of the post, in a forum. */
  tagIds?: readonly string[];
  /** Posted without a notification. */
  silent?: boolean;
  earlierCorrections?: readonly EarlierCorrection[];
  /** Links that lead behind a paywall. */
  paywalled?: readonly string[];
  blocked?: BlockedLinks;
  /** Texts of corrections that Discord refused; the corrections are shown without them. */
  refusedTexts?: readonly string[];
}
