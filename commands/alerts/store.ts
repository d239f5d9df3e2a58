import type { EpochMs } from '../../src/clock.ts';
import { type DeliveryParts, type Draft, draftOf, storeDraft } from '../../src/outbox/draft.ts';
import { type DeliveryKind, drawn } from '../../src/outbox/kinds.ts';
import type { MessageAct } from '../../src/outbox/ports.ts';
import type { DeliveryRecord } from '../../src/storage/records/outbox/delivery.ts';
import { type AlertRecord, isOfItems } from '../../src/storage/records/servers/alerts.ts';
import type { Alert } from './card.ts';
import { alert, item, itemPost, post } from './deliveries.ts';

export function kindFor(rule: AlertRecord): DeliveryKind<Alert> {
  if (isOfItems(rule)) return rule.forum === undefined ? item : itemPost;
  return rule.forum === undefined ? alert : post;
}

export function draftFor(parts: DeliveryParts, rule: AlertRecord, content: Alert, dueAt: EpochMs): Draft {
  const [first] = [...content.places, ...content.also];
  const kind = kindFor(rule);
  // Items need the article's id, too: several may be about one story.
  const about = [first?.storyId, ...(content.items === undefined ? [] : [first?.articleId])];
  return draftOf(parts, kind, content, { id: [rule.channelId, kind.name, ...about].join('/'), dueAt });
}

/** What to do after a message of the rule is posted. `name` is the name of its thread. */
const actsOf = ({ crosspost, thread }: AlertRecord, name: string): MessageAct[] => [
  ...(crosspost ? [{ kind: 'crosspost' } as const] : []),
  ...(thread ? [{ kind: 'thread', name } as const] : []),
];

/**
 * Stores the draft of a rule's message. `stale`: the rule changed meanwhile; `full`: the day's limit is reached;
 * `known`: one of its stories, or of its items, was already posted.
 */
export async function storeAlert(
  { storage, log }: DeliveryParts,
  rule: AlertRecord,
  draft: Draft,
  now: EpochMs,
): Promise<'stored' | 'stale' | 'full' | 'known'> {
  const { channelId } = rule;
  const storyIds = draft.told.map(({ storyId }) => storyId);
  const articleIds = draft.told.flatMap((one) => one.articleIds);
  const outcome = await storage.transaction(
    async (trx) => {
      // Meanwhile an admin may have changed the rule, or another process may have posted the story.
      if (JSON.stringify(await trx.alerts.byChannel(channelId)) !== JSON.stringify(rule)) return 'stale';
      if ((await trx.deliveries.countOfDay(draft.delivery)) >= rule.perDay) return 'full';
      const known = await (isOfItems(rule)
        ? trx.told.articlesAmong(channelId, articleIds)
        : trx.told.among(channelId, storyIds));
      const isNew = known.size === 0 && (await storeDraft(trx, draft, now, actsOf(rule, draft.title)));
      return isNew ? 'stored' : 'known';
    },
    { durable: true },
  );
  if (outcome === 'stored') log.info({ delivery: draft.delivery.id, stories: storyIds.length }, 'alert made');
  return outcome;
}

/** Stores a message with larger numbers or more items, and queues its edit. False if the message changed meanwhile. */
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
