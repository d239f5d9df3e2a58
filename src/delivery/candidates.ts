import { setImmediate } from 'node:timers/promises';
import type { EpochMs } from '../clock.ts';
import type { Candidate } from '../digests/candidate.ts';
import type { TopicLabel } from '../digests/digest.ts';
import type { ListedArticle } from '../storage/records/listings.ts';
import type { OwnTopicRecord } from '../storage/records/own.ts';
import type { StoryRecord } from '../storage/records/stories.ts';
import type { Records } from '../storage/storage.ts';
import { matchTopic, type TopicWords } from '../stories/topics.ts';
import { independentVoices } from '../stories/voices.ts';
import { stemOf } from '../text/terms.ts';
import { tokensOf } from '../text/tokens.ts';
import type { Edition } from './edition.ts';

/** Stories of each topic that are looked at; the rest is told by too few outlets to be shown. */
const storiesPerTopic = 60;
/** Stories with news that hold a word; more than this is a word of everyday. */
const storiesHeldMax = 500;
/** Of one story, where its texts must be read; more say the same. */
const articlesRead = 24;

/** Who reads, and for which topics. */
export interface Reader {
  serverId?: string;
  topics: readonly TopicLabel[];
  ownTopics: readonly OwnTopicRecord[];
  since: EpochMs;
  until: EpochMs;
}

/** The stories with news for these topics, each with the articles that this server may see. */
export async function candidatesFor(edition: Edition, reader: Reader): Promise<Candidate[]> {
  const { serverId, since, until } = reader;
  const topicIds = reader.topics.map((topic) => topic.id);
  const byWords = reader.ownTopics.filter((topic) => topicIds.includes(topic.id));
  const feeds = serverId === undefined ? [] : await edition.records.own.feeds(serverId);
  // A server without feeds and topics of its own sees what all others see.
  const alone = feeds.length > 0 || byWords.length > 0 ? serverId : undefined;
  return edition.once(['candidates', alone, [...topicIds].sort(), since, until], () =>
    listed(edition, { ...reader, serverId: alone }, byWords),
  );
}

async function listed(edition: Edition, reader: Reader, byWords: readonly OwnTopicRecord[]): Promise<Candidate[]> {
  const { records } = edition;
  const { serverId, topics, since, until } = reader;
  const wanted = topics.map((topic) => topic.id);
  const weightiest = await records.listings.weightiest(since, until, wanted, storiesPerTopic);
  // Commands are answered between the long questions to the database.
  await setImmediate();
  const own = serverId === undefined ? [] : await records.stories.ownTopicsSince(since, serverId);
  const ofOwnFeeds = own.flatMap(({ storyId, topicId }) => (wanted.includes(topicId) ? [storyId] : []));
  const matched = await storiesByWords(records, byWords, since);
  const stories = await records.stories.byIds([...new Set([...weightiest, ...ofOwnFeeds, ...matched])]);
  await setImmediate();
  const ids = stories.filter(({ firstAt }) => firstAt <= until).map(({ id }) => id);
  const earlierIds = stories.flatMap(({ earlier }) => earlier);
  const listings = await records.listings.articlesOf([...new Set([...ids, ...earlierIds])], serverId);
  const articles = serverId === undefined ? listings : withGeneralOwnFeeds(listings);
  await setImmediate();
  const candidates: Candidate[] = [];
  for (const story of stories) {
    const seen = articles.get(story.id) ?? [];
    if (seen.length === 0) continue;
    const wordTopicIds = matched.includes(story.id) ? await fitting(edition, byWords, seen) : [];
    const earlier = story.earlier.flatMap((id) => articles.get(id) ?? []);
    const voices = await voicesOf(edition, story, seen);
    candidates.push({ storyId: story.id, articles: seen, earlier, wordTopicIds, voices });
  }
  return candidates;
}

/** An own feed is special, unless most of its articles are in stories that general outlets tell as well. */
function withGeneralOwnFeeds(listings: ReadonlyMap<string, readonly ListedArticle[]>): Map<string, ListedArticle[]> {
  const counts = new Map<string, { all: number; shared: number }>();
  for (const story of listings.values()) {
    const isShared = story.some(({ general }) => general);
    for (const { outletId } of story.filter(({ open }) => !open)) {
      const { all, shared } = counts.get(outletId) ?? { all: 0, shared: 0 };
      counts.set(outletId, { all: all + 1, shared: shared + Number(isShared) });
    }
  }
  const isGeneral = ({ open, general, outletId }: ListedArticle) => {
    const { all, shared } = counts.get(outletId) ?? { all: 0, shared: 0 };
    return general || (!open && shared > all / 2);
  };
  const marked = (story: readonly ListedArticle[]) =>
    story.map((article) => ({ ...article, general: isGeneral(article) }));
  return new Map([...listings].map(([id, story]) => [id, marked(story)]));
}

/** As stored, if this server sees just the articles that were counted. */
async function voicesOf(edition: Edition, story: StoryRecord, seen: readonly ListedArticle[]): Promise<number> {
  if (story.open && seen.every((article) => article.open)) return story.voices;
  return seen.length === 1 ? 1 : independentVoices(await textsOf(edition, seen)).voices;
}

const textsOf = (edition: Edition, seen: readonly ListedArticle[]) =>
  edition.articles(seen.slice(-articlesRead).map(({ id }) => id));

/** Whether the topic is one by words, whatever feeds were given to it. */
export const hasWords = ({ words }: OwnTopicRecord) => words.all.length + words.any.length > 0;

/** Topics by words that title and lead of the articles fit. */
async function fitting(
  edition: Edition,
  topics: readonly OwnTopicRecord[],
  seen: readonly ListedArticle[],
): Promise<string[]> {
  const byWords = topics.filter(hasWords);
  if (byWords.length === 0) return [];
  // Commands are answered between two stories.
  await setImmediate();
  const text = (await textsOf(edition, seen))
    .map((article) => `${article.title}\n${article.paragraphs.slice(0, 2).join('\n')}`)
    .join('\n');
  return byWords.filter((topic) => matchTopic(topic.words, text, seen[0]?.language)).map((topic) => topic.id);
}

/** Stories that may fit, found by one word of all, or by any; whether they do is for the topic's rule. */
async function storiesByWords(records: Records, topics: readonly OwnTopicRecord[], since: EpochMs): Promise<string[]> {
  const ids = new Set<string>();
  for (const { words } of topics) {
    for (const { id } of await records.search.holding(beginningsOf(words), since, storiesHeldMax)) ids.add(id);
  }
  return [...ids];
}

/** Beginnings of words; every text that fits holds at least one: from one phrase of `all`, or from each of `any`. */
export function beginningsOf(words: TopicWords): string[] {
  const first = words.all.find((phrase) => tokensOf(phrase).length > 0);
  const phrases = first === undefined ? words.any : [first];
  const beginnings = phrases.flatMap((phrase) => {
    // The index parts words at apostrophes, whatever the language.
    const words = tokensOf(phrase).flatMap((token) => token.split(/['’]/));
    const longest = words.sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [longest, stemOf(longest, 'de')];
  });
  return [...new Set(beginnings)];
}
