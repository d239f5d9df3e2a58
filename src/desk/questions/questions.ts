import { findZones, zonesByClock } from '../../schedule/zones.ts';
import { createAlertAsk } from './alerts.ts';
import { createCorrectionAsk } from './corrections.ts';
import { createCoverageAsk } from './coverage.ts';
import { createFeedAsk } from './feeds.ts';
import { createHeadlineAsk } from './headlines.ts';
import { createOutletAsk } from './outlets.ts';
import type { AskParts } from './parts.ts';
import { createPeopleAsk } from './people.ts';
import { createServerAsk } from './servers.ts';
import { createSetupAsk } from './setup.ts';
import { createStoryAsk } from './stories.ts';
import { createTimelineAsk } from './timeline.ts';
import { createWhyAsk } from './why.ts';

/** Every read that a command makes. None takes longer than a database read unless it says so. */
export function createAsk(parts: AskParts) {
  const stories = createStoryAsk(parts);
  return {
    ...stories,
    ...createCoverageAsk(parts, stories.storyById),
    ...createWhyAsk(parts),
    ...createTimelineAsk(parts),
    ...createCorrectionAsk(parts),
    ...createHeadlineAsk(parts),
    ...createFeedAsk(parts),
    ...createOutletAsk(parts),
    ...createServerAsk(parts),
    ...createSetupAsk(parts),
    /** Codes of the languages that the catalogue's topics are in. */
    topicLanguages: [...new Set(parts.topics.flatMap(({ language }) => language ?? []))],
    ...createAlertAsk(parts),
    ...createPeopleAsk(parts),
    /** Days for which stories are kept. */
    keptDays: parts.keptDays,
    /** Time zones for what was typed so far, at most 25; names in the language of the locale. */
    zones: (query: string, locale: string) => findZones(query, parts.wall(), locale),
    /** Zones by what their clocks show now, from west to east, at most 25. */
    zonesByClock: (locale: string) => zonesByClock(parts.wall(), locale),
  };
}

export type Ask = ReturnType<typeof createAsk>;
