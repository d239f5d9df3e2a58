import { dayMs, minuteMs } from '../../src/clock.ts';
import { type EventSheet, pressEvents } from './event.ts';

const firstMorningDay = 4;

export type PressArticle = (typeof pressArticles)[number];

/** An article as published at some moment. */
export type VisibleArticle = ReturnType<typeof wordingAt>;

/** Milliseconds from the midnight that begins day 4. */
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
function articlesOf(event: EventSheet) {
  const counts = new Map<string, number>();
  return event.articles.map((article) => {
    const { outlet: outletId, title, changed, topic = event.topic, also = [] } = article;
    const nth = (counts.get(outletId) ?? 0) + 1;
    counts.set(outletId, nth);
    return {
      ...article,
      id: `${event.id}-${outletId}-${nth}`,
      event,
      outletId,
      /** The first one is the section in its URL. */
      topicIds: [topic, ...also],
      publishedOffsetMs: offsetMs(article.at),
      original: { title, paragraphs: paragraphsOf(event, article) },
      changed: changed && { title: changed.title ?? title, paragraphs: changed.text, offsetMs: offsetMs(changed.at) },
    };
  });
}

/** A published article as of a moment. */
function wordingAt({ original, changed, ...rest }: PressArticle, atOffsetMs: number) {
  const change = changed !== undefined && atOffsetMs >= changed.offsetMs ? changed : undefined;
  const { title, paragraphs } = change ?? original;
  return { ...rest, title, paragraphs, originalTitle: original.title, changedOffsetMs: change?.offsetMs };
}

/** Oldest first. */
export const pressArticles = pressEvents.flatMap(articlesOf).sort((a, b) => a.publishedOffsetMs - b.publishedOffsetMs);

/** An outlet's articles published by then, newest first. */
export function articlesVisibleAt(offsetMs: number, outletId: string): VisibleArticle[] {
  return pressArticles
    .filter((article) => article.outletId === outletId && article.publishedOffsetMs <= offsetMs)
    .map((article) => wordingAt(article, offsetMs))
    .reverse();
}
