/** When a channel gets its digests: wall-clock times in its own zone. */
export type Schedule = {
  /** An IANA name that Temporal knows. */
  zone: string;
  /** 'HH:MM', ascending, 1 to 6 of them; the place in the list is the ordinal of the slot. */
  times: string[];
  /** ISO weekdays, 1 is Monday, ascending, at least one. */
  days: number[];
  /** How many stories a digest has at most, 3 to 9. */
  stories: number;
};

/** Every morning at eight, five stories; the zone is whatever the server's is. */
export function defaultSchedule(zone: string): Schedule {
  return { zone, times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], stories: 5 };
}
