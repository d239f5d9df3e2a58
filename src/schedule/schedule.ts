import { type SpokenLanguage, spokenLanguages } from './languages.ts';

/** When a channel gets its digests: wall-clock times in its own zone. */
export type Schedule = {
  /** An IANA name that Temporal knows. */
  zone: string;
  /** 'HH:MM', ascending, 1 to 6 of them; the place in the list is the ordinal of the slot. */
  times: string[];
  /** ISO weekdays, 1 is Monday, ascending, at least one. */
  days: number[];
  /** How many stories have a place at most, 3 to 9, if an admin chose it; see `placesOf`. */
  stories?: number;
  /** Codes such as 'de': articles known to be in another language don't count. Empty or missing: all languages do. */
  languages?: string[];
  /** What Lede writes in the channel; see `languageOf`. */
  language?: 'auto' | SpokenLanguage;
  /** On a day without stories: 'post' (the default) sends a digest that says so, 'skip' sends nothing. */
  quiet?: 'post' | 'skip';
  /** 'compact' shows headlines without sentences and pictures. */
  style?: 'full' | 'compact';
  /** In an announcement channel, 'off' stops publishing digests to the servers that follow it. */
  crosspost?: 'on' | 'off';
  /** 'on' opens a discussion thread below each digest. */
  thread?: 'off' | 'on';
};

/** A reader of one topic wants more of it; of several topics five places and the lines in brief are a calm digest. */
const placesByDefault = { oneTopic: 8, several: 5 } as const;

/** How many stories of a channel's digest have a place at most. */
export const placesOf = ({ stories }: Schedule, topics: number): number =>
  stories ?? (topics === 1 ? placesByDefault.oneTopic : placesByDefault.several);

/**
 * The language in which Lede writes in the channel, if it isn't the server's: the chosen one, else that of the
 * channel's stories if they have only one and Lede speaks it.
 */
export function languageOf({ language = 'auto', languages = [] }: Schedule): SpokenLanguage | undefined {
  if (language !== 'auto') return language;
  const [only, ...others] = languages;
  return others.length === 0 ? spokenLanguages.find((one) => one === only) : undefined;
}

/** Every morning at eight; the zone is whatever the server's is. */
export function defaultSchedule(zone: string): Schedule {
  return { zone, times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] };
}
