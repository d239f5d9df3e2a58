import { dayMs, type EpochMs } from '../clock.ts';
import type { Outlets, Topic } from '../feeds/catalogue.ts';
import type { ChannelId, DeliveryId, ServerId, TopicId } from '../ids.ts';
import { localeIn } from '../schedule/languages.ts';
import { languageOf, lookOf, placesOf } from '../schedule/schedule.ts';
import type { ChannelRecord } from '../storage/records/servers/channels.ts';
import type { Stance } from '../storage/records/servers/outlets.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { EarlierCorrection, TopicLabel } from '../storage/telling.ts';
import { isMarkedCorrection, saysWithdrawn } from '../text/labels.ts';
import type { Candidate } from './candidate.ts';
import { basisOf, candidatesFor } from './candidates.ts';
import { composeDigest } from './compose.ts';
import type { Digest } from './digest.ts';
import { createEdition, type Edition } from './edition.ts';
import type { DigestOrder } from './headlineAndSentence.ts';
import { ownOf } from './own.ts';
import { labelsOf } from './topics.ts';

/**
 * A request for a digest. A `daily` one begins where the last sent one ended. An `asked` one covers the last day, or
 * the time since the last sent one if that is longer, and repeats what was told before.
 */
export interface DigestWanted {
  channel: Pick<ChannelRecord, 'channelId' | 'serverId' | 'schedule'> & { createdAt?: EpochMs };
  /** Defaults to the channel's own topics. */
  topicIds?: readonly TopicId[];
  localDate: string;
  kind: 'daily' | 'asked';
  now: EpochMs;
  /** Shared by the digests of one tick. */
  edition?: Edition;
}

export type DigestMaker = (wanted: DigestWanted) => Promise<Digest>;

/** Maximum window; covers a weekly digest. */
const windowMsMax = 8 * dayMs;

export interface DigestParts {
  storage: Storage;
  outletsById: Outlets;
  topics: readonly Topic[];
  /** Topics that have a front page or world feed. */
  generalTopicIds: ReadonlySet<TopicId>;
  localeOf: (serverId: ServerId) => Promise<string>;
  messageUrl: (serverId: ServerId, channelId: ChannelId, messageId: string) => string;
  /** `host:port` of private addresses whose pictures may be shown. */
  pictureOrigins: ReadonlySet<string>;
}

/**
 * Returns the end of the last sent digest. If none was sent, returns the earliest of: a day ago, the channel's
 * creation, and the window start of a first digest that failed. Never more than `windowMsMax` ago.
 */
async function windowStartOf(records: Records, channel: DigestWanted['channel'], now: EpochMs) {
  const { channelId, createdAt = now } = channel;
  const last = await records.deliveries.lastSent(channelId, now);
  const first = (await records.deliveries.firstWindowStart(channelId)) ?? now;
  return Math.max(last?.windowEnd ?? Math.min(now - dayMs, createdAt, first), now - windowMsMax);
}

/** A digest to compose, with its topics and window. */
export interface DigestToCompose extends Pick<DigestWanted, 'kind' | 'localDate' | 'channel'> {
  labels: readonly TopicLabel[];
  locale: string;
  windowStart: EpochMs;
  windowEnd: EpochMs;
  /** Time of composing. Mutes that ended earlier don't count. */
  now: EpochMs;
  edition: Edition;
  /** Delivery id when a past digest is composed again: tellings by this delivery and later ones are ignored. */
  madeAs?: string;
  /** A story to look at even if it isn't among the weightiest. */
  alsoId?: string;
}

/** Everything that `composeDigest` needs. */
export async function digestOrder(
  parts: Omit<DigestParts, 'localeOf'>,
  { channel, labels, ...wanted }: DigestToCompose,
): Promise<{ order: DigestOrder; candidates: Candidate[] }> {
  const { storage, generalTopicIds, messageUrl, pictureOrigins } = parts;
  const { locale, localDate, kind, windowStart, windowEnd, now, edition, madeAs, alsoId } = wanted;
  const { records } = storage;
  const { channelId, serverId, schedule } = channel;
  const ownTopics = await records.own.topics(serverId);
  const { mutedOutletIds, outlets } = await outletsFor(edition, channelId);
  const counting = { mutedOutletIds, languages: schedule.languages ?? [] };
  const own = await edition.once(['own', serverId], () => ownOf(records, serverId));
  const reader = { own, topics: labels, ownTopics, since: windowStart, until: windowEnd, counting };
  const candidates = await candidatesFor(edition, { ...reader, alsoId });
  const order = {
    channelId,
    serverId,
    localDate,
    zone: schedule.zone,
    locale,
    topics: labels,
    generalTopicIds,
    windowStart,
    windowEnd,
    ...lookOf(schedule),
    storiesMax: placesOf(schedule, labels.length),
    outlets,
    mutedWords: (await records.own.mutes(serverId, now)).map((mute) => mute.word),
    pictureOrigins,
    ...(await basisOf(edition, reader)),
  };
  if (kind !== 'daily') return { order, candidates };
  const counts = ({ deliveryId, at }: { deliveryId: DeliveryId; at: EpochMs }) =>
    madeAs === undefined || (deliveryId !== madeAs && at <= windowEnd);
  return { order, candidates: await toldBefore(records, channel, candidates, counts, messageUrl) };
}

