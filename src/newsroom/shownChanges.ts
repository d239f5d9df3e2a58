import { dayMs, type EpochMs, minuteMs } from '../clock.ts';
import { saysOther } from '../engine/articles/headlineChange.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import type { ArticleId, ChannelId, DeliveryId, ServerId } from '../ids.ts';
import type { ShownArticle } from '../storage/records/outbox/shown.ts';
import type { ArticleChange } from '../storage/records/stories/articleChanges.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { Records } from '../storage/storage.ts';

/** A change that an outlet made to an article after a message had shown the article. */
export interface ShownChange {
  articleId: ArticleId;
  /** When Lede noticed the change. */
  at: EpochMs;
  outlet: string;
  /** The article's current headline and address. */
  title: string;
  url: string;
  /** The headline in the message and the outlet's later headline. */
  headline?: { before: string; after: string };
  /** The outlet's own words; '' if the publisher or the operator forbids quoting them. */
  note?: { kind: 'corrected' | 'retracted'; text: string };
  /** The page's HTTP status if the page is gone. */
  gone?: string;
  /** The latest delivery that showed the article before the change, and the message that contains the article. */
  shown: { deliveryId: DeliveryId; kind: string; channelId: ChannelId; messageId?: string; at: EpochMs };
}

/** A change whose message has not been read yet; `part` is the index of the message in the delivery. */
type Found = Omit<ShownChange, 'shown'> & { shown: { deliveryId: DeliveryId; part: number } };

export interface AskedChanges {
  serverId: ServerId;
  /** Only changes of articles in these channels; all of the server's channels if left out. */
  isAsked?(channelId: ChannelId): boolean;
  /** Only articles in deliveries of these kinds. */
  kinds?: readonly string[];
  /** Only articles of the outlet with this name. */
  outlet?: string;
  /** Only changes that Lede noticed from `since` to `until`. */
  since: EpochMs;
  until: EpochMs;
  max: number;
}

/** Limits of a search: the last 30 days, and at most 3,000 deliveries. */
export const reachMs = 30 * dayMs;
const deliveriesMax = 3_000;
/** Maximum number of deliveries or articles per query. */
const atOnce = 100;
/** A message may show an article's state from up to this long before the end of the message's window. */
const makingMs = 2 * minuteMs;

type ShownDelivery = Awaited<ReturnType<typeof shownDeliveries>>['deliveries'][number];
type Telling = ShownDelivery & Pick<ShownArticle, 'title' | 'part'>;

/**
 * The server's deliveries in these channels and of these kinds, newest first, among the latest 3,000 of the last 30
 * days. `from` is when the oldest was sent; without deliveries, 30 days before `until`.
 */
export async function shownDeliveries(
  { shown }: Records,
  { serverId, isAsked = () => true, kinds, until }: Pick<AskedChanges, 'serverId' | 'isAsked' | 'kinds' | 'until'>,
) {
  // The id '' stands for the direct messages of all members.
  const all = serverId === '' ? [] : await shown.deliveries(serverId, until - reachMs, deliveriesMax, kinds);
  const deliveries = all.filter(({ channelId }) => isAsked(channelId));
  return { deliveries, from: deliveries.at(-1)?.sentAt ?? until - reachMs };
}

/**
 * Corrections, withdrawals, new headlines and lost pages of articles, noticed after a message showed the article:
 * newest first, at most `max` of `total`. `articles` counts those shown since `from`, changed or not.
 */
