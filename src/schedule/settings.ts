import { z } from 'zod';
import type { EpochMs } from '../clock.ts';
import { parseDays } from './days.ts';
import { isLanguage, languagesMax, parseLanguages, spokenLanguages } from './languages.ts';
import { languageOf, placesOf, type Schedule } from './schedule.ts';
import { parseTimes, timesMax } from './times.ts';
import { cityMeant, isZone, zoneTyped } from './zones.ts';

/** A value that a member typed or picked for a setting. */
export type Typed = string | number;

/** Why a value was refused: a code that texts know, and the detail that they mention. */
export interface SettingProblem {
  problem:
    | 'unknown-time'
    | 'too-many-times'
    | 'unknown-days'
    | 'unknown-zone'
    /** The detail is the city that was probably meant. */
    | 'zone-meant'
    | 'unknown-stories'
    | 'unknown-language'
    | 'too-many-languages'
    | 'unknown-choice';
  detail: string;
}

/** Locale and time of the input; parsing zones depends on both. */
export interface TypedBy {
  locale: string;
  now: EpochMs;
}

/** A setting of a channel's digest. Its texts: `commands.digest` for the option, `channels.shown` for the value. */
export interface ChannelSetting<Value> {
  /** The option of /digest settings. */
  option: string;
  input:
    | { kind: 'text'; charactersMax: number }
    | { kind: 'number'; min: number; max: number }
    /** The command's texts have a label for each value. */
    | { kind: 'choice'; values: readonly string[] };
  parse(typed: Typed, by: TypedBy): { value: Value } | SettingProblem;
  /** Validates a value from a set-up file; it must have the form that `parse` returns. */
  stored: z.ZodType<Value>;
  /** The effective value: the chosen one or the default. */
  valueOf(schedule: Schedule, topics: number): Value;
}

type ChannelSettings = { readonly [Key in keyof Schedule]-?: ChannelSetting<NonNullable<Schedule[Key]>> };

const text = { kind: 'text', charactersMax: 100 } as const;
const stories = { kind: 'number', min: 3, max: 9 } as const;

const isAscending = <Value>(values: readonly Value[]) =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));

const orProblem = <Value>(value: Value | undefined, problem: SettingProblem['problem'], typed: Typed) =>
  value === undefined ? { problem, detail: String(typed) } : { value };

/** A setting with a few values; the first is the default. */
const choice = <const Values extends readonly [string, ...string[]]>(
  option: string,
  values: Values,
  chosen: (schedule: Schedule) => Values[number] | undefined,
): ChannelSetting<Values[number]> => ({
  option,
  input: { kind: 'choice', values },
  parse: (typed) =>
    orProblem(
      values.find((value) => value === typed),
      'unknown-choice',
      typed,
    ),
  stored: z.enum(values),
  valueOf: (schedule) => chosen(schedule) ?? values[0],
});

/** All settings of a channel's digest, in the order of the command's options and of cards. */
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
    stored: z
      .array(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))
      .min(1)
      .max(timesMax)
      .refine(isAscending),
    valueOf: ({ times }) => times,
  },
  days: {
    option: 'days',
    input: text,
    parse: (typed) => orProblem(parseDays(String(typed)), 'unknown-days', typed),
    stored: z.array(z.int().min(1).max(7)).min(1).refine(isAscending),
    valueOf: ({ days }) => days,
  },
  zone: {
    option: 'zone',
    input: text,
    parse(typed, { now, locale }) {
      const zone = zoneTyped(String(typed), now, locale);
      const meant = zone === undefined ? cityMeant(String(typed), locale) : undefined;
      return meant === undefined ? orProblem(zone, 'unknown-zone', typed) : { problem: 'zone-meant', detail: meant };
    },
    stored: z.string().max(60).refine(isZone),
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
    stored: z.int().min(stories.min).max(stories.max),
    valueOf: placesOf,
  },
  languages: {
    option: 'languages',
    input: text,
    parse(typed, { locale }) {
      const languages = parseLanguages(String(typed), locale);
      const isTooMany = languages !== undefined && languages.length > languagesMax;
      return isTooMany
        ? { problem: 'too-many-languages', detail: String(languagesMax) }
        : orProblem(languages, 'unknown-language', typed);
    },
    stored: z.array(z.string().refine(isLanguage)).max(languagesMax),
    valueOf: ({ languages = [] }) => languages,
  },
  language: choice('language', ['auto', ...spokenLanguages], languageOf),
  quiet: choice('quiet', ['post', 'skip'], ({ quiet }) => quiet),
  style: choice('style', ['full', 'compact'], ({ style }) => style),
  crosspost: choice('crosspost', ['on', 'off'], ({ crosspost }) => crosspost),
  thread: choice('thread', ['off', 'on'], ({ thread }) => thread),
  silent: choice('silent', ['off', 'on'], ({ silent }) => silent),
};

/** Pairs of key and setting. */
export const eachSetting = () => Object.entries(channelSettings) as [keyof Schedule, ChannelSetting<unknown>][];

/** What a member typed or picked for each setting. Settings that are absent stay unchanged. */
export type TypedSettings = Partial<Record<keyof Schedule, Typed>>;

/** Applies typed values to the schedule. Returns the new schedule or the first problem. */
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
