import { FetchProblem, type ProblemCode } from './problem.ts';
import { type Answer, createVisitor, headerOf, type RawHeaders, type WebOptions } from './visit.ts';

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
  /** The target of the permanent redirects (301, 308) with which the chain began. */
  permanentUrl?: string;
}

/** The outcome of a request. `reason` is a sentence for users without query, token or password. */
export type FetchOutcome =
  /** The body as it came over the wire, empty if it is a recording or picture; `packing` is its Content-Encoding. */
  | ({ kind: 'ok'; body: Uint8Array; packing?: string } & Answered)
  | ({ kind: 'notModified' } & Answered)
  /** `host` is the host named in `reason`. */
  | ({ kind: 'http'; reason: string; host?: string } & Answered)
  | { kind: 'failed'; code: ProblemCode; reason: string; host?: string };

/** One GET. It rejects only with an error that one of these callbacks throws. */
interface FetchRequest {
  accept: string;
  /** The validator stored from the last 200 response, byte for byte. */
  etag?: string;
  lastModified?: string;
  /** The address that the validators came from, if not the requested one. They are sent to no other address. */
  validFor?: string;
  /** Limit for the body on the wire, before unpacking; 5 MB by default. */
  bytesMax?: number;
  /** Reading the body stops after this many bytes. */
  enough?: number;
  /** Overrides the fetcher's. */
  userAgent?: string;
  signal?: AbortSignal;
  /** Jumps the queue, because a member is waiting. */
  urgent?: boolean;
  /** Called with the bytes of a body that were received, also if the body broke off. */
  received?(bytes: number): void;
  /** Asked before each redirect is followed. The deadline is suspended meanwhile, and no host's turn is held. */
  mayFollow?(url: string): Promise<boolean>;
  /** Asked in the host's turn before each request is sent; false fails the whole GET with `not-now`. */
  mayLeave?(url: string): Promise<boolean>;
  /**
   * Called with each answer, still in the host's turn, so that the next process in turn sees what this callback stores.
   */
  answered?(answer: Pick<Answered, 'status' | 'headers' | 'url'>): Promise<void>;
}

export interface Fetcher {
  get(url: string, request: FetchRequest): Promise<FetchOutcome>;
  /** Ends all connections; requests under way fail. */
  close(): Promise<void>;
}

interface FetcherOptions extends WebOptions {
  /** Whether the outlet at an address asked never to be read. Redirects to it aren't followed either. */
  isForgotten?(url: string): boolean;
}

const redirectsMax = 5;
const defaultBytesMax = 5 * 1024 * 1024;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
/** 203 is a 200 that a proxy has changed. */
const isReadable = (status: number): boolean => status === 200 || status === 203;
/** Only these bodies are downloaded. Recordings and pictures hold no text, and podcasts link to megabytes of them. */
const isRead = ({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean =>
  isReadable(status) && !/^\s*(?:audio|video|image)\//i.test(headerOf(headers, 'content-type') ?? '');

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

function outcomeOf({ status, headers, body }: Answer, url: URL, permanentUrl: string | undefined): FetchOutcome {
  const answered: Answered = { status, headers: keptOf(headers), url: url.href, permanentUrl };
  if (isReadable(status)) return { kind: 'ok', body, packing: headerOf(headers, 'content-encoding'), ...answered };
  if (status === 304) return { kind: 'notModified', ...answered };
  return { kind: 'http', reason: httpReason(status, url.hostname), host: url.hostname, ...answered };
}

/** The only way to read the web. Checks every redirect like the first address; one deadline covers them all. */
export function createFetcher(options: FetcherOptions): Fetcher & AsyncDisposable {
  const visitor = createVisitor(options);

  const spared = (url: URL): URL => {
    if (!options.isForgotten?.(url.href)) return url;
    const { hostname } = url;
    throw new FetchProblem('forgotten', `${hostname} asked not to be read by this bot.`, { host: hostname });
  };

  const follow = async (start: URL, wanted: FetchRequest): Promise<FetchOutcome> => {
    const { validFor = start.href, signal, urgent, bytesMax = defaultBytesMax, enough, mayLeave, received } = wanted;
    const visit = visitor.journey();
    let url = start;
    let permanentUrl: string | undefined;
    let onlyPermanent = true;
    for (let redirects = 0; redirects <= redirectsMax; redirects++) {
      const headers = requestHeaders(options.userAgent, wanted, url.href === validFor);
      const answered = async ({ status, headers }: Answer, { href }: URL) =>
        wanted.answered?.({ status, headers: keptOf(headers), url: href });
      const answer = await visit(
        { url, headers, signal, urgent, mayLeave, answered, received },
        { wants: isRead, bytesMax, enough },
      );
      if (!redirectStatuses.has(answer.status)) return outcomeOf(answer, url, permanentUrl);
      const next = spared(visitor.redirectOf(answer, url));
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

  return {
    async get(text, wanted) {
      try {
        const url = visitor.checked(text);
        url.hash = '';
        return await follow(spared(url), wanted);
      } catch (error) {
        if (!(error instanceof FetchProblem)) throw error;
        const { code, message: reason, host } = error;
        return { kind: 'failed', code, reason, host };
      }
    },
    close: visitor.close,
    [Symbol.asyncDispose]: visitor.close,
  };
}
