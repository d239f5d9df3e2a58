import { findZones, zonesByClock } from '../digests/zones.ts';
import { createFeedAsk } from './ask/feeds.ts';
import { createHeadlineAsk } from './ask/headlines.ts';
import type { AskParts } from './ask/parts.ts';
import { createServerAsk } from './ask/servers.ts';
import { createStoryAsk } from './ask/stories.ts';
import type { Ask } from './desk.ts';

/** Every read that a command makes. */
export function createAsk(
  parts: AskParts,
  messageUrl: (serverId: string, channelId: string, messageId: string) => string,
): Ask {
  const { wall } = parts;
  return {
    ...createStoryAsk(parts),
    ...createHeadlineAsk(parts),
    ...createFeedAsk(parts),
    ...createServerAsk(parts, messageUrl),
    zones: (query, locale) => findZones(query, wall(), locale),
    zonesByClock: (locale) => zonesByClock(wall(), locale),
  };
}
