import Agent from 'undici/lib/dispatcher/agent.js';
import { answerTo, type Patience } from './answer.ts';
import { createBudget } from './budget.ts';
import { UnpackError, unpack } from './decode.ts';
import { checkedUrl, guardedConnector, hostPort, privateOriginSet, type Resolve } from './guard.ts';
import type { HostQueue } from './hosts.ts';
import { FetchProblem, type ProblemCode, problemOf } from './problem.ts';

/**
 * The response headers that polling and quoting go by, byte for byte as they came (latin1); several of one name are
 * joined by ", ".
 */
export interface FetchHeaders {
  etag?: string;
  lastModified?: string;
  cacheControl?: string;
  expires?: string;
  date?: string;
  retryAfter?: string;
  link?: string;
  contentType?: string;
  xRobotsTag?: string;
  tdmReservation?: string;
}

interface Answered {
  status: number;
  headers: FetchHeaders;
  /** Where the answer came from, after all redirects; without a fragment. */
  url: string;
  /** Where the permanent redirects (301, 308) at the start of the chain led, if there were any. */
  permanentUrl?: string;
}

/**
 * What became of a request; it never throws. `reason` is a sentence for users without query, token or password, `host`
 * the one that it names.
 */
export type FetchOutcome =
  /** `packing` is the Content-Encoding of a body that was asked for packed. */
  | ({ kind: 'ok'; body: Uint8Array; packing?: string } & Answered)
  | ({ kind: 'notModified' } & Answered)
  | ({ kind: 'http'; reason: string; host?: string } & Answered)
  | { kind: 'failed'; code: ProblemCode; reason: string; host?: string };

/** One GET. */
interface FetchRequest {
  accept: string;
  /** As stored from the last 200, byte for byte. */
  etag?: string;
  lastModified?: string;
  /**
   * The address that gave them, the one asked for where left out. They say nothing of any other, so only it is sent
   * them.
   */
  validFor?: string;
  /** Of the unpacked body; 5 MB unless told. */
  bytesMax?: number;
  /** Of a body that is longer than this on the wire the beginning will do. */
  enough?: number;
  /** The body is wanted as it came over the wire: whoever reads it unpacks it. */
  packed?: boolean;
  /** Overrides the fetcher's, for one that counts subscribers. */
  userAgent?: string;
  signal?: AbortSignal;
  /** Somebody waits for it: it goes before what waits for a turn. */
  urgent?: boolean;
  /**
   * Asked before each redirect is followed; no host waits meanwhile, and the deadline does not count it. Leave out to
   * follow all.
   */
  mayFollow?(url: string): Promise<boolean>;
}

export interface Fetcher {
  get(url: string, request: FetchRequest): Promise<FetchOutcome>;
  /** Ends all connections; requests under way fail. */
  close(): Promise<void>;
}

export interface FetcherOptions {
  userAgent: string;
  /** Exact `host:port` that may be private. */
  privateOrigins: readonly string[];
  /**
   * Each hop of a request waits for its host's turn here; the wait does not count against the deadline. Leave out to go
   * at once.
   */
  hosts?: HostQueue;
  /**
   * Whether an address is one that asked never to be read: neither it nor what redirects to it is followed there,
   * whoever wants it.
   */
  isForgotten?(url: string): boolean;
  monotonic: () => number;
  resolve?: Resolve;
  connectMs?: number;
  /** Over lookups, connects, redirects and the body together. */
  wholeMs?: number;
}

const redirectsMax = 5;
const defaultBytesMax = 5 * 1024 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** 203 is a 200 that a proxy has changed. */
const readable = new Set([200, 203]);

type RawHeaders = Record<string, string | string[] | undefined>;

