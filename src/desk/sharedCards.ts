import { createHash } from 'node:crypto';
import type { StoryId } from '../ids.ts';
import { composeCard, type StoryCard } from '../newsroom/storyCard.ts';

/** Number of cards that are kept. More would help little, since few cards are asked for by many members at once. */
const cardsHeldMax = 32;

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
