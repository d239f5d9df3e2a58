import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { oneLine } from '../../../src/discord/cards/escape.ts';
import { topicLabel } from '../../../src/discord/cards/topic.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { ChannelId, ServerId } from '../../../src/ids.ts';
import { type DrawingParts, drawn } from '../../../src/outbox/kinds.ts';
import { isZone } from '../../../src/schedule/zones.ts';
import type { DeliveryRecord } from '../../../src/storage/records/outbox/delivery.ts';

const words = z.string().max(4_000);

/**
 * What a posted digest says, as it is signed. A hash of it tells nothing about texts that were deleted, because it
 * covers the salt too.
 */
export const contentShape = z.strictObject({
  salt: z.string().max(100),
  /** Discord locale of the digest. */
  language: z.string().max(20),
  zone: z.string().max(60).refine(isZone),
  /** The day in that zone, YYYY-MM-DD. */
  day: z.iso.date(),
  topics: z.array(words).max(100),
  /** The texts of its messages, in order, in Discord's markdown. */
  texts: z.array(words).max(100),
});

export type Content = z.infer<typeof contentShape>;

const maskedLink = /\[((?:\\.|[^\\\]])+)\]\(([^\s()]+)\)/g;

/** Identifies what a digest is drawn from: its stories, and how many of its messages were posted. */
export const sourceOf = ({ content, messageIds }: Pick<DeliveryRecord, 'content' | 'messageIds'>): string =>
  createHash('sha256')
    .update(JSON.stringify([messageIds.length, content]))
    .digest('base64url');

/**
 * What the posted messages of a digest say: only the texts, without pictures and controls. Links to messages in Discord
 * go, because their addresses would tell readers which server and channel it is.
 */
export function contentOf(
  parts: DrawingParts & { messageUrl(serverId: ServerId, channelId: ChannelId, messageId: string): string },
  delivery: DeliveryRecord,
): Content {
  const { serverId, channelId } = delivery;
  const { locale, zone, localDate, topics } = delivery.content;
  const inChannel = parts.messageUrl(serverId, channelId, '');
  const linked = (link: string, label: string, url: string) => (url.startsWith(inChannel) ? label : link);
  const { payloads } = drawn({ ...parts, pictures: false }, delivery, delivery.payloads.length);
  return {
    salt: randomBytes(16).toString('base64url'),
    language: locale,
    zone,
    day: localDate,
    topics: topics.map((topic) => oneLine(topicLabel(topic, textsFor(locale)), 60)),
    texts: payloads
      .slice(0, delivery.messageIds.length)
      .flatMap(textsOf)
      .map((text) => text.replace(maskedLink, linked)),
  };
}

/** All texts of a message, in the order in which they are shown. */
function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { content, components } = part as { content?: unknown; components?: unknown };
  return [
    ...(typeof content === 'string' ? [content] : []),
    ...(Array.isArray(components) ? components : []).flatMap(textsOf),
  ];
}

/** Whether both say the same. */
export const isSameContent = (one: Content, other: Content): boolean =>
  JSON.stringify({ ...one, salt: '' }) === JSON.stringify({ ...other, salt: '' });
