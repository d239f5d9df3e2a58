import type { EpochMs } from '../clock.ts';

const hourMs = 3_600_000;
/** The newest article's weight halves in this time. */
const freshnessHalfMs = 12 * hourMs;
const freshnessWeight = 2;
const outletsWeight = 0.25;
const growthMs = 6 * hourMs;
const growthWeight = 0.5;
const growthMax = 2;
const corroboratedVoices = 2;
const leadsPerOutletMax = 2;

/** What ranking needs to know of a story. */
export interface RankedStory {
  id: string;
  /** Outlets that wrote their own. */
  voices: number;
  outlets: number;
  /** When each of its articles was published, in any order. */
  articleTimes: readonly EpochMs[];
  /** The outlet whose headline would stand over it. */
  leadOutlet: string;
}

/** What made up the score, so that a place can be explained. */
export interface ScoreParts {
  voices: number;
  outlets: number;
  freshness: number;
  growth: number;
  /** Two or more outlets wrote their own: before every story that only one tells. */
  corroborated: boolean;
  /** The outlet already heads two stories above: behind the others of its kind. */
  outletRepeated: boolean;
}

export interface RankedPlace {
  id: string;
  score: number;
  parts: ScoreParts;
}

function partsOf(story: RankedStory, now: EpochMs): ScoreParts {
  const newest = story.articleTimes.reduce((latest, time) => Math.max(latest, time), Number.NEGATIVE_INFINITY);
  const age = Math.max(0, now - newest);
  const recent = story.articleTimes.filter((time) => time > now - growthMs).length;
  const before = story.articleTimes.filter((time) => time <= now - growthMs && time > now - 2 * growthMs).length;
  const growth = Math.log2((1 + recent) / (1 + before));
  return {
    voices: Math.log2(1 + Math.max(1, story.voices)),
    outlets: outletsWeight * Math.log2(1 + Math.max(1, story.outlets)),
    freshness: freshnessWeight * 2 ** (-age / freshnessHalfMs),
    growth: growthWeight * Math.min(growthMax, Math.max(0, growth)),
    corroborated: story.voices >= corroboratedVoices,
    outletRepeated: false,
  };
}

const order = (a: RankedPlace, b: RankedPlace): number =>
  Number(b.parts.corroborated) - Number(a.parts.corroborated) ||
  Number(a.parts.outletRepeated) - Number(b.parts.outletRepeated) ||
  b.score - a.score ||
  (a.id < b.id ? -1 : 1);

/**
 * All stories, best first: those that several outlets tell in their own words before all others, and within each kind at most two headed by
 * one outlet until the others had their turn. Does not depend on the order given.
 */
export function rankStories(stories: readonly RankedStory[], now: EpochMs): RankedPlace[] {
  const outletOf = new Map(stories.map((story) => [story.id, story.leadOutlet]));
  const places = stories.map((story) => {
    const parts = partsOf(story, now);
    return { id: story.id, score: parts.voices + parts.outlets + parts.freshness + parts.growth, parts };
  });
  places.sort(order);
  const leads = new Map<string, number>();
  for (const place of places) {
    const outlet = outletOf.get(place.id) ?? '';
    const headed = leads.get(outlet) ?? 0;
    leads.set(outlet, headed + 1);
    place.parts.outletRepeated = headed >= leadsPerOutletMax;
  }
  return places.sort(order);
}
