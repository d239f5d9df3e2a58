import { type Generated, type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { editsAllowed } from '../../engine/text/edits.ts';
import { spaced } from '../../engine/text/tokens.ts';
import type { FeedId, ServerId, StoryId } from '../../ids.ts';
import { feedsReadBy } from '../records/reading/audiences.ts';
import type { Tables } from '../schema.ts';
import { type StorySearch, storedTexts } from '../search.ts';
import {
  byChance,
  correctableWords,
  countedMax,
  fadingMs,
  findBy,
  type Joined,
  meantAmong,
  openTexts,
  type QueryWord,
  queryWords,
  rareIn,
  rareMax,
  searchedTexts,
  spellings,
} from '../searching.ts';

/**
 * FTS5 deletes quickly only by row number, so `search_rows` maps stories to row numbers. `search_terms` contains the
 * words of titles that everybody may see, for correcting typing errors.
 */
type SearchTables = Tables & {
  /** `feedId` is empty for texts that everybody may see. */
  searchRows: { row: Generated<number>; storyId: StoryId; feedId: FeedId };
  searchTerms: { term: string };
  storySearch: { rowid: number; title: string; body: string };
  termSearch: { term: string };
};

/**
 * FTS5 reads a run of Japanese as one word, so the index contains pairs of characters, and a word becomes a phrase of
 * pairs.
 */
const phraseOf = (word: string): string => `"${spaced(word)}"`;

/** A word in any spelling. */
const anySpelling = ({ text, isWhole }: QueryWord): string =>
  `(${spellings(text)
    .map((spelt) => `${phraseOf(spelt)}${isWhole ? '' : '*'}`)
    .join(' OR ')})`;

const operators: Readonly<Record<Joined, string>> = { all: ' AND ', any: ' OR ' };

/** Pages merged per statement, which takes less than 20 ms. */
const pagesMerged = 100;

const trigramsOf = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => `"${word.slice(index, index + 3)}"`);

