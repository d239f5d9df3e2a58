import { hourMs, type Wall } from '../clock.ts';
import type { Article } from '../engine/articles/article.ts';
import { canonicalUrl } from '../engine/articles/canonicalUrl.ts';
import { nextTurn } from '../engine/text/pauses.ts';
import { termsOf } from '../engine/text/terms.ts';
import type { UserId } from '../ids.ts';
import { type StoryLine, storyLinesOf } from '../newsroom/lines.ts';
import type { StoryCard } from '../newsroom/storyCard.ts';
import { createTickCache } from '../newsroom/tickCache.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { storyQuestions } from './stories.ts';

/** Maximum number of links of one message that `coverage` looks up. */
export const linksMax = 3;
/** Maximum number of links of one message that `storiesAt` looks up; a full digest has fewer. */
const addressesMax = 120;
/** Discord's limit for the choices of a select. */
const storiesMax = 25;
/** Maximum number of pages read for one member in an hour. The count is kept in memory only. */
const pagesAnHour = 20;
const storiesTried = 6;
/** Maximum number of a story's articles that are compared with the page; more of them add nothing. */
const articlesRead = 24;
const nearestMax = 3;
/**
 * Minimum likeness of a page that counts as a report of the story. Of 600 articles of a real week, each treated as a
 * page that Lede doesn't have, 68 % found their story and 5 % another one, often about the same event. Of 600 articles
 * about something that no other outlet reported, 2 % found a story.
 */
const alikeMin = 0.58;
/** Minimum likeness of a story that is offered as similar; a lower likeness arises by chance. */
const nearMin = 0.25;
const openingCharacters = 700;

/** The result for a link: who else reports the article that it leads to. */
export type LinkCoverage = { url: string } & (
  | {
      kind: 'found';
      /** 'page': found by the page's title and opening, because Lede has no article at the address. */
      by: 'address' | 'page';
      card: StoryCard;
    }
  /** No story is alike enough; `nearest` are the closest ones, if any. */
  | { kind: 'unknown'; nearest: readonly StoryLine[] }
  /**
   * Lede has no article at the address and couldn't read the page. `spent`: the member has used up this hour's pages.
   */
  | { kind: 'unread'; why: 'closed' | 'unanswered' | 'spent' }
  /** The link is not the address of a page. */
  | { kind: 'no-page' }
);

/** Finds the story of an article that somebody links to. */
export function coverageQuestions(desk: Desk) {
  const { records } = desk.storage;
  const { storyById: cardOf } = desk.use(storyQuestions);
  const maySpend = createAllowance(desk.wall);

  const atAddress = async (url: string, asker: Asker): Promise<StoryCard | undefined> => {
    for (const id of await records.addresses.storiesAt([url], asker.serverId)) {
      const card = await cardOf(id, asker);
      if (card) return card;
    }
    return undefined;
  };

  /**
   * `storyId`: the story of the article most like the page, undefined below `alikeMin`. `nearest`: stories with a
   * likeness of at least `nearMin`, the most alike first.
   */
  const alike = async ({ title, paragraphs, language }: ArticleText, { serverId }: Asker) => {
    const page = openingOf({ title, paragraphs, language });
    const { ids } = await records.search.find(title, serverId, storiesTried);
    const cache = createTickCache(records, desk.outletsById);
    const listed = await records.listings.articlesOf(ids, serverId);
    const tried = [];
    for (const id of ids) {
      await nextTurn();
      const read = (listed.get(id) ?? []).slice(-articlesRead).map((article) => article.id);
      const articles = await cache.articles(read);
      tried.push({ id, likeness: Math.max(0, ...articles.map((article) => likeness(page, openingOf(article)))) });
    }
    tried.sort((a, b) => b.likeness - a.likeness);
    const [best] = tried;
    const nearest = tried.filter((one) => one.likeness >= nearMin).slice(0, nearestMax);
    return { storyId: best && best.likeness >= alikeMin ? best.id : undefined, nearest: nearest.map(({ id }) => id) };
  };

  const coverageOf = async (url: string, asker: Asker, userId: UserId): Promise<LinkCoverage> => {
    if (canonicalUrl(url) === undefined) return { url, kind: 'no-page' };
    const known = await atAddress(url, asker);
    if (known) return { url, kind: 'found', by: 'address', card: known };
    if (!maySpend(userId)) return { url, kind: 'unread', why: 'spent' };
    const page = await desk.readLinked(url);
    if (page.kind !== 'page') return { url, kind: 'unread', why: page.kind };
    const ledTo = page.url === url ? undefined : await atAddress(page.url, asker);
    if (ledTo) return { url, kind: 'found', by: 'address', card: ledTo };
    if (page.title === undefined) return { url, kind: 'unknown', nearest: [] };
    const { storyId, nearest } = await alike({ ...page, title: page.title }, asker);
    const card = storyId === undefined ? undefined : await cardOf(storyId, asker);
    if (card) return { url, kind: 'found', by: 'page', card };
    const lines = await storyLinesOf(createTickCache(records, desk.outletsById), nearest, asker.serverId);
    return { url, kind: 'unknown', nearest: lines };
  };

  return {
    /** The stories of known articles at these addresses, in the order of the addresses. Reads no page. */
    async storiesAt(urls: readonly string[], { serverId }: Asker): Promise<StoryLine[]> {
      const ids = await records.addresses.storiesAt(urls.slice(0, addressesMax), serverId);
      return storyLinesOf(createTickCache(records, desk.outletsById), ids.slice(0, storiesMax), serverId);
    },

    /** Looks up the first three links one by one, with up to 5 s for each page that it has to read. */
    async coverage(urls: readonly string[], asker: Asker, userId: UserId): Promise<LinkCoverage[]> {
      const found: LinkCoverage[] = [];
      for (const url of urls.slice(0, linksMax)) found.push(await coverageOf(url, asker, userId));
      return found;
    },
  };
}

type ArticleText = Pick<Article, 'title' | 'paragraphs' | 'language'>;

/** The terms of a title, and the terms of the title and the opening of the text together. */
function openingOf({ title, paragraphs, language }: ArticleText) {
  const text = paragraphs.slice(0, 2).join(' ').slice(0, openingCharacters);
  const words = new Set(termsOf(title, language));
  return { title: words, all: words.union(new Set(termsOf(text, language))) };
}

const cosine = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  one.intersection(other).size / Math.sqrt(Math.max(1, one.size * other.size));

/** Likeness of two openings, from 0 to 1.5: the cosine similarity of all terms, plus half that of the titles. */
const likeness = (one: ReturnType<typeof openingOf>, other: ReturnType<typeof openingOf>): number =>
  cosine(one.all, other.all) + cosine(one.title, other.title) / 2;

/** Limits the pages read for each person in an hour, which begins with the first page. */
function createAllowance(wall: Wall): (userId: UserId) => boolean {
  const spent = new Map<string, { since: number; pages: number }>();
  return (userId) => {
    const now = wall();
    for (const [id, { since }] of spent) if (now - since >= hourMs) spent.delete(id);
    const { since, pages } = spent.get(userId) ?? { since: now, pages: 0 };
    if (pages >= pagesAnHour) return false;
    spent.set(userId, { since, pages: pages + 1 });
    return true;
  };
}
