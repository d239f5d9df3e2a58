import { dayMs, hourMs } from '../clock.ts';
import { unlessUnreadable } from '../engine/feeds/document.ts';
import { declinesSearch, licencesIn, robotsBytesEnough } from '../engine/permissions/robotsRules.ts';
import type { Signal } from '../engine/permissions/signals.ts';
import type { Fetcher, FetchOutcome } from './fetch.ts';

/** Plain JSON of a file with rules: an origin's robots.txt, its tdmrep.json, or a licence that its robots.txt names. */
export interface RobotsRecord {
  fetchedAt: number;
  /** The last known rules for Lede, in the form of `ownRules`; '' if nothing is disallowed. */
  rules?: string;
  /** When the first failed attempt was; undefined if the last attempt succeeded. */
  unreachableSince?: number;
}

/**
 * The key is the origin for a robots.txt, and the address for any other file. Licences have their own keys, because
 * anyone may name any address as a licence.
 */
export interface RobotsCache {
  get(origin: string): Promise<RobotsRecord | undefined>;
  set(origin: string, record: RobotsRecord, ttlMs: number): Promise<unknown>;
}

type Caused = (bytes: number) => Promise<void>;

export interface Robots {
  /**
   * Whether a page may be fetched (RFC 9309), or the signal that declines it. 'unknown' if a file can't be read and no
   * earlier rules are known, or if reading the rules takes too long: ask again in an hour. `caused` is called with the
   * received bytes of each licence and tdmrep.json that was requested for the page.
   */
  verdict(url: string, caused?: Caused): Promise<Verdict>;
}

/** 'off' if the operator turned off reading pages. */
export type Verdict = 'allowed' | 'unknown' | 'off' | Extract<Signal, 'robots' | 'search' | 'licence' | 'mining'>;

const freshMs = dayMs;
const retryMs = hourMs;
/**
 * How long files are cached. A full cache drops the entries that expire first. Licences and tdmrep.json expire sooner,
 * because the hosts of one feed may name any number of them and must not displace a robots.txt.
 */
const keptMs: Record<RulesForm, number> = { robots: 60 * dayMs, licence: 7 * dayMs, tdmrep: 7 * dayMs };
/** RFC 9309, 2.3.1.4: without known rules, a file that was unreachable longer than this counts as missing. */
const unreachableMsMax = 30 * dayMs;

/** The kinds of files with rules, and the `Accept` header for each. */
export type RulesForm = 'robots' | 'licence' | 'tdmrep';
const accepts: Record<RulesForm, string> = {
  robots: 'text/plain, */*;q=0.1',
  licence: 'application/rsl+xml, application/xml;q=0.9, */*;q=0.1',
  tdmrep: 'application/json, */*;q=0.1',
};

/** Reads untrusted rules off the main thread. Throws ReadError if that takes too long or fails. */
interface RobotsReader {
  robots(body: Uint8Array, packing: string | undefined, form: RulesForm): Promise<string>;
  isOpen(rules: string, url: string): Promise<boolean>;
}

interface RulesFile {
  form: RulesForm;
  url: string;
  /** Its key in the cache. */
  key: string;
}

const fileAt = (form: RulesForm, url: string, key = url): RulesFile => ({ form, url, key });

/**
 * Reads each origin's robots.txt once a day, or hourly while that fails; the last known rules apply until it succeeds.
 * If robots.txt allows a page, the licences that it names and the origin's tdmrep.json are read in the same way. A
 * licence is requested once for all origins that name it.
 */
export function createRobots(options: {
  get: Fetcher['get'];
  cache: RobotsCache;
  reader: RobotsReader;
  wall: () => number;
  /** Runs `work` while no other process reads the file at this address. */
  alone?<T>(address: string, work: () => Promise<T>): Promise<T>;
}): Robots {
  const underWay = new Map<string, Promise<RobotsRecord>>();

  /** '' if there is no file; undefined if it could not be read. */
  const rulesIn = async ({ form }: RulesFile, outcome: FetchOutcome): Promise<string | undefined> => {
    if (outcome.kind === 'ok') return unlessUnreadable(options.reader.robots(outcome.body, outcome.packing, form));
    const isMissing = outcome.kind === 'http' && outcome.status >= 400 && outcome.status < 500;
    return isMissing && outcome.status !== 429 ? '' : undefined;
  };

  const refresh = async (
    file: RulesFile,
    known: RobotsRecord | undefined,
    caused: Caused | undefined,
  ): Promise<RobotsRecord> => {
    const outcome = await options.get(file.url, { accept: accepts[file.form], enough: robotsBytesEnough });
    const fetchedAt = options.wall();
    // The request was not sent, so the known rules stay.
    if (outcome.kind === 'failed' && outcome.code === 'not-now') return known ?? { fetchedAt };
    if (file.form !== 'robots') await caused?.(outcome.bytes);
    let rules = await rulesIn(file, outcome);
    // If tdmrep.json can't be read and never could, the origin doesn't use the protocol, so the page is open.
    if (file.form === 'tdmrep') rules ??= known?.rules ?? '';
    const record: RobotsRecord =
      rules === undefined
        ? { fetchedAt, rules: known?.rules, unreachableSince: known?.unreachableSince ?? fetchedAt }
        : { fetchedAt, rules };
    await options.cache.set(file.key, record, keptMs[file.form]);
    return record;
  };

  const recordOf = async (file: RulesFile, caused?: Caused, isAlone = false): Promise<RobotsRecord> => {
    const known = await options.cache.get(file.key);
    const age = options.wall() - (known?.fetchedAt ?? 0);
    // The age is negative if the clock was ahead when the file was read.
    if (known && age >= 0 && age < (known.unreachableSince === undefined ? freshMs : retryMs)) return known;
    // Another process may have read the file while we waited for the lock, so the cache is read again.
    if (options.alone && !isAlone) return options.alone(file.url, () => recordOf(file, caused, true));
    return refresh(file, known, caused);
  };

  /** Undefined while the rules are unknown. */
  const rulesOf = async (file: RulesFile, caused?: Caused): Promise<string | undefined> => {
    const { rules, unreachableSince } = await underWay.getOrInsertComputed(file.key, () =>
      recordOf(file, caused).finally(() => underWay.delete(file.key)),
    );
    const now = options.wall();
    return rules ?? (now - (unreachableSince ?? now) > unreachableMsMax ? '' : undefined);
  };

  const isOpenBy = async (rules: string | undefined, url: URL): Promise<boolean | undefined> =>
    rules === '' || (rules === undefined ? undefined : unlessUnreadable(options.reader.isOpen(rules, url.href)));

  return {
    async verdict(text, caused) {
      const url = URL.parse(text);
      if (!url) return 'robots';
      const { origin } = url;
      const robots = await rulesOf(fileAt('robots', `${origin}/robots.txt`, origin));
      const isOpen = await isOpenBy(robots, url);
      if (robots === undefined || isOpen === undefined) return 'unknown';
      if (!isOpen) return 'robots';
      if (declinesSearch(robots)) return 'search';
      const licences = licencesIn(robots).map((licence) => fileAt('licence', licence, `licence ${licence}`));
      const further = [...licences, fileAt('tdmrep', `${origin}/.well-known/tdmrep.json`)];
      for (const file of further) {
        const isOpen = await isOpenBy(await rulesOf(file, caused), url);
        if (isOpen === undefined) return 'unknown';
        if (!isOpen) return file.form === 'tdmrep' ? 'mining' : 'licence';
      }
      return 'allowed';
    },
  };
}
