import type { EpochMs } from '../clock.ts';
import { parseDays } from './days.ts';
import { placesOf, type Schedule } from './schedule.ts';
import { parseTimes, timesMax } from './times.ts';
import { zoneTyped } from './zones.ts';

/** What a member typed or picked for a setting. */
export type Typed = string | number;

/** Why a value was refused, by a code that texts know, and what that text names. */
export interface SettingProblem {
  problem: 'unknown-time' | 'too-many-times' | 'unknown-days' | 'unknown-zone' | 'unknown-stories';
  detail: string;
}

/** Where and when something is typed; zones are read by it. */
export interface TypedBy {
  locale: string;
  now: EpochMs;
}

/** A setting of a channel's digest. Its texts: `commands.digest` for the option, `channels.shown` for the value. */
export interface ChannelSetting<Value> {
  /** The option of /digest settings. */
  option: string;
  input: { kind: 'text'; charactersMax: number } | { kind: 'number'; min: number; max: number };
  parse(typed: Typed, by: TypedBy): { value: Value } | SettingProblem;
  /** The value that counts, chosen or default. */
  valueOf(schedule: Schedule, topics: number): Value;
}

type ChannelSettings = { readonly [Key in keyof Schedule]-?: ChannelSetting<NonNullable<Schedule[Key]>> };

const text = { kind: 'text', charactersMax: 100 } as const;
const stories = { kind: 'number', min: 3, max: 9 } as const;

const orProblem = <Value>(value: Value | undefined, problem: SettingProblem['problem'], typed: Typed) =>
  value === undefined ? { problem, detail: String(typed) } : { value };

/** All settings of a channel, in the order in which the command lists them and cards show them. */
export const channelSettings: ChannelSettings = {
  times: {
    option: 'time',
    input: text,
    parse(typed) {
      const times = parseTimes(String(typed));
      const isTooMany = times !== undefined && times.length > timesMax;
      return isTooMany
        ? { problem: 'too-many-times', detail: String(timesMax) }
        : orProblem(times, 'unknown-time', typed);
    },
    valueOf: ({ times }) => times,
  },
  days: {
    option: 'days',
    input: text,
    parse: (typed) => orProblem(parseDays(String(typed)), 'unknown-days', typed),
    valueOf: ({ days }) => days,
  },
  zone: {
    option: 'zone',
    input: text,
    parse: (typed, { now, locale }) => orProblem(zoneTyped(String(typed), now, locale), 'unknown-zone', typed),
    valueOf: ({ zone }) => zone,
  },
  stories: {
    option: 'stories',
    input: stories,
    parse(typed) {
      const value = Number(typed);
      const isOne = Number.isInteger(value) && value >= stories.min && value <= stories.max;
      return orProblem(isOne ? value : undefined, 'unknown-stories', typed);
    },
    valueOf: placesOf,
  },
};

/** Every setting with its key. */
export const eachSetting = () => Object.entries(channelSettings) as [keyof Schedule, ChannelSetting<unknown>][];

/** Values as they were typed; the others stay. */
export type TypedSettings = Partial<Record<keyof Schedule, Typed>>;

/** The schedule with what was typed, or the first problem. */
export function withSettings(schedule: Schedule, typed: TypedSettings, by: TypedBy): Schedule | SettingProblem {
  const changed: Record<string, unknown> = { ...schedule };
  for (const [key, setting] of eachSetting()) {
    const given = typed[key];
    if (given === undefined) continue;
    const read = setting.parse(given, by);
    if ('problem' in read) return read;
    changed[key] = read.value;
  }
  return changed as Schedule;
}
