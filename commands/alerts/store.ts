import type { EpochMs } from '../../src/clock.ts';
import type { ArticleId, StoryId } from '../../src/ids.ts';
import { type DeliveryParts, type Draft, draftOf, storeDrafts } from '../../src/outbox/draft.ts';
import { type DeliveryKind, drawn } from '../../src/outbox/kinds.ts';
import type { MessageAct } from '../../src/outbox/ports.ts';
import type { DeliveryRecord } from '../../src/storage/records/outbox/delivery.ts';
import { type AlertRecord, isOfItems } from '../../src/storage/records/servers/alerts.ts';
import type { Alert } from './card.ts';
import { alert, item, itemPost, post } from './deliveries.ts';

/** A message to store for a rule, and the headline of its first story. */
export interface AlertDraft extends Draft {
  rule: AlertRecord;
  headline: string;
}

/** The delivery kind of the rule's messages. */
export function kindFor(rule: AlertRecord): DeliveryKind<Alert> {
  if (isOfItems(rule)) return rule.forum === undefined ? item : itemPost;
  return rule.forum === undefined ? alert : post;
}

export function draftFor(parts: DeliveryParts, rule: AlertRecord, content: Alert, dueAt: EpochMs): AlertDraft {
  const [first] = [...content.places, ...content.also];
  const kind = kindFor(rule);
  // Items need the article's id, too: several may be about one story.
  const about = [first?.storyId, ...(content.items === undefined ? [] : [first?.articleId])];
  const id = [rule.channelId, kind.name, ...about].join('/');
  return { rule, headline: first?.title ?? '', ...draftOf(parts, kind, content, { id, dueAt }) };
}

/**
 * Outcome of a draft. `stale`: the rule changed meanwhile; `full`: the day's limit is reached; `known`: its story, or
 * one of its items, was already posted.
 */
export type Outcome = 'stored' | 'stale' | 'full' | 'known';

const storiesIn = ({ told }: Draft): StoryId[] => told.map(({ storyId }) => storyId);
const articlesIn = ({ told }: Draft): ArticleId[] => told.flatMap(({ articleIds }) => articleIds);

/** The acts to do after a message of the rule is posted. `name` is the name of its thread. */
const actsOf = ({ crosspost, thread }: AlertRecord, name: string): MessageAct[] => [
  ...(crosspost ? [{ kind: 'crosspost' } as const] : []),
  ...(thread ? [{ kind: 'thread', name } as const] : []),
];

/** Stores drafts in one transaction, because each commit waits for the disk. */
export async function storeAlerts(
  { storage, log }: Pick<DeliveryParts, 'storage' | 'log'>,
  drafts: readonly AlertDraft[],
  now: EpochMs,
): Promise<Outcome[]> {
  if (drafts.length === 0) return [];
  const outcomes = await storage.transaction(
    async (trx) => {
      const channelIds = drafts.map(({ rule }) => rule.channelId);
      const rules = await trx.alerts.byChannels(channelIds);
      const stories = await trx.told.among(channelIds, drafts.flatMap(storiesIn));
      const counts = await trx.deliveries.countsOfDay(drafts.map(({ delivery }) => delivery));
      const outcomes: Outcome[] = [];
      for (const [nth, draft] of drafts.entries()) {
        const { rule } = draft;
        const earlier = drafts.filter((other, at) => outcomes[at] === 'stored' && other.rule === rule);
        const told = new Set([...(stories.get(rule.channelId) ?? []), ...earlier.flatMap(storiesIn)]);
        const isKnown = isOfItems(rule)
          ? (await trx.told.articlesAmong(rule.channelId, articlesIn(draft))).size > 0
          : storiesIn(draft).some((id) => told.has(id));
        const isFull = (counts[nth] ?? 0) + earlier.length >= rule.perDay;
        // Meanwhile an admin may have changed the rule, or another process may have posted the story.
        const isStale = JSON.stringify(rules.get(rule.channelId)) !== JSON.stringify(rule);
        outcomes.push(isStale ? 'stale' : isFull ? 'full' : isKnown ? 'known' : 'stored');
      }
      const wanted = drafts.filter((_, nth) => outcomes[nth] === 'stored');
      const made = wanted.map((draft) => ({ ...draft, acts: actsOf(draft.rule, draft.headline) }));
      const added = await storeDrafts(trx, made, now);
      return outcomes.map((one, nth) =>
        one === 'stored' && !added.has(drafts[nth]?.delivery.id ?? '') ? 'known' : one,
      );
    },
    { durable: true },
  );
  for (const [nth, { delivery, told }] of drafts.entries()) {
    if (outcomes[nth] === 'stored') log.info({ delivery: delivery.id, stories: told.length }, 'alert made');
  }
  return outcomes;
}

/**
 * Stores a message with added reports, and queues its edit. False if it changed meanwhile; then it must be read again.
 */
export async function storeGrown(
  parts: Pick<DeliveryParts, 'storage' | 'kinds' | 'pictures'>,
  delivery: DeliveryRecord<Alert>,
  content: Alert,
  now: EpochMs,
): Promise<boolean> {
  const { id, sentAt } = delivery;
  const { payloads } = drawn(parts, { ...delivery, content }, sentAt === undefined ? undefined : 1);
  return parts.storage.transaction(async ({ deliveries, edits }) => {
    const present = await deliveries.byId(id);
    const isSame = JSON.stringify(present?.content) === JSON.stringify(delivery.content);
    if (present?.sentAt !== sentAt || !isSame) return false;
    await deliveries.edited(id, content, payloads, now);
    await edits.queueStored(id, now);
    return true;
  });
}
