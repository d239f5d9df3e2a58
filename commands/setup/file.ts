import { z } from 'zod';
import { limits } from '../../src/desk/limits.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { eachSetting } from '../../src/schedule/settings.ts';
import { isZone } from '../../src/schedule/zones.ts';
import { cut } from '../../src/text/cut.ts';

/** Raise it if the shape changes in a way that an older Lede can't read. */
const version = 1;
const channelsMax = 500;

const id = z.string().regex(/^\d{1,20}$/);
const topicId = z.string().min(1).max(100);
const words = z.array(z.string().min(1).max(60)).max(30);
const outletIds = z.array(z.string().min(1).max(260)).max(limits.channelOutlets);
const place = z.strictObject({ id, name: z.string().max(100) });
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const zone = z.string().max(60).refine(isZone);

/** Settings in files of earlier versions that Lede no longer has. They are left out. */
const retired: readonly string[] = ['votes'];

/** Checks each setting as the table of settings says. Settings that a stored channel may lack are optional. */
function settings(): z.ZodType<Schedule> {
  const needed: readonly string[] = ['zone', 'times', 'days'] satisfies (keyof Schedule)[];
  const shape = eachSetting().map(([key, { stored }]) => [key, needed.includes(key) ? stored : stored.optional()]);
  const gone = retired.map((key) => [key, z.unknown().optional()]);
  const read = z.strictObject(Object.fromEntries([...shape, ...gone])).transform(withoutRetired);
  return read as unknown as z.ZodType<Schedule>;
}

const withoutRetired = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !retired.includes(key)));

const setupFile = z.strictObject({
  format: z.literal('lede-setup'),
  version: z.literal(version),
  /** The zone that a new channel gets. */
  zone: zone.optional(),
  logChannel: place.optional(),
  topics: z
    .array(z.strictObject({ id: topicId, name: z.string().min(1).max(40), all: words, any: words, not: words }))
    .max(limits.topics),
  feeds: z
    .array(z.strictObject({ url: z.string().max(2_000), title: z.string().max(300).optional(), topic: topicId }))
    .max(limits.feeds),
  mutes: z
    .array(z.strictObject({ word: z.string().min(1).max(60), until: z.iso.datetime().optional() }))
    .max(limits.mutes),
  channels: z
    .array(
      place.extend({
        topics: z.array(topicId).max(limits.channelTopics),
        settings: settings(),
        paused: z.literal(true).optional(),
        muted: outletIds,
        preferred: outletIds,
      }),
    )
    .max(channelsMax),
  /** Optional, because older files have none. */
  alerts: z
    .array(
      place
        .extend({
          topic: topicId.optional(),
          words: words.min(1).optional(),
          /** Addresses of own feeds. */
          feeds: z.array(z.string().max(2_000)).min(1).max(limits.feeds).optional(),
          language: z.enum(spokenLanguages).optional(),
          voices: z.int().min(1).max(10),
          perDay: z.int().min(1).max(50),
          quiet: z.strictObject({ from: clock, until: clock }).optional(),
          zone,
          roleId: id.optional(),
          /** A forum's tags, in files of earlier versions. */
          forum: z.unknown().optional(),
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
    .max(channelsMax)
    .default([]),
});

/** A server's whole set-up as a file. Ids of own topics only refer to topics within the file. */
export type SetupFile = z.infer<typeof setupFile>;

export const emptySetup = { format: 'lede-setup', version } as const;

/**
 * Why a part of a file can't be imported. With `alert-role` and `alert-tags`, the alert is imported without its role or
 * tags.
 */
export type SetupFault =
  | 'topic-built-in'
  | 'too-many-topics'
  | 'topic-words'
  | 'short-word'
  | 'too-many-alerts'
  | 'no-own-feeds'
  | 'topic-gone'
  | 'mute-word'
  | 'too-many-mutes'
  | 'unknown-outlet'
  | 'alert-role'
  | 'alert-tags';

/** `newer`: written by a newer Lede, in a shape that this one can't read. `detail` says where the first fault is. */
export type ParsedSetup =
  | { kind: 'setup'; file: SetupFile }
  | { kind: 'no-setup' | 'newer' }
  | { kind: 'broken'; detail: string };

export function parseSetup(text: string): ParsedSetup {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { kind: 'no-setup' };
  }
  const head = z.object({ format: z.literal('lede-setup'), version: z.int() }).safeParse(given);
  if (!head.success) return { kind: 'no-setup' };
  if (head.data.version > version) return { kind: 'newer' };
  const parsed = setupFile.safeParse(given);
  if (parsed.success) return { kind: 'setup', file: parsed.data };
  return { kind: 'broken', detail: placeOf(parsed.error.issues[0], given) };
}

/** Where in the file the fault is, with the value if it is short: "channels › 1 › settings › zone: Mars/Olympus". */
function placeOf(issue: z.core.$ZodIssue | undefined, given: unknown): string {
  const [unknownKey = []] = issue?.code === 'unrecognized_keys' ? [issue.keys.slice(0, 1)] : [];
  const path = [...(issue?.path ?? []), ...unknownKey];
  const value = path.reduce<unknown>((part, key) => Object(part)[key], given);
  const shown = typeof value === 'string' || typeof value === 'number' ? `: ${cut(String(value), 60)}` : '';
  // Lists are counted from 1, as people count.
  return `${path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' › ')}${shown}`;
}
