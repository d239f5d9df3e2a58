import type { EpochMs } from '../../../src/clock.ts';
import { publisherOf } from '../../../src/engine/articles/outlets.ts';
import { mutedWordsOf } from '../../../src/newsroom/lines.ts';
import { pictureOf } from '../../../src/newsroom/picture.ts';
import { publicSentence } from '../../../src/newsroom/sentences.ts';
import type { TickCache } from '../../../src/newsroom/tickCache.ts';
import { labelOf } from '../../../src/newsroom/topics.ts';
import type { DigestLine, DigestStory, Report } from '../../../src/storage/postContent.ts';
import type { AlertRecord } from '../../../src/storage/records/servers/alerts.ts';
import { type AlertParts, headOf, tagsFor } from '../alertFor.ts';
import type { Alert } from '../card.ts';
import type { Item } from './wanted.ts';

/** An item, and the items of other own feeds on the same story. */
export interface Group {
  head: Item;
  others: Item[];
}

/** A rule, and what its messages are made from. */
export interface MessageParts {
  parts: AlertParts;
  cache: TickCache;
  rule: AlertRecord;
  now: EpochMs;
}

/** Maximum numbers of items in one message: with a sentence, and as a line only. */
const placesMax = 5;
const linesMax = 8;
export const messageItemsMax = placesMax + linesMax;

/** The message about these items, newest first. */
export async function messageOf(making: MessageParts, groups: readonly Group[]): Promise<Alert> {
  const { parts, cache, rule, now } = making;
  const { records } = cache;
  const { serverId } = rule;
  const shown = groups.toReversed();
  const ownTopics = await records.ownTopicsAndFeeds.topics(serverId);
  const topicIds = [...new Set(shown.map(({ head }) => topicOf(rule, head)))];
  const mutedWords = await mutedWordsOf(records, serverId, now);
  const isPaid = ({ head: { article } }: Group) => parts.outletsById.get(article.outletId)?.paywall === true;
  const paywalled = shown.filter(isPaid).map(({ head }) => head.article.url);
  const named = shown.filter(({ others }) => others.length > 0);
  const reports = named.map(({ head, others }) => [head.article.storyId, others.map((one) => reportOf(cache, one))]);
  return {
    ...(await headOf(parts, rule, now)),
    topics: topicIds.map((id) => labelOf(id, parts.topics, ownTopics)),
    places: shown.slice(0, placesMax).map(({ head }) => placeOf(making, head, mutedWords)),
    also: shown.slice(placesMax, messageItemsMax).map(({ head }) => lineOf(rule, head)),
    reports: Object.fromEntries(reports),
    items: { feedIds: feedsOf(groups), more: Math.max(0, shown.length - messageItemsMax) },
    ...(paywalled.length > 0 ? { paywalled } : {}),
    ...tagsFor(rule, topicIds[0]),
  };
}

const feedsOf = (groups: readonly Group[]) => [
  ...new Set(groups.flatMap(({ head, others }) => [head, ...others].map(({ arrival }) => arrival.feedId))),
];

/** The item as a report below another item. */
export const reportOf = ({ outletsById }: TickCache, { article }: Item): Report => ({
  outlet: article.outletName,
  url: article.url,
  at: article.publishedAt,
  country: publisherOf(outletsById, article.outletId).country,
});

/** The rule's topic, else the feed's. */
const topicOf = ({ topicId }: AlertRecord, { wish }: Item) => topicId ?? wish.topicId;

const lineOf = (rule: AlertRecord, item: Item): DigestLine => {
  const { storyId, id: articleId, title, url, outletName: outlet } = item.article;
  return { storyId, articleId, title, url, outlet, topicId: topicOf(rule, item) };
};

function placeOf({ parts, rule }: MessageParts, item: Item, mutedWords: readonly string[]): DigestStory {
  const { article } = item;
  const told = isOfText(article) ? [article.title] : [];
  const sentence = publicSentence(article, { told, mutedWords });
  const picture = pictureOf([article], article.title, parts.pictureOrigins);
  return {
    ...lineOf(rule, item),
    outlets: 1,
    voices: 1,
    since: article.publishedAt,
    sentences: sentence === undefined ? [] : [sentence],
    ...(picture === undefined ? {} : { picture }),
  };
}

/** Whether the title is only the beginning of the text, as for posts of social networks, which have no title. */
const isOfText = ({ title, paragraphs }: Item['article']): boolean =>
  paragraphs.join(' ').startsWith(title.replace(/…$/, '').trimEnd());
