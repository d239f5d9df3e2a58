import { z } from 'zod';
import { readData } from './data.ts';
import { topicIds } from './topics.ts';

const pressOutlet = z.strictObject({
  /** Stands in the playground's database, so it must not change. */
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  owner: z.string(),
  language: z.enum(['en', 'de']),
  format: z.enum(['rss', 'atom', 'rdf', 'json']),
  /** What a feed item holds of the article. With a snippet, the rest stands on the page only. */
  feedText: z.enum(['full', 'snippet']),
  /** Media RSS for RSS and Atom, `image` in JSON Feed. */
  pictures: z.boolean(),
  layout: z.enum(['broadsheet', 'tabloid', 'regional', 'plain']),
  /** Added to every link in a feed, as marketing departments do. */
  tracking: z.string().optional(),
  /** Topics whose pages lie under another path, which robots.txt may close. */
  sections: z.partialRecord(z.enum(topicIds), z.string()).optional(),
  /** Path that robots.txt closes to everyone. */
  closedPath: z.string().optional(),
  paywall: z.boolean(),
});

/** How an outlet publishes; its voice is in what it writes. */
export type PressOutlet = z.infer<typeof pressOutlet>;

export const pressOutlets: readonly PressOutlet[] = readData(
  new URL('outlets.json', import.meta.url),
  z.array(pressOutlet),
);
