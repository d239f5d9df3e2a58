import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { readData } from './data.ts';
import { pressOutlets } from './outlets.ts';
import { motifs } from './pictures.ts';
import { topicIds } from './topics.ts';

const text = z.string().min(1);
const topic = z.enum(topicIds);
/** Day and minute: "3 22:10". Day 4 is the playground's first morning. */
const at = z.string().regex(/^\d ([01]\d|2[0-3]):[0-5]\d$/);
const paragraphs = z.array(text).min(1);

const article = z
  .strictObject({
    outlet: z.enum(pressOutlets.map(({ id }) => id)),
    at,
    title: text,
    by: text.optional(),
    /** Shown below the headline on the page. */
    standfirst: text.optional(),
    /** Overrides the event's topic. */
    topic: topic.optional(),
    /** Other topics in whose feeds the outlet lists the article. */
    also: z.array(topic).optional(),
    categories: z.array(text).default([]),
    /** Shown instead of the article. */
    wall: z.enum(['consent', 'paywall']).optional(),
    /** Content of the page's robots meta element. */
    robots: text.optional(),
    /** The outlet's own paragraphs. */
    text: paragraphs.optional(),
    /** Takes the text of the event's `nth` agency article, nearly word for word. */
    wire: z
      .strictObject({
        nth: z.int().min(1).optional(),
        /** How many paragraphs are taken; all if absent. */
        take: z.int().min(1).optional(),
        edits: z.array(z.tuple([text, text])).optional(),
        /** A last paragraph by the outlet itself. */
        add: text.optional(),
      })
      .optional(),
    changed: z.strictObject({ at, title: text.optional(), text: paragraphs }).optional(),
  })
  .refine(({ text, wire }) => (text === undefined) !== (wire === undefined), 'An article has either text or wire.');

/** The shape of a file in `events/`. */
export const eventSheet = z.strictObject({
  topic,
  /** The facts of the event. If an article deviates on purpose, a line here says so. */
  facts: z.array(text).min(1),
  /** Id of another event with the same people on another day. The two must remain separate stories. */
  twinOf: text.optional(),
  picture: z.strictObject({ motif: z.enum(Object.keys(motifs)), alt: text }).optional(),
  articles: z.array(article).min(1),
});

/** One event and all articles about it. The id is the name of its file. */
export type EventSheet = { id: string } & z.infer<typeof eventSheet>;

const folder = new URL('events/', import.meta.url);

/** All events of the nine days. Add new names of people and places to `vennmark.json`. */
export const pressEvents: readonly EventSheet[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ id: file.slice(0, -'.json'.length), ...readData(new URL(file, folder), eventSheet) }));
