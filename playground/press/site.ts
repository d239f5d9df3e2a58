import type { EpochMs } from '../../src/clock.ts';
import type { VisibleArticle } from './article.ts';
import { slug } from './markup.ts';
import type { PressOutlet } from './outlets.ts';
import { pressTopics, type TopicId } from './topics.ts';

/** An outlet and its address; `origin` has no slash at its end. */
export interface Site {
  outlet: PressOutlet;
  origin: string;
  /** The topics it writes about, in the catalogue's order. */
  topicIds: readonly TopicId[];
  /** Midnight that begins day 4; the articles' offsets count from it. */
  firstDay: EpochMs;
}

/** Media types of the formats of feeds. */
export const feedTypes = {
  rss: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
} as const;

const extensions = { rss: 'xml', rdf: 'rdf', atom: 'atom', json: 'json' } as const;

/** Path of a topic's feed, or of the feed of all topics if `topicId` is undefined. */
export function feedPath(outlet: PressOutlet, topicId: TopicId | undefined): string {
  return `/feeds/${topicId ?? 'all'}.${extensions[outlet.format]}`;
}

export function feedTitle({ name, language }: PressOutlet, topicId: TopicId | undefined): string {
  const names = pressTopics.find((topic) => topic.id === topicId)?.names;
  return names ? `${name}: ${names[language]}` : name;
}

/** Path of an article's page; it does not change with the title. */
export function articlePath(outlet: PressOutlet, article: Pick<VisibleArticle, 'topicIds' | 'originalTitle'>): string {
  const [section] = article.topicIds;
  return `/${(section && outlet.sections?.[section]) ?? section}/${slug(article.originalTitle)}`;
}

/** An article's link as in a feed, with tracking parameters. */
export function articleLink(site: Site, article: VisibleArticle): string {
  const { tracking } = site.outlet;
  return `${site.origin}${articlePath(site.outlet, article)}${tracking ? `?${tracking}` : ''}`;
}

export function picturePath(article: Pick<VisibleArticle, 'event'>): string {
  return `/pictures/${article.event.id}.svg`;
}

export function publishedAt(site: Site, article: VisibleArticle): EpochMs {
  return site.firstDay + article.publishedOffsetMs;
}

/** When it was last changed, else when it was published. */
export function touchedAt(site: Site, article: VisibleArticle): EpochMs {
  return site.firstDay + (article.changedOffsetMs ?? article.publishedOffsetMs);
}
