import { dayMs, type EpochMs } from '../clock.ts';
import type { Outlets } from '../engine/articles/outlets.ts';
import { isMarkedCorrection, saysWithdrawn } from '../engine/text/labels.ts';
import type { ChannelId, ServerId, TopicId } from '../ids.ts';
import { localeIn } from '../schedule/languages.ts';
import { lookOf, placesOf, writingLanguageOf } from '../schedule/schedule.ts';
import type { EarlierCorrection } from '../storage/postContent.ts';
import type { ChannelRecord } from '../storage/records/servers/channels.ts';
import type { Stance } from '../storage/records/servers/outlets.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { Candidate } from './candidate.ts';
import { candidatesFor, outletsBehind } from './candidates.ts';
import type { Topic } from './catalogue.ts';
import { composeDigest } from './compose.ts';
import { customizationOf } from './customization.ts';
import type { Digest } from './digest.ts';
import { createTickCache, type TickCache } from './tickCache.ts';
import { labelOf } from './topics.ts';

/**
 * A request for a digest. A `daily` digest begins where the last sent one ended. An `asked` digest covers the last day
 * or, if longer, the time since the last sent one, and repeats stories from earlier digests.
 */
export interface DigestWanted {
  channel: Pick<ChannelRecord, 'channelId' | 'serverId' | 'schedule'> & { createdAt?: EpochMs };
  /** Defaults to the channel's own topics. */
  topicIds?: readonly TopicId[];
  localDate: string;
  kind: 'daily' | 'asked';
  now: EpochMs;
  /** Shared by digests made at the same time. */
  cache?: TickCache;
}

export type DigestMaker = (wanted: DigestWanted) => Promise<Digest>;

/** Maximum window, long enough for a weekly digest. */
const windowMsMax = 8 * dayMs;

export interface DigestParts {
  storage: Storage;
  outletsById: Outlets;
  topics: readonly Topic[];
  /** Ids of topics with a front-page or world feed. */
  generalTopicIds: ReadonlySet<TopicId>;
  localeOf: (serverId: ServerId) => Promise<string>;
  messageUrl: (serverId: ServerId, channelId: ChannelId, messageId: string) => string;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/**
 * The end of the last sent digest. Without a sent digest, the earliest of three times: a day ago, the channel's
 * creation, and the window start of a first digest that failed. At most `windowMsMax` ago.
 */
async function windowStartOf(records: Records, channel: DigestWanted['channel'], now: EpochMs) {
  const { channelId, createdAt = now } = channel;
  const last = await records.deliveries.lastSent(channelId, now);
  const first = (await records.deliveries.firstWindowStart(channelId)) ?? now;
  return Math.max(last?.windowEnd ?? Math.min(now - dayMs, createdAt, first), now - windowMsMax);
}

/** The outlets that the channel mutes or prefers, and the outlets with a paywall. */
export async function outletsFor({ records, outletsById }: TickCache, channelId: ChannelId) {
  const chosen = await records.outlets.ofChannel(channelId);
  const stances = Map.groupBy(chosen, ({ stance }) => stance);
  const idsOf = (stance: Stance) => (stances.get(stance) ?? []).map(({ outletId }) => outletId);
  const paywalled = new Set([...outletsById].flatMap(([id, { paywall }]) => (paywall ? [id] : [])));
  return { mutedOutletIds: idsOf('muted'), outlets: { preferred: new Set(idsOf('preferred')), paywalled } };
}

export function createDigestMaker(parts: DigestParts): DigestMaker {
  const { storage, outletsById, topics, generalTopicIds, localeOf, messageUrl, pictureOrigins } = parts;
  const { records } = storage;
  return async ({ channel, topicIds, localDate, kind, now, cache = createTickCache(records, outletsById) }) => {
    const { channelId, serverId, schedule } = channel;
    const ownTopics = await records.ownTopicsAndFeeds.topics(serverId);
    const ids = topicIds ?? (await records.channels.topicsOf(channelId));
    const labels = ids.map((id) => labelOf(id, topics, ownTopics));
    const since = await windowStartOf(records, channel, now);
    const windowStart = kind === 'daily' ? since : Math.min(since, now - dayMs);
    const { mutedOutletIds, outlets } = await outletsFor(cache, channelId);
    const counting = { mutedOutletIds, languages: schedule.languages ?? [] };
    const customization = await cache.once(['customization', serverId], () => customizationOf(records, serverId));
    const reader = { customization, topics: labels, ownTopics, since: windowStart, until: now, counting };
    const candidates = await candidatesFor(cache, reader);
    const order = {
      channelId,
      serverId,
      localDate,
      zone: schedule.zone,
      locale: localeIn(writingLanguageOf(schedule), await localeOf(serverId)),
      topics: labels,
      generalTopicIds,
      windowStart,
      windowEnd: now,
      ...lookOf(schedule),
      storiesMax: placesOf(schedule, labels.length),
      outlets,
      mutedWords: (await records.ownTopicsAndFeeds.mutes(serverId, now)).map((mute) => mute.word),
      pictureOrigins,
    };
    const told = kind === 'daily' ? await toldBefore(records, channel, candidates, messageUrl) : candidates;
    const digest = await composeDigest(order, told, cache.texts);
    const corrected = kind === 'daily' ? await records.told.correctedSince(channelId, windowStart, now) : [];
    const earlierCorrections = corrected.map((one) => {
      const inMessage = one.messageId && messageUrl(one.serverId, channelId, one.messageId);
      return { ...correctionTold(one), messageUrl: inMessage };
    });
    return {
      ...digest,
      ...(await outletsBehind(cache, reader)),
      ...(corrected.length > 0 ? { earlierCorrections } : {}),
      ...(schedule.silent === 'on' ? { silent: true } : {}),
    };
  };
}

type CorrectedArticle = Awaited<ReturnType<Records['told']['correctedSince']>>[number];

/** The correction of an article that an earlier digest showed. */
export function correctionTold({ correction, title, ...article }: CorrectedArticle): EarlierCorrection {
  const { outletName: outlet, url, localDate } = article;
  // A headline that is itself a correction note doesn't say what the story is about, so it is left out.
  const named = isMarkedCorrection(title) || saysWithdrawn(title) ? {} : { title };
  return { kind: correction.kind, text: correction.text, ...named, outlet, url, localDate };
}

/** Adds to each candidate the articles and sentences that the channel's messages showed of the story before `until`. */
export async function toldBefore(
  records: Records,
  { channelId, serverId }: Pick<ChannelRecord, 'channelId' | 'serverId'>,
  candidates: readonly Candidate[],
  messageUrl: DigestParts['messageUrl'],
  until = Number.POSITIVE_INFINITY,
): Promise<Candidate[]> {
  const ids = candidates.map((candidate) => candidate.storyId);
  const entries = (await records.told.postedIn(channelId, ids)).filter(({ at }) => at < until);
  const told = Map.groupBy(entries, (entry) => entry.storyId);
  return candidates.map((candidate) => {
    const before = told.get(candidate.storyId) ?? [];
    const latest = before[0];
    if (!latest) return candidate;
    return {
      ...candidate,
      told: {
        at: latest.at,
        messageUrl: latest.messageId && messageUrl(serverId, channelId, latest.messageId),
        articleIds: before.flatMap((entry) => entry.articleIds),
        sentences: before.flatMap((entry) => entry.sentences.map((sentence) => sentence.text)),
      },
    };
  });
}
