import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, ChannelId, DeliveryId, ServerId, StoryId } from '../../../ids.ts';
import type { QuotedSentence } from '../../postContent.ts';
import type { Tables } from '../../schema.ts';
import { column, replacing } from '../rows.ts';
import type { Correction } from '../stories/articles.ts';
import { mergedInto } from '../stories/stories.ts';

/** What a delivery shows of one story. Stored so that no channel gets the same twice. */
export interface ToldRecord {
  storyId: StoryId;
  articleIds: readonly ArticleId[];
  sentences: readonly QuotedSentence[];
  /** The first article's headline, if the message shows it. */
  title?: string;
  /** The index of the delivery's message that shows the story; 0, the first, by default. */
  part?: number;
}

type Entry = Omit<ToldRecord, 'storyId' | 'title'>;

/** Merges two entries about one story, without duplicate articles and sentences. */
const mergedEntry = (first: Entry, second: Entry): Entry => ({
  articleIds: [...new Set([...first.articleIds, ...second.articleIds])],
  sentences: [...new Map([...first.sentences, ...second.sentences].map((one) => [one.text, one])).values()],
  part: Math.min(first.part ?? 0, second.part ?? 0),
});

/** Reduces an entry to these articles. */
const ofArticles = ({ articleIds, sentences, part }: Entry, articles: ReadonlySet<ArticleId>): Entry => ({
  part,
  articleIds: articleIds.filter((id) => articles.has(id)),
  sentences: sentences.filter(({ articleId }) => articles.has(articleId)),
});

export const entryOf = (row: Pick<Selectable<Tables['told']>, 'articleIds' | 'sentences' | 'part'>): Entry => ({
  part: row.part,
  articleIds: JSON.parse(row.articleIds) as string[],
  sentences: JSON.parse(row.sentences) as QuotedSentence[],
});

/**
 * Returns a message's entries under the current ids of their stories. Since the message was made, a story may have been
 * merged or an article moved to another story.
 */
export async function toldOfPresent(db: Kysely<Tables>, told: readonly ToldRecord[]): Promise<ToldRecord[]> {
  const storyIds = told.map(({ storyId }) => storyId);
  const merged = await mergedInto(db, storyIds);
  const articleIds = told.flatMap((entry) => entry.articleIds);
  const placed = await db
    .selectFrom('articles')
    .select(['id', 'storyId'])
    .where('id', 'in', articleIds)
    .where('storyId', 'is not', null)
    .execute();
  const articlesOf = Map.groupBy(placed, (row) => row.storyId ?? '');
  const found = new Map<string, ToldRecord>();
  const add = (storyId: StoryId, entry: Entry) => {
    const known = found.get(storyId);
    found.set(storyId, { storyId, ...(known ? mergedEntry(known, entry) : entry) });
  };
  for (const { storyId, title, ...entry } of told) {
    const present = merged.get(storyId) ?? storyId;
    add(present, entry);
    for (const [other, rows] of articlesOf) {
      const its = ofArticles(entry, new Set(rows.map(({ id }) => id)));
      if (other !== present && its.articleIds.length > 0) add(other, its);
    }
  }
  return [...found.values()];
}

