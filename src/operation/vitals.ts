import { type Clock, dayMs, type EpochMs, type Monotonic, minuteMs } from '../clock.ts';
import type { Loop } from '../loop.ts';
import type { PushCounts } from '../reading/hubs/callback.ts';
import { type Member, type ProcessRecord, type Role, roles, soleRoles } from '../storage/fleet/member.ts';
import type { FeedState, Waiting, Work } from '../storage/records/vitals.ts';
import type { DeliveryState } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';
import { silenceOf } from './silence.ts';
import type { IntegrityCheck } from './watch.ts';

/** How a loop has done since the start. */
export interface Beat {
  runs: number;
  /** Runs that failed, and things of a run that failed alone: a feed, a digest, a message. */
  failures: number;
  /** What its runs did: feeds polled, digests made, messages tried. */
  work: number;
  totalMs: number;
  lastMs: number;
  /** Monotonic: when a run last ended well, at first when Lede started. */
  endedAt: number;
  /** Monotonic: since when and until when things failed alone and none went well. */
  failing?: { since: number; until: number };
}

export type CountedLoop = Loop & { beat: Beat };

/** What a monitor can ask of a running Lede; it holds no secret and nothing about a single server. */
export interface Vitals {
  /** Throws while the database does not answer. */
  database(): Promise<void>;
  /**
   * What keeps this process from its work, and roles of the installation that no process has; empty means ready. That
   * the database does not answer is one of them.
   */
  hindrances(): Promise<string[]>;
  figures(): Promise<Figures>;
}

/** Of this process, which knows them by itself. */
export interface Figures {
  connected: boolean;
  beats: ReadonlyMap<Loop['name'], Beat>;
  pushes: PushCounts;
  /** Transactions that were done again. */
  retries: number;
  /** Of this process; a role that one process has only while it is this one's. */
  roles: Readonly<Record<Role, boolean>>;
  /** At most two minutes old; undefined while the database does not answer. */
  stored?: StoredFigures;
}

/** Of the installation, which its database knows. */
export interface StoredFigures {
  feeds: Record<FeedState, number>;
  /** Feeds by what their hub agreed to; all 0 while hubs can't reach us. */
  hubs: Record<'verified' | 'waiting' | 'leaving', number>;
  articles: number;
  stories: number;
  /** Of the last 24 hours, and all that is pending. */
  deliveries: Partial<Record<DeliveryState, number>>;
  lastPollAgeMs?: number;
  lastSentAgeMs?: number;
  /** 0 on a good day. */
  silentMs: { polling: number; sending: number };
  integrity?: IntegrityCheck;
  /** Of the last backup, or of the database if there is none; undefined if other programs back it up. */
  backupAgeMs?: number;
  databaseBytes: number;
  /** All processes that work on the database, this one among them. */
  processes: readonly ProcessRecord[];
  due: Readonly<Record<Work, { count: number; ageMs?: number }>>;
}

export interface VitalsParts {
  storage: Storage;
  loops: readonly CountedLoop[];
  clock: Omit<Clock, 'giveIn'>;
  monotonic: Monotonic;
  member: Pick<Member, 'holds'>;
  connected(): boolean;
  integrity(): Promise<IntegrityCheck | undefined>;
  pushes(): PushCounts;
}

/** Every loop but the hourly one looks at least once a minute, and a run takes seconds. */
const lateMs = 5 * minuteMs;
const hourly: Loop['name'] = 'sweep';
/** What asks for the figures gives up after ten seconds (Prometheus) or less, and needs those of the process at least. */
const storedMsMax = 3_000;
/** A database under load is slow and not away: its last figures stand in until the next ones come. */
const standInMsMax = 2 * minuteMs;

class TooLate extends Error {}

