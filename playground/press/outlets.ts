import { z } from 'zod';
import { readData } from './data.ts';
import { topicIds } from './topics.ts';

const pressOutlet = z.strictObject({
  id: z.string(),
  name: z.string(),
  tagline: z.string(),
  owner: z.string(),
  language: z.enum(['en', 'de', 'es', 'fr']),
  format: z.enum(['rss', 'atom', 'rdf', 'json']),
  /** How much of an article a feed item holds. */
  feedText: z.enum(['full', 'snippet']),
  /** Whether feeds list pictures: as Media RSS in RSS and Atom, as `image` in JSON Feed. */
  pictures: z.boolean(),
  layout: z.enum(['broadsheet', 'tabloid', 'regional', 'plain']),
  /** Query parameters added to every link in a feed. */
  tracking: z.string().optional(),
  /** By topic, a separate path for its pages, which robots.txt may disallow. */
  sections: z.partialRecord(z.enum(topicIds), z.string()).optional(),
  /** Path that robots.txt disallows for everyone. */
  closedPath: z.string().optional(),
  paywall: z.boolean(),
});

/** How an outlet publishes. */
export type PressOutlet = z.infer<typeof pressOutlet>;

export const pressOutlets: readonly PressOutlet[] = readData(
  new URL('outlets.json', import.meta.url),
  z.array(pressOutlet),
);
