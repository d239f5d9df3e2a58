import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OutletId, TopicId } from '../ids.ts';

const name = z.string().min(1).max(40);
const topicId: z.ZodType<TopicId> = z.string().regex(/^[a-z][a-z-]{1,30}$/);
/** Any string, because the check of the whole catalogue rejects topics that the catalogue doesn't list. */
const topicOfFeed: z.ZodType<TopicId> = z.string();
const outletId: z.ZodType<OutletId> = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/);
const language = z.string().regex(/^[a-z]{2,3}$/);

const topic = z.strictObject({
  id: topicId,
  /** Names by language code, such as `de`. Languages without a name use the English one. */
  names: z.object({ en: name }).catchall(name),
  language: language.optional(),
  colour: z.int().min(0).max(0xffffff),
});

/**
 * `general` marks the front page or world feed of a general outlet. `seen` names the last day on which somebody read
 * articles from this address, and the repository and commit that prove this.
 */
const feed = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  topicId: topicOfFeed,
  general: z.boolean().optional(),
  seen: z.strictObject({ on: z.iso.date(), in: z.string().min(1).max(120) }).optional(),
});

/**
 * `country` is an ISO 3166-1 alpha-2 code, or '' if unknown. `checked` is the date on which `npm run catalogue:check
 * --write` last read all feeds of the outlet.
 */
const outlet = z.strictObject({
  id: outletId,
  name: z.string().min(1).max(80),
  country: z.string().regex(/^(?:[A-Z]{2})?$/),
  owner: z.string().max(200),
  paywall: z.boolean(),
  language,
  siteUrl: z.url(),
  feeds: z.array(feed).min(1).max(20),
  checked: z.iso.date().nullable(),
});

const topics = z.array(topic).max(100);
const outlets = z.array(outlet).max(2_000);

const catalogue = z
  .strictObject({ topics: topics.min(1), outlets })
  .refine(
    ({ topics, outlets }) =>
      outlets.every(({ feeds }) => feeds.every(({ topicId }) => topics.some(({ id }) => id === topicId))),
    { error: 'Every feed must name a topic of the list.' },
  )
  .refine(({ topics }) => new Set(topics.map(({ id }) => id)).size === topics.length, {
    path: ['topics'],
    error: 'Two topics have one id.',
  });

/**
 * A file that changes the built-in catalogue. Entries with a built-in id replace the built-in one; others are added.
 */
const layer = z.strictObject({
  extends: z.literal('built-in'),
  topics: topics.default([]),
  outlets: outlets.default([]),
  /** Ids of topics and outlets to leave out. */
  without: z.strictObject({ topics: z.array(topicId).default([]), outlets: z.array(outletId).default([]) }).optional(),
});

/**
 * A subject that channels subscribe to. `id` is stored in the database; `colour` is the accent of its cards, 0xRRGGBB.
 * Servers with the language `language` see it first in menus, because a Discord menu holds 25. Others can be typed.
 */
export type Topic = z.infer<typeof topic>;

export type Catalogue = z.infer<typeof catalogue>;

/** Feeds of these topics count as general if a catalogue marks no feed as general. */
const generalTopics: ReadonlySet<TopicId> = new Set(['world', 'politics']);

/** The feeds marked `general`; if the catalogue marks none, those of `generalTopics`. */
function generalFeeds({ outlets }: Pick<Catalogue, 'outlets'>) {
  const feeds = outlets.flatMap((outlet) => outlet.feeds);
  const marked = feeds.filter(({ general }) => general === true);
  return marked.length > 0 ? marked : feeds.filter(({ topicId }) => generalTopics.has(topicId));
}

export const generalFeedUrls = (catalogue: Pick<Catalogue, 'outlets'>): ReadonlySet<string> =>
  new Set(generalFeeds(catalogue).map(({ url }) => url));

/** Ids of topics that have a front-page or world feed. */
export const generalTopicIds = (catalogue: Pick<Catalogue, 'outlets'>): ReadonlySet<TopicId> =>
  new Set(generalFeeds(catalogue).map(({ topicId }) => topicId));

/** An error in a catalogue file; the message is a sentence for the operator. */
export class CatalogueError extends Error {
  readonly code = 'catalogue';
}

export const builtInCatalogue = new URL('../engine/feeds/catalogue.json', import.meta.url);

/** Throws CatalogueError, whose message names the file and, for a wrong format, up to three faults. */
export function readCatalogue(file: string | URL): Catalogue {
  const parsed = parsedFile(file);
  const isLayer = typeof parsed === 'object' && parsed !== null && 'extends' in parsed;
  if (!isLayer) return valid(file, catalogue.safeParse(parsed));
  const whole = layered(readCatalogue(builtInCatalogue), valid(file, layer.safeParse(parsed)));
  return valid(file, catalogue.safeParse(whole));
}

function parsedFile(file: string | URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CatalogueError(`The catalogue ${file} can't be read: ${String((error as Error).message)}`, {
      cause: error,
    });
  }
}

function valid<T>(file: string | URL, checked: z.ZodSafeParseResult<T>): T {
  if (checked.success) return checked.data;
  const places = checked.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CatalogueError(`The catalogue ${file} is not as it must be: ${places.join('; ')}`);
}

/** Throws CatalogueError if `without` names an unknown id, which must be a typing error. */
function layered(base: Catalogue, { topics, outlets, without }: z.infer<typeof layer>): Catalogue {
  const goneTopics = leftOut(base.topics, without?.topics);
  const goneOutlets = leftOut(base.outlets, without?.outlets);
  // Leaving out a topic also removes its feeds, and an outlet that loses all its feeds is removed, too.
  const kept = base.outlets
    .filter(({ id }) => !goneOutlets.has(id))
    .map((outlet) => ({ ...outlet, feeds: outlet.feeds.filter(({ topicId }) => !goneTopics.has(topicId)) }))
    .filter(({ feeds }) => feeds.length > 0);
  const keptTopics = base.topics.filter(({ id }) => !goneTopics.has(id));
  return { topics: over(keptTopics, topics), outlets: over(kept, outlets) };
}

function leftOut(base: readonly { id: string }[], ids: readonly string[] = []): ReadonlySet<string> {
  const unknown = ids.find((id) => !base.some((entry) => entry.id === id));
  if (unknown !== undefined) throw new CatalogueError(`The built-in catalogue has no “${unknown}” to leave out.`);
  return new Set(ids);
}

const over = <Entry extends { id: string }>(below: readonly Entry[], above: readonly Entry[]): Entry[] => [
  ...new Map([...below, ...above].map((entry) => [entry.id, entry])).values(),
];
