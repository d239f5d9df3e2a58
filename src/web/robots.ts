import robotsParser from 'robots-parser';
import { dayMs, hourMs } from '../clock.ts';
import { UnpackError, unpack } from './decode.ts';
import type { Fetcher, FetchOutcome } from './fetch.ts';

/** An origin's robots.txt; plain JSON. */
export interface RobotsRecord {
  fetchedAt: number;
  /** The rules as last read; '' if the origin has none. */
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

// Its types promise a `default` inside the CommonJS export that is not there.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const freshMs = dayMs;
const retryMs = hourMs;
const keptMs = 60 * dayMs;
/** RFC 9309, 2.3.1.4: then the file counts as not there. */
const unreachableMsMax = 30 * dayMs;
/** RFC 9309, 2.5: at least 500 KiB must be read. */
const bytesEnough = 512 * 1024;
const unpackedBytesMax = 5 * 1024 * 1024;
const pathCharactersMax = 1000;
const wildcardsMax = 8;

/** Many wildcards are costly: such a Disallow is cut to a broader one, such an Allow left out. */
function tame(line: string): string {
  const found = /^\s*(allow|disallow)\s*:/i.exec(line);
  if (!found) return line.slice(0, 2000);
  const parts = line
    .slice(0, 2000)
    .replace(/\*{2,}/g, '*')
    .split('*');
  if (parts.length <= wildcardsMax + 1) return parts.join('*');
  return found[1]?.toLowerCase() === 'allow' ? '' : parts.slice(0, wildcardsMax).join('*');
}

/** Without a last half line, which could close more than the whole one. */
function beginning(body: Uint8Array): string {
  const text = Buffer.from(body.subarray(0, bytesEnough)).toString('utf8');
  return body.length > bytesEnough ? text.slice(0, text.search(/[\r\n][^\r\n]*$/) + 1) : text;
}

/** '' if there is no file; undefined if the origin is in trouble. */
function rulesIn(outcome: FetchOutcome): string | undefined {
  if (outcome.kind === 'http' && outcome.status >= 400 && outcome.status < 500 && outcome.status !== 429) return '';
  if (outcome.kind !== 'ok') return undefined;
  try {
    const text = beginning(unpack(outcome.body, outcome.packing ?? '', unpackedBytesMax));
    return text
      .replace(/^\ufeff/, '')
      .split(/\r\n?|\n/)
      .map(tame)
      .join('\n');
  } catch (error) {
    if (error instanceof UnpackError) return undefined;
    throw error;
  }
}

function verdictOf(record: RobotsRecord, url: URL, agent: string, now: number): Verdict {
  if (record.rules === undefined)
    return now - (record.unreachableSince ?? now) > unreachableMsMax ? 'allowed' : 'unknown';
  if (record.rules === '') return 'allowed';
  const page = url.origin + (url.pathname + url.search).slice(0, pathCharactersMax);
  const allows = parseRobots(`${url.origin}/robots.txt`, record.rules).isAllowed(page, agent) ?? true;
  return allows ? 'allowed' : 'forbidden';
}

/** Reads each origin's robots.txt at most once a day, and keeps the last rules while the origin is in trouble. */
export function createRobots(options: {
  get: Fetcher['get'];
  cache: RobotsCache;
  agent: string;
  wall: () => number;
}): Robots {
  const underWay = new Map<string, Promise<RobotsRecord>>();

  const refresh = async (origin: string, known: RobotsRecord | undefined): Promise<RobotsRecord> => {
    const outcome = await options.get(`${origin}/robots.txt`, { accept: 'text/plain, */*;q=0.1', enough: bytesEnough });
    const fetchedAt = options.wall();
    const rules = rulesIn(outcome);
    const record: RobotsRecord =
      rules === undefined
        ? { fetchedAt, rules: known?.rules, unreachableSince: known?.unreachableSince ?? fetchedAt }
        : { fetchedAt, rules };
    await options.cache.set(origin, record, keptMs);
    return record;
  };

  const recordOf = async (origin: string): Promise<RobotsRecord> => {
    const known = await options.cache.get(origin);
    const age = options.wall() - (known?.fetchedAt ?? 0);
    // The age is negative if the clock ran ahead before.
    if (known && age >= 0 && age < (known.unreachableSince === undefined ? freshMs : retryMs)) return known;
    return refresh(origin, known);
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
      return verdictOf(await record, url, options.agent, options.wall());
    },
  };
}
