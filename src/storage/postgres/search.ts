import { type Generated, type Kysely, type RawBuilder, sql } from 'kysely';
import { stemmer } from 'stemmer';
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

type SearchTables = Tables & {
  /** `feedId` is empty for texts that everybody may see; `words` is a tsvector. */
  searchRows: { row: Generated<number>; storyId: StoryId; feedId: FeedId; title: string; body: string; words: unknown };
  searchTerms: { term: string };
};

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
function phraseOf(word: string, isWhole = true): string {
  const parts = indexed(spaced(word));
  const phrase = parts.map((part, at) => (!isWhole && at === parts.length - 1 ? `${part}:*` : part)).join(' <-> ');
  return parts.length > 1 ? `(${phrase})` : phrase;
}

const anyOf = (expressions: readonly string[]): string => expressions.filter(Boolean).join(' | ');

const anySpelling = ({ text, isWhole }: QueryWord): string =>
  `(${anyOf([...new Set(spellings(text).map((spelt) => phraseOf(spelt, isWhole)))])})`;

const operators: Readonly<Record<Joined, string>> = { all: ' & ', any: ' | ' };

/** Search by tsvector; titles weigh four times as much as bodies. Trigrams of titles' words correct typing errors. */
export function storySearch(over: Kysely<Tables>): StorySearch {
  const db = over as unknown as Kysely<SearchTables>;

  const holds = (expression: string): RawBuilder<boolean> => sql<boolean>`search_rows.words @@ ${expression}::tsquery`;
  const score = (expression: string): RawBuilder<number> =>
    sql<number>`ts_rank('{0.25, 0.25, 0.25, 1}', search_rows.words, ${expression}::tsquery, 1)`;
  const visibleTo = (serverId: ServerId | undefined): RawBuilder<boolean> =>
    sql<boolean>`(search_rows.feed_id = '' or search_rows.feed_id in (${feedsReadBy(over, serverId)}))`;

  async function meant(word: string): Promise<string> {
    const known = await db.selectFrom('searchTerms').select('term').where('term', 'in', spellings(word)).execute();
    if (known.length > 0 || editsAllowed(word) === 0) return word;
    const { rows } = await sql<{ term: string }>`
      select term from search_terms where term % ${word} order by similarity(term, ${word}) desc, term limit 60`.execute(
      db,
    );
    return meantAmong(
      word,
      rows.map(({ term }) => term),
    );
  }

  /** The words that occur in 2 to `rowsMax` of the texts that the server may see, each as a tsquery. */
  const sharedOf = async (
    words: readonly string[],
    rowsMax: number,
    serverId: ServerId | undefined,
  ): Promise<string[]> => {
    const { rows } = await sql<{ word: string }>`
      select word from unnest(${words.map((word) => phraseOf(word))}::text[]) as word, lateral (
        select count(*) as texts from (
          select from search_rows where words @@ word::tsquery and ${visibleTo(serverId)} limit ${rowsMax + 1}) as held
      ) as counted where texts between 2 and ${rowsMax}`.execute(db);
    return rows.map(({ word }) => word);
  };

  const textsOf = async (serverId: ServerId | undefined): Promise<number> => {
    const { rows } = await sql<{ texts: number }>`
      select count(*) as texts
      from (select from search_rows where ${visibleTo(serverId)} limit ${countedMax}) as seen`.execute(db);
    return rows[0]?.texts ?? 0;
  };

  const count = async (expression: string, serverId: ServerId | undefined): Promise<number> => {
    const { rows } = await sql<{ texts: number }>`
      select count(*) as texts from (
        select from search_rows where ${holds(expression)} and ${visibleTo(serverId)} limit ${rareMax + 1}) as held`.execute(
      db,
    );
    return rows[0]?.texts ?? 0;
  };

  const held = async (expression: string, among: number, serverId: ServerId | undefined): Promise<number[]> => {
    const { rows } = await sql<{ row: number }>`
      with held as materialized (
        select row from search_rows where ${holds(expression)} and ${visibleTo(serverId)}
          and row > (select max(row) from search_rows) - ${among}::bigint)
      select row from held order by row desc limit ${rareMax}`.execute(db);
    return rows.map(({ row }) => row);
  };

  const rank = async (rows: readonly number[], expression: string, limit: number): Promise<string[]> => {
    const found = await sql<{ storyId: StoryId }>`
      with newest as (select max(news_at) as at from stories where alias_of is null),
        scored as (
          select story_id, ${score(expression)} * (1 + ln(greatest(voices, 1)) / 4)
            / (1 + coalesce(newest.at - news_at, 0) * 1.0 / ${fadingMs}) as score
          from search_rows join stories on stories.id = story_id, newest where row = any(${rows}::bigint[]))
      select story_id from scored group by story_id order by max(score) desc, story_id limit ${limit}`.execute(db);
    return found.rows.map(({ storyId }) => storyId);
  };

  const texts = () =>
    db
      .selectFrom('searchRows')
      .innerJoin('stories', 'stories.id', 'searchRows.storyId')
      .select(['stories.id', 'stories.language', 'searchRows.feedId', 'searchRows.title', 'searchRows.body']);

  return {
    async index(storyId, given) {
      await this.remove([storyId]);
      await this.add(storyId, given);
    },

    async add(storyId, given) {
      for (const { title, body, feedId = '' } of given) {
        const spacedOut = { title: spaced(title), body: spaced(body) };
        const words = sql`${vectorOf(spacedOut.title, spacedOut.body)}::tsvector`;
        await db
          .insertInto('searchRows')
          .values({ storyId, feedId, ...spacedOut, words })
          .execute();
      }
      const title = given.find(({ feedId }) => feedId === undefined)?.title ?? '';
      const terms = correctableWords(title);
      if (terms.length === 0) return;
      await db
        .insertInto('searchTerms')
        .values(terms.map((term) => ({ term })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async remove(storyIds) {
      await db.deleteFrom('searchRows').where('storyId', 'in', storyIds).execute();
    },

    async stored(after, max) {
      const rows = db.selectFrom('searchRows').select(['row', 'storyId', 'feedId', 'title', 'body']);
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
        const inTitle = holds(`${phraseOf(term)}:A`);
        const held = await db.selectFrom('searchRows').select('row').where(inTitle).limit(1).execute();
        if (held.length > 0) continue;
        await db.deleteFrom('searchTerms').where('term', '=', term).execute();
        forgotten += 1;
      }
      return { next: rows.length < max ? '' : (rows.at(-1)?.term ?? ''), forgotten };
    },

    // Vacuum does this in PostgreSQL.
    merge: async () => false,

    async textsOf(storyIds) {
      return storedTexts(await texts().where('searchRows.storyId', 'in', storyIds).execute());
    },

    async openTextsOf(storyIds) {
      return openTexts(await texts().where('searchRows.storyId', 'in', storyIds).execute());
    },

    async holding(beginnings, serverId, since, limit) {
      const words = beginnings.flatMap(queryWords);
      if (words.length === 0) return [];
      const rows = await texts()
        .where('stories.aliasOf', 'is', null)
        .where('stories.newsAt', '>', since)
        .where(visibleTo(serverId))
        .where(holds(anyOf(words.map((word) => phraseOf(word, false)))))
        .orderBy('stories.newsAt', 'desc')
        .limit(limit)
        .execute();
      return searchedTexts(rows);
    },

    async related(storyId, title, serverId, limit) {
      const words = [...new Set(queryWords(title))].filter((word) => word.length > 3);
      const rare = await sharedOf(words, rareIn(await textsOf(serverId)), serverId);
      const pairs = rare.flatMap((word, at) => rare.slice(at + 1).map((other) => `(${word} & ${other})`));
      if (pairs.length === 0) return [];
      const expression = anyOf(pairs);
      const rows = await db
        .selectFrom('searchRows')
        .select(({ fn }) => ['storyId', fn.max<number>(score(expression)).as('score')])
        .where(holds(expression))
        .where(({ or, eb }) => or([eb('storyId', '=', storyId), visibleTo(serverId)]))
        .groupBy('storyId')
        .orderBy('score', 'desc')
        .limit(limit + 1)
        .execute();
      const own = rows.find((row) => row.storyId === storyId)?.score ?? 0;
      return rows
        .filter((row) => row.storyId !== storyId && row.score > own * byChance)
        .map((row) => row.storyId)
        .slice(0, limit);
    },

    find: (query, serverId, limit) =>
      findBy(
        queryWords(query).filter((word) => phraseOf(word) !== ''),
        {
          expression: (words, joined) => words.map(anySpelling).join(operators[joined]),
          count: (expression) => count(expression, serverId),
          held: (expression, among) => held(expression, among, serverId),
          rank: (rows, expression) => rank(rows, expression, limit),
          meant,
        },
      ),
  };
}
