import { dayMs, type EpochMs } from '../clock.ts';
import type { Candidate } from '../digests/candidate.ts';
import { composeDigest } from '../digests/compose.ts';
import type { Digest, EarlierCorrection } from '../digests/digest.ts';
import type { Outlets, Topic } from '../feeds/catalogue.ts';
import { placesOf } from '../schedule/schedule.ts';
import type { ChannelRecord } from '../storage/records/channels.ts';
import type { Stance } from '../storage/records/outlets.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { basisOf, candidatesFor } from './candidates.ts';
import { createEdition, type Edition } from './edition.ts';
import { labelsOf } from './topics.ts';

/**
 * Which digest. A daily one begins where the last sent one ended. An asked one shows the last day, whatever was told,
 * and everything since the last sent one if that is longer ago.
 */
export interface DigestWanted {
  channel: Pick<ChannelRecord, 'channelId' | 'serverId' | 'schedule'> & { createdAt?: EpochMs };
  /** The channel's own topics if left out. */
  topicIds?: readonly string[];
  localDate: string;
  kind: 'daily' | 'asked';
  now: EpochMs;
  /** Shared by the digests of one tick. */
  edition?: Edition;
}

export type DigestMaker = (wanted: DigestWanted) => Promise<Digest>;

/** Enough for a weekly digest; older news is history. */
const windowMsMax = 8 * dayMs;

export interface DigestParts {
  storage: Storage;
  outletsById: Outlets;
  topics: readonly Topic[];
  /** Topics that have a front page or world feed. */
  generalTopicIds: ReadonlySet<string>;
  localeOf: (serverId: string) => Promise<string>;
  messageUrl: (serverId: string, channelId: string, messageId: string) => string;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/** Where the last sent digest ended; before the first, a day back, or where the first one began that was never sent. */
async function windowStartOf(records: Records, channel: DigestWanted['channel'], now: EpochMs) {
  const { channelId, createdAt = now } = channel;
  const last = await records.deliveries.lastSent(channelId, now);
  const first = (await records.deliveries.firstWindowStart(channelId)) ?? now;
  return Math.max(last?.windowEnd ?? Math.min(now - dayMs, createdAt, first), now - windowMsMax);
}

export function createDigestMaker(parts: DigestParts): DigestMaker {
  const { storage, outletsById, topics, generalTopicIds, localeOf, messageUrl, pictureOrigins } = parts;
  const { records } = storage;
  const paywalled = new Set([...outletsById].flatMap(([id, { paywall }]) => (paywall ? [id] : [])));
  return async ({ channel, topicIds, localDate, kind, now, edition = createEdition(records, outletsById) }) => {
    const { channelId, serverId, schedule } = channel;
    const own = await records.own.topics(serverId);
    const labels = labelsOf(topicIds ?? (await records.channels.topicsOf(channelId)), topics, own);
    const since = await windowStartOf(records, channel, now);
    const windowStart = kind === 'daily' ? since : Math.min(since, now - dayMs);
    const stances = Map.groupBy(await records.outlets.ofChannel(channelId), ({ stance }) => stance);
    const idsOf = (stance: Stance) => (stances.get(stance) ?? []).map(({ outletId }) => outletId);
    const counting = { mutedOutletIds: idsOf('muted'), languages: schedule.languages ?? [] };
    const reader = { serverId, topics: labels, ownTopics: own, since: windowStart, until: now, counting };
    const candidates = await candidatesFor(edition, reader);
    const withTold = kind === 'daily' ? await toldBefore(records, channel, candidates, messageUrl) : candidates;
    const digest = await composeDigest(
      {
        channelId,
        serverId,
        localDate,
        zone: schedule.zone,
        locale: await localeOf(serverId),
        topics: labels,
        generalTopicIds,
        windowStart,
        windowEnd: now,
        ...(schedule.style === undefined ? {} : { style: schedule.style }),
        storiesMax: placesOf(schedule, labels.length),
        mutedWords: (await records.own.mutes(serverId, now)).map((mute) => mute.word),
        outlets: { preferred: new Set(idsOf('preferred')), paywalled },
        pictureOrigins,
        ...(await basisOf(edition, reader)),
      },
      withTold,
      edition.texts,
    );
    const corrected = kind === 'daily' ? await correctedBefore(records, channelId, windowStart, now, messageUrl) : [];
    return corrected.length > 0 ? { ...digest, earlierCorrections: corrected } : digest;
  };
}

/** What outlets corrected or withdrew since the last digest of what the channel's digests had told. */
async function correctedBefore(
  records: Records,
  channelId: string,
  since: EpochMs,
  now: EpochMs,
  messageUrl: DigestParts['messageUrl'],
): Promise<EarlierCorrection[]> {
  const corrected = await records.told.correctedSince(channelId, since, now);
  return corrected.map(({ correction: { kind, text }, outletName, url, serverId, localDate, messageId }) => ({
    kind,
    text,
    outlet: outletName,
    url,
    localDate,
    messageUrl: messageId && messageUrl(serverId, channelId, messageId),
  }));
}

/** The candidates with what this channel was told of them. */
async function toldBefore(
  records: Records,
  { channelId, serverId }: DigestWanted['channel'],
  candidates: readonly Candidate[],
  messageUrl: DigestParts['messageUrl'],
): Promise<Candidate[]> {
  const ids = candidates.map((candidate) => candidate.storyId);
  const told = Map.groupBy(await records.told.of(channelId, ids), (entry) => entry.storyId);
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
