import { type Kysely, type RawBuilder, sql } from 'kysely';
import { stemmer } from 'stemmer';
import { spaced } from '../../engine/text/tokens.ts';
import type { StoryId } from '../../ids.ts';
import { keepStored } from '../records/rows.ts';
import type { Tables } from '../schema.ts';
import { fadingMs, rareMax, type SearchTables, type TextIndex, textColumns, visibleTo } from '../search.ts';

/** `words` is a tsvector. */
type OwnTables = { searchRows: { title: string; body: string; words: unknown } };

const lettersMax = 100;
/** The highest position that a tsvector can hold. */
const positionsMax = 16_383;

/** A text's words as indexed: lower case, without accents, stemmed, as in SQLite's index. */
function indexed(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemmer(word.slice(0, lettersMax)));
}

/** A tsvector as text. Words of the title have weight A. Indexed words contain nothing that needs escaping. */
function vectorOf(title: string, body: string): string {
  const places = new Map<string, string[]>();
  let position = 0;
  const add = (text: string, weight: string) => {
    for (const word of indexed(text)) {
      position += 1;
      const found = places.get(word) ?? [];
      if (position <= positionsMax) found.push(`${position}${weight}`);
      places.set(word, found);
    }
  };
  add(title, 'A');
  position += 1;
  add(body, '');
  return [...places].map(([word, at]) => (at.length === 0 ? word : `${word}:${at.join(',')}`)).join(' ');
}

/**
 * A word as a tsquery, which matches as a prefix unless `isWhole`. In scripts without spaces it is a phrase of
 * character pairs.
 */
function phraseOf(word: string, isWhole: boolean): string {
  const parts = indexed(spaced(word));
  const phrase = parts.map((part, at) => (!isWhole && at === parts.length - 1 ? `${part}:*` : part)).join(' <-> ');
  return parts.length > 1 ? `(${phrase})` : phrase;
}

/** Search by tsvector; titles weigh four times as much as bodies. Trigrams of titles' words correct typing errors. */
export function textIndex(over: Kysely<Tables>): TextIndex {
  const db = over as unknown as Kysely<SearchTables & OwnTables>;

  const holds = (expression: string): RawBuilder<boolean> => sql<boolean>`search_rows.words @@ ${expression}::tsquery`;
  const score = (expression: string): RawBuilder<number> =>
    sql<number>`ts_rank('{0.25, 0.25, 0.25, 1}', search_rows.words, ${expression}::tsquery, 1)`;

  return {
    texts: () =>
      db
        .selectFrom('searchRows')
        .innerJoin('stories', 'stories.id', 'searchRows.storyId')
        .select([...textColumns, 'searchRows.title', 'searchRows.body']),

    async insert(storyId, feedId, title, body) {
      const words = sql`${vectorOf(title, body)}::tsvector`;
      await db.insertInto('searchRows').values({ storyId, feedId, title, body, words }).execute();
    },

    async insertTerms(terms) {
      const rows = terms.map((term) => ({ term }));
      await db.insertInto('searchTerms').values(rows).onConflict(keepStored).execute();
    },

    async remove(storyIds) {
      await db.deleteFrom('searchRows').where('storyId', 'in', storyIds).execute();
    },

    async isInTitle(term) {
      const inTitle = holds(`${phraseOf(term, true)}:A`);
      return (await db.selectFrom('searchRows').select('row').where(inTitle).limit(1).execute()).length > 0;
    },

    async removeTerm(term) {
      await db.deleteFrom('searchTerms').where('term', '=', term).execute();
    },

    // Vacuum does this in PostgreSQL.
    merge: async () => false,

    operators: { all: ' & ', any: ' | ' },
    phraseOf,
    holds,

    async count(expression, serverId) {
      const { rows } = await sql<{ texts: number }>`
        select count(*) as texts from (
          select from search_rows where ${holds(expression)} and ${visibleTo(over, serverId)}
            limit ${rareMax + 1}) as held`.execute(db);
      return rows[0]?.texts ?? 0;
    },

    async held(expression, among, serverId) {
      const { rows } = await sql<{ row: number }>`
        with held as materialized (
          select row from search_rows where ${holds(expression)} and ${visibleTo(over, serverId)}
            and row > (select max(row) from search_rows) - ${among}::bigint)
        select row from held order by row desc limit ${rareMax}`.execute(db);
      return rows.map(({ row }) => row);
    },

    async rank(rows, expression, _rare, limit) {
      const found = await sql<{ storyId: StoryId }>`
        with newest as (select max(news_at) as at from stories where alias_of is null),
          scored as (
            select story_id, ${score(expression)} * (1 + ln(greatest(voices, 1)) / 4)
              / (1 + coalesce(newest.at - news_at, 0) * 1.0 / ${fadingMs}) as score
            from search_rows join stories on stories.id = story_id, newest where row = any(${rows}::bigint[]))
        select story_id from scored group by story_id order by max(score) desc, story_id limit ${limit}`.execute(db);
      return found.rows.map(({ storyId }) => storyId);
    },

    async similar(word) {
      const { rows } = await sql<{ term: string }>`
        select term from search_terms where term % ${word}
        order by similarity(term, ${word}) desc, term limit 60`.execute(db);
      return rows.map(({ term }) => term);
    },

    async shared(words, rowsMax, serverId) {
      const { rows } = await sql<{ word: string }>`
        select word from unnest(${words.map((word) => phraseOf(word, true))}::text[]) as word, lateral (
          select count(*) as texts from (
            select from search_rows where words @@ word::tsquery and ${visibleTo(over, serverId)}
              limit ${rowsMax + 1}) as held
        ) as counted where texts between 2 and ${rowsMax}`.execute(db);
      return rows.map(({ word }) => word);
    },

    scored: (expression, storyId, serverId, max) =>
      db
        .selectFrom('searchRows')
        .select(({ fn }) => ['storyId', fn.max<number>(score(expression)).as('score')])
        .where(holds(expression))
        .where(({ or, eb }) => or([eb('storyId', '=', storyId), visibleTo(over, serverId)]))
        .groupBy('storyId')
        .orderBy('score', 'desc')
        .limit(max)
        .execute(),
  };
}
