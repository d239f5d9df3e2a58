import { dayMs, type EpochMs } from '../../clock.ts';
import type { Log } from '../../log.ts';

/** If no host of the catalogue answers, our own connection is down, and no failure counts. */
export interface OwnLine {
  /** A host answered, with whatever status. */
  heard(now: EpochMs): void;
  /**
   * These hosts of the catalogue, if any, gave no answer; true if the fault is taken for ours. A server's own feeds may
   * name dead hosts at will, so these show nothing and are only excused.
   */
  unheard(hosts: Iterable<string>, now: EpochMs): boolean;
  /** No host is asked before; undefined while the connection is up. */
  tryAt(now: EpochMs): EpochMs | undefined;
}

/** Codes of requests without an answer; 'tls' because a hotel's login page answers with its own certificate. */
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

/** Fewer hosts can fail at once by chance. */
const hostsMin = 3;
const pauseMs = 5 * 60_000;
/** If a host answered so lately, the connection is up, and failures in the same batch are the outlets' own. */
const openMs = 60_000;
/** After a day without any answer, failures count again. */
const believedMs = dayMs;

export function createOwnLine(log: Log): OwnLine {
  const silent = new Set<string>();
  let heardAt: EpochMs | undefined;
  let firstAt: EpochMs | undefined;
  let downUntil: EpochMs | undefined;
  return {
    heard(now) {
      if (downUntil !== undefined) log.info({}, 'outlets answer again');
      silent.clear();
      heardAt = now;
      downUntil = undefined;
    },
    unheard(hosts, now) {
      firstAt ??= now;
      for (const host of hosts) silent.add(host);
      if (silent.size < hostsMin || now - (heardAt ?? firstAt) > believedMs) return false;
      if (heardAt !== undefined && now - heardAt < openMs) return false;
      if (downUntil === undefined) {
        log.warn(
          { hosts: silent.size },
          'no outlet answers, so the fault is taken for that of our own line: tried again every five minutes',
        );
      }
      downUntil = now + pauseMs;
      return true;
    },
    // A time further ahead than one pause was set while the clock ran ahead.
    tryAt: (now) => (downUntil !== undefined && downUntil > now && downUntil <= now + pauseMs ? downUntil : undefined),
  };
}
