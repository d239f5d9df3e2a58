import { type Kysely, sql } from 'kysely';
import { spaced } from '../../engine/text/tokens.ts';
import type { ServerId, StoryId } from '../../ids.ts';
import { keepStored } from '../records/rows.ts';
import type { Tables } from '../schema.ts';
import { fadingMs, rareMax, type SearchTables, type TextIndex, textColumns, visibleTo } from '../search.ts';

/** FTS5 deletes quickly only by row number, so `search_rows` maps stories to row numbers. */
type OwnTables = {
  storySearch: { rowid: number; title: string; body: string };
  termSearch: { term: string };
};

/**
 * FTS5 reads a run of Japanese as one word, so the index contains pairs of characters, and a word becomes a phrase of
 * pairs.
 */
const phraseOf = (word: string, isWhole: boolean): string => `"${spaced(word)}"${isWhole ? '' : '*'}`;

/** Pages merged per statement, which takes less than 20 ms. */
const pagesMerged = 100;

const trigramsOf = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => `"${word.slice(index, index + 3)}"`);

/** Search by FTS5, ranked by bm25; titles weigh four times as much as bodies. */
export function textIndex(over: Kysely<Tables>): TextIndex {
  const db = over as unknown as Kysely<SearchTables & OwnTables>;

  /** How many texts match, counted up to `max` + 1. */
  const count = async (expression: string, serverId: ServerId | undefined, max = rareMax): Promise<number> => {
    const { rows } = await sql`
      select 1 from story_search join search_rows on search_rows.row = story_search.rowid
      where story_search match ${expression} and ${visibleTo(over, serverId)} limit ${max + 1}`.execute(db);
    return rows.length;
  };

  return {
    texts: () =>
      db
        .selectFrom('searchRows')
        .innerJoin('storySearch', 'storySearch.rowid', 'searchRows.row')
        .innerJoin('stories', 'stories.id', 'searchRows.storyId')
        .select([...textColumns, 'storySearch.title', 'storySearch.body']),

    async insert(storyId, feedId, title, body) {
      const { row } = await db
        .insertInto('searchRows')
        .values({ storyId, feedId })
        .returning('row')
        .executeTakeFirstOrThrow();
      await sql`insert into story_search (rowid, title, body) values (${row}, ${title}, ${body})`.execute(db);
    },

    async insertTerms(terms) {
      for (const term of terms) {
        const added = db.insertInto('searchTerms').values({ term }).onConflict(keepStored).returning('term');
        if ((await added.execute()).length > 0) await db.insertInto('termSearch').values({ term }).execute();
      }
    },

    async remove(storyIds) {
      const rows = await db.deleteFrom('searchRows').where('storyId', 'in', storyIds).returning('row').execute();
      for (const { row } of rows) await sql`delete from story_search where rowid = ${row}`.execute(db);
    },

    async isInTitle(term) {
      const titles = `title : "${term}"`;
      return (
        (await sql`select 1 from story_search where story_search match ${titles} limit 1`.execute(db)).rows.length > 0
      );
    },

    async removeTerm(term) {
      await db.deleteFrom('searchTerms').where('term', '=', term).execute();
      await sql`delete from term_search where rowid in (
        select rowid from term_search where term_search match ${`"${term}"`} and term = ${term})`.execute(db);
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

    operators: { all: ' AND ', any: ' OR ' },
    phraseOf,
    holds: (expression) =>
      sql`search_rows.row in (select rowid from story_search where story_search match ${expression})`,
    count,

    async held(expression, among, serverId) {
      const { rows } = await sql<{ row: number }>`
        select story_search.rowid as row from story_search join search_rows on search_rows.row = story_search.rowid
        where story_search match ${expression} and ${visibleTo(over, serverId)}
          and story_search.rowid > (select max(row) from search_rows) - ${among}
        order by story_search.rowid desc limit ${rareMax}`.execute(db);
      return rows.map(({ row }) => row);
    },

    /**
     * Ranks texts by bm25 over the rare words only, because bm25 reads every text that contains a word of its expression.
     * If all words are everyday ones, a match in the title counts 4 and any other match 1.
     */
    async rank(rows, expression, rare, limit) {
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
    },

    async similar(word) {
      const { rows } = await sql<{ term: string }>`
        select term from term_search where term_search match ${trigramsOf(word).join(' OR ')}
        order by rank limit 60`.execute(db);
      return rows.map(({ term }) => term);
    },

    async shared(words, rowsMax, serverId) {
      const found: string[] = [];
      for (const word of words) {
        const texts = await count(`"${word}"`, serverId, rowsMax);
        if (texts > 1 && texts <= rowsMax) found.push(`"${word}"`);
      }
      return found;
    },

    async scored(expression, storyId, serverId, max) {
      const { rows } = await sql<{ storyId: StoryId; score: number }>`
        with held as materialized (
          select story_id, -bm25(story_search, 4, 1) as score
          from story_search join search_rows on search_rows.row = story_search.rowid
          where story_search match ${expression} and (story_id = ${storyId} or ${visibleTo(over, serverId)}))
        select story_id, max(score) as score from held
        group by story_id order by max(score) desc limit ${max}`.execute(db);
      return rows;
    },
  };
}
