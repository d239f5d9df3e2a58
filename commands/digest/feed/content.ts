import { oneLine } from '../../../src/discord/cards/escape.ts';
import { topicLabel } from '../../../src/discord/cards/topic.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { ChannelId, ServerId } from '../../../src/ids.ts';
import { type DrawingParts, drawn } from '../../../src/outbox/kinds.ts';
import type { DeliveryRecord } from '../../../src/storage/records/outbox/delivery.ts';

export type Content = ReturnType<typeof contentOf>;

type Parts = DrawingParts & { messageUrl(serverId: ServerId, channelId: ChannelId, messageId: string): string };

/** Maximum number of drawn digests in memory, of 5 to 20 KB each. Drawing one takes 2 ms. */
const knownMax = 1_000;

/** Returns a function that gives a posted digest's text. The text is cached until a correction changes it. */
export function createContents(parts: Parts): (digest: DeliveryRecord) => Content {
  const known = new Map<string, Content>();
  return (digest) => {
    const key = `${digest.id} ${digest.correctedAt}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const content = contentOf(parts, digest);
    if (known.size >= knownMax) known.clear();
    known.set(key, content);
    return content;
  };
}

/** An escaped character, or a link with its label and address; brackets in both are escaped. */
const escapedOrLink = /\\.|\[((?:\\.|[^\\[\]])+)\]\(([^\s()[]+)\)/g;

/**
 * The text of a posted digest, without pictures, controls and links to Discord messages, which would reveal server and
 * channel. `language` is a Discord locale, `day` a date in `zone`; `texts` are in Discord's markdown.
 */
function contentOf(parts: Parts, delivery: DeliveryRecord) {
  const { serverId, channelId } = delivery;
  const { locale, zone, localDate, topics } = delivery.content;
  const inChannel = parts.messageUrl(serverId, channelId, '');
  const linked = (found: string, label = found, url = '') => (url.startsWith(inChannel) ? label : found);
  const { payloads } = drawn({ ...parts, pictures: false }, delivery, delivery.payloads.length);
  return {
    language: locale,
    zone,
    day: localDate,
    topics: topics.map((topic) => oneLine(topicLabel(topic, textsFor(locale)), 60)),
    texts: payloads
      .slice(0, delivery.messageIds.length)
      .flatMap(textsOf)
      .map((text) => text.replace(escapedOrLink, linked)),
  };
}

/** All texts of a message, in order. */
function textsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { content, components } = part as { content?: unknown; components?: unknown };
  return [
    ...(typeof content === 'string' ? [content] : []),
    ...(Array.isArray(components) ? components : []).flatMap(textsOf),
  ];
}
