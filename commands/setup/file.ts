import { z } from 'zod';
import { limits } from '../../src/desk/limits.ts';
import { cut } from '../../src/engine/text/cut.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { channelSettings } from '../../src/schedule/settings.ts';

/** `version` is raised when earlier versions of Lede can't read the format any more. */
export const emptySetup = { format: 'lede-setup', version: 1 } as const;
const placesMax = 500;
const faultsMax = 20;

const id = z.string().regex(/^\d{1,20}$/);
const place = z.strictObject({ id, name: z.string().max(100) });
const topicId = z.string().min(1).max(100);
// Up to 60 characters, and a hyphen before a word that an alert excludes.
const words = z.array(z.string().min(1).max(61)).max(30);
const url = z.string().max(2_000);
const outletIds = z.array(z.string().min(1).max(260)).max(limits.channelOutlets);
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const zone = channelSettings.zone.stored;
/** A value that earlier versions exported and that is now ignored. */
const retired = z.unknown().transform(() => undefined);

/** Each setting as in the table of settings; a stored channel may lack all but three. */
const settings = z
  .strictObject(Object.fromEntries(Object.entries(channelSettings).map(([key, { stored }]) => [key, stored])))
  .partial()
  .required({ zone: true, times: true, days: true })
  .extend({ votes: retired.optional() }) as unknown as z.ZodType<Schedule>;

const setupFile = z.strictObject({
  format: z.literal(emptySetup.format),
  version: z.literal(emptySetup.version),
  /** The zone for new channels. */
  zone: zone.optional(),
  logChannel: place.optional(),
  topics: z
    .array(z.strictObject({ id: topicId, name: z.string().min(1).max(40), all: words, any: words, not: words }))
    .max(limits.topics),
  feeds: z.array(z.strictObject({ url, title: z.string().max(300).optional(), topic: topicId })).max(limits.feeds),
  mutes: z
    .array(z.strictObject({ word: z.string().min(1).max(60), until: z.iso.datetime().optional() }))
    .max(limits.mutes),
  channels: z
    .array(
      place.extend({
        topics: z.array(topicId).max(limits.channelTopics),
        settings,
        paused: z.literal(true).optional(),
        muted: outletIds,
        preferred: outletIds,
      }),
    )
    .max(placesMax),
  /** Missing in older files. */
  alerts: z
    .array(
      place
        .extend({
          topic: topicId.optional(),
          words: words.min(1).optional(),
          /** Addresses of own feeds. */
          feeds: z.array(url).min(1).max(limits.feeds).optional(),
          language: z.enum(spokenLanguages).optional(),
          voices: z.int().min(1).max(10),
          perDay: z.int().min(1).max(50),
          quiet: z.strictObject({ from: clock, until: clock }).optional(),
          zone,
          roleId: id.optional(),
          forum: retired.optional(),
          thread: z.literal(true).optional(),
          crosspost: z.literal(true).optional(),
          silent: z.enum(['always', 'quiet']).optional(),
        })
        .refine(({ topic, words, feeds, voices }) =>
          voices === 1
            ? topic === undefined || feeds === undefined
            : feeds === undefined && (topic === undefined || words === undefined),
        )
        .refine(({ silent, quiet }) => silent !== 'quiet' || quiet !== undefined),
    )
    .max(placesMax)
    .default([]),
});

/** A server's whole set-up as a file. Ids of own topics are valid only within the file. */
export type SetupFile = z.infer<typeof setupFile>;

/** The set-up in a file, or the places of its first faults; no faults if it is no JSON. */
export function parseSetup(text: string): { file: SetupFile } | { faults: readonly string[] } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { faults: [] };
  }
  const { data, error } = setupFile.safeParse(given);
  if (error === undefined) return { file: data };
  return { faults: error.issues.slice(0, faultsMax).map((issue) => placeOf(issue, given)) };
}

/** The place of a fault in the file, with a short value: "channels › 1 › settings › zone: Mars/Olympus". */
function placeOf(issue: z.core.$ZodIssue, given: unknown): string {
  const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])];
  const value = path.reduce<unknown>((part, key) => Object(part)[key], given);
  const shown = typeof value === 'string' || typeof value === 'number' ? `: ${cut(String(value), 60)}` : '';
  // People count from 1.
  return `${path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ')}${shown}`;
}