export function createVitals(parts: VitalsParts): Vitals {
  const { storage, loops, monotonic, clock } = parts;
  const { records } = storage;

  let last: { figures: StoredFigures; at: number } | undefined;
  const collect = async (): Promise<StoredFigures> => {
    const now = clock.wall() + clock.stoodMs();
    const silence = await silenceOf(storage, clock.startedAt(), now);
    const figures: StoredFigures = {
      feeds: await records.vitals.feeds(),
      hubs: await records.hubs.counts(now),
      articles: await records.articles.countSince(0),
      stories: await records.stories.count(),
      deliveries: await records.vitals.deliveries(now - dayMs),
      lastPollAgeMs: ageOf(await records.feedFigures.lastPolledAt(), now),
      lastSentAgeMs: ageOf(await records.vitals.lastSentAt(now), now),
      silentMs: { polling: ageOf(silence.polling, now) ?? 0, sending: ageOf(silence.sending, now) ?? 0 },
      integrity: await parts.integrity(),
      backupAgeMs: ageOf(await storage.savedAt(), now),
      databaseBytes: await storage.bytes(),
      processes: await records.processes.list(),
      due: waitingAt(await records.vitals.due(now), now),
    };
    last = { figures, at: monotonic() };
    return figures;
  };
  const standIn = (error: unknown): StoredFigures | undefined =>
    error instanceof TooLate && last && monotonic() - last.at <= standInMsMax ? last.figures : undefined;
  const collecting = shared(collect);
  const listing = shared(() => records.processes.list());

  return {
    database: async () => void (await records.channels.nextDueAt()),

    async hindrances() {
      const late = loops.filter(({ name, beat }) => name !== hourly && monotonic() - beat.endedAt > lateMs);
      const failing = loops.filter(({ beat: { failing } }) => failing && failing.until - failing.since > lateMs);
      const hasClock = clock.stoodMs() <= lateMs;
      return [
        ...(hasClock ? [] : ['the clock has not gone on for five minutes']),
        ...(parts.connected() ? [] : ['not connected to Discord']),
        ...late.map(({ name }) => `the loop ${name} has not ended well for five minutes`),
        ...(await inTime(listing()).then(missingIn, (error: Error) => [
          `the database does not answer: ${error.message}`,
        ])),
        ...failing.map(({ name }) => `what the loop ${name} does has failed for five minutes`),
      ];
    },

    async figures() {
      return {
        connected: parts.connected(),
        beats: new Map(loops.map(({ name, beat }) => [name, beat])),
        pushes: parts.pushes(),
        retries: storage.repeats(),
        roles: Object.fromEntries(roles.map((role) => [role, parts.member.holds(role)])) as Figures['roles'],
        stored: await inTime(collecting()).catch(standIn),
      };
    },
  };
}

/** Who asks while an answer is awaited gets that one too, so that a database that hangs is asked once. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}

/** Throws TooLate if the database takes too long. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TooLate(`none within ${storedMsMax / 1_000} s`)), storedMsMax);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

const missingIn = (processes: readonly ProcessRecord[]): string[] => {
  const present = new Set(processes.flatMap(rolesOf));
  return roles.filter((role) => !present.has(role)).map((role) => `no process has the role ${role}`);
};

/** What a process does now: a role that one process has only if that is this one. */
const rolesOf = ({ roles, holds }: ProcessRecord): Role[] =>
  roles.filter((role) => !soleRoles.has(role) || holds.some((held) => held.role === role));

const waitingAt = (due: Record<Work, Waiting>, now: EpochMs) =>
  Object.fromEntries(
    Object.entries(due).map(([work, { count, oldestAt }]) => [work, { count, ageMs: ageOf(oldestAt, now) }]),
  ) as StoredFigures['due'];

const ageOf = (at: EpochMs | undefined, now: EpochMs) => (at === undefined ? undefined : now - at);

/** What failed comes again when its claim is over. If nothing has failed for long, there is nothing left that does. */
function failingAfter({ failing, endedAt }: Beat, done: number, failed: number): Beat['failing'] {
  if (failed === 0) return done > 0 || (failing && endedAt - failing.until > lateMs) ? undefined : failing;
  return done > failed ? undefined : { since: failing?.since ?? endedAt, until: endedAt };
}

/** The same loop; each of its runs is counted. */
export function counted(loop: Loop, monotonic: Monotonic): CountedLoop {
  const beat: Beat = { runs: 0, failures: 0, work: 0, totalMs: 0, lastMs: 0, endedAt: monotonic() };
  return {
    ...loop,
    beat,
    async run(now) {
      const startedAt = monotonic();
      beat.runs += 1;
      let failed = 0;
      const noteFailure = () => {
        failed += 1;
        beat.failures += 1;
      };
      try {
        const done = await loop.run(now, noteFailure);
        beat.work += done;
        beat.endedAt = monotonic();
        beat.failing = failingAfter(beat, done, failed);
        return done;
      } catch (error) {
        beat.failures += 1;
        throw error;
      } finally {
        beat.lastMs = monotonic() - startedAt;
        beat.totalMs += beat.lastMs;
      }
    },
  };
}
