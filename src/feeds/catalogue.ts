import { readFileSync } from 'node:fs';
import { z } from 'zod';

const name = z.string().min(1).max(40);
const language = z.string().regex(/^[a-z]{2,3}$/);

const topic = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,30}$/),
  /** By language, such as `de`; English stands in for those that are missing. */
  names: z.object({ en: name }).catchall(name),
  language: language.optional(),
  colour: z.int().min(0).max(0xffffff),
});

/**
 * `general` marks the front page or world feed of a general outlet. `seen` is the last day on which somebody is known
 * to have read articles from this very address, and where that is recorded: a repository and its commit. Without it
 * the address is only listed.
 */
const feed = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  topicId: z.string(),
  general: z.boolean().optional(),
  seen: z.strictObject({ on: z.iso.date(), in: z.string().min(1).max(120) }).optional(),
});

/**
 * Who publishes. `country` is ISO 3166-1 alpha-2, or '' where the lists that we chose from do not say; `checked` is
 * the ISO date of the last `npm run catalogue:check -- --write` that read all its feeds, null until somebody with
 * internet ran it.
 */
const outlet = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  name: z.string().min(1).max(80),
  country: z.string().regex(/^(?:[A-Z]{2})?$/),
  owner: z.string().max(200),
  paywall: z.boolean(),
  language,
  siteUrl: z.url(),
  feeds: z.array(feed).min(1).max(20),
  checked: z.iso.date().nullable(),
});

const catalogue = z
  .strictObject({ topics: z.array(topic).min(1).max(25), outlets: z.array(outlet).max(2_000) })
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
 * A subject that channels subscribe to. `id` stands in the database; `colour` is the accent of its cards, 0xRRGGBB.
 * Servers of `language` are offered it first; a topic without one suits every server. At most 25, because a select
 * holds no more.
 */
export type Topic = z.infer<typeof topic>;

/** What is read from the first start on. */
export type Catalogue = z.infer<typeof catalogue>;

/** Topics whose feeds count as general where a catalogue marks none. */
const generalTopics: ReadonlySet<string> = new Set(['world', 'politics']);

/** Front pages and world feeds of general outlets: those marked, or where none is, the feeds of the general topics. */
function generalFeeds({ outlets }: Pick<Catalogue, 'outlets'>) {
  const feeds = outlets.flatMap((outlet) => outlet.feeds);
  const marked = feeds.filter(({ general }) => general === true);
  return marked.length > 0 ? marked : feeds.filter(({ topicId }) => generalTopics.has(topicId));
}

export const generalFeedUrls = (catalogue: Pick<Catalogue, 'outlets'>): ReadonlySet<string> =>
  new Set(generalFeeds(catalogue).map(({ url }) => url));

/** Topics that have a front page or world feed. */
export const generalTopicIds = (catalogue: Pick<Catalogue, 'outlets'>): ReadonlySet<string> =>
  new Set(generalFeeds(catalogue).map(({ topicId }) => topicId));

/** A catalogue file that can't be used; the message is a sentence for the operator. */
export class CatalogueError extends Error {
  readonly code = 'catalogue';
}

/** Where the catalogue stands that Lede comes with. */
export const builtInCatalogue = new URL('catalogue.json', import.meta.url);

/** Throws CatalogueError that names the file and the first places at fault */
export function readCatalogue(file: string | URL): Catalogue {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CatalogueError(`The catalogue ${file} can't be read: ${String((error as Error).message)}`, {
      cause: error,
    });
  }
  const checked = catalogue.safeParse(parsed);
  if (checked.success) return checked.data;
  const places = checked.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new CatalogueError(`The catalogue ${file} is not as it must be: ${places.join('; ')}`);
}
