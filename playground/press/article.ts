import { dayMs, minuteMs } from '../../src/clock.ts';
import { type EventSheet, pressEvents } from './event.ts';
import type { TopicId } from './topics.ts';

const firstMorningDay = 4;

export interface Wording {
  title: string;
  paragraphs: readonly string[];
}

/** Times are milliseconds from the midnight that begins day 4. */
export interface PressArticle {
  id: string;
  event: EventSheet;
  outletId: string;
  /** The first one is the section in its URL. */
  topicIds: readonly TopicId[];
  publishedOffsetMs: number;
  original: Wording;
  changed?: Wording & { offsetMs: number };
  standfirst?: string;
  byline?: string;
  categories: readonly string[];
  wall?: 'consent' | 'paywall';
  robots?: string;
  /** Whether it contains text from the agency. */
  wire: boolean;
}

/** An article as published at some moment. */
export type VisibleArticle = Omit<PressArticle, 'original' | 'changed'> &
  Wording & { originalTitle: string; changedOffsetMs?: number };

function offsetMs(at: string): number {
  const [day = 0, hours = 0, minutes = 0] = at.split(/[ :]/).map(Number);
  return (day - firstMorningDay) * dayMs + (hours * 60 + minutes) * minuteMs;
}

function paragraphsOf(event: EventSheet, { text = [], wire, outlet }: EventSheet['articles'][number]): string[] {
  if (wire === undefined) return text;
  const agency = event.articles.flatMap((article) => (article.outlet === 'agency-north' ? [article.text ?? []] : []));
  const original = agency[(wire.nth ?? 1) - 1];
  if (!original) throw new Error(`${event.id}: no agency text for the wire copy of ${outlet}`);
  let taken = original.slice(0, wire.take);
  for (const [from, to] of wire.edits ?? []) {
    if (!taken.some((paragraph) => paragraph.includes(from))) throw new Error(`${event.id}: nothing to edit: ${from}`);
    taken = taken.map((paragraph) => paragraph.replace(from, to));
  }
  return wire.add ? [...taken, wire.add] : taken;
}

/** The event's articles in order. Ids number each outlet's articles on the event, so only append new ones. */
function articlesOf(event: EventSheet): PressArticle[] {
  const counts = new Map<string, number>();
  return event.articles.map((article) => {
    const nth = (counts.get(article.outlet) ?? 0) + 1;
    counts.set(article.outlet, nth);
    const { changed } = article;
    return {
      id: `${event.id}-${article.outlet}-${nth}`,
      event,
      outletId: article.outlet,
      topicIds: [article.topic ?? event.topic, ...(article.also ?? [])],
      publishedOffsetMs: offsetMs(article.at),
      original: {
        title: article.title,
        paragraphs: paragraphsOf(event, article),
      },
      changed: changed && {
        offsetMs: offsetMs(changed.at),
        title: changed.title ?? article.title,
        paragraphs: changed.text,
      },
      standfirst: article.standfirst,
      byline: article.by,
      categories: article.categories ?? [],
      wall: article.wall,
      robots: article.robots,
      wire: article.wire !== undefined,
    };
  });
}

/** An article as of a moment; undefined before it is published. */
function wordingAt(article: PressArticle, atOffsetMs: number): VisibleArticle | undefined {
  if (atOffsetMs < article.publishedOffsetMs) return undefined;
  const { original, changed, ...rest } = article;
  const isChanged = changed !== undefined && atOffsetMs >= changed.offsetMs;
  return {
    ...rest,
    title: isChanged ? changed.title : original.title,
    paragraphs: isChanged ? changed.paragraphs : original.paragraphs,
    originalTitle: original.title,
    changedOffsetMs: isChanged ? changed.offsetMs : undefined,
  };
}

/** Oldest first. */
export const pressArticles: readonly PressArticle[] = pressEvents
  .flatMap(articlesOf)
  .sort((a, b) => a.publishedOffsetMs - b.publishedOffsetMs);

/** Articles published by then, newest first. */
export function articlesVisibleAt(offsetMs: number, outletId?: string): VisibleArticle[] {
  const visible: VisibleArticle[] = [];
  for (const article of pressArticles) {
    if (outletId && article.outletId !== outletId) continue;
    const wording = wordingAt(article, offsetMs);
    if (wording) visible.push(wording);
  }
  return visible.reverse();
}