/** Search by FTS5, ranked by bm25; titles weigh four times as much as bodies. */
export function storySearch(over: Kysely<Tables>): StorySearch {
  const db = over as unknown as Kysely<SearchTables>;

  async function meant(word: string): Promise<string> {
    const known = await db.selectFrom('searchTerms').select('term').where('term', 'in', spellings(word)).execute();
    if (known.length > 0 || editsAllowed(word) === 0) return word;
    const { rows } = await sql<{ term: string }>`
      select term from term_search where term_search match ${trigramsOf(word).join(' OR ')}
      order by rank limit 60`.execute(db);
    return meantAmong(
      word,
      rows.map(({ term }) => term),
    );
  }

  /** A condition to apply before the limit; otherwise texts that the server may not see would use it up. */
  const visibleTo = (serverId: ServerId | undefined) =>
    sql<boolean>`(search_rows.feed_id = '' or search_rows.feed_id in (${feedsReadBy(over, serverId)}))`;

  /** Whether the word occurs in 2 to `rowsMax` of the texts that the server may see. */
  const isShared = async (word: string, rowsMax: number, serverId: ServerId | undefined): Promise<boolean> => {
    const { rows } = await sql`
      select 1 from story_search join search_rows on search_rows.row = story_search.rowid
      where story_search match ${`"${word}"`} and ${visibleTo(serverId)} limit ${rowsMax + 1}`.execute(db);
    return rows.length > 1 && rows.length <= rowsMax;
  };

  const count = async (expression: string, serverId: ServerId | undefined): Promise<number> => {
    const { rows } = await sql`
      select 1 from story_search join search_rows on search_rows.row = story_search.rowid
      where story_search match ${expression} and ${visibleTo(serverId)} limit ${rareMax + 1}`.execute(db);
    return rows.length;
  };

  const held = async (expression: string, among: number, serverId: ServerId | undefined): Promise<number[]> => {
    const { rows } = await sql<{ row: number }>`
      select story_search.rowid as row from story_search join search_rows on search_rows.row = story_search.rowid
      where story_search match ${expression} and ${visibleTo(serverId)}
        and story_search.rowid > (select max(row) from search_rows) - ${among}
      order by story_search.rowid desc limit ${rareMax}`.execute(db);
    return rows.map(({ row }) => row);
  };

  /**
   * Ranks texts by bm25 over the rare words only, because bm25 reads every text that contains a word of its expression.
   * If all words are everyday ones, a match in the title counts 4 and any other match 1.
   */
  const rank = async (
    rows: readonly number[],
    expression: string,
    rare: string | undefined,
    limit: number,
  ): Promise<string[]> => {
    const weight = rare === undefined ? sql`-4.0` : sql`bm25(story_search, 4, 1)`;
    const found = await sql<{ storyId: StoryId }>`
      with newest as (select max(news_at) as at from stories where alias_of is null),
        held as materialized (select value as row from json_each(${JSON.stringify(rows)})),
        weighed as materialized (
          select rowid as row, ${weight} as weight from story_search
          where story_search match ${rare ?? `title : (${expression})`} and rowid >= ${rows.at(-1) ?? 0}),
        placed as (
          select story_id, coalesce(weight, -1.0) * (1 + ln(max(voices, 1)) / 4)
            / (1 + coalesce(newest.at - news_at, 0) * 1.0 / ${fadingMs}) as place
          from held left join weighed using (row) join search_rows using (row)
            join stories on stories.id = story_id, newest)
      select story_id from placed group by story_id order by min(place) limit ${limit}`.execute(db);
    return found.rows.map(({ storyId }) => storyId);
  };

  const texts = () =>
    db
      .selectFrom('searchRows')
      .innerJoin('stories', 'stories.id', 'searchRows.storyId')
      .innerJoin('storySearch', 'storySearch.rowid', 'searchRows.row')
      .select(['stories.id', 'stories.language', 'searchRows.feedId', 'storySearch.title', 'storySearch.body']);

  return {
    async index(storyId, texts) {
      await this.remove([storyId]);
      await this.add(storyId, texts);
    },

    async add(storyId, texts) {
      for (const { title, body, feedId = '' } of texts) {
        const { row } = await db
          .insertInto('searchRows')
          .values({ storyId, feedId })
          .returning('row')
          .executeTakeFirstOrThrow();
        await sql`insert into story_search (rowid, title, body)
          values (${row}, ${spaced(title)}, ${spaced(body)})`.execute(db);
      }
      const title = texts.find(({ feedId }) => feedId === undefined)?.title ?? '';
      for (const term of correctableWords(title)) {
        const added = await db
          .insertInto('searchTerms')
          .values({ term })
          .onConflict((conflict) => conflict.doNothing())
          .returning('term')
          .execute();
        if (added.length > 0) await db.insertInto('termSearch').values({ term }).execute();
      }
    },

    async remove(storyIds) {
      const rows = await db.deleteFrom('searchRows').where('storyId', 'in', storyIds).returning('row').execute();
      for (const { row } of rows) await sql`delete from story_search where rowid = ${row}`.execute(db);
    },

    async stored(after, max) {
      const rows = db
        .selectFrom('searchRows')
        .innerJoin('storySearch', 'storySearch.rowid', 'searchRows.row')
        .select(['row', 'storyId', 'feedId', 'title', 'body']);
      return storedTexts(await rows.where('row', '>', after).orderBy('row').limit(max).execute());
    },

    async lastRow() {
      const { row } = await db
        .selectFrom('searchRows')
        .select((select) => select.fn.max('row').as('row'))
        .executeTakeFirstOrThrow();
      return row ?? 0;
    },

    async sweepTerms(after, max) {
      const rows = await db
        .selectFrom('searchTerms')
        .select('term')
        .where('term', '>', after)
        .orderBy('term')
        .limit(max)
        .execute();
      let forgotten = 0;
      for (const { term } of rows) {
        const titles = `title : "${term}"`;
        const held = await sql`select 1 from story_search where story_search match ${titles} limit 1`.execute(db);
        if (held.rows.length > 0) continue;
        await db.deleteFrom('searchTerms').where('term', '=', term).execute();
        await sql`delete from term_search where rowid in (
          select rowid from term_search where term_search match ${`"${term}"`} and term = ${term})`.execute(db);
        forgotten += 1;
      }
      return { next: rows.length < max ? '' : (rows.at(-1)?.term ?? ''), forgotten };
    },

    async merge(isFirst) {
      const changes = async () => (await sql<{ n: number }>`select total_changes() as n`.execute(db)).rows[0]?.n ?? 0;
      const before = await changes();
      // A negative number starts a merge of all segments of the index; a positive one continues it.
      const pages = isFirst ? -pagesMerged : pagesMerged;
      await sql`insert into story_search (story_search, rank) values ('merge', ${pages})`.execute(db);
      await sql`insert into term_search (term_search, rank) values ('merge', ${pages})`.execute(db);
      // Each command itself counts as one change.
      return (await changes()) - before > 2;
    },

    async textsOf(storyIds) {
      return storedTexts(await texts().where('searchRows.storyId', 'in', storyIds).execute());
    },

    async openTextsOf(storyIds) {
      return openTexts(await texts().where('searchRows.storyId', 'in', storyIds).execute());
    },

    async holding(beginnings, serverId, since: EpochMs, limit) {
      const words = beginnings.flatMap(queryWords);
      if (words.length === 0) return [];
      const expression = words.map((word) => `${phraseOf(word)}*`).join(' OR ');
      const rows = await texts()
        .where('stories.aliasOf', 'is', null)
        .where('stories.newsAt', '>', since)
        .where(visibleTo(serverId))
        .where(sql<boolean>`search_rows.row in (select rowid from story_search where story_search match ${expression})`)
        .orderBy('stories.newsAt', 'desc')
        .limit(limit)
        .execute();
      return searchedTexts(rows);
    },

    async related(storyId, title, serverId, limit) {
      const seen = db.selectFrom('searchRows').select('row').where(visibleTo(serverId)).limit(countedMax).as('seen');
      const { count } = await db
        .selectFrom(seen)
        .select((select) => select.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const rowsMax = rareIn(count);
      const rare: string[] = [];
      for (const word of new Set(queryWords(title))) {
        if (word.length > 3 && (await isShared(word, rowsMax, serverId))) rare.push(`"${word}"`);
      }
      const pairs = rare.flatMap((word, at) => rare.slice(at + 1).map((other) => `(${word} AND ${other})`));
      if (pairs.length === 0) return [];
      const { rows } = await sql<{ id: string; score: number }>`
        with held as materialized (
          select story_id, -bm25(story_search, 4, 1) as score
          from story_search join search_rows on search_rows.row = story_search.rowid
          where story_search match ${pairs.join(' OR ')} and (story_id = ${storyId} or ${visibleTo(serverId)}))
        select story_id as id, max(score) as score from held
        group by story_id order by max(score) desc limit ${limit + 1}`.execute(db);
      const own = rows.find(({ id }) => id === storyId)?.score ?? 0;
      return rows
        .filter(({ id, score }) => id !== storyId && score > own * byChance)
        .map(({ id }) => id)
        .slice(0, limit);
    },

    find: (query, serverId, limit) =>
      findBy(queryWords(query), {
        expression: (words, joined) => words.map(anySpelling).join(operators[joined]),
        count: (expression) => count(expression, serverId),
        held: (expression, among) => held(expression, among, serverId),
        rank: (rows, expression, rare) => rank(rows, expression, rare, limit),
        meant,
      }),
  };
}
