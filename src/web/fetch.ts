import { Agent, request } from 'undici';
import { monotonic } from '../clock.ts';
import { checkedUrl, guardedConnector, hostPort, privateOriginSet, type Resolve } from './guard.ts';
import { type HostQueue, notNow } from './hosts.ts';
import { FetchProblem, type ProblemCode, problemOf } from './problem.ts';

const keptHeaders = {
  etag: 'etag',
  lastModified: 'last-modified',
  cacheControl: 'cache-control',
  expires: 'expires',
  date: 'date',
  retryAfter: 'retry-after',
  contentType: 'content-type',
  xRobotsTag: 'x-robots-tag',
  tdmReservation: 'tdm-reservation',
} as const;

/** The response headers that Lede uses, byte for byte (latin1); repeated ones are joined by ", ". */
export type FetchHeaders = { [name in keyof typeof keptHeaders]?: string };

interface Answered {
  status: number;
  headers: FetchHeaders;
  /** The address that answered, after all redirects and without a fragment. */
  url: string;
  /** The address that permanent redirects (301, 308) led to, before the first temporary redirect. */
  permanentUrl?: string;
}

/**
 * The outcome of a request. `reason` is a sentence for users without query, token or password. `bytes` counts what was
 * received of the body, even if the connection broke off.
 */
export type FetchOutcome = { bytes: number } & Outcome;

type Outcome =
  /** The body is as received, but empty for audio, video and pictures. `packing` is its Content-Encoding. */
  | ({ kind: 'ok'; body: Uint8Array; packing?: string } & Answered)
  | ({ kind: 'notModified' } & Answered)
  /** `host` is the host named in `reason`. */
  | ({ kind: 'http'; reason: string; host?: string } & Answered)
  | { kind: 'failed'; code: ProblemCode; reason: string; host?: string };

/** One GET. It rejects only if one of these callbacks throws. */
interface FetchRequest {
  accept: string;
  /** The validator stored from the last 200 response, byte for byte. */
  etag?: string;
  lastModified?: string;
  /** The address that sent the validators, if not the requested one. They are sent to no other address. */
  validFor?: string;
  /** Limit for the body on the wire, before unpacking; 5 MB by default. */
  bytesMax?: number;
  /** Reading the body stops after this many bytes. */
  enough?: number;
  /** Replaces the fetcher's user agent. */
  userAgent?: string;
  signal?: AbortSignal;
  /** Jumps the queue, because a member is waiting. */
  urgent?: boolean;
  /** Called before each redirect is followed. While it runs, the deadline is suspended and no host's turn is held. */
  mayFollow?(url: string): Promise<boolean>;
  /** Asked in the host's turn before each request is sent; false fails the whole GET with `not-now`. */
  mayLeave?(url: string): Promise<boolean>;
  /** Called with each answer before the host's turn is given back, so that the next process sees what was stored. */
  answered?(answer: Pick<Answered, 'status' | 'headers' | 'url'>): Promise<void>;
}

export interface Fetcher {
  get(url: string, request: FetchRequest): Promise<FetchOutcome>;
  /** Ends all connections; requests under way fail. */
  close(): Promise<void>;
}

interface FetcherOptions {
  userAgent: string;
  /** Exact `host:port` of addresses that may be private. */
  privateOrigins: readonly string[];
  /** The queue in which each request waits for its host's turn; without it, requests start at once. */
  hosts?: HostQueue;
  resolve?: Resolve;
  /** Deadline for all requests of one GET together; 20 s by default. */
  wholeMs?: number;
  /** How long a request waits for its turn if it follows a redirect or processes take turns; 60 s by default. */
  turnMs?: number;
  /** Whether the outlet at an address asked to be left out. Redirects to it aren't followed either. */
  isForgotten?(url: string): boolean;
}

type RawHeaders = Record<string, string | string[] | undefined>;