/** Outlets that the channel mutes or prefers, and outlets with a paywall. */
export async function outletsFor({ records, outletsById, each }: Edition, channelId: ChannelId) {
  const chosen = (await each('outlets', [channelId], records.outlets.ofChannels)).get(channelId) ?? [];
  const stances = Map.groupBy(chosen, ({ stance }) => stance);
  const idsOf = (stance: Stance) => (stances.get(stance) ?? []).map(({ outletId }) => outletId);
  const paywalled = new Set([...outletsById].flatMap(([id, { paywall }]) => (paywall ? [id] : [])));
  return { mutedOutletIds: idsOf('muted'), outlets: { preferred: new Set(idsOf('preferred')), paywalled } };
}

export function createDigestMaker(parts: DigestParts): DigestMaker {
  const { storage, outletsById, topics, localeOf, messageUrl } = parts;
  const { records } = storage;
  return async ({ channel, topicIds, localDate, kind, now, edition = createEdition(records, outletsById) }) => {
    const { channelId, serverId } = channel;
    const own = await records.own.topics(serverId);
    const labels = labelsOf(topicIds ?? (await records.channels.topicsOf(channelId)), topics, own);
    const since = await windowStartOf(records, channel, now);
    const windowStart = kind === 'daily' ? since : Math.min(since, now - dayMs);
    const locale = localeIn(languageOf(channel.schedule), await localeOf(serverId));
    const hours = { windowStart, windowEnd: now, now };
    const { order, candidates } = await digestOrder(parts, {
      ...{ channel, labels, locale, localDate, kind, edition },
      ...hours,
    });
    const { digest } = await composeDigest(order, candidates, edition.texts);
    const corrected = kind === 'daily' ? await correctedBefore(records, channelId, windowStart, now, messageUrl) : [];
    return {
      ...digest,
      ...(corrected.length > 0 ? { earlierCorrections: corrected } : {}),
      ...(channel.schedule.silent === 'on' ? { silent: true } : {}),
    };
  };
}

/** Corrections and withdrawals since the last digest of articles that the channel's earlier digests told. */
async function correctedBefore(
  records: Records,
  channelId: ChannelId,
  since: EpochMs,
  now: EpochMs,
  messageUrl: DigestParts['messageUrl'],
): Promise<EarlierCorrection[]> {
  const corrected = await records.told.correctedSince(channelId, since, now);
  return corrected.map(({ serverId, messageId, ...one }) => ({
    ...correctionTold(one),
    messageUrl: messageId && messageUrl(serverId, channelId, messageId),
  }));
}

type CorrectedArticle = Omit<Awaited<ReturnType<Records['told']['correctedSince']>>[number], 'serverId' | 'messageId'>;

/** A correction of something that was told before. */
export function correctionTold({
  correction: { kind, text },
  title,
  outletName,
  url,
  localDate,
}: CorrectedArticle): EarlierCorrection {
  // A headline that is the outlet's note itself names no story.
  const named = isMarkedCorrection(title) || saysWithdrawn(title) ? {} : { title };
  return { kind, text, ...named, outlet: outletName, url, localDate };
}

/** Adds to each candidate the channel's earlier telling of it, if there is one. */
async function toldBefore(
  records: Records,
  { channelId, serverId }: DigestWanted['channel'],
  candidates: readonly Candidate[],
  counts: (entry: { deliveryId: DeliveryId; at: EpochMs }) => boolean,
  messageUrl: DigestParts['messageUrl'],
): Promise<Candidate[]> {
  const ids = candidates.map((candidate) => candidate.storyId);
  const told = Map.groupBy((await records.told.of(channelId, ids)).filter(counts), (entry) => entry.storyId);
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
