import { canonicalUrl } from '../../articles/canonicalUrl.ts';
import { hourMs } from '../../clock.ts';
import { createEdition } from '../../delivery/edition.ts';
import { nextTurn } from '../../text/pauses.ts';
import { termsOf } from '../../text/terms.ts';
import { linesOf, type StoryLine } from './lines.ts';
import type { Asker, AskParts } from './parts.ts';
import type { StoryCard } from './storyCard.ts';

/** Links of one question that are looked for. */
export const linksMax = 3;
/** Pages that are read for one person in an hour; kept in memory, so nothing is stored about them. */
const pagesAnHour = 20;
const storiesTried = 6;
/** Of each; further articles say the same. */
const articlesRead = 24;
const nearestMax = 3;
/** So many of a page's title words must stand in the titles and leads of a story, or it is only near. */
const sharedMin = { words: 3, share: 0.7 };

/** What the catalogue knows of an outlet. */
export interface OutletFacts {
  /** ISO 3166-1 alpha-2. */
  country?: string;
  owner?: string;
}

/** Who reports what a link leads to. */
export type LinkCoverage = { url: string } & (
  | {
      kind: 'found';
      /** By the title only if no article that Lede has stands at the address. */
      by: 'address' | 'title';
      card: StoryCard;
      /** By the outlet's id. */
      facts: ReadonlyMap<string, OutletFacts>;
    }
  /** Nothing tells the same; `nearest` are stories that share words with the page's title. */
  | { kind: 'unknown'; nearest: readonly StoryLine[] }
  /** No article that Lede has, and the page was not read. */
  | { kind: 'unread'; why: 'closed' | 'unanswered' | 'spent' }
  /** No address of a page. */
  | { kind: 'no-page' }
);

/** Finds the story of an article that somebody links. */
export function createCoverageAsk(
  parts: AskParts,
  cardOf: (storyId: string, asker: Asker) => Promise<StoryCard | undefined>,
) {
  const { records } = parts.storage;
  const facts = new Map(
    parts.outlets.map(({ id, country, owner }): [string, OutletFacts] => [
      id,
      { country: country || undefined, owner: owner || undefined },
    ]),
  );
  const maySpend = createAllowance(parts.wall);

  const atAddress = async (url: string, asker: Asker): Promise<StoryCard | undefined> => {
    for (const id of await records.addresses.storiesAt(url, asker.serverId)) {
      const card = await cardOf(id, asker);
      if (card) return card;
    }
    return undefined;
  };

  /** The story that says most of the title, if it says enough, and the stories that were tried. */
  const byTitle = async (title: string, language: string | undefined, { serverId }: Asker) => {
    const words = new Set(termsOf(title, language));
    const { ids } = await records.search.find(title, serverId, storiesTried);
    const edition = createEdition(records);
    const listed = await records.listings.articlesOf(ids, serverId);
    const tried = [];
    for (const id of ids) {
      await nextTurn();
      const articles = await edition.articles((listed.get(id) ?? []).slice(-articlesRead).map((article) => article.id));
      const said = new Set(
        articles.flatMap((article) => termsOf(`${article.title}\n${article.paragraphs[0] ?? ''}`, article.language)),
      );
      tried.push({ id, shared: words.intersection(said).size });
    }
    const [best] = tried.toSorted((a, b) => b.shared - a.shared);
    const tells = best !== undefined && best.shared >= Math.max(sharedMin.words, sharedMin.share * words.size);
    return { storyId: tells ? best.id : undefined, nearest: tried.filter(({ shared }) => shared > 1) };
  };

  const coverageOf = async (url: string, asker: Asker, userId: string): Promise<LinkCoverage> => {
    if (canonicalUrl(url) === undefined) return { url, kind: 'no-page' };
    const known = await atAddress(url, asker);
    if (known) return { url, kind: 'found', by: 'address', card: known, facts };
    if (!maySpend(userId)) return { url, kind: 'unread', why: 'spent' };
    const page = await parts.readLinked(url);
    if (page.kind !== 'page') return { url, kind: 'unread', why: page.kind };
    const ledTo = page.url === url ? undefined : await atAddress(page.url, asker);
    if (ledTo) return { url, kind: 'found', by: 'address', card: ledTo, facts };
    if (page.title === undefined) return { url, kind: 'unknown', nearest: [] };
    const { storyId, nearest } = await byTitle(page.title, page.language, asker);
    const card = storyId === undefined ? undefined : await cardOf(storyId, asker);
    if (card) return { url, kind: 'found', by: 'title', card, facts };
    const ids = nearest.slice(0, nearestMax).map(({ id }) => id);
    return { url, kind: 'unknown', nearest: await linesOf(createEdition(records), ids, asker.serverId) };
  };

  return {
    /** Of the first three links, one after the other; up to 5 s for each page that has to be read. */
    async coverage(urls: readonly string[], asker: Asker, userId: string): Promise<LinkCoverage[]> {
      const found: LinkCoverage[] = [];
      for (const url of urls.slice(0, linksMax)) found.push(await coverageOf(url, asker, userId));
      return found;
    },
  };
}

/** Counts the pages read for each person in the hour that begins with their first. */
function createAllowance(wall: AskParts['wall']): (userId: string) => boolean {
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