export function toldRecords(db: Kysely<Tables>) {
  const ofStory = (storyId: StoryId) => db.selectFrom('told').selectAll().where('storyId', '=', storyId);

  /** The entries about these stories in messages of this channel that are pending, sent or maybe sent. */
  const shownIn = (channelId: ChannelId, storyIds: Iterable<StoryId>) =>
    db
      .selectFrom('told')
      .innerJoin('deliveries', 'deliveries.id', 'told.deliveryId')
      .select('told.storyId')
      .where('told.channelId', '=', channelId)
      .where('told.storyId', 'in', [...storyIds])
      .where('deliveries.state', 'in', ['sent', 'pending', 'unknown']);

  /** Adds `entry` to the message's stored entry about the story. */
  const put = async (
    { channelId, deliveryId }: Pick<Tables['told'], 'channelId' | 'deliveryId'>,
    storyId: StoryId,
    entry: Entry,
  ): Promise<void> => {
    const known = await ofStory(storyId)
      .where('channelId', '=', channelId)
      .where('deliveryId', '=', deliveryId)
      .executeTakeFirst();
    const { articleIds, sentences, part } = known ? mergedEntry(entryOf(known), entry) : entry;
    const shown = { articleIds: JSON.stringify(articleIds), sentences: JSON.stringify(sentences), part };
    const row = { channelId, deliveryId, storyId, ...shown };
    await db
      .insertInto('told')
      .values(row)
      .onConflict(replacing('told', 'articleIds', 'sentences', 'part'))
      .execute();
  };

  return {
    /**
     * Corrections since `since` of articles in the channel's earlier digests, latest first, each with the last digest
     * that showed the article.
     */
    async correctedSince(channelId: ChannelId, since: EpochMs, until: EpochMs) {
      const rows = await db
        .selectFrom('toldArticles')
        .innerJoin('deliveries', 'deliveries.id', 'toldArticles.deliveryId')
        .innerJoin('articles', 'articles.id', 'toldArticles.articleId')
        .select(['articles.id', 'articles.title', 'articles.correction', 'articles.outletName', 'articles.url'])
        .select(['deliveries.serverId', 'deliveries.localDate', 'deliveries.messageId', 'deliveries.windowEnd'])
        .where('deliveries.channelId', '=', channelId)
        .where('deliveries.state', '=', 'sent')
        .where('articles.correction', 'is not', null)
        .orderBy('deliveries.windowEnd')
        .execute();
      const latest = new Map(rows.map((row) => [row.id, row]));
      return [...latest.values()]
        .map((row) => ({
          ...row,
          correction: JSON.parse(row.correction ?? '') as Correction,
          messageId: row.messageId ?? undefined,
        }))
        .filter(({ correction: { at }, windowEnd }) => at > since && at <= until && at > windowEnd)
        .sort((a, b) => b.correction.at - a.correction.at);
    },

    /**
     * The entries about these stories in messages of this channel that are pending, sent or maybe sent, newest first. A
     * merged story is returned under the id that was asked for.
     */
    async postedIn(
      channelId: ChannelId,
      storyIds: readonly StoryId[],
    ): Promise<(ToldRecord & { at: EpochMs; messageId?: string; deliveryId: DeliveryId; serverId: ServerId })[]> {
      const merged = await mergedInto(db, storyIds);
      const asked = Map.groupBy(storyIds, (id) => merged.get(id) ?? id);
      const rows = await shownIn(channelId, asked.keys())
        .select(['told.articleIds', 'told.sentences', 'told.part', 'deliveries.serverId'])
        .select(['deliveries.windowEnd as at', 'deliveries.messageId', 'deliveries.id as deliveryId'])
        .orderBy('deliveries.windowEnd', 'desc')
        .execute();
      return rows.flatMap(({ storyId, at, messageId, deliveryId, serverId, ...row }) => {
        const entry = { ...entryOf(row), at, messageId: messageId ?? undefined, deliveryId, serverId };
        return (asked.get(storyId) ?? [storyId]).map((id) => ({ storyId: id, ...entry }));
      });
    },

    /** Which of these stories pending, sent or maybe sent messages show in this channel, even if merged since. */
    async among(channelId: ChannelId, storyIds: readonly StoryId[]): Promise<Set<StoryId>> {
      const merged = await mergedInto(db, storyIds);
      const asked = Map.groupBy(storyIds, (id) => merged.get(id) ?? id);
      const ids = await column('storyId', shownIn(channelId, asked.keys()));
      return new Set(ids.flatMap((storyId) => asked.get(storyId) ?? []));
    },

    /** Which of these articles pending, sent or maybe sent messages show in this channel. */
    async articlesAmong(channelId: ChannelId, articleIds: readonly ArticleId[]): Promise<Set<ArticleId>> {
      const shown = db
        .selectFrom('toldArticles')
        .innerJoin('deliveries', 'deliveries.id', 'toldArticles.deliveryId')
        .select('toldArticles.articleId')
        .where('toldArticles.articleId', 'in', articleIds)
        .where('deliveries.channelId', '=', channelId)
        .where('deliveries.state', 'in', ['sent', 'pending', 'unknown']);
      return new Set(await column('articleId', shown));
    },

    /** Stories with an article since `since` that a delivery shows. A merge prefers to keep their ids. */
    async ofStoriesSince(since: EpochMs): Promise<Set<StoryId>> {
      const told = db.selectFrom('told').select('storyId');
      const stories = db.selectFrom('stories').select('id').where('lastAt', '>=', since).where('id', 'in', told);
      return new Set(await column('id', stories));
    },

    /** Moves the entries of a merged story to the story that it was merged into. */
    async move(from: string, into: string): Promise<void> {
      for (const row of await ofStory(from).execute()) await put(row, into, entryOf(row));
      await db.deleteFrom('told').where('storyId', '=', from).execute();
    },

    /** Copies the parts of the entries about these articles to the story that the articles moved to. */
    async copy(from: string, into: string, articleIds: readonly ArticleId[]): Promise<void> {
      const rows = await ofStory(from)
        .where('deliveryId', 'in', (query) =>
          query.selectFrom('toldArticles').select('deliveryId').where('articleId', 'in', articleIds),
        )
        .execute();
      const moved = new Set(articleIds);
      for (const row of rows) {
        const its = ofArticles(entryOf(row), moved);
        if (its.articleIds.length > 0) await put(row, into, its);
      }
    },
  };
}
