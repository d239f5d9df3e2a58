import type { EpochMs } from '../clock.ts';
import type { Candidate } from '../digests/compose.ts';
import type { TopicLabel } from '../digests/digest.ts';
import type { ArticleRecord } from '../storage/records/articles.ts';
import type { OwnTopicRecord } from '../storage/records/own.ts';
import type { StoryRecord } from '../storage/records/stories.ts';
import type { Records } from '../storage/storage.ts';
import { matchTopic } from '../stories/topics.ts';
import { stemOf, tokensOf } from '../text/terms.ts';

/** Stories that are looked at with all their articles; the rest is too far down to be shown. */
const storiesRead = 60;
const storiesReadPerTopic = 8;
/** Stories with news that hold a word; more than this is a word of everyday. */
const storiesHeldMax = 500;
/** Rows of one look, before the choice by outlets and time. */
const rowsMax = 3_000;

/** Who reads, and for which topics. */
export interface Reader {
  serverId?: string;
  topics: readonly TopicLabel[];
  ownTopics: readonly OwnTopicRecord[];
  since: EpochMs;
  until: EpochMs;
}

/** Title and lead of every article: what a topic by words is matched on. */
const wordsOf = (articles: readonly ArticleRecord[]) =>
  articles.map((article) => `${article.title}\n${article.paragraphs.slice(0, 2).join('\n')}`).join('\n');

/** Many independent voices first, then the newest. */
const byWeight = (a: StoryRecord, b: StoryRecord) =>
  b.voices - a.voices || b.newsAt - a.newsAt || (a.id < b.id ? -1 : 1);

/** The stories with news for these topics, each with the articles that this server may see and its votes. */
export async function candidatesFor(records: Records, reader: Reader): Promise<Candidate[]> {
  const { serverId, topics, since, until } = reader;
  const wanted = new Set(topics.map((topic) => topic.id));
  const byWords = reader.ownTopics.filter((topic) => wanted.has(topic.id));
  const listed = await records.stories.withNewsSince(since, {
    serverId,
    topicIds: [...wanted],
    until,
    max: rowsMax,
  });
  const votes = await records.stories.topicsOf(listed.map((story) => story.id));
  const ownTopics = serverId === undefined ? [] : await records.stories.ownTopicsSince(since, serverId);
  const matched = await storiesByWords(records, byWords, since, until);
  const chosen = new Map<string, StoryRecord>();
  const choose = (stories: readonly StoryRecord[], max: number) => {
    for (const story of [...stories].sort(byWeight).slice(0, max)) chosen.set(story.id, story);
  };
  for (const topic of topics) {
    const isOf = ({ topicId }: { topicId: string }) => topicId === topic.id;
    const own = new Set(ownTopics.filter(isOf).map(({ storyId }) => storyId));
    choose(
      listed.filter((story) => own.has(story.id) || votes.get(story.id)?.some(isOf)),
      storiesReadPerTopic,
    );
  }
  choose(listed, storiesRead);
  choose(matched, storiesRead);
  const articles = await articlesByStory(records, [...chosen.keys()], serverId);
  const own = serverId === undefined ? [] : await ownFeedVotes(records, [...articles.values()].flat(), serverId);
  return [...chosen.keys()].flatMap((storyId) => {
    const seen = articles.get(storyId) ?? [];
    if (seen.length === 0) return [];
    const text = wordsOf(seen);
    const counted = new Map<string, number>();
    const vote = (topicId: string, count: number) => {
      if (wanted.has(topicId)) counted.set(topicId, (counted.get(topicId) ?? 0) + count);
    };
    for (const { topicId, votes: count } of votes.get(storyId) ?? []) vote(topicId, count);
    for (const { articleId, topicId } of own) if (seen.some(({ id }) => id === articleId)) vote(topicId, 1);
    for (const topic of byWords) {
      // A server that named the words wants the story there.
      if (hasWords(topic) && matchTopic(topic.words, text, seen[0]?.language)) vote(topic.id, seen.length + 1);
    }
    const found = [...counted].map(([topicId, count]) => ({ topicId, votes: count }));
    return found.length === 0 ? [] : [{ storyId, articles: seen, topics: found }];
  });
}

const hasWords = ({ words }: OwnTopicRecord) => words.all.length + words.any.length > 0;

/** Stories that may fit, found by one word of all, or by any; whether they do is for the topic's rule. */
async function storiesByWords(
  records: Records,
  topics: readonly OwnTopicRecord[],
  since: EpochMs,
  until: EpochMs,
): Promise<StoryRecord[]> {
  const ids = new Set<string>();
  for (const { words } of topics) {
    const phrases = words.all.length > 0 ? words.all.slice(0, 1) : words.any;
    const beginnings = phrases.flatMap((phrase) => {
      const longest = tokensOf(phrase).sort((a, b) => b.length - a.length)[0];
      return longest === undefined ? [] : [longest, stemOf(longest, 'de')];
    });
    for (const id of await records.search.holding([...new Set(beginnings)], since, storiesHeldMax)) ids.add(id);
  }
  const stories = await records.stories.byIds([...ids]);
  return stories.filter((story) => story.firstAt <= until);
}

/** First to latest, per story. */
export async function articlesByStory(
  records: Records,
  storyIds: readonly string[],
  serverId: string | undefined,
): Promise<Map<string, ArticleRecord[]>> {
  const grouped = new Map<string, ArticleRecord[]>();
  const articles = await records.placed.ofStories(storyIds, serverId);
  for (const article of articles) {
    if (article.storyId === undefined) continue;
    const list = grouped.get(article.storyId) ?? [];
    list.push(article);
    grouped.set(article.storyId, list);
  }
  return grouped;
}

/** Topics that a server gave its own feeds. */
async function ownFeedVotes(records: Records, articles: readonly ArticleRecord[], serverId: string) {
  return records.placed.ownFeedTopics(
    articles.map((article) => article.id),
    serverId,
  );
}
