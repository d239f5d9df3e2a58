import type { EpochMs } from '../../src/clock.ts';
import type { Asker } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { StoryId } from '../../src/ids.ts';
import { composeDigest } from '../../src/newsroom/compose.ts';
import { digestOrder } from '../../src/newsroom/digestFor.ts';
import { createEdition } from '../../src/newsroom/edition.ts';
import type { LeftOut } from '../../src/newsroom/headlineAndSentence.ts';
import { linesOf, type StoryLine } from '../../src/newsroom/lines.ts';
import type { DeliveryRecord } from '../../src/storage/records/outbox/delivery.ts';
import type { DigestLine, TopicLabel } from '../../src/storage/telling.ts';
import { type ImportanceParts, reportsBehind, sumOf } from '../../src/stories/importance.ts';

const nearestMax = 3;
const storiesTried = 10;

/** The parts of a story's importance, and how many outlets or articles each comes from. */
export interface Points {
  sum: number;
  parts: ImportanceParts;
  reports: ReturnType<typeof reportsBehind>;
}

const pointsOf = (parts: ImportanceParts): Points => ({ sum: sumOf(parts), parts, reports: reportsBehind(parts) });

/** The story above or below, with its points. */
export interface Neighbour extends Pick<DigestLine, 'title' | 'url'> {
  importance: number;
}

/** Why a story had its place in a channel's last digest, or had none. */
export interface Standing {
  story: Pick<StoryLine, 'storyId' | 'title' | 'url'>;
  digest: {
    localDate: string;
    /** Links to its first message. */
    url?: string;
    windowStart: EpochMs;
    windowEnd: EpochMs;
    topics: readonly TopicLabel[];
    /** How many places, and how many lines in brief, the digest has. */
    places: number;
    lines: number;
  };
  /** The story's position, counted from 1; absent if the story is not in the digest. */
  stood?: { where: 'place' | 'brief'; number: number };
  /** Why the story has no place; absent if it has one. */
  why?: LeftOut | { kind: 'no-room' };
  /** Absent if the story had nothing for the channel. */
  points?: Points;
  above?: Neighbour;
  below?: Neighbour;
}

export type WhyAnswer =
  | { kind: 'standing'; standing: Standing }
  /** It isn't clear which story is meant. */
  | { kind: 'unknown'; nearest: readonly StoryLine[] }
  /** The channel had no digest yet. */
  | { kind: 'no-digest' };

/** A story with a place is read from the stored digest; any other is judged again by the code that composes digests. */
export function whyQuestions(desk: Desk) {
  const { storage, wall, messageUrl } = desk;
  const { records } = storage;

  const meant = async (query: string, { serverId }: Asker): Promise<{ storyId?: StoryId; nearest: StoryLine[] }> => {
    const edition = createEdition(records, desk.outletsById);
    const chosen = /\s/.test(query) ? undefined : await records.stories.byId(query);
    const { ids, loose } = chosen
      ? { ids: [chosen.id], loose: false }
      : await records.search.find(query, serverId, storiesTried);
    const lines = await linesOf(edition, ids.slice(0, nearestMax), serverId);
    return { storyId: loose ? undefined : lines[0]?.storyId, nearest: lines };
  };

  /** The index of the story's place or line, also if the story was merged since. */
  const foundIn = async (lines: readonly DigestLine[], storyId: StoryId): Promise<number | undefined> => {
    for (const [at, line] of lines.entries()) {
      if (line.storyId === storyId || (await records.stories.byId(line.storyId))?.id === storyId) return at;
    }
    return undefined;
  };

  const standingOf = async (
    storyId: StoryId,
    delivery: DeliveryRecord,
    asker: Asker,
  ): Promise<Standing | undefined> => {
    const edition = createEdition(records, desk.outletsById);
    const [story] = await linesOf(edition, [storyId], asker.serverId);
    if (!story) return undefined;
    const { content: digest, channelId, serverId, localDate, windowStart, windowEnd } = delivery;
    const channel = await records.channels.byId(channelId);
    const [messageId] = delivery.messageIds;
    const head = {
      localDate,
      url: messageId && messageUrl(serverId, channelId, messageId),
      windowStart,
      windowEnd,
      topics: digest.topics,
      places: digest.places.length,
      lines: digest.also.length,
    };
    const place = await foundIn(digest.places, storyId);
    if (place !== undefined) {
      const neighbour = (at: number) => neighbourOf(digest.places[at]);
      const stood = { where: 'place', number: place + 1 } as const;
      const importance = digest.places[place]?.importance;
      const points = importance && pointsOf(importance);
      return { story, digest: head, stood, points, above: neighbour(place - 1), below: neighbour(place + 1) };
    }
    const { order, candidates } = await digestOrder(desk, {
      channel: { channelId, serverId, schedule: channel?.schedule ?? { zone: digest.zone, times: [], days: [] } },
      labels: digest.topics,
      locale: digest.locale,
      kind: 'daily',
      ...{ localDate, windowStart, windowEnd, edition },
      now: wall(),
      madeAs: delivery.id,
      alsoId: storyId,
    });
    const { leftOut, listed } = await composeDigest(order, candidates, edition.texts);
    const chosen = listed.find((one) => one.storyId === storyId);
    const points = chosen && pointsOf(chosen.parts);
    const line = await foundIn(digest.also, storyId);
    const stood = line === undefined ? undefined : ({ where: 'brief', number: line + 1 } as const);
    // If the story would have a place now, it had none because the message had no room for it.
    return { story, digest: head, stood, why: leftOut.get(storyId) ?? { kind: 'no-room' }, points };
  };

  return {
    /** Looks at the last digest of the asker's channel, and composes it again if the story has no place there. */
    async whyInDigest(query: string, asker: Asker): Promise<WhyAnswer> {
      const delivery =
        asker.channelId === undefined ? undefined : await records.deliveries.lastSent(asker.channelId, wall());
      // The digest's server must be the asker's.
      if (delivery === undefined || delivery.serverId !== asker.serverId) return { kind: 'no-digest' };
      const { storyId, nearest } = await meant(query, asker);
      const standing = storyId === undefined ? undefined : await standingOf(storyId, delivery, asker);
      return standing ? { kind: 'standing', standing } : { kind: 'unknown', nearest };
    },
  };
}

function neighbourOf(
  place: (Pick<DigestLine, 'title' | 'url'> & { importance?: ImportanceParts }) | undefined,
): Neighbour | undefined {
  if (place?.importance === undefined) return undefined;
  return { title: place.title, url: place.url, importance: sumOf(place.importance) };
}
