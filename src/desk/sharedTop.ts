import { createHash } from 'node:crypto';
import { dayMs, type EpochMs } from '../clock.ts';
import type { ServerId, StoryId } from '../ids.ts';
import { createEdition, type Edition } from '../newsroom/edition.ts';
import { composeCard, type StoryCard } from '../newsroom/storyCard.ts';
import type { TopicLabel } from '../storage/telling.ts';
import type { Desk } from './desk.ts';
import { type TopStory, topStories } from './top.ts';

/** How long the top stories are reused; when a story changes, they are worked out again. */
const topMs = 5_000;
/** Number of cards that are kept. More would help little, since few cards are asked for by many members at once. */
const cardsHeldMax = 32;

/** Caches the top stories for all who ask within `topMs` and may see the same. */
export function createSharedTop({ storage, outletsById, generalTopicIds, wall }: Desk) {
  const { records } = storage;
  let shared: { edition: Edition; now: EpochMs; row: number } | undefined;

  const editionNow = async () => {
    const row = await records.search.lastRow();
    const now = wall();
    const isFresh = shared !== undefined && shared.row === row && Math.abs(now - shared.now) < topMs;
    if (!isFresh) shared = { edition: createEdition(records, outletsById), now, row };
    return shared as NonNullable<typeof shared>;
  };

  /** Whether a server's feeds, topics or corrections may give it other stories than everybody has. */
  const hasItsOwn = async (serverId: ServerId): Promise<boolean> =>
    (await records.own.feeds(serverId)).length > 0 ||
    (await records.own.topics(serverId)).length > 0 ||
    (await records.apart.changedFor(serverId)).size > 0;

  return async (
    serverId: ServerId | undefined,
    topics: readonly TopicLabel[],
    days: number,
    byWords: boolean,
  ): Promise<TopStory[]> => {
    const asked = { topics, generalTopicIds, byWords };
    if (serverId !== undefined && (await hasItsOwn(serverId))) {
      const until = wall();
      const edition = createEdition(records, outletsById);
      return topStories(edition, { ...asked, serverId, since: until - days * dayMs, until });
    }
    const { edition, now: until } = await editionNow();
    return edition.once(['top', topics.map(({ id }) => id), days], () =>
      topStories(edition, { ...asked, serverId: undefined, since: until - days * dayMs, until }),
    );
  };
}

/** Caches cards by everything they are made of, so that members who may see the same texts share one. */
export function createSharedCards() {
  const cards = new Map<StoryId, Promise<StoryCard>>();
  return (...made: Parameters<typeof composeCard>): Promise<StoryCard> => {
    const [storyId, topic, articles, { outletsById, pictureOrigins, ...extra }] = made;
    const key = createHash('sha256')
      .update(JSON.stringify([storyId, topic, articles, extra]))
      .digest('base64');
    const known = cards.get(key);
    if (known !== undefined) return known;
    const card = composeCard(...made);
    cards.set(key, card);
    card.catch(() => cards.delete(key));
    const [oldest] = cards.keys();
    if (cards.size > cardsHeldMax && oldest !== undefined) cards.delete(oldest);
    return card;
  };
}