export async function shownChanges(records: Records, asked: AskedChanges) {
  const { serverId, outlet, since, until, max } = asked;
  const { deliveries: all, from } = await shownDeliveries(records, asked);
  const deliveries = new Map(all.map((one) => [one.id, one]));
  const shown = new Set<ArticleId>();
  const changed: ShownArticle[] = [];
  for (const ids of batchesOf([...deliveries.keys()])) {
    for (const id of await records.shown.articleIds(ids, outlet)) shown.add(id);
    changed.push(...(await records.shown.changed(ids, outlet)));
    await nextTurn();
  }
  const tellings = changed.flatMap((telling) => {
    const delivery = deliveries.get(telling.deliveryId);
    return delivery ? [{ ...delivery, ...telling }] : [];
  });
  const found: Found[] = [];
  for (const some of batchesOf([...Map.groupBy(tellings, ({ articleId }) => articleId)])) {
    const ids = some.map(([id]) => id);
    const closed = await records.audiences.serversOf(ids);
    const visible = ids.filter((id) => closed.get(id)?.includes(serverId) ?? true);
    const changes = await records.articleChanges.changesOf(visible, until - reachMs - makingMs);
    const articles = new Map((await records.articles.byIds(visible, 0)).map((article) => [article.id, article]));
    for (const [id, its] of some) {
      const article = articles.get(id);
      if (article) found.push(...changesOf(article, its, changes.get(id) ?? []));
    }
    await nextTurn();
  }
  const inTime = found.filter(({ at }) => at >= since && at <= until);
  inTime.sort((a, b) => b.at - a.at || (a.articleId < b.articleId ? -1 : 1));
  const latest = inTime.slice(0, max);
  const messages = await records.shown.messages(latest.map(({ shown: { deliveryId } }) => deliveryId));
  return {
    changes: latest.flatMap(({ shown: { deliveryId, part }, ...change }): ShownChange[] => {
      const [delivery, message] = [deliveries.get(deliveryId), messages.get(deliveryId)];
      if (delivery === undefined || message === undefined) return [];
      const { channelId, sentAt: at } = delivery;
      const { kind, messageIds } = message;
      return [{ ...change, shown: { deliveryId, kind, channelId, messageId: messageIds[part], at } }];
    }),
    total: inTime.length,
    articles: shown.size,
    from,
  };
}

function* batchesOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += atOnce) yield items.slice(at, at + atOnce);
}

/** The changes that one article had after a message had shown it. */
function changesOf(article: ArticleRecord, tellings: readonly Telling[], changes: readonly ArticleChange[]): Found[] {
  const { id: articleId, outletName: outlet, title, url } = article;
  const byTime = tellings.toSorted((a, b) => a.windowEnd - b.windowEnd);
  const found = new Map<EpochMs, Found>();
  const add = (at: EpochMs, { id, part }: Telling, change: Pick<Found, 'headline' | 'note' | 'gone'>) =>
    found.set(at, { ...found.get(at), ...change, articleId, at, outlet, title, url, shown: { deliveryId: id, part } });
  for (const { kind, wording, at } of changes) {
    const telling = kind === 'headline' ? undefined : byTime.findLast(({ windowEnd }) => windowEnd < at);
    if (kind === 'headline' || telling === undefined) continue;
    add(at, telling, kind === 'gone' ? { gone: wording } : { note: { kind, text: wording } });
  }
  const titles = changes.filter(({ kind }) => kind === 'headline');
  for (const { at, telling, ...headline } of retitlings(byTime, titles, outlet)) add(at, telling, { headline });
  return [...found.values()];
}

/**
 * Pairs each headline in a message with the one that replaced it. Headlines in no message are skipped: “A”, “B”, “C” is
 * one change from “A” to “C”, and “A”, “B”, “A” is none. A recurring headline is no change either, because two feeds of
 * an outlet may give different headlines in turn.
 */
function retitlings(tellings: readonly Telling[], titles: readonly ArticleChange[], outlet: string) {
  const isSame = (one: string, other: string) => !saysOther(one, other, outlet);
  const runs = titles.filter(({ wording }, at) => at === 0 || !isSame(titles[at - 1]?.wording ?? '', wording));
  const isNew = (title: string) => runs.filter(({ wording }) => isSame(wording, title)).length === 1;
  const shown = tellings.flatMap((telling) => (telling.title === null ? [] : [{ telling, before: telling.title }]));
  const found: { before: string; after: string; telling: Telling; at: EpochMs }[] = [];
  let next = 0;
  let open: { before: string; telling: Telling; followed?: ArticleChange } | undefined;
  const close = () => {
    if (open?.followed === undefined) return;
    const { before, telling, followed } = open;
    const { wording: after, at } = followed;
    if (!isSame(before, after) && isNew(after)) found.push({ before, after, telling, at });
  };
  for (const followed of titles) {
    for (let one = shown[next]; one && one.telling.windowEnd - makingMs < followed.at; one = shown[++next]) {
      if (open !== undefined && isSame(open.before, one.before)) {
        if (open.followed === undefined) open = one;
        continue;
      }
      close();
      open = one;
    }
    if (open !== undefined) open = { ...open, followed };
  }
  close();
  return found;
}
