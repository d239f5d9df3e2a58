import { dayMs, type EpochMs } from '../../../src/clock.ts';
import { nextTurn } from '../../../src/engine/text/pauses.ts';
import { quietHoursOf } from '../../../src/newsroom/notifying.ts';
import { createTickCache } from '../../../src/newsroom/tickCache.ts';
import { isOf } from '../../../src/outbox/kinds.ts';
import { dueAt, localDateAt } from '../../../src/schedule/localTime.ts';
import type { Loop } from '../../../src/schedule/loop.ts';
import type { AlertRecord } from '../../../src/storage/records/servers/alerts.ts';
import type { Arrival } from '../../../src/storage/records/servers/itemAlerts.ts';
import type { Records } from '../../../src/storage/storage.ts';
import type { AlertParts } from '../alertFor.ts';
import type { Alert } from '../card.ts';
import { item as itemKind, itemPost } from '../deliveries.ts';
import { draftFor, kindFor, storeAlert, storeGrown } from '../store.ts';
import { type Group, type MessageParts, messageItemsMax, messageOf, reportOf } from './message.ts';
import { type Item, isListedAgain, itemsByRule, passing } from './wanted.ts';

/** Batch size. A batch may be longer, so that the items of one feed, which may share a message, stay together. */
const arrivalsAtOnce = 200;
/** Up to this many items get a message each; more items share messages. */
const singlesMax = 3;
/** Maximum number of messages for items that were held back by quiet hours or the day's limit. */
const messagesAfterwards = 3;
/** How long items of other own feeds are added to a message about the same story, from when the message was due. */
const joiningMs = dayMs;
const joining = [itemKind, itemPost].map(({ name }) => name);

type Rematch = Parameters<Records['itemAlerts']['requeue']>[0][number];

/**
 * Posts each new item of own feeds in the channels whose rules want it. An item leaves the queue once its messages are
 * stored, so a crash loses none. Lede knows which articles each channel got, so none comes twice.
 */
export function createAtOnce(parts: AlertParts): Loop {
  const { itemAlerts } = parts.storage.records;
  return {
    name: 'at-once',
    // One process only: two would match each item twice.
    role: 'send',
    every: '*/5 * * * * *',
    async run(now) {
      let done = 0;
      for (;;) {
        const due = await itemAlerts.due(now, arrivalsAtOnce);
        if (due.length === 0) return done;
        const matched = await matchItems(parts, due, now);
        done += matched.done;
        // Some items may not have been reached, so the whole batch stays queued.
        if (parts.ending()) return done;
        await parts.storage.transaction(async (trx) => {
          await trx.itemAlerts.processed(due.map(({ id }) => id));
          await trx.itemAlerts.requeue(matched.rematches);
        });
        if (due.length < arrivalsAtOnce) return done;
      }
    },
  };
}

/** Stores messages for these items. `rematches` holds items to retry later, each for one channel. */
async function matchItems(parts: AlertParts, due: readonly Arrival[], now: EpochMs) {
  const cache = createTickCache(parts.storage.records, parts.outletsById);
  const rematches: Rematch[] = [];
  let done = 0;
  for (const { rule, items: all } of await itemsByRule(cache, due, now)) {
    if (parts.ending()) break;
    await nextTurn();
    const items = await passing(cache, rule, all, now);
    if (items.length === 0) continue;
    const hold = (held: readonly Item[], until: EpochMs) =>
      rematches.push(...held.map(({ arrival }) => ({ ...arrival, channelId: rule.channelId, dueAt: until })));
    const quiet = quietHoursOf(rule, now);
    if (quiet?.isQuiet && rule.silent !== 'quiet') {
      hold(items, quiet.nextUntil);
      continue;
    }
    const making = { parts, cache, rule, now };
    const groups = await joinOrGroup(making, items);
    const messages = messagesOf(groups, await leftToday(cache.records, rule, now));
    for (const [nth, some] of messages.entries()) {
      const told = some.flatMap(({ head, others }) => [head, ...others]);
      const content = await messageOf(making, some);
      // Due times that are a millisecond apart keep the messages in this order.
      const draft = draftFor(parts, rule, content, now - messages.length + nth);
      const outcome = await storeAlert(parts, rule, draft, now);
      if (outcome === 'stored') done += 1;
      else if (outcome === 'stale') hold(told, now);
      else if (outcome === 'full') hold(told, tomorrowIn(rule, now));
    }
  }
  return { done, rematches };
}

