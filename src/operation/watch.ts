import { dayMs, type EpochMs } from '../clock.ts';
import { noticeOf } from '../delivery/notices.ts';
import type { Log } from '../log.ts';
import type { Loop } from '../loop.ts';
import type { Storage } from '../storage/storage.ts';
import { silenceOf } from './silence.ts';

/** The last look at the whole database file. */
export interface IntegrityCheck {
  at: EpochMs;
  problems: number;
}

export interface WatchParts {
  storage: Storage;
  log: Log;
  startedAt: EpochMs;
  logChannelOf(serverId: string): Promise<string | undefined>;
  /** Where the last check is kept over restarts. */
  kept: {
    get(key: string): Promise<IntegrityCheck | undefined>;
    set(key: string, check: IntegrityCheck): Promise<unknown>;
  };
}

export const integrityKey = 'integrity';

/** The dead man's switch and the daily check of the database. */
export function createWatch(parts: WatchParts): Loop {
  const seen = { polling: 0, sending: 0 };
  return {
    name: 'watch',
    every: '41 * * * * *',
    async run(now) {
      // Both, even if one fails: the look for a silence may read what is damaged.
      try {
        await checkDaily(parts, now);
      } finally {
        await lookForSilence(parts, seen, now);
      }
      return 0;
    },
  };
}

async function lookForSilence(parts: WatchParts, seen: { polling: number; sending: number }, now: EpochMs) {
  const silence = await silenceOf(parts.storage, parts.startedAt, now);
  for (const what of ['polling', 'sending'] as const) {
    const since = silence[what];
    // A machine that slept wakes up with everything due, so only two looks in a row make a silence.
    seen[what] = since === undefined ? 0 : seen[what] + 1;
    if (since === undefined) await parts.storage.records.servers.subjectOver(`silent ${what}`, now);
    else if (seen[what] === 2) await tell(parts, what, since, now);
  }
}

/** Only servers that chose a log channel are told. */
async function tell(parts: WatchParts, what: 'polling' | 'sending', since: EpochMs, now: EpochMs): Promise<void> {
  const sinceMs = now - since;
  parts.log.warn({ what, sinceMs }, `${what} has been silent for longer than it should`);
  for (const serverId of await parts.storage.records.servers.listPresent()) {
    if ((await parts.logChannelOf(serverId)) === undefined) continue;
    await noticeOf(parts.storage, serverId, `silent ${what}`, now, { kind: 'silent', what, sinceMs });
  }
}

async function checkDaily({ storage, kept, log }: WatchParts, now: EpochMs): Promise<void> {
  const last = await kept.get(integrityKey);
  if (last !== undefined && now - last.at < dayMs) return;
  // A new database has its first check a day from now.
  if (last === undefined) return void (await kept.set(integrityKey, { at: now, problems: 0 }));
  const problems = await storage.integrityProblems();
  if (problems.length === 0) log.info({}, 'database sound');
  else log.error({ problems }, 'The database is damaged; stop Lede and put a backup in its place.');
  // After the log: this may be stored where the damage is.
  await kept.set(integrityKey, { at: now, problems: problems.length });
}
