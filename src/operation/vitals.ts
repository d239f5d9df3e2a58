import { setTimeout } from 'node:timers/promises';
import { type Clock, dayMs, type EpochMs, type Monotonic, minuteMs } from '../clock.ts';
import { type Loop, type Role, roles } from '../schedule/loop.ts';
import { type Member, type ProcessRecord, soleRoles } from '../storage/fleet/member.ts';
import type { Waiting, Work } from '../storage/records/upkeep/vitals.ts';
import type { Storage } from '../storage/storage.ts';
import { stallOf } from './stall.ts';
import type { IntegrityCheck } from './watch.ts';

/** Statistics of a loop since the start of the process. */
export interface Beat {
  runs: number;
  /** Number of failed runs, and of single failures within runs, such as a feed, a digest or a message. */
  failures: number;
  /** Number of handled items: feeds polled, digests made, messages tried. */
  work: number;
  totalMs: number;
  lastMs: number;
  /** Monotonic time at which a run last succeeded; initially the start. */
  endedAt: number;
  /** Set while every item of each run fails: monotonic times of the first and the last such run. */
  failing?: { since: number; until: number };
}

export type CountedLoop = Loop & { beat: Beat };

/** The data that a monitor can query; contains no secrets and nothing about individual servers. */
export type Vitals = ReturnType<typeof createVitals>;
export type Figures = Awaited<ReturnType<Vitals['figures']>>;
export type StoredFigures = Awaited<ReturnType<typeof storedFigures>>;

export interface VitalsParts {
  storage: Storage;
  loops: readonly CountedLoop[];
  clock: Omit<Clock, 'giveIn'>;
  monotonic: Monotonic;
  member: Pick<Member, 'holds'>;
  connected(): boolean;
  integrity(): Promise<IntegrityCheck | undefined>;
}

/** A loop that runs at least once a minute is late if no run succeeded for this long. */
const lateMs = 5 * minuteMs;
const looksEveryMinute = ({ every }: Loop): boolean => /^\S+ \* /.test(every);
/**
 * Longest wait for the database. Monitors give up after ten seconds (Prometheus) or sooner, and should at least get the
 * figures of the process.
 */
const storedMsMax = 3_000;
/** How long old figures are served while the database is slow, for example under load. */
const standInMsMax = 2 * minuteMs;

class TooLate extends Error {}

/** Figures of the whole installation, from the database. */
async function storedFigures({ storage, clock, integrity }: VitalsParts) {
  const { records } = storage;
  const now = clock.wall() + clock.stoodMs();
  const stall = await stallOf(storage, clock.startedAt(), now);
  return {
    feeds: await records.vitals.feeds(),
    articles: await records.articles.count(),
    stories: await records.stories.count(),
    /** Numbers, by state, of the deliveries that were due in the last 24 hours, and of all pending ones. */
    deliveries: await records.vitals.deliveries(now - dayMs),
    lastPollAgeMs: ageOf(await records.feedFigures.lastPolledAt(), now),
    lastSentAgeMs: ageOf(await records.vitals.lastSentAt(now), now),
    /** How long each has been stalled; 0 if all is well. */
    stalledMs: { polling: ageOf(stall.polling, now) ?? 0, sending: ageOf(stall.sending, now) ?? 0 },
    integrity: await integrity(),
    /** Age of the last backup, or of the database if there is none; undefined for PostgreSQL, which others back up. */
    backupAgeMs: ageOf(await storage.savedAt(), now),
    databaseBytes: await storage.bytes(),
    /** All processes of the database, including this one. */
    processes: await records.processes.list(),
    due: waitingAt(await records.vitals.due(now), now),
  };
}

export function createVitals(parts: VitalsParts) {
  const { storage, loops, monotonic, clock, member } = parts;
  const { records } = storage;

  let last: { figures: StoredFigures; at: number } | undefined;
  const collecting = shared(async () => {
    const figures = await storedFigures(parts);
    last = { figures, at: monotonic() };
    return figures;
  });
  const standIn = (error: unknown): StoredFigures | undefined =>
    error instanceof TooLate && last && monotonic() - last.at <= standInMsMax ? last.figures : undefined;
  const listing = shared(() => records.processes.list());

  return {
    /** Resolves when the database has answered a query, and throws if the query fails. */
    database: async () => void (await records.channels.nextDueAt()),

    /**
     * Reasons why this process is not ready, including roles without a process and a database that doesn't answer.
     * Empty if ready.
     */
    async hindrances(): Promise<string[]> {
      const late = loops.filter((loop) => looksEveryMinute(loop) && monotonic() - loop.beat.endedAt > lateMs);
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

    /** Figures of this process, plus those of the installation while the database answers. */
    async figures() {
      return {
        connected: parts.connected(),
        beats: new Map(loops.map(({ name, beat }) => [name, beat])),
        /** Number of transactions that were retried. */
        retries: storage.repeats(),
        /** Whether this process performs each role now. Only one process at a time performs `group` or `send`. */
        roles: new Map(roles.map((role) => [role, member.holds(role)])),
        /** At most two minutes old; undefined if the database fails, or has not answered for longer. */
        stored: await inTime(collecting()).catch(standIn),
      };
    },
  };
}

/** Shares one pending call among concurrent callers, so that a hanging database is asked once. */
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
  const late = setTimeout(storedMsMax, undefined, { ref: false }).then(() => {
    throw new TooLate(`none within ${storedMsMax / 1_000} s`);
  });
  return Promise.race([answer, late]);
}

const missingIn = (processes: readonly ProcessRecord[]): string[] => {
  const present = new Set(processes.flatMap(rolesOf));
  return roles.filter((role) => !present.has(role)).map((role) => `no process has the role ${role}`);
};

/** The roles that a process performs now. Of `soleRoles` it performs only those that it holds. */
const rolesOf = ({ roles, holds }: ProcessRecord): Role[] =>
  roles.filter((role) => !soleRoles.has(role) || holds.some((held) => held.role === role));

const waitingAt = (due: Record<Work, Waiting>, now: EpochMs) =>
  Object.entries(due).map(([work, { count, oldestAt }]) => ({ work, count, ageMs: ageOf(oldestAt, now) }));

const ageOf = (at: EpochMs | undefined, now: EpochMs) => (at === undefined ? undefined : now - at);

/**
 * The new value of `failing` after a run. A run without work keeps the old value for up to `lateMs`, because failed
 * items are retried only once their claims expire.
 */
function failingAfter({ failing, endedAt }: Beat, done: number, failed: number): Beat['failing'] {
  if (failed === 0) return done > 0 || (failing && endedAt - failing.until > lateMs) ? undefined : failing;
  return done > failed ? undefined : { since: failing?.since ?? endedAt, until: endedAt };
}

/** Wraps a loop to record its statistics. */
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
