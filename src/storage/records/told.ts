import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { QuotedSentence } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import type { Correction } from './articles.ts';

/** What one digest tells of one story. */
export interface ToldRecord {
  storyId: string;
  articleIds: readonly string[];
  sentences: readonly QuotedSentence[];
  /** Which of the digest's messages tells it; the first where that is left out. */
  part?: number;
}

/** What one message tells of one story in two entries, each article and sentence once. */
const joined = (first: Omit<ToldRecord, 'storyId'>, second: Omit<ToldRecord, 'storyId'>) => ({
  articleIds: [...new Set([...first.articleIds, ...second.articleIds])],
  sentences: [...new Map([...first.sentences, ...second.sentences].map((one) => [one.text, one])).values()],
  part: Math.min(first.part ?? 0, second.part ?? 0),
});

/** What these articles tell of an entry. */
const ofArticles = ({ articleIds, sentences, part }: Omit<ToldRecord, 'storyId'>, articles: ReadonlySet<string>) => ({
  part,
  articleIds: articleIds.filter((id) => articles.has(id)),
  sentences: sentences.filter(({ articleId }) => articles.has(articleId)),
});

const parsed = (row: Pick<Selectable<Tables['told']>, 'article_ids' | 'sentences' | 'part'>) => ({
  part: row.part,
  articleIds: JSON.parse(row.article_ids) as string[],
  sentences: JSON.parse(row.sentences) as QuotedSentence[],
});

/** Under which ids merged stories go on; a story that was merged into none is not in the map. */
async function mergedInto(db: Kysely<Tables>, storyIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'alias_of'])
    .where('id', 'in', storyIds)
    .where('alias_of', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.alias_of ?? row.id]));
}

/**
 * What a message tells, by the stories as they are now: one may have been merged, or lost an article to another,
 * since the message was made of it.
 */
export async function toldOfPresent(db: Kysely<Tables>, told: readonly ToldRecord[]): Promise<ToldRecord[]> {
  const merged = await mergedInto(
    db,
    told.map(({ storyId }) => storyId),
  );
  const articleIds = told.flatMap((entry) => entry.articleIds);
  const placed = await db
    .selectFrom('articles')
    .select(['id', 'story_id'])
    .where('id', 'in', articleIds)
    .where('story_id', 'is not', null)
    .execute();
  const articlesOf = Map.groupBy(placed, (row) => row.story_id ?? '');
  const found = new Map<string, ToldRecord>();
  const add = (storyId: string, entry: Omit<ToldRecord, 'storyId'>) => {
    const known = found.get(storyId);
    found.set(storyId, { storyId, ...(known ? joined(known, entry) : entry) });
  };
  for (const { storyId, ...entry } of told) {
    const present = merged.get(storyId) ?? storyId;
    add(present, entry);
    for (const [other, rows] of articlesOf) {
      const its = ofArticles(entry, new Set(rows.map(({ id }) => id)));
      if (other !== present && its.articleIds.length > 0) add(other, its);
    }
  }
  return [...found.values()];
}

/** What channels were told. */
/** What an outlet put right or took back after a digest of a channel told it. */
export interface ToldCorrection {
  correction: Correction;
  outletName: string;
  url: string;
  /** Of the last digest that told it. */
  serverId: string;
  localDate: string;
  messageId?: string;
}

