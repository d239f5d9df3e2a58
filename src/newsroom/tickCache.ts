import { type Outlets, ownersIn } from '../engine/articles/outlets.ts';
import { confirmedHeads } from '../engine/stories/headline.ts';
import { newsroomsOf } from '../engine/stories/voices.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import type { ArticleId, OutletId, StoryId } from '../ids.ts';
import type { ArticleRecord } from '../storage/records/stories/articles.ts';
import type { Records } from '../storage/storage.ts';
import type { ArticleWanted, StoryTexts } from './candidate.ts';
import { saysMuted, type TextInLanguage } from './muted.ts';
import { publicPresent } from './sentences.ts';
import { untoldHeads } from './untoldHeads.ts';

/**
 * A cache shared by the digests and answers of one tick. Create one per tick, because it misses later groupings,
 * corrections and deletions. Each key contains everything that its value depends on, so no server gets data of another.
 */
export interface TickCache {
  records: Records;
  outletsById: Outlets;
  /** The owner of an outlet; the outlet itself if unknown. */
  ownerOf(outletId: OutletId): string;
  texts: StoryTexts;
  /** The articles that are still in the archive, in the order of `ids`. */
  articles(ids: readonly ArticleId[]): Promise<ArticleRecord[]>;
  /** The search text of each story, without articles from servers' own feeds. */
  searched(ids: readonly StoryId[]): Promise<Map<StoryId, TextInLanguage>>;
  /** Memoizes the result of `work` by `key`, but not a failure. */
  once<Value>(key: readonly unknown[], work: () => Promise<Value>): Promise<Value>;
  /** Memoizes a value for each id. `work` gets the ids that have no value yet; its answer may lack some of them. */
  each<Value>(
    key: string,
    ids: readonly string[],
    work: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Map<string, Value>>;
}

/**
 * Maximum number of articles in memory. Beyond this number, all are dropped, so that thousands of channels with
 * different topics don't hold the whole archive.
 */
const articlesHeldMax = 5_000;
/** Characters read of each article. Headlines and sentences never come from a later part. */
const charactersRead = 6_000;

export function createTickCache(records: Records, outletsById: Outlets): TickCache {
  const held = new Map<ArticleId, ArticleRecord>();
  const done = new Map<string, Promise<unknown>>();

  const ownerOf = ownersIn(outletsById);

  const once = <Value>(key: readonly unknown[], work: () => Promise<Value>): Promise<Value> => {
    const name = JSON.stringify(key);
    const known = done.get(name);
    // Calls with equal keys do the same work, so the stored value has the type `Value`.
    if (known) return known as Promise<Value>;
    const value = work();
    done.set(name, value);
    value.catch(() => done.delete(name));
    return value;
  };

  const each: TickCache['each'] = async (key, ids, work) => {
    const fresh = ids.filter((id) => !done.has(JSON.stringify([key, id])));
    const worked = fresh.length > 0 ? work(fresh) : Promise.resolve(new Map());
    const values = await Promise.all(ids.map((id) => once([key, id], async () => (await worked).get(id))));
    return new Map(ids.flatMap((id, at) => (values[at] === undefined ? [] : [[id, values[at]]])));
  };

  const searched: TickCache['searched'] = (ids) => each('searched', ids, records.search.openTextsOf);

  const articles = async (ids: readonly ArticleId[]): Promise<ArticleRecord[]> => {
    const missing = () => ids.filter((id) => !held.has(id));
    if (held.size + missing().length > articlesHeldMax) held.clear();
    const wanted = missing();
    const found = wanted.length > 0 ? await records.articles.byIds(wanted, charactersRead) : [];
    for (const article of found) held.set(article.id, article);
    return ids.flatMap((id) => held.get(id) ?? []);
  };

  const presentOnce = (
    wanted: readonly ArticleWanted[],
    { told, confirmed, mutedWords }: Parameters<StoryTexts['presentOf']>[1],
  ) =>
    once(['present', wanted, told, confirmed, mutedWords], async () => {
      const asked = new Map(wanted.map((one) => [one.id, one]));
      const read = (await articles(wanted.map(({ id }) => id))).map((one) => ({ ...one, ...asked.get(one.id) }));
      const before = await articles(told?.articleIds ?? []);
      const known = await articles(told?.knownIds ?? []);
      // Lets commands run between two stories.
      await nextTurn();
      const newsrooms = newsroomsOf([...known, ...read], ownerOf);
      const withNewsroom = <One extends { id: ArticleId; outletId: OutletId }>(one: One) => ({
        ...one,
        newsroom: newsrooms.get(one.id) ?? ownerOf(one.outletId),
      });
      const fresh = read.map(withNewsroom);
      const texts = told ? [...told.sentences, ...before.map(({ title }) => title)] : [];
      const allowed = fresh.filter((one) => one.mayHead);
      const mayHead = confirmed ? confirmedHeads(fresh, allowed) : allowed;
      const since = told && { at: told.at, texts, known: known.map(withNewsroom) };
      const heads = new Set((since ? untoldHeads(fresh, since, mayHead) : mayHead).map(({ id }) => id));
      return publicPresent(fresh, { mayHead: ({ id }) => heads.has(id), told: texts, mutedWords });
    });

  const texts: StoryTexts = {
    article: async (id) => (await articles([id]))[0],
    searchedOf: async (storyId) => (await searched([storyId])).get(storyId),
    async presentOf(wanted, { mutedWords, ...options }) {
      const forAll = await presentOnce(wanted, { ...options, mutedWords: [] });
      const sentence = forAll?.sentence;
      if (mutedWords.length === 0 || sentence === undefined) return forAll;
      // Only servers that mute a word of this sentence need another sentence.
      const [quoted] = await articles([sentence.articleId]);
      const isMuted = saysMuted({ text: sentence.text, language: quoted?.language }, mutedWords);
      return isMuted ? presentOnce(wanted, { ...options, mutedWords }) : forAll;
    },
  };
  return { records, outletsById, ownerOf, texts, articles, searched, once, each };
}
