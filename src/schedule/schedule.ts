import { spokenLanguages } from './languages.ts';

/** The settings that decide how a digest looks. Each digest keeps the values that it was made with. */
export type Look = {
  /** 'compact' shows headlines without sentences or pictures. */
  style?: 'full' | 'compact';
};

export const lookOf = ({ style }: Look): Look => ({ style });

/** The settings of a channel's digest. Times and days are local to its zone. */
export type Schedule = Look & {
  /** An IANA name that Temporal knows. */
  zone: string;
  /** 'HH:MM', ascending, 1 to 6 of them; a slot's ordinal is its index in this list. */
  times: string[];
  /** ISO weekdays, 1 is Monday, ascending, at least one. */
  days: number[];
  /** Maximum number of stories shown in full, not in brief: 3 to 9. By default see `placesOf`. */
  stories?: number;
  /** Codes such as 'de'. Articles known to be in another language don't count. Empty or missing means all languages. */
  languages?: string[];
  /** The language of Lede's texts in the channel; see `writingLanguageOf`. */
  language?: string;
  /** On a day without stories: 'skip' (the default) sends nothing, 'post' a short digest that says so. */
  quiet?: 'skip' | 'post';
  /** In an announcement channel, 'off' stops publishing digests to the servers that follow it. */
  crosspost?: 'on' | 'off';
  /** 'on' opens a discussion thread below each digest. */
  thread?: 'off' | 'on';
  /** 'on' posts digests, and updates on stories that members follow there, without a notification. */
  silent?: 'off' | 'on';
};

/** Readers of a single topic want more of it. With several topics, five stories and the lines in brief are enough. */
const placesByDefault = { oneTopic: 8, several: 5 } as const;

/** Maximum number of stories that a channel's digest shows in full; others may have a line in brief. */
export const placesOf = ({ stories }: Schedule, topics: number): number =>
  stories ?? (topics === 1 ? placesByDefault.oneTopic : placesByDefault.several);

/**
 * The language of Lede's texts in the channel: the chosen one, else the channel's only story language if Lede has texts
 * in it. Undefined means the server's language.
 */
export function writingLanguageOf({ language = 'auto', languages = [] }: Schedule): string | undefined {
  if (language !== 'auto') return language;
  const [only, ...others] = languages;
  return others.length === 0 ? spokenLanguages.find((one) => one === only) : undefined;
}

/** Every morning at eight in the given zone. */
export function defaultSchedule(zone: string): Schedule {
  return { zone, times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] };
}