export function toldRecords(db: Kysely<Tables>) {
  /** Adds to what a message tells of a story. */
  const put = async (
    { channel_id, delivery_id }: Pick<Tables['told'], 'channel_id' | 'delivery_id'>,
    storyId: string,
    entry: Omit<ToldRecord, 'storyId'>,
  ): Promise<void> => {
    const known = await db
      .selectFrom('told')
      .select(['article_ids', 'sentences', 'part'])
      .where('story_id', '=', storyId)
      .where('channel_id', '=', channel_id)
      .where('delivery_id', '=', delivery_id)
      .executeTakeFirst();
    const { articleIds, sentences, part } = known ? joined(parsed(known), entry) : entry;
    const values = { article_ids: JSON.stringify(articleIds), sentences: JSON.stringify(sentences), part };
    await db
      .insertInto('told')
      .values({ channel_id, delivery_id, story_id: storyId, ...values })
      .onConflict((conflict) => conflict.columns(['channel_id', 'story_id', 'delivery_id']).doUpdateSet(values))
      .execute();
  };

  return {
    /** Corrections since of what digests of the channel told before, the latest first. */
    async correctedSince(channelId: string, since: EpochMs, until: EpochMs): Promise<ToldCorrection[]> {
      const rows = await db
        .selectFrom('told_articles')
        .innerJoin('deliveries', 'deliveries.id', 'told_articles.delivery_id')
        .innerJoin('articles', 'articles.id', 'told_articles.article_id')
        .select(['articles.id', 'articles.correction', 'articles.outlet_name', 'articles.url'])
        .select(['deliveries.server_id', 'deliveries.local_date', 'deliveries.message_id', 'deliveries.window_end'])
        .where('deliveries.channel_id', '=', channelId)
        .where('deliveries.state', '=', 'sent')
        .where('articles.correction', 'is not', null)
        .orderBy('deliveries.window_end')
        .execute();
      const latest = new Map(rows.map((row) => [row.id, row]));
      return [...latest.values()]
        .map((row) => ({
          correction: JSON.parse(row.correction ?? '') as Correction,
          outletName: row.outlet_name,
          url: row.url,
          serverId: row.server_id,
          localDate: row.local_date,
          messageId: row.message_id ?? undefined,
          windowEnd: row.window_end,
        }))
        .filter(({ correction: { at }, windowEnd }) => at > since && at <= until && at > windowEnd)
        .sort((a, b) => b.correction.at - a.correction.at);
    },

    /**
     * What this channel was told of these stories by messages that were sent, or still may be; newest first. A story
     * that was merged is answered under the id that was asked for.
     */
    async of(
      channelId: string,
      storyIds?: readonly string[],
    ): Promise<(ToldRecord & { at: EpochMs; messageId?: string; deliveryId: string })[]> {
      if (storyIds?.length === 0) return [];
      const merged = storyIds === undefined ? undefined : await mergedInto(db, storyIds);
      const asked = Map.groupBy(storyIds ?? [], (id) => merged?.get(id) ?? id);
      const rows = await db
        .selectFrom('told')
        .innerJoin('deliveries', 'deliveries.id', 'told.delivery_id')
        .select([
          'told.story_id',
          'told.article_ids',
          'told.sentences',
          'told.part',
          'deliveries.window_end',
          'deliveries.message_id',
          'deliveries.id',
        ])
        .where('told.channel_id', '=', channelId)
        .where('deliveries.state', 'in', ['sent', 'pending', 'unknown'])
        .$if(storyIds !== undefined, (query) => query.where('told.story_id', 'in', [...asked.keys()]))
        .orderBy('deliveries.window_end', 'desc')
        .execute();
      return rows.flatMap((row) => {
        const entry = {
          ...parsed(row),
          at: row.window_end,
          messageId: row.message_id ?? undefined,
          deliveryId: row.id,
        };
        return (asked.get(row.story_id) ?? [row.story_id]).map((storyId) => ({ storyId, ...entry }));
      });
    },

    /** Stories with an article since that any channel was told of: a merge keeps their id. */
    async ofStoriesSince(since: EpochMs): Promise<Set<string>> {
      const rows = await db
        .selectFrom('stories')
        .select('id')
        .where('last_at', '>=', since)
        .where((where) =>
          where.exists(where.selectFrom('told').select('delivery_id').whereRef('told.story_id', '=', 'stories.id')),
        )
        .execute();
      return new Set(rows.map((row) => row.id));
    },

    /** A merged story keeps what was told of it; a message that told both told the one that stays. */
    async move(from: string, into: string): Promise<void> {
      const rows = await db.selectFrom('told').selectAll().where('story_id', '=', from).execute();
      for (const row of rows) await put(row, into, parsed(row));
      await db.deleteFrom('told').where('story_id', '=', from).execute();
    },

    /** What was told of articles is also told of the story that they are in now. */
    async copy(from: string, into: string, articleIds: readonly string[]): Promise<void> {
      const rows = await db
        .selectFrom('told')
        .selectAll()
        .where('story_id', '=', from)
        .where('delivery_id', 'in', (query) =>
          query.selectFrom('told_articles').select('delivery_id').where('article_id', 'in', articleIds),
        )
        .execute();
      const moved = new Set(articleIds);
      for (const row of rows) {
        const its = ofArticles(parsed(row), moved);
        if (its.articleIds.length > 0) await put(row, into, its);
      }
    },
  };
}
