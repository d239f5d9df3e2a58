import { z } from 'zod';
import { parseDays } from './days.ts';
import { isLanguage, languagesMax, parseLanguages, spokenLanguages } from './languages.ts';
import { placesOf, type Schedule, writingLanguageOf } from './schedule.ts';
import { parseTimes, timesMax } from './times.ts';
import { cityMeant, isZone, zoneTyped } from './zones.ts';

/** A value that a member typed or picked for a setting. */
export type TypedValue = string | number;

/** Why a value was refused. `problem` is the key of a text in `locales/`; the text shows `detail`. */
export interface SettingProblem {
  problem:
    | 'unknown-time'
    | 'too-many-times'
    | 'unknown-days'
    | 'unknown-zone'
    /** The detail is the city that was probably meant. */
    | 'zone-meant'
    | 'unknown-language'
    | 'too-many-languages'
    | 'unknown-choice';
  detail: string;
  /** The problems of other values that were given at the same time. */
  also?: readonly SettingProblem[];
}

/** A setting of a channel's digest. `digest.channels.shown` in `locales/` says how its value is shown. */
export interface ChannelSetting<Value> {
  /** `locale` is the language in which the member typed the value. */
  parse(typed: TypedValue, locale: string): { value: Value } | SettingProblem;
  /** Validates a value from a set-up file; it must have the form that `parse` returns. */
  stored: z.ZodType<Value>;
  /** The effective value: the chosen one or the default. */
  valueOf(schedule: Schedule, topics: number): Value;
}

type ChannelSettings = { readonly [Key in keyof Schedule]-?: ChannelSetting<NonNullable<Schedule[Key]>> };

/** The values of `stories` that an admin may choose. */
export const storyCounts: readonly number[] = [3, 4, 5, 6, 7, 8, 9];

const isAscending = <Value>(values: readonly Value[]) =>
  values.every((value, at) => at === 0 || value > (values[at - 1] ?? value));

const orProblem = <Value>(value: Value | undefined, problem: SettingProblem['problem'], typed: TypedValue) =>
  value === undefined ? { problem, detail: String(typed) } : { value };

const oneOf = <Value extends TypedValue>(values: readonly Value[], wanted: TypedValue, typed = wanted) => {
  const chosen = values.find((value) => value === wanted);
  return orProblem(chosen, 'unknown-choice', typed);
};

/** A setting with a few fixed values. The first is the default. */
const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  chosen: (schedule: Schedule) => Values[number] | undefined,
): ChannelSetting<Values[number]> => ({
  parse: (typed) => oneOf(values, typed),
  stored: z.enum(values),
  valueOf: (schedule) => chosen(schedule) ?? values[0],
});

/** All settings of a channel's digest, in the order in which cards show them. */
export const channelSettings: ChannelSettings = {
  times: {
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
    parse: (typed) => orProblem(parseDays(String(typed)), 'unknown-days', typed),
    stored: z.array(z.int().min(1).max(7)).min(1).refine(isAscending),
    valueOf: ({ days }) => days,
  },
  zone: {
    parse(typed, locale) {
      const zone = zoneTyped(String(typed), locale);
      const meant = zone === undefined ? cityMeant(String(typed), locale) : undefined;
      return meant === undefined ? orProblem(zone, 'unknown-zone', typed) : { problem: 'zone-meant', detail: meant };
    },
    stored: z.string().max(60).refine(isZone),
    valueOf: ({ zone }) => zone,
  },
  stories: {
    parse: (typed) => oneOf(storyCounts, Number(typed), typed),
    stored: z.literal(storyCounts),
    valueOf: placesOf,
  },
  languages: {
    parse(typed, locale) {
      const languages = parseLanguages(String(typed), locale);
      const isTooMany = languages !== undefined && languages.length > languagesMax;
      return isTooMany
        ? { problem: 'too-many-languages', detail: String(languagesMax) }
        : orProblem(languages, 'unknown-language', typed);
    },
    stored: z.array(z.string().refine(isLanguage)).max(languagesMax),
    valueOf: ({ languages = [] }) => languages,
  },
  language: choice(['auto', ...spokenLanguages], writingLanguageOf),
  quiet: choice(['skip', 'post'], ({ quiet }) => quiet),
  style: choice(['full', 'compact'], ({ style }) => style),
  crosspost: choice(['on', 'off'], ({ crosspost }) => crosspost),
  thread: choice(['off', 'on'], ({ thread }) => thread),
  silent: choice(['off', 'on'], ({ silent }) => silent),
};

export const eachSetting = () => Object.entries(channelSettings) as [keyof Schedule, ChannelSetting<unknown>][];

/** What a member typed or picked for each setting. Settings that are absent stay unchanged. */
export type TypedSettings = Partial<Record<keyof Schedule, TypedValue>>;

/** Applies typed values to the schedule. Returns the new schedule or all problems. */
export function withSettings(schedule: Schedule, typed: TypedSettings, locale: string): Schedule | SettingProblem {
  const changed: Record<string, unknown> = { ...schedule };
  const problems: SettingProblem[] = [];
  for (const [key, setting] of eachSetting()) {
    const given = typed[key];
    if (given === undefined) continue;
    const read = setting.parse(given, locale);
    if ('problem' in read) problems.push(read);
    else changed[key] = read.value;
  }
  const [first, ...also] = problems;
  return first === undefined ? (changed as Schedule) : { ...first, also };
}
