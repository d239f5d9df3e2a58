import { dayMs, type EpochMs } from '../../src/clock.ts';
import { allComponents } from '../discord/reading.ts';
import type { WireMessage } from '../discord/wire.ts';
import type { EveryItem } from './protocol.ts';
import type { PageParts } from './view.ts';

const textMax = 280;

/** Whether a message is the first of a scheduled digest: one of its custom ids ends with the slot. */
export const isDigest = (message: Pick<WireMessage, 'components'>): boolean =>
  hasControl(message, /\/daily\/[\d-]+#\d+$/);

/** Whether a message is an alert: one of its custom ids contains its key. */
export const isAlert = (message: Pick<WireMessage, 'components'>): boolean => hasControl(message, /\/alert\//);

const hasControl = ({ components }: Pick<WireMessage, 'components'>, key: RegExp): boolean =>
  allComponents(components).some(({ custom_id }) => key.test(custom_id ?? ''));

/**
 * What a plain feed bot would have posted in a channel between two digests: one message for every item of the channel's
 * topics. Undefined with the real catalogue.
 */
export async function everyItem(parts: PageParts, channelId: string, until: EpochMs): Promise<EveryItem | undefined> {
  if (parts.press === undefined) return undefined;
  const topics = await parts.topicsOf(channelId);
  const before = parts.server.acts
    .messages(channelId)
    .filter((message) => isDigest(message) && Date.parse(message.timestamp) < until)
    .at(-1);
  const since = before === undefined ? until - dayMs : Date.parse(before.timestamp);
  const wanted = new Set(topics.map(({ id }) => id));
  const items = parts.press
    .articlesBefore(until)
    .filter((item) => item.publishedAt >= since && wanted.has(item.topicId))
    .map((item) => ({
      id: item.id,
      outlet: item.outletName,
      title: item.title,
      url: item.url,
      text: cut(item.firstParagraph),
      at: item.publishedAt,
    }))
    .reverse();
  return { since, until, topics: topics.map(({ name }) => name), items };
}

/** Truncates in the middle of a word, as feed bots do. */
function cut(text: string): string {
  return text.length <= textMax ? text : `${text.slice(0, textMax).toWellFormed()}…`;
}
