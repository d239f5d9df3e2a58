import { dayMs, type EpochMs } from '../../../src/clock.ts';
import { alertWords, fitsTopic, readText } from '../../../src/engine/stories/topics.ts';
import { createPauses } from '../../../src/engine/text/pauses.ts';
import type { ArticleId } from '../../../src/ids.ts';
import { mutedWordsOf } from '../../../src/newsroom/lines.ts';
import { saysMuted } from '../../../src/newsroom/muted.ts';
import type { TickCache } from '../../../src/newsroom/tickCache.ts';
import type { AlertRecord } from '../../../src/storage/records/servers/alerts.ts';
import type { Arrival, AtOnceWish } from '../../../src/storage/records/servers/itemAlerts.ts';
import type { ArticleRecord } from '../../../src/storage/records/stories/articles.ts';

/** A new item that a rule wants. */
export interface Item {
  arrival: Arrival;
  wish: AtOnceWish;
  article: ArticleRecord & { storyId: string };
}

/** An item first seen longer ago is dropped, for example if the daily limit held it back day after day. */
const heldMsMax = 3 * dayMs;
/** Maximum number of items that are read to find the newest one that a channel lacks. */
const newestMax = 50;
/** Two undated items with the same title are the same item if they were listed within this time. */
const undatedMs = dayMs;

/** Each rule with the new items of its feeds, oldest first. Words are not compared yet. */
export async function itemsByRule(cache: TickCache, arrivals: readonly Arrival[], now: EpochMs) {
  const wishes = await cache.records.itemAlerts.wishes([...new Set(arrivals.map(({ feedId }) => feedId))]);
  const articles = new Map(
    (await cache.articles(arrivals.map(({ articleId }) => articleId))).map((article) => [article.id, article]),
  );
  const byChannel = new Map<string, [AlertRecord, Item[]]>();
  for (const arrival of arrivals) {
    const article = articles.get(arrival.articleId);
    if (article?.storyId === undefined || article.firstSeenAt <= now - heldMsMax) continue;
    for (const wish of wishes) {
      const { rule, feedId } = wish;
      const isIts = feedId === arrival.feedId && ['', rule.channelId].includes(arrival.channelId);
      // An item held for a channel was new to its rule, even if the rule changed since.
      if (!isIts || (arrival.channelId === '' && !isNewTo(wish, arrival, article))) continue;
      const item = { arrival, wish, article: { ...article, storyId: article.storyId } };
      byChannel.getOrInsertComputed(rule.channelId, () => [rule, []])[1].push(item);
    }
  }
  const inOrder = (one: Item, other: Item) => one.article.publishedAt - other.article.publishedAt;
  return [...byChannel.values()].map(([rule, items]) => ({ rule, items: items.sort(inOrder) }));
}

/**
 * Whether the feed listed the item only after the rule was set and the feed added. If Lede didn't read the feed between
 * then and the item's arrival, the item's own date decides.
 */
function isNewTo({ rule, addedAt }: AtOnceWish, { readBefore }: Arrival, article: ArticleRecord): boolean {
  const since = Math.max(rule.createdAt, addedAt);
  const { firstSeenAt, publishedAt } = article;
  if (firstSeenAt <= since) return false;
  return readBefore >= since || (publishedAt >= since && publishedAt < firstSeenAt);
}

/** The items for the channel: not posted there before, not muted, and about the rule's words and topic. */
export async function passing(cache: TickCache, rule: AlertRecord, items: readonly Item[], now: EpochMs) {
  const { records } = cache;
  const { channelId, serverId } = rule;
  const { any, not } = alertWords(rule.words);
  const ids = items.map(({ article }) => article.id);
  const told = await records.told.articlesAmong(channelId, ids);
  const muted = [...(await mutedWordsOf(records, serverId, now)), ...not];
  const outlets = await records.outlets.ofChannel(channelId);
  const mutedIds = new Set(outlets.flatMap(({ outletId, stance }) => (stance === 'muted' ? [outletId] : [])));
  const topic = (await records.ownTopicsAndFeeds.topics(serverId)).find(({ id }) => id === rule.topicId);
  const seen = new Set<ArticleId>(told);
  const pause = createPauses();
  const wanted: Item[] = [];
  for (const item of items) {
    const { article, wish } = item;
    if (seen.has(article.id) || mutedIds.has(article.outletId)) continue;
    const text = [article.title, ...article.paragraphs.slice(0, 2)].join('\n');
    const read = readText(text, article.language);
    await pause(text.length);
    if (any.length > 0 && !fitsTopic({ all: [], any, not: [] }, read)) continue;
    if (topic !== undefined && topic.id !== wish.topicId && !fitsTopic(topic.words, read)) continue;
    if (saysMuted({ text, language: article.language }, muted)) continue;
    // Two of the server's feeds may list the same article.
    seen.add(article.id);
    wanted.push(item);
  }
  return wanted;
}

/** The newest item that the rule wants and its channel lacks; undefined if there is none. */
export async function newestFor(cache: TickCache, rule: AlertRecord, now: EpochMs) {
  const { itemAlerts } = cache.records;
  const { channelId } = rule;
  const newest = await itemAlerts.newest(await itemAlerts.coveredBy(rule), now - heldMsMax, newestMax);
  const arrivals = newest.map((one) => ({ ...one, id: '', channelId, readBefore: now }));
  const [found] = await itemsByRule(cache, arrivals, now);
  return found && (await passing(cache, rule, found.items, now)).at(-1);
}

/** Whether the feed listed the item before under another address or guid. */
export function isListedAgain({ article }: Item, told: readonly ArticleRecord[]): boolean {
  const isUndated = ({ publishedAt, firstSeenAt }: ArticleRecord) => publishedAt === firstSeenAt;
  return told.some(
    (one) =>
      one.scope === article.scope &&
      one.title === article.title &&
      (one.publishedAt === article.publishedAt ||
        (isUndated(one) && isUndated(article) && article.publishedAt - one.publishedAt < undatedMs)),
  );
}
