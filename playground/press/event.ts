import type { OutletId } from './outlets.ts';
import type { Motif } from './pictures.ts';
import type { TopicId } from './topics.ts';

/** One thing that happened, and everything the press wrote about it. */
export interface EventSheet {
  id: string;
  topic: TopicId;
  /** What is true. An article that says otherwise does so on purpose, and a line here says which. */
  facts: readonly string[];
  /** Another event with the same people on another day, which must stay another story. */
  twinOf?: string;
  picture?: { motif: Motif; alt: string };
  articles: readonly (WrittenArticle | WireCopy)[];
}

interface Placed {
  outlet: OutletId;
  /** Day and minute: "3 22:10". Day 4 is the playground's first morning. */
  at: string;
  title: string;
  by?: string;
  /** Another topic than the event's. */
  topic?: TopicId;
  /** The same article is listed in these feeds of its outlet as well. */
  also?: readonly TopicId[];
  categories?: readonly string[];
  /** What the page shows instead of the article. */
  wall?: 'consent' | 'paywall';
  /** Content of the page's robots meta element. */
  robots?: string;
  changed?: { at: string; title?: string; text: string };
}

/** An article of the outlet's own. */
export interface WrittenArticle extends Placed {
  /** Below the headline on the page; some outlets have one. */
  standfirst?: string;
  /** One paragraph a line. */
  text: string;
}

/** The text of the event's n-th article of the agency, nearly word for word, under the outlet's own headline. */
export interface WireCopy extends Placed {
  wire: {
    nth?: number;
    /** Paragraphs taken, from the first; all if absent. */
    take?: number;
    edits?: readonly (readonly [from: string, to: string])[];
    /** The outlet's own last paragraph. */
    add?: string;
  };
}
