import {
  type Expression,
  expressionBuilder,
  type Generated,
  type Kysely,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import { dayMs, type EpochMs } from '../clock.ts';
import { editsAllowed } from '../engine/text/edits.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import { spaced } from '../engine/text/tokens.ts';
import type { FeedId, ServerId, StoryId } from '../ids.ts';
import { feedsReadBy } from './records/reading/audiences.ts';
import { column, countOf } from './records/rows.ts';
import type { Tables } from './schema.ts';
import { correctableWords, meantAmong, type QueryWord, queryWords, spellings, typed, whole } from './searchWords.ts';

/** The text that searches and word topics match: the story's title, and its articles' titles and leads, cut. */
export interface SearchedText {
  id: StoryId;
  text: string;
  language?: string;
}

export interface StoryText {
  title: string;
  body: string;
  /** Set if only servers with this feed find the story by the text, because the catalogue doesn't list the articles. */
  feedId?: FeedId;
}

/** Converts rows: in the databases an empty `feedId` means everybody. */
const storedTexts = <Row extends { feedId: FeedId }>(rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, feedId: row.feedId === '' ? undefined : row.feedId }));

export interface FoundStories {
  ids: StoryId[];
  loose: boolean;
  meant?: string;
}

/** The age at which a match counts half. */
export const fadingMs = 14 * dayMs;

/** At most this many matching texts are ranked: the latest. A word that occurs in more texts counts as everyday. */
export const rareMax = 1_000;
/**
 * A query of everyday words searches this many of the latest texts, in steps until enough match. Most such words have a
 * thousand hits in the first step, and searching all texts takes long.
 */
const lookedAt = [5_000, 25_000, Number.MAX_SAFE_INTEGER];
/** In how many texts a rare word may occur: a twentieth of all, but at least 5 and at most `rareMax`. */
const rareIn = (texts: number): number => Math.min(rareMax, Math.max(5, Math.floor(texts / 20)));
/** Texts are counted up to this number, because `rareIn` returns the same for more. */
const countedMax = 20 * rareMax;

/** A story that scores below this share of the compared story's own score has words in common by chance. */
const byChance = 1 / 10;

/** The columns of a `TextRow` that all databases have in the same tables. */
export const textColumns = ['stories.id', 'stories.language', 'searchRows.row', 'searchRows.feedId'] as const;

interface TextRow {
  id: StoryId;
  row: number;
  language: string | null;
  /** Empty for texts that everybody may see. */
  feedId: FeedId;
  title: string;
  body: string;
}

/** Joins the texts of each story. */
const searchedTexts = (rows: readonly TextRow[]): SearchedText[] =>
  [...Map.groupBy(rows, ({ id }) => id)].map(([id, ofStory]) => ({
    id,
    text: ofStory.map(({ title, body }) => `${title}\n${body}`).join('\n'),
    language: ofStory[0]?.language ?? undefined,
  }));

/** For each story of these rows, the text by which everybody finds it; '' if only some servers may see the story. */
function openTexts(rows: readonly TextRow[]): Map<StoryId, SearchedText> {
  const open = searchedTexts(rows.filter(({ feedId }) => feedId === ''));
  return new Map([...searchedTexts(rows).map((one) => ({ ...one, text: '' })), ...open].map((one) => [one.id, one]));
}

type Joined = 'all' | 'any';

/** The tables of the search that all databases have. */
export type SearchTables = Tables & {
  /** `feedId` is empty for texts that everybody may see. */
  searchRows: { row: Generated<number>; storyId: StoryId; feedId: FeedId };
  /** The words of titles that everybody may see, for correcting typing errors. */
  searchTerms: { term: string };
};

/** Whether the server may see a row of `searchRows`. Apply it before any limit, or hidden texts would use that up. */
export function visibleTo(db: Kysely<Tables>, serverId: ServerId | undefined): Expression<SqlBool> {
  const where = expressionBuilder<SearchTables, 'searchRows'>();
  const isRead = where('searchRows.feedId', 'in', feedsReadBy(db, serverId));
  return where.or([where('searchRows.feedId', '=', ''), isRead]);
}

