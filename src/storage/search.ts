import { type Kysely, sql } from 'kysely';
import { dayMs, type EpochMs } from '../clock.ts';
import { spaced, withoutPoints } from '../text/tokens.ts';
import type { Tables } from './schema.ts';

/** Words of a query, bounded: everything that could be FTS5 syntax is gone. */
function wordsOf(query: string): string[] {
  return (
    withoutPoints(query.slice(0, 200))
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  ).slice(0, 12);
}

/**
 * FTS5 takes a run of Japanese for one word: it is given the pairs of its characters, and a word of it is a phrase of
 * such pairs.
 */
const phraseOf = (word: string): string => `"${spaced(word)}"`;

/** Any of the spellings; of an unfinished word what begins so. */
const anySpelling = (word: string, isWhole: boolean): string =>
  `(${spellings(word)
    .map((spelt) => `${phraseOf(spelt)}${isWhole ? '' : '*'}`)
    .join(' OR ')})`;

/** All words, the last of which may be unfinished. */
const allOf = (words: readonly string[]): string =>
  words.map((word, at) => anySpelling(word, at < words.length - 1)).join(' AND ');

const anyBeginning = (words: readonly string[]): string => words.map((word) => `${phraseOf(word)}*`).join(' OR ');

/**
 * Edits (insert, delete, replace, swap of neighbours) that turn a into b; anything over `max` comes back as max + 1.
 */
function editsBetween(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? max + 1, max + 1);
}

/** A word may be wrong in one place, a long one in two. */
const editsAllowed = (word: string) => (word.length <= 3 ? 0 : word.length <= 6 ? 1 : 2);

/** As people write German without its keyboard, and the other way round; dropped accents need no help. */
function spellings(word: string): string[] {
  const typed = word.replaceAll('ae', 'ä').replaceAll('oe', 'ö').replaceAll('ue', 'ü');
  const spelt = word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
  return [...new Set([word, typed, spelt, word.replaceAll('ss', 'ß'), typed.replaceAll('ss', 'ß')])];
}

/** Of two stories that hold the words alike, that of a fortnight ago counts half, and every voice counts a little. */
const fadingMs = 14 * dayMs;

/** In a small collection a word that five stories hold still tells them from the rest. */
const rareRowsMin = 5;

const trigramsOf = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 2) }, (_, index) => word.slice(index, index + 3));

interface SearchedText {
  id: string;
  text: string;
  language?: string;
  /** Everyone may see the story. */
  open: boolean;
}

interface SearchedRow {
  id: string;
  title: string;
  body: string;
  language: string | null;
  open: number;
}

const searchedText = ({ id, title, body, language, open }: SearchedRow): SearchedText => ({
  id,
  text: `${title}\n${body}`,
  language: language ?? undefined,
  open: open === 1,
});

