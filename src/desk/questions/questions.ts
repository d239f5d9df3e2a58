import { findZones, zonesByClock } from '../../schedule/zones.ts';
import type { Ask } from '../desk.ts';
import { createFeedAsk } from './feeds.ts';
import { createHeadlineAsk } from './headlines.ts';
import type { AskParts } from './parts.ts';
import { createServerAsk } from './servers.ts';
import { createStoryAsk } from './stories.ts';

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