/** The part of the search that each database implements. Expressions are in the database's own syntax. */
export interface TextIndex {
  /** All texts with their stories. */
  texts(): SelectQueryBuilder<SearchTables, 'searchRows' | 'stories', TextRow>;
  insert(storyId: StoryId, feedId: FeedId, title: string, body: string): Promise<void>;
  insertTerms(terms: readonly string[]): Promise<void>;
  remove(storyIds: readonly StoryId[]): Promise<void>;
  /** Whether a title contains the term. */
  isInTitle(term: string): Promise<boolean>;
  removeTerm(term: string): Promise<void>;
  /**
   * Rewrites a part of the indexes without deleted words, which are only marked as deleted until then. False if
   * nothing is left to do.
   */
  merge(isFirst: boolean): Promise<boolean>;
  operators: Readonly<Record<Joined, string>>;
  /** A word as an expression, which matches as a prefix unless `isWhole`; '' if the index has no such words. */
  phraseOf(word: string, isWhole: boolean): string;
  /** A condition on `searchRows`: the text matches. */
  holds(expression: string): Expression<SqlBool>;
  /** How many texts match, counted up to `rareMax` + 1. */
  count(expression: string, serverId: ServerId | undefined): Promise<number>;
  /** Row numbers of matching texts, latest first, at most `rareMax`. Searches only the latest `among` texts. */
  held(expression: string, among: number, serverId: ServerId | undefined): Promise<number[]>;
  /** Ids of the stories of these texts, best first. `rare` is the part of the expression with rare words. */
  rank(rows: readonly number[], expression: string, rare: string | undefined, limit: number): Promise<StoryId[]>;
  /** Stored terms with letters of the word, the most similar first. */
  similar(word: string): Promise<string[]>;
  /** Those of the words that occur in 2 to `rowsMax` of the texts that the server may see, each as an expression. */
  shared(words: readonly string[], rowsMax: number, serverId: ServerId | undefined): Promise<string[]>;
  /** The best score of each story with a matching text, best first: of `storyId` and of stories open to the server. */
  scored(
    expression: string,
    storyId: StoryId,
    serverId: ServerId | undefined,
    max: number,
  ): Promise<{ storyId: StoryId; score: number }[]>;
}

