import { z } from 'zod';
import { readData } from './data.ts';
import { topicIds } from './topics.ts';

const pressOutlet = z.strictObject({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  owner: z.string(),
  language: z.enum(['en', 'de']),
  format: z.enum(['rss', 'atom', 'rdf', 'json']),
  /** How much of an article a feed item holds. */
  feedText: z.enum(['full', 'snippet']),
  /** Media RSS for RSS and Atom, `image` in JSON Feed. */
  pictures: z.boolean(),
  layout: z.enum(['broadsheet', 'tabloid', 'regional', 'plain']),
  /** Added to every link in a feed. */
  tracking: z.string().optional(),
  /** Topics whose pages lie under another path, which robots.txt may close. */
  sections: z.partialRecord(z.enum(topicIds), z.string()).optional(),
  /** Path that robots.txt closes to everyone. */
  closedPath: z.string().optional(),
  paywall: z.boolean(),
});

/** How an outlet publishes. */
export type PressOutlet = z.infer<typeof pressOutlet>;

export const pressOutlets: readonly PressOutlet[] = readData(
  new URL('outlets.json', import.meta.url),
  z.array(pressOutlet),
);
