import { dayMs, type EpochMs } from '../../clock.ts';
import type { Log } from '../../log.ts';

/** Whether our own way to the web is open, told from outlets that fail: when nobody answers, nobody is blamed. */
export interface OwnLine {
  /** Somebody answered, whatever they said. */
  heard(now: EpochMs): void;
  /** These hosts gave no answer at all; true when the fault is taken for ours. */
  unheard(hosts: Iterable<string>, now: EpochMs): boolean;
  /** Nobody is asked before; undefined while the line is taken for open. */
  tryAt(now: EpochMs): EpochMs | undefined;
}

/** Codes of requests that nobody answered; a hotel's login page speaks for others with a certificate of its own. */
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

/** Fewer can fail at once by chance, or lie with one provider. */
const hostsMin = 3;
const pauseMs = 5 * 60_000;
/**
 * Who answered so lately speaks for the line: outlets of the same look that did not answer have failed by themselves.
 */
const openMs = 60_000;
/** Where nobody was heard for longer, all of them may be gone for good: then their failures count, and are told. */
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
    tryAt: (now) => (downUntil !== undefined && downUntil > now ? downUntil : undefined),
  };
}