/** Search over stories. `index` says what the database does its own way. */
export function storySearch(over: Kysely<Tables>, index: TextIndex) {
  const db = over.withTables<Pick<SearchTables, 'searchRows' | 'searchTerms'>>();
  const { operators, remove } = index;

  const anyOf = (phrases: readonly string[]): string => [...new Set(phrases)].filter(Boolean).join(operators.any);
  const anySpelling = ({ text, isWhole }: QueryWord): string =>
    `(${anyOf(spellings(text).map((spelt) => index.phraseOf(spelt, isWhole)))})`;

  const expressionOf = (words: readonly QueryWord[], joined: Joined): string =>
    words.map(anySpelling).join(operators[joined]);

  /** Splits words that texts contain into everyday and rare ones. Undefined if all are needed and one is missing. */
  const sorted = async (wanted: readonly QueryWord[], joined: Joined, serverId: ServerId | undefined) => {
    const everyday: QueryWord[] = [];
    const rare: QueryWord[] = [];
    for (const word of wanted) {
      await nextTurn();
      const texts = await index.count(anySpelling(word), serverId);
      if (texts === 0 && joined === 'all') return undefined;
      if (texts > rareMax) everyday.push(word);
      else if (texts > 0) rare.push(word);
    }
    return { everyday, rare };
  };

  /** The stories with all or any of the words, best first. */
  const match = async (
    wanted: readonly QueryWord[],
    joined: Joined,
    serverId: ServerId | undefined,
    limit: number,
  ): Promise<StoryId[]> => {
    const known = await sorted(wanted, joined, serverId);
    if (known === undefined) return [];
    const { everyday, rare } = known;
    // Texts that share only everyday words with the query are not relevant.
    const asked = joined === 'any' && rare.length > 0 ? rare : [...everyday, ...rare];
    if (asked.length === 0) return [];
    const sought = expressionOf(asked, joined);
    let rows: number[] = [];
    for (const among of rare.length > 0 ? lookedAt.slice(-1) : lookedAt) {
      await nextTurn();
      rows = await index.held(sought, among, serverId);
      if (rows.length >= rareMax) break;
    }
    if (rows.length === 0) return [];
    await nextTurn();
    return index.rank(rows, sought, rare.length > 0 ? expressionOf(rare, joined) : undefined, limit);
  };

  const meant = async (word: string): Promise<string> => {
    const known = await db.selectFrom('searchTerms').select('term').where('term', 'in', spellings(word)).execute();
    return known.length > 0 || editsAllowed(word) === 0 ? word : meantAmong(word, await index.similar(word));
  };

  const textsIn = (storyIds: readonly StoryId[]): Promise<TextRow[]> =>
    index.texts().where('searchRows.storyId', 'in', storyIds).execute();

  /** Adds texts of a story that is not in the index yet, without looking for texts to replace. */
  const add = async (storyId: StoryId, texts: readonly StoryText[]): Promise<void> => {
    for (const { title, body, feedId = '' } of texts) await index.insert(storyId, feedId, spaced(title), spaced(body));
    const terms = correctableWords(texts.find(({ feedId }) => feedId === undefined)?.title ?? '');
    if (terms.length > 0) await index.insertTerms(terms);
  };

  return {
    add,
    remove,

    async index(storyId: StoryId, texts: readonly StoryText[]): Promise<void> {
      await remove([storyId]);
      await add(storyId, texts);
    },

    /** The next `max` texts after this row, in the order in which they were indexed. */
    async stored(after: number, max: number) {
      const next = index.texts().where('searchRows.row', '>', after).orderBy('searchRows.row').limit(max);
      return storedTexts(await next.execute());
    },

    /** The row of the latest text; 0 if there is none. */
    async lastRow(): Promise<number> {
      const { row } = await db
        .selectFrom('searchRows')
        .select(({ fn }) => fn.max('row').as('row'))
        .executeTakeFirstOrThrow();
      return row ?? 0;
    },

    /**
     * Checks the next `max` words after `after` and deletes those that no title contains any more. Continue with
     * `next`, which is empty at the end.
     */
    async sweepTerms(after: string, max: number): Promise<{ next: string; forgotten: number }> {
      const terms = await column(
        'term',
        db.selectFrom('searchTerms').select('term').where('term', '>', after).orderBy('term').limit(max),
      );
      let forgotten = 0;
      for (const term of terms) {
        if (await index.isInTitle(term)) continue;
        await index.removeTerm(term);
        forgotten += 1;
      }
      return { next: terms.length < max ? '' : (terms.at(-1) ?? ''), forgotten };
    },

    /** All texts of these stories, including those for single servers. */
    textsOf: async (storyIds: readonly StoryId[]) => storedTexts(await textsIn(storyIds)),

    /** For each indexed story, the text by which everybody finds it; '' if only some servers may see the story. */
    openTextsOf: async (storyIds: readonly StoryId[]) => openTexts(await textsIn(storyIds)),

    /**
     * Stories with news since `since`, newest first, if a text that the server may see has a word that begins with one
     * of `beginnings`.
     */
    async holding(
      beginnings: readonly string[],
      serverId: ServerId | undefined,
      since: EpochMs,
      limit: number,
    ): Promise<SearchedText[]> {
      const words = beginnings.flatMap(queryWords);
      if (words.length === 0) return [];
      const rows = await index
        .texts()
        .where('stories.aliasOf', 'is', null)
        .where('stories.newsAt', '>', since)
        .where(visibleTo(over, serverId))
        .where(index.holds(anyOf(words.map((word) => index.phraseOf(word, false)))))
        .orderBy('stories.newsAt', 'desc')
        .limit(limit)
        .execute();
      return searchedTexts(rows);
    },

    /** Ids of stories that the server may see and that share two rare words (`rareIn`) with this title, best first. */
    async related(storyId: StoryId, title: string, serverId: ServerId | undefined, limit: number): Promise<StoryId[]> {
      const seen = db.selectFrom('searchRows').select('row').where(visibleTo(over, serverId)).limit(countedMax);
      const rowsMax = rareIn(await countOf(db.selectFrom(seen.as('seen'))));
      const words = [...new Set(queryWords(title))].filter((word) => word.length > 3);
      const rare = await index.shared(words, rowsMax, serverId);
      const pairs = rare.flatMap((word, at) => rare.slice(at + 1).map((other) => `(${word}${operators.all}${other})`));
      if (pairs.length === 0) return [];
      const scored = await index.scored(pairs.join(operators.any), storyId, serverId, limit + 1);
      const own = scored.find((one) => one.storyId === storyId)?.score ?? 0;
      return scored
        .filter((one) => one.storyId !== storyId && one.score > own * byChance)
        .map((one) => one.storyId)
        .slice(0, limit);
    },

    /**
     * Ids of stories that the server may see, best first. First looks for all words, of which the last may be
     * unfinished, then for all words with typing errors corrected (`meant`), then for any of them. `loose` says that
     * the first search found nothing. Yields to other work between its queries, each of which is short, however common
     * the words are.
     */
    async find(query: string, serverId: ServerId | undefined, limit: number): Promise<FoundStories> {
      const words = queryWords(query).filter((word) => index.phraseOf(word, true) !== '');
      if (words.length === 0) return { ids: [], loose: false };
      const all = await match(typed(words), 'all', serverId, limit);
      if (all.length > 0) return { ids: all, loose: false };
      const corrected: string[] = [];
      for (const word of words) {
        await nextTurn();
        corrected.push(await meant(word));
      }
      const isCorrected = corrected.some((word, at) => word !== words[at]);
      const again = isCorrected ? await match(typed(corrected), 'all', serverId, limit) : [];
      if (again.length > 0) return { ids: again, loose: true, meant: corrected.join(' ') };
      const either = whole([...new Set([...words, ...corrected])]);
      return { ids: await match(either, 'any', serverId, limit), loose: true };
    },
  };
}
