import { type Clock, dayMs, type EpochMs } from '../clock.ts';
import type { ServerId } from '../ids.ts';
import type { Log } from '../log.ts';
import { noticeOf, subjectOf } from '../outbox/notices.ts';
import type { Notice } from '../outbox/ports.ts';
import { afterClockSetBack } from '../reading/clockSetBack.ts';
import type { Loop } from '../schedule/loop.ts';
import type { Subject } from '../storage/records/servers/servers.ts';
import type { Storage } from '../storage/storage.ts';
import { stallOf } from './stall.ts';

/** Result of the last check of the whole database. */
export interface IntegrityCheck {
  at: EpochMs;
  problems: number;
}

export interface WatchParts {
  storage: Storage;
  log: Log;
  clock: Clock;
  /**
   * Whether this process checks for stalls and a damaged database. Only one of several processes does. Each process
   * checks its clock.
   */
  isLookout(): boolean;
  logChannelOf(serverId: ServerId): Promise<string | undefined>;
  /** Keeps the last check across restarts. */
  checks: {
    get(key: string): Promise<IntegrityCheck | undefined>;
    set(key: string, check: IntegrityCheck): Promise<unknown>;
  };
}

export const integrityKey = 'integrity';

/**
 * Number of runs that repair due times after the clock was set back. One is not enough: running batches may still store
 * due times of the old clock.
 */
const setBackLooks = 5;

/** Reports stalled polling or sending, checks the database daily, and repairs due times of a wrong clock. */
export function createWatch(parts: WatchParts): Loop {
  const { clock } = parts;
  const seen = { polling: 0, sending: 0 };
  let looksLeft = 0;
  const bringBack = async (now: EpochMs, aheadMs: number | undefined): Promise<void> => {
    if (aheadMs !== undefined) {
      looksLeft = setBackLooks;
      await notifyAdmins(parts, subjectOf('clock', ''), now, { kind: 'clock-ahead', aheadMs });
    }
    if (looksLeft === 0) return;
    await afterClockSetBack(parts.storage, parts.log, now, aheadMs);
    looksLeft -= 1;
  };
  return {
    name: 'watch',
    worksAlone: true,
    every: '41 * * * * *',
    async run(shown) {
      const aheadMs = clock.giveIn();
      const now = aheadMs === undefined ? shown : clock.wall();
      // Every check runs even if another one fails, for example on damaged rows.
      try {
        await bringBack(now, aheadMs);
      } finally {
        if (parts.isLookout()) await checkDaily(parts, now).finally(() => lookForStalls(parts, seen, now));
      }
      return 0;
    },
  };
}

async function lookForStalls(parts: WatchParts, seen: { polling: number; sending: number }, now: EpochMs) {
  const { clock, storage, log } = parts;
  const real = now + clock.stoodMs();
  const stall = await stallOf(storage, clock.startedAt(), real);
  for (const what of ['polling', 'sending'] as const) {
    const since = stall[what];
    // Only two runs in a row count as a stall: after a machine slept, everything is due.
    seen[what] = since === undefined ? 0 : seen[what] + 1;
    if (since === undefined) await storage.records.servers.subjectOver(subjectOf('silent', what), now);
    else if (seen[what] === 2) {
      const sinceMs = real - since;
      log.warn({ what, sinceMs }, `${what} has been silent for longer than it should`);
      await notifyAdmins(parts, subjectOf('silent', what), now, { kind: 'silent', what, sinceMs });
    }
  }
}

/** Sends the notice only to servers with a log channel. */
async function notifyAdmins({ storage, logChannelOf }: WatchParts, subject: Subject, now: EpochMs, notice: Notice) {
  for (const serverId of await storage.records.servers.listPresent()) {
    if ((await logChannelOf(serverId)) !== undefined) await noticeOf(storage, serverId, subject, now, notice);
  }
}

async function checkDaily({ storage, checks, log }: WatchParts, now: EpochMs): Promise<void> {
  const last = await checks.get(integrityKey);
  if (last !== undefined && last.at <= now && now - last.at < dayMs) return;
  // A new database is checked for the first time after a day.
  if (last === undefined) return void (await checks.set(integrityKey, { at: now, problems: 0 }));
  const problems = await storage.integrityProblems();
  if (problems.length === 0) log.info({}, 'database sound');
  else log.error({ problems }, 'The database is damaged; stop Lede and put a backup in its place.');
  // Stored after the result is logged, because a damaged database may refuse it.
  await checks.set(integrityKey, { at: now, problems: problems.length });
}
