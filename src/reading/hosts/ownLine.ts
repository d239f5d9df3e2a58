import { dayMs, type EpochMs } from '../../clock.ts';
import type { Log } from '../../log.ts';

/** Detects that our own connection is down: if no catalogue host answers, no failure counts. */
export type OwnLine = ReturnType<typeof createOwnLine>;

/** Error codes that mean no answer. 'tls' is one, because a hotel's login page answers with its own certificate. */
const unanswered: ReadonlySet<string> = new Set([
  'dns-not-found',
  'dns-failed',
  'refused',
  'unreachable',
  'reset',
  'timeout',
  'tls',
]);

export const isUnanswered = (code: string | undefined): boolean => code !== undefined && unanswered.has(code);

/** How many unreachable hosts prove an outage. Fewer can fail at once by chance. */
const hostsMin = 3;
const pauseMs = 5 * 60_000;
/** If a host answered within this time, the connection is up, and failures are the outlets' own. */
const openMs = 60_000;
/** After a day without an answer from anybody, failures count again. */
const believedMs = dayMs;

export function createOwnLine(log: Log) {
  const unreachable = new Set<string>();
  let heardAt: EpochMs | undefined;
  let firstAt: EpochMs | undefined;
  let downUntil: EpochMs | undefined;
  return {
    /** Records that a host answered, with whatever status. */
    heard(now: EpochMs): void {
      if (downUntil !== undefined) log.info({}, 'outlets answer again');
      unreachable.clear();
      heardAt = now;
      downUntil = undefined;
    },
    /**
     * Records that these catalogue hosts gave no answer. True if our own connection is down, so that no failure counts.
     * Don't pass hosts of servers' own feeds: they may be dead, which proves nothing.
     */
    unheard(hosts: Iterable<string>, now: EpochMs): boolean {
      firstAt ??= now;
      for (const host of hosts) unreachable.add(host);
      if (unreachable.size < hostsMin || now - (heardAt ?? firstAt) > believedMs) return false;
      if (heardAt !== undefined && now - heardAt < openMs) return false;
      if (downUntil === undefined) {
        log.warn(
          { hosts: unreachable.size },
          'no outlet answers, so our own connection seems down; retrying every five minutes',
        );
      }
      downUntil = now + pauseMs;
      return true;
    },
    /**
     * The earliest time for the next request; undefined while the connection is up. Ignores a time more than one pause
     * ahead: it was set while the clock ran ahead.
     */
    tryAt: (now: EpochMs) =>
      downUntil !== undefined && downUntil > now && downUntil <= now + pauseMs ? downUntil : undefined,
  };
}
