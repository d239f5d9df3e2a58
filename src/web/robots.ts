import { dayMs, hourMs } from '../clock.ts';
import type { Fetcher, FetchOutcome } from './fetch.ts';
import { robotsBytesEnough } from './robotsRules.ts';

/** An origin's robots.txt; plain JSON. */
export interface RobotsRecord {
  fetchedAt: number;
  /** What it last said to Lede, as `ownRules` keeps it; '' if the origin closes nothing. */
  rules?: string;
  /** Since when it could not be read. */
  unreachableSince?: number;
}

export interface RobotsCache {
  get(origin: string): Promise<RobotsRecord | undefined>;
  set(origin: string, record: RobotsRecord, ttlMs: number): Promise<unknown>;
}

export interface Robots {
  /**
   * Whether a page may be fetched (RFC 9309). 'unknown' while the origin is in trouble and its rules were never read: ask
   * again in an hour.
   */
  verdict(url: string): Promise<Verdict>;
}

export type Verdict = 'allowed' | 'forbidden' | 'unknown';

const freshMs = dayMs;
const retryMs = hourMs;
const keptMs = 60 * dayMs;
/** RFC 9309, 2.3.1.4: then the file counts as not there. */
const unreachableMsMax = 30 * dayMs;

/** Reads foreign rules away from the main thread; undefined if it takes too long or breaks. */
export interface RobotsReader {
  rules(body: Uint8Array, packing: string | undefined): Promise<string | undefined>;
  isOpen(rules: string, url: string): Promise<boolean | undefined>;
}

/** Reads each origin's robots.txt at most once a day, and keeps the last rules while the origin is in trouble. */
export function createRobots(options: {
  get: Fetcher['get'];
  cache: RobotsCache;
  reader: RobotsReader;
  wall: () => number;
  /** Runs `work` while no other process reads the same origin's. */
  alone?<T>(origin: string, work: () => Promise<T>): Promise<T>;
}): Robots {
  const underWay = new Map<string, Promise<RobotsRecord>>();

  /** '' if there is no file; undefined if the origin is in trouble. */
  const rulesIn = async (outcome: FetchOutcome): Promise<string | undefined> => {
    if (outcome.kind === 'ok') return options.reader.rules(outcome.body, outcome.packing);
    const isMissing = outcome.kind === 'http' && outcome.status >= 400 && outcome.status < 500;
    return isMissing && outcome.status !== 429 ? '' : undefined;
  };

  const refresh = async (origin: string, known: RobotsRecord | undefined): Promise<RobotsRecord> => {
    const wanted = { accept: 'text/plain, */*;q=0.1', enough: robotsBytesEnough };
    const outcome = await options.get(`${origin}/robots.txt`, wanted);
    const fetchedAt = options.wall();
    // It was not asked for.
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
    // The age is negative if the clock ran ahead before.
    if (known && age >= 0 && age < (known.unreachableSince === undefined ? freshMs : retryMs)) return known;
    // Another process may read it meanwhile, so it is looked for once more.
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