/** The one file that speaks SQLite's FTS5. PostgreSQL would bring its own behind the same functions. */
export function storySearch(db: Kysely<Tables>) {
  /** The stored word that was most likely meant, or the word itself. */
  async function meant(word: string): Promise<string> {
    const known = await db.selectFrom('search_terms').select('term').where('term', 'in', spellings(word)).execute();
    if (known.length > 0) return word;
    if (editsAllowed(word) === 0) return word;
    const grams = trigramsOf(word);
    if (grams.length === 0) return word;
    const match = grams.map((gram) => `"${gram}"`).join(' OR ');
    const near = await sql<{ term: string }>`
      select term from term_search where term_search match ${match} order by rank limit 60`.execute(db);
    let best = word;
    let bestEdits = editsAllowed(word) + 1;
    for (const { term } of near.rows) {
      const edits = editsBetween(word, term, editsAllowed(word));
      if (edits < bestEdits) {
        best = term;
        bestEdits = edits;
      }
    }
    return best;
  }

  /** Only what the server may see: what the feeds of another brought would take the places of what is for all. */
  const visibleTo = (serverId: string | undefined) => sql<boolean>`(stories.open = 1 or exists (
    select 1 from articles join article_feeds on article_feeds.article_id = articles.id
      join own_feeds on own_feeds.feed_id = article_feeds.feed_id
    where articles.story_id = stories.id and own_feeds.server_id = ${serverId ?? ''}))`;

  /** Words that more than one story holds, and at most so many. */
  const isShared = async (word: string, rowsMax: number): Promise<boolean> => {
    const { rows } = await sql`
      select 1 from story_search where story_search match ${`"${word}"`} limit ${rowsMax + 1}`.execute(db);
    return rows.length > 1 && rows.length <= rowsMax;
  };

  const match = async (expression: string, serverId: string | undefined, limit: number): Promise<string[]> => {
    const rows = await sql<{ story_id: string }>`
      with newest as (select max(news_at) as at from stories where alias_of is null)
      select story_id from story_search join search_rows on search_rows.row = story_search.rowid
        join stories on stories.id = story_id, newest
      where story_search match ${expression} and ${visibleTo(serverId)}
      order by bm25(story_search, 4, 1) * (1 + ln(max(voices, 1)) / 4)
        / (1 + coalesce(newest.at - news_at, 0) * 1.0 / ${fadingMs}) limit ${limit}`.execute(db);
    return rows.rows.map((row) => row.story_id);
  };

  return {
    /** Replaces what the story is found by. */
    async index(storyId: string, title: string, body: string): Promise<void> {
      const { row } = await db
        .insertInto('search_rows')
        .values({ story_id: storyId })
        .onConflict((conflict) => conflict.column('story_id').doUpdateSet({ story_id: storyId }))
        .returning('row')
        .executeTakeFirstOrThrow();
      await sql`delete from story_search where rowid = ${row}`.execute(db);
      await sql`insert into story_search (rowid, title, body) values (${row}, ${spaced(title)}, ${spaced(body)})`.execute(
        db,
      );
      const words = [...new Set(wordsOf(title).filter((word) => word.length > 3 && spaced(word) === word))];
      for (const term of words) {
        const added = await db
          .insertInto('search_terms')
          .values({ term })
          .onConflict((conflict) => conflict.doNothing())
          .returning('term')
          .execute();
        if (added.length > 0) await sql`insert into term_search (term) values (${term})`.execute(db);
      }
    },

    /**
     * Looks at the next `max` words after `after` and forgets those that no title holds any more; typing errors would
     * else be put right to what is not there. Answers where to go on, '' at the end.
     */
    async sweepTerms(after: string, max: number): Promise<{ next: string; forgotten: number }> {
      const rows = await db
        .selectFrom('search_terms')
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
        await db.deleteFrom('search_terms').where('term', '=', term).execute();
        const phrase = `"${term}"`;
        await sql`delete from term_search where rowid in (
          select rowid from term_search where term_search match ${phrase} and term = ${term})`.execute(db);
        forgotten += 1;
      }
      return { next: rows.length < max ? '' : (rows.at(-1)?.term ?? ''), forgotten };
    },

    /** Leaves no word in the indexes that no row holds any more; a deleted one is only marked until then. */
    async merge(): Promise<void> {
      await sql`insert into story_search (story_search) values ('optimize')`.execute(db);
      await sql`insert into term_search (term_search) values ('optimize')`.execute(db);
    },

    async remove(storyIds: readonly string[]): Promise<void> {
      for (const id of storyIds) {
        const gone = await db.deleteFrom('search_rows').where('story_id', '=', id).returning('row').executeTakeFirst();
        if (gone) await sql`delete from story_search where rowid = ${gone.row}`.execute(db);
      }
    },

    /**
     * Ids of stories with news since, newest first, that hold a word that begins so; inflected English words fit each
     * other.
     */
    async holding(beginnings: readonly string[], since: EpochMs, limit: number): Promise<string[]> {
      const words = beginnings.flatMap(wordsOf);
      if (words.length === 0) return [];
      const expression = anyBeginning(words);
      const { rows } = await sql<{ id: string }>`
        select stories.id from stories where alias_of is null and news_at > ${since} and id in (
          select story_id from story_search join search_rows on search_rows.row = story_search.rowid
          where story_search match ${expression})
        order by news_at desc limit ${limit}`.execute(db);
      return rows.map((row) => row.id);
    },

    /** What is searched of a story: its title, titles and leads of its articles, up to a bound. */
    async textOf(storyId: string): Promise<SearchedText | undefined> {
      const { rows } = await sql<SearchedRow>`
        select stories.id, stories.language, stories.open, story_search.title, story_search.body
        from search_rows join stories on stories.id = search_rows.story_id
          join story_search on story_search.rowid = search_rows.row
        where search_rows.story_id = ${storyId}`.execute(db);
      return rows.map(searchedText)[0];
    },

    /** As `holding`, with what is searched of each. */
    async textsHolding(beginnings: readonly string[], since: EpochMs, limit: number): Promise<SearchedText[]> {
      const words = beginnings.flatMap(wordsOf);
      if (words.length === 0) return [];
      const expression = anyBeginning(words);
      const { rows } = await sql<SearchedRow>`
        select stories.id, stories.language, stories.open, story_search.title, story_search.body
        from stories join search_rows on search_rows.story_id = stories.id
          join story_search on story_search.rowid = search_rows.row
        where alias_of is null and news_at > ${since} and search_rows.row in (
          select rowid from story_search where story_search match ${expression})
        order by news_at desc limit ${limit}`.execute(db);
      return rows.map(searchedText);
    },

    /**
     * Ids of stories that the server may see and that hold two rare words of the story's title, best first: words that
     * at most a twentieth of all stories hold. What scores less than a tenth of the story itself has them in common by
     * chance.
     */
    async related(storyId: string, title: string, serverId: string | undefined, limit: number): Promise<string[]> {
      const { rows: counted } = await sql<{ n: number }>`select count(*) as n from search_rows`.execute(db);
      const rowsMax = Math.max(rareRowsMin, Math.floor((counted[0]?.n ?? 0) / 20));
      const rare: string[] = [];
      for (const word of new Set(wordsOf(title))) {
        if (word.length > 3 && (await isShared(word, rowsMax))) rare.push(`"${word}"`);
      }
      const pairs = rare.flatMap((word, at) => rare.slice(at + 1).map((other) => `(${word} AND ${other})`));
      if (pairs.length === 0) return [];
      const { rows } = await sql<{ id: string; score: number }>`
        select story_id as id, -bm25(story_search, 4, 1) as score
        from story_search join search_rows on search_rows.row = story_search.rowid join stories on stories.id = story_id
        where story_search match ${pairs.join(' OR ')} and
          (stories.id = ${storyId} or ${visibleTo(serverId)})
        order by score desc limit ${limit + 1}`.execute(db);
      const own = rows.find(({ id }) => id === storyId)?.score ?? 0;
      return rows
        .filter(({ id, score }) => id !== storyId && score > own / 10)
        .map(({ id }) => id)
        .slice(0, limit);
    },

    /**
     * Ids of stories that the server may see, best first: all words (the last one may be unfinished), else all words
     * with typing errors put right, else any of the words. `loose` says that not all words were found together.
     */
    async find(query: string, serverId: string | undefined, limit: number): Promise<{ ids: string[]; loose: boolean }> {
      const words = wordsOf(query);
      if (words.length === 0) return { ids: [], loose: false };
      const all = await match(allOf(words), serverId, limit);
      if (all.length > 0) return { ids: all, loose: false };
      const corrected = await Promise.all(words.map(meant));
      const again = await match(allOf(corrected), serverId, limit);
      if (again.length > 0) return { ids: again, loose: false };
      const any = [...new Set([...words, ...corrected])].map((word) => anySpelling(word, true)).join(' OR ');
      return { ids: await match(any, serverId, limit), loose: true };
    },
  };
}