function headerOf(raw: RawHeaders, name: string): string | undefined {
  const value = raw[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function keptHeaders(raw: RawHeaders): FetchHeaders {
  return {
    etag: headerOf(raw, 'etag'),
    lastModified: headerOf(raw, 'last-modified'),
    cacheControl: headerOf(raw, 'cache-control'),
    expires: headerOf(raw, 'expires'),
    date: headerOf(raw, 'date'),
    retryAfter: headerOf(raw, 'retry-after'),
    link: headerOf(raw, 'link'),
    contentType: headerOf(raw, 'content-type'),
    xRobotsTag: headerOf(raw, 'x-robots-tag'),
    tdmReservation: headerOf(raw, 'tdm-reservation'),
  };
}

function requestHeaders(options: FetcherOptions, wanted: FetchRequest, validated: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': wanted.userAgent ?? options.userAgent,
    accept: wanted.accept,
    'accept-encoding': 'gzip, br',
  };
  if (!validated) return headers;
  if (wanted.etag !== undefined) headers['if-none-match'] = wanted.etag;
  if (wanted.lastModified !== undefined) headers['if-modified-since'] = wanted.lastModified;
  return headers;
}

/** One response of one host, its body read, and unpacked unless it is wanted packed, where it is of use. */
interface Hop {
  status: number;
  raw: RawHeaders;
  body: Uint8Array;
  packing?: string;
}

function tooLarge(host: string, bytesMax: number): FetchProblem {
  return new FetchProblem(
    'too-large',
    `${host} sent more than ${Math.round(bytesMax / 1024 / 1024)} MB, which is more than is read.`,
    { host },
  );
}

async function requestOnce(
  url: URL,
  agent: Agent,
  headers: Record<string, string>,
  { bytesMax = defaultBytesMax, enough, packed: asItCame }: FetchRequest,
  patience: Patience,
): Promise<Hop> {
  const { hostname } = url;
  const wants = (status: number): boolean => readable.has(status);
  const rule = { wants, bytesMax, enough, tooLarge: () => tooLarge(hostname, bytesMax) };
  const { status, headers: raw, body: packed } = await answerTo(agent, { url, method: 'GET', headers }, rule, patience);
  const packing = headerOf(raw, 'content-encoding') ?? '';
  if (packed.length === 0) return { status, raw, body: packed };
  if (asItCame) return { status, raw, body: packed, packing };
  try {
    return { status, raw, body: await unpack(packed, packing, bytesMax) };
  } catch (error) {
    if (error instanceof UnpackError && error.code === 'too-large') throw tooLarge(hostname, bytesMax);
    throw new FetchProblem('bad-response', `${hostname} sent a body that can not be unpacked.`, {
      host: hostname,
      cause: error,
    });
  }
}

function nextUrl(hop: Hop, from: URL, privateOrigins: ReadonlySet<string>): URL {
  const location = headerOf(hop.raw, 'location');
  if (!location) {
    const { hostname } = from;
    throw new FetchProblem('bad-redirect', `${hostname} redirects, but does not say where to.`, { host: hostname });
  }
  // Header bytes are latin1 here; a path in UTF-8 must be read as such before the URL parser encodes it.
  const text = Buffer.from(location, 'latin1').toString('utf8');
  const next = checkedUrl(text, privateOrigins, from.href);
  next.hash = '';
  return next;
}

/** What the user is told of a status; the number is in it. */
function httpReason(status: number, host: string): string {
  if (status === 401 || status === 403) return `${host} does not let this address be read (${status}).`;
  if (status === 404) return `${host} has nothing at this address (404).`;
  if (status === 410) return `${host} says that this address is gone for good (410).`;
  if (status === 429) return `${host} asks for fewer requests (429).`;
  if (status >= 500) return `${host} has a problem of its own (${status}).`;
  return `${host} answered with status ${status}.`;
}

function settled(hop: Hop, url: URL, permanentUrl: string | undefined): FetchOutcome {
  const answered: Answered = { status: hop.status, headers: keptHeaders(hop.raw), url: url.href, permanentUrl };
  if (readable.has(hop.status)) return { kind: 'ok', body: hop.body, packing: hop.packing, ...answered };
  if (hop.status === 304) return { kind: 'notModified', ...answered };
  return { kind: 'http', reason: httpReason(hop.status, url.hostname), host: url.hostname, ...answered };
}

/**
 * The only way to the web: public addresses (and `privateOrigins`) only, redirects followed by hand through the same
 * checks, one deadline over everything, no cookies, no Referer, no retries.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const privateOrigins = privateOriginSet(options.privateOrigins);
  const wholeMs = options.wholeMs ?? 20_000;
  const connectMs = options.connectMs ?? 10_000;
  const agent = new Agent({
    connect: guardedConnector({ privateOrigins, connectMs, resolve: options.resolve }),
    allowH2: false,
    // The queue lets a host have one request at a time, and a second connection would be opened before the first is
    // free again.
    connections: 1,
    pipelining: 1,
    headersTimeout: wholeMs,
    bodyTimeout: wholeMs,
    keepAliveTimeout: 4_000,
  });

  const spared = (url: URL): URL => {
    if (!options.isForgotten?.(url.href)) return url;
    const { hostname } = url;
    throw new FetchProblem('forgotten', `${hostname} asked not to be read by this bot.`, { host: hostname });
  };

  const follow = async (start: URL, wanted: FetchRequest): Promise<FetchOutcome> => {
    const validFor = wanted.validFor ?? start.href;
    const budget = createBudget(wholeMs, options.monotonic);
    let url = start;
    let permanentUrl: string | undefined;
    let onlyPermanent = true;
    for (let redirects = 0; redirects <= redirectsMax; redirects++) {
      const target = url;
      const headers = requestHeaders(options, wanted, target.href === validFor);
      const visit = (): Promise<Hop> =>
        budget.spend((ms) => requestOnce(target, agent, headers, wanted, { ms, signal: wanted.signal }));
      const hop = await named(target, () =>
        options.hosts ? options.hosts.run(hostPort(target), visit, wanted.urgent) : visit(),
      );
      if (!redirectStatuses.has(hop.status)) return settled(hop, url, permanentUrl);
      url = spared(nextUrl(hop, url, privateOrigins));
      if (wanted.mayFollow && !(await wanted.mayFollow(url.href))) {
        throw new FetchProblem(
          'unwanted-redirect',
          `${target.hostname} sends on to ${url.hostname}, which is not to be read.`,
          { host: url.hostname },
        );
      }
      onlyPermanent = onlyPermanent && (hop.status === 301 || hop.status === 308);
      if (onlyPermanent) permanentUrl = url.href;
    }
    throw new FetchProblem('too-many-redirects', `${start.hostname} redirects more than ${redirectsMax} times.`, {
      host: start.hostname,
    });
  };

  return {
    async get(text, wanted) {
      try {
        const url = checkedUrl(text, privateOrigins);
        url.hash = '';
        return await follow(spared(url), wanted);
      } catch (error) {
        const problem = problemOf(error);
        return { kind: 'failed', code: problem.code, reason: problem.message, host: problem.host };
      }
    },
    close: () => agent.destroy(),
  };
}

async function named<T>(url: URL, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw problemOf(error, url.hostname);
  }
}
