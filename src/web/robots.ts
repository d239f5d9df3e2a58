import { dayMs, hourMs } from '../clock.ts';
import type { Fetcher, FetchOutcome } from './fetch.ts';
import { robotsBytesEnough } from './robotsRules.ts';

/** An origin's robots.txt; plain JSON. */
export interface RobotsRecord {
  fetchedAt: number;
  /** The last known rules for Lede, in the form of `ownRules`; '' if nothing is disallowed. */
  rules?: string;
  /** Since when it can't be read; undefined if the last attempt succeeded. */
  unreachableSince?: number;
}

export interface RobotsCache {
  get(origin: string): Promise<RobotsRecord | undefined>;
  set(origin: string, record: RobotsRecord, ttlMs: number): Promise<unknown>;
}

export interface Robots {
  /**
   * Whether a page may be fetched (RFC 9309). 'unknown' if the file can't be read and no earlier rules are known, or if
   * reading the rules takes too long: ask again in an hour.
   */
  verdict(url: string): Promise<Verdict>;
}

export type Verdict = 'allowed' | 'forbidden' | 'unknown';

const freshMs = dayMs;
const retryMs = hourMs;
const keptMs = 60 * dayMs;
/** RFC 9309, 2.3.1.4: a file that was unreachable for longer counts as missing. */
const unreachableMsMax = 30 * dayMs;

/** Reads untrusted rules off the main thread. Resolves with undefined if that takes too long or fails. */
export interface RobotsReader {
  rules(body: Uint8Array, packing: string | undefined): Promise<string | undefined>;
  isOpen(rules: string, url: string): Promise<boolean | undefined>;
}

/** Reads each origin's robots.txt once a day, or hourly while that fails. Meanwhile the last known rules apply. */
export function createRobots(options: {
  get: Fetcher['get'];
  cache: RobotsCache;
  reader: RobotsReader;
  wall: () => number;
  /** Runs `work` while no other process reads the robots.txt of this origin. */
  alone?<T>(origin: string, work: () => Promise<T>): Promise<T>;
}): Robots {
  const underWay = new Map<string, Promise<RobotsRecord>>();

  /** '' if there is no file; undefined if it could not be read. */
  const rulesIn = async (outcome: FetchOutcome): Promise<string | undefined> => {
    if (outcome.kind === 'ok') return options.reader.rules(outcome.body, outcome.packing);
    const isMissing = outcome.kind === 'http' && outcome.status >= 400 && outcome.status < 500;
    return isMissing && outcome.status !== 429 ? '' : undefined;
  };

  const refresh = async (origin: string, known: RobotsRecord | undefined): Promise<RobotsRecord> => {
    const wanted = { accept: 'text/plain, */*;q=0.1', enough: robotsBytesEnough };
    const outcome = await options.get(`${origin}/robots.txt`, wanted);
    const fetchedAt = options.wall();
    // The request was not sent, so nothing new is known.
    if (outcome.kind === 'failed' && outcome.code === 'not-now') return known ?? { fetchedAt };
    const rules = await rulesIn(outcome);
    const record: RobotsRecord =
      rules === undefined
        ? { fetchedAt, rules: known?.rules, unreachableSince: known?.unreachableSince ?? fetchedAt }
        : { fetchedAt, rules };
    await options.cache.set(origin, record, keptMs);
    return record;
  };

  const recordOf = async (origin: string, isAlone = false): Promise<RobotsRecord> => {
    const known = await options.cache.get(origin);
    const age = options.wall() - (known?.fetchedAt ?? 0);
    // The age is negative if the clock was ahead when the file was read.
    if (known && age >= 0 && age < (known.unreachableSince === undefined ? freshMs : retryMs)) return known;
    // Another process may have read it while we waited for the lock, so look in the cache again.
    if (options.alone && !isAlone) return options.alone(origin, () => recordOf(origin, true));
    return refresh(origin, known);
  };

  const verdictOf = async (record: RobotsRecord, url: string): Promise<Verdict> => {
    const now = options.wall();
    if (record.rules === undefined)
      return now - (record.unreachableSince ?? now) > unreachableMsMax ? 'allowed' : 'unknown';
    const isOpen = record.rules === '' || (await options.reader.isOpen(record.rules, url));
    if (isOpen === undefined) return 'unknown';
    return isOpen ? 'allowed' : 'forbidden';
  };

  return {
    async verdict(text) {
      if (!URL.canParse(text)) return 'forbidden';
      const url = new URL(text);
      let record = underWay.get(url.origin);
      if (!record) {
        record = recordOf(url.origin).finally(() => underWay.delete(url.origin));
        underWay.set(url.origin, record);
      }
      return verdictOf(await record, url.href);
    },
  };
}