interface Answer {
  status: number;
  headers: RawHeaders;
  /** The body as received, still compressed; empty if it isn't wanted. */
  body: Uint8Array;
}

const connectMs = 10_000;
/** How much of an unwanted body is read. Once it is read to the end, the connection can be used again. */
const unwantedBytesMax = 64 * 1024;
const redirectsMax = 5;
const defaultBytesMax = 5 * 1024 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** 203 is a 200 changed by a proxy. */
const isReadable = (status: number): boolean => status === 200 || status === 203;
/** Whether the body is downloaded. Audio, video and pictures have no text, and podcasts link to megabytes of them. */
const isRead = ({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean =>
  isReadable(status) && !/^\s*(?:audio|video|image)\//i.test(headerOf(headers, 'content-type') ?? '');

function headerOf(headers: RawHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function keptOf(raw: RawHeaders): FetchHeaders {
  return Object.fromEntries(Object.entries(keptHeaders).map(([name, header]) => [name, headerOf(raw, header)]));
}

function requestHeaders(userAgent: string, wanted: FetchRequest, validated: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'user-agent': wanted.userAgent ?? userAgent,
    accept: wanted.accept,
    'accept-encoding': 'gzip, br',
  };
  if (validated && wanted.etag !== undefined) headers['if-none-match'] = wanted.etag;
  if (validated && wanted.lastModified !== undefined) headers['if-modified-since'] = wanted.lastModified;
  return headers;
}

function httpReason(status: number, host: string): string {
  if (status === 401 || status === 403) return `${host} does not let this address be read (${status}).`;
  if (status === 404) return `${host} has nothing at this address (404).`;
  if (status === 410) return `${host} says that this address is gone for good (410).`;
  if (status === 429) return `${host} asks for fewer requests (429).`;
  if (status >= 500) return `${host} has a problem of its own (${status}).`;
  return `${host} answered with status ${status}.`;
}

function outcomeOf({ status, headers, body }: Answer, url: URL, permanentUrl: string | undefined): Outcome {
  const answered: Answered = { status, headers: keptOf(headers), url: url.href, permanentUrl };
  if (isReadable(status)) return { kind: 'ok', body, packing: headerOf(headers, 'content-encoding'), ...answered };
  if (status === 304) return { kind: 'notModified', ...answered };
  return { kind: 'http', reason: httpReason(status, url.hostname), host: url.hostname, ...answered };
}

/**
 * The only way to read the web. It reaches public addresses and `privateOrigins`, and sends each request in its host's
 * turn, without cookies, Referer or retries. It checks every redirect; one deadline covers all requests of a GET.
 */
export function createFetcher(options: FetcherOptions): Fetcher & AsyncDisposable {
  const { hosts, wholeMs = 20_000, turnMs = 60_000 } = options;
  const privateOrigins = privateOriginSet(options.privateOrigins);
  const agent = new Agent({
    connect: guardedConnector({ privateOrigins, connectMs, resolve: options.resolve }),
    allowH2: false,
    // A host gets one request at a time, but undici would open a second connection before the first is free again.
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

  const redirectOf = ({ headers }: Answer, { href, hostname }: URL): URL => {
    const location = headerOf(headers, 'location');
    if (!location)
      throw new FetchProblem('bad-redirect', `${hostname} redirects, but does not say where to.`, { host: hostname });
    // Undici decodes headers as latin1; the path may be UTF-8.
    const next = checkedUrl(Buffer.from(location, 'latin1').toString('utf8'), privateOrigins, href);
    next.hash = '';
    return spared(next);
  };

  /**
   * Makes the requests of one GET within one deadline. Time spent waiting for turns doesn't count. A redirected request
   * fails if its turn comes late, because any number of names may redirect to one slow host.
   */
  const visits = (wanted: FetchRequest, received: (bytes: number) => void) => {
    let msLeft = wholeMs;
    let isRedirected = false;
    return async (url: URL, headers: Record<string, string>): Promise<Answer> => {
      const startBy = monotonic() + turnMs;
      const mayBeLate = !isRedirected;
      isRedirected = true;
      const visit = async (): Promise<Answer> => {
        if (!mayBeLate && monotonic() > startBy)
          throw problemOf(new DOMException('The turn came too late', 'TimeoutError'), url.hostname);
        if (wanted.mayLeave && !(await wanted.mayLeave(url.href))) throw notNow(url.hostname);
        const startedAt = monotonic();
        const answer = await answerTo(agent, url, headers, wanted, Math.max(1, Math.ceil(msLeft)), received)
          .catch((error: unknown) => {
            throw problemOf(error, url.hostname);
          })
          .finally(() => {
            msLeft -= monotonic() - startedAt;
          });
        await wanted.answered?.({ status: answer.status, headers: keptOf(answer.headers), url: url.href });
        return answer;
      };
      return hosts ? hosts.run(hostPort(url), visit, wanted.urgent, startBy) : visit();
    };
  };

  const follow = async (start: URL, wanted: FetchRequest, received: (bytes: number) => void): Promise<Outcome> => {
    const { validFor = start.href } = wanted;
    const visit = visits(wanted, received);
    let url = start;
    let permanentUrl: string | undefined;
    let onlyPermanent = true;
    for (let redirects = 0; redirects <= redirectsMax; redirects++) {
      const answer = await visit(url, requestHeaders(options.userAgent, wanted, url.href === validFor));
      if (!redirectStatuses.has(answer.status)) return outcomeOf(answer, url, permanentUrl);
      const next = redirectOf(answer, url);
      if (wanted.mayFollow && !(await wanted.mayFollow(next.href))) {
        const sentence = `${url.hostname} sends on to ${next.hostname}, which is not to be read.`;
        throw new FetchProblem('unwanted-redirect', sentence, { host: next.hostname });
      }
      url = next;
      onlyPermanent &&= answer.status === 301 || answer.status === 308;
      if (onlyPermanent) permanentUrl = url.href;
    }
    const sentence = `${start.hostname} redirects more than ${redirectsMax} times.`;
    throw new FetchProblem('too-many-redirects', sentence, { host: start.hostname });
  };

  const close = async (): Promise<void> => {
    hosts?.close();
    await agent.destroy();
  };
  return {
    async get(text, wanted) {
      let bytes = 0;
      const received = (more: number) => {
        bytes += more;
      };
      try {
        const url = checkedUrl(text, privateOrigins);
        url.hash = '';
        const outcome = await follow(spared(url), wanted, received);
        return { ...outcome, bytes };
      } catch (error) {
        if (!(error instanceof FetchProblem)) throw error;
        const { code, message: reason, host } = error;
        return { kind: 'failed', code, reason, host, bytes };
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function answerTo(
  agent: Agent,
  url: URL,
  headers: Record<string, string>,
  { signal: stopped, enough, bytesMax = defaultBytesMax }: FetchRequest,
  ms: number,
  received: (bytes: number) => void,
): Promise<Answer> {
  const timeUp = AbortSignal.timeout(ms);
  const signal = stopped ? AbortSignal.any([timeUp, stopped]) : timeUp;
  const response = await request(url, { dispatcher: agent, headers, signal });
  const answer: Answer = { status: response.statusCode, headers: response.headers, body: new Uint8Array() };
  if (!isRead(answer)) {
    await response.body.dump({ limit: unwantedBytesMax });
    return answer;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > bytesMax) {
        const sentence = `${url.hostname} sent more than ${Math.round(bytesMax / 1024 / 1024)} MB, which is more than is read.`;
        throw new FetchProblem('too-large', sentence, { host: url.hostname });
      }
      if (enough !== undefined && length > enough) break;
    }
  } finally {
    received(length);
  }
  return { ...answer, body: Buffer.concat(chunks) };
}