/** Leaves out items listed again, adds items to posted messages on the same story, and groups the rest. */
async function joinOrGroup(making: MessageParts, items: readonly Item[]): Promise<Group[]> {
  const { cache, rule } = making;
  const told = await cache.records.told.postedIn(rule.channelId, [
    ...new Set(items.map(({ article }) => article.storyId)),
  ]);
  const groups: Group[] = [];
  for (const item of items) {
    const { storyId } = item.article;
    const before = told.flatMap((one) => (one.storyId === storyId ? one.articleIds : []));
    const beside = groups.filter(({ head }) => head.article.storyId === storyId);
    const known = [...(await cache.articles(before)), ...beside.map(({ head }) => head.article)];
    if (isListedAgain(item, known)) continue;
    const group = beside.find((one) => [one.head, ...one.others].every((other) => !isOfOneFeed(other, item)));
    if (group !== undefined) group.others.push(item);
    else if (before.length === 0 || !(await joinItem(making, item))) groups.push({ head: item, others: [] });
  }
  return groups;
}

const isOfOneFeed = (one: Item, other: Item) => one.arrival.feedId === other.arrival.feedId;

/** The items of each message: one item, or several if there are many or the day's limit leaves no room. */
function messagesOf(groups: readonly Group[], left: number): Group[][] {
  if (groups.length <= Math.min(singlesMax, Math.max(left, 1))) return groups.map((group) => [group]);
  const wereHeld = groups.some(({ head }) => head.arrival.channelId !== '');
  const count = wereHeld
    ? Math.min(messagesAfterwards, Math.max(left, 1), Math.ceil(groups.length / messageItemsMax))
    : 1;
  const each = Math.ceil(groups.length / count);
  return Array.from({ length: count }, (_, nth) => groups.slice(nth * each, (nth + 1) * each));
}

async function leftToday({ deliveries }: Records, rule: AlertRecord, now: EpochMs): Promise<number> {
  const { channelId, zone, perDay } = rule;
  const count = await deliveries.countOfDay({ channelId, kind: kindFor(rule).name, localDate: localDateAt(now, zone) });
  return perDay - count;
}

/** The next midnight in the rule's zone. */
const tomorrowIn = ({ zone }: AlertRecord, now: EpochMs): EpochMs =>
  dueAt(Temporal.PlainDate.from(localDateAt(now, zone)).add({ days: 1 }).toString(), '00:00', zone);

/**
 * Adds the item to the channel's latest message that is about its story alone and has nothing from its feed. Returns
 * whether a message now names the item.
 */
async function joinItem({ parts, cache, rule, now }: MessageParts, item: Item): Promise<boolean> {
  const { records } = cache;
  const { storyId, url } = item.article;
  const telling = await records.deliveries.showing([storyId], joining, now - joiningMs);
  for (const { id } of telling.filter(({ channelId }) => channelId === rule.channelId).toReversed()) {
    const delivery = await records.deliveries.byId(id);
    if (delivery === undefined || !(isOf(delivery, itemKind) || isOf(delivery, itemPost))) continue;
    const { content } = delivery;
    const reports = content.reports?.[storyId] ?? [];
    // Lede was killed after it had added the item, before the item left the queue.
    if (reports.some((one) => one.url === url)) return true;
    if (content.items === undefined || content.places.length + content.also.length !== 1) continue;
    if (content.items.feedIds.includes(item.arrival.feedId)) continue;
    const changed: Alert = {
      ...content,
      reports: { ...content.reports, [storyId]: [...reports, reportOf(cache, item)] },
      items: { ...content.items, feedIds: [...content.items.feedIds, item.arrival.feedId] },
    };
    return storeGrown(parts, delivery, changed, now);
  }
  return false;
}
