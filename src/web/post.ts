import Agent from 'undici/lib/dispatcher/agent.js';
import { answerTo, type BodyRule } from './answer.ts';
import { createBudget } from './budget.ts';
import { checkedUrl, guardedConnector, hostPort, privateOriginSet, type Resolve } from './guard.ts';
import type { HostQueue } from './hosts.ts';
import { FetchProblem, type ProblemCode, problemOf } from './problem.ts';

/** What became of a form; it never throws. `reason` is a sentence without query, token or password. */
export type PostOutcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; status: number; reason: string; retryAfter?: string }
  | { kind: 'failed'; code: ProblemCode; reason: string };

export interface Poster {
  /** Sends a form. What the answer says beside its status is not read. */
  post(url: string, form: URLSearchParams): Promise<PostOutcome>;
  /** Ends all connections; requests under way fail. */
  close(): Promise<void>;
}

export interface PosterOptions {
  userAgent: string;
  /** Exact `host:port` that may be private. */
  privateOrigins: readonly string[];
  /** Shared with the fetcher: a host is never asked twice at once. */
  hosts: HostQueue;
  monotonic: () => number;
  resolve?: Resolve;
  connectMs?: number;
  /** Over lookups, connects, redirects and the answer together. */
  wholeMs?: number;
}

const redirectsMax = 3;

/** Nobody reads what an answer says beside its status. */
const statusOnly: BodyRule = { wants: () => false, bytesMax: 0, tooLarge: () => new Error('Not read') };

type Header = string | string[] | undefined;
const first = (header: Header) => (Array.isArray(header) ? header[0] : header);

/** A form is sent again where it was sent to only by 307 and 308, and never to where it could be read on the way. */
function nextUrl(location: Header, from: URL, privateOrigins: ReadonlySet<string>): URL {
  const text = first(location);
  if (!text) throw new FetchProblem('bad-redirect', `${from.hostname} redirects, but does not say where to.`);
  const next = checkedUrl(Buffer.from(text, 'latin1').toString('utf8'), privateOrigins, from.href);
  if (from.protocol === 'https:' && next.protocol !== 'https:')
    throw new FetchProblem('bad-redirect', `${from.hostname} redirects to an address that is not protected.`);
  return next;
}

/**
 * The only way to send something to the web: the fetcher's guard, queue and deadline, and no cookies, Referer or
 * retries.
 */
export function createPoster(options: PosterOptions): Poster {
  const privateOrigins = privateOriginSet(options.privateOrigins);
  const wholeMs = options.wholeMs ?? 20_000;
  const agent = new Agent({
    connect: guardedConnector({ privateOrigins, connectMs: options.connectMs ?? 10_000, resolve: options.resolve }),
    allowH2: false,
    connections: 1,
    pipelining: 1,
    headersTimeout: wholeMs,
    bodyTimeout: wholeMs,
    keepAliveTimeout: 4_000,
  });
  const headers = { 'user-agent': options.userAgent, 'content-type': 'application/x-www-form-urlencoded' };

  const visit = async (url: URL, body: string, ms: number) => {
    try {
      return await answerTo(agent, { url, method: 'POST', headers, body }, statusOnly, { ms });
    } catch (error) {
      throw problemOf(error, url.hostname);
    }
  };

  const send = async (start: URL, body: string): Promise<PostOutcome> => {
    const budget = createBudget(wholeMs, options.monotonic);
    let url = start;
    for (let redirects = 0; redirects <= redirectsMax; redirects++) {
      const target = url;
      const answer = await options.hosts.run(hostPort(target), () => budget.spend((ms) => visit(target, body, ms)));
      const { status } = answer;
      if (status >= 200 && status < 300) return { kind: 'accepted' };
      if (status !== 307 && status !== 308) {
        const reason = `${url.hostname} answered with status ${status}.`;
        return { kind: 'refused', status, reason, retryAfter: first(answer.headers['retry-after']) };
      }
      url = nextUrl(answer.headers.location, url, privateOrigins);
    }
    throw new FetchProblem('too-many-redirects', `${start.hostname} redirects more than ${redirectsMax} times.`);
  };

  return {
    async post(text, form) {
      try {
        return await send(checkedUrl(text, privateOrigins), form.toString());
      } catch (error) {
        const problem = problemOf(error);
        return { kind: 'failed', code: problem.code, reason: problem.message };
      }
    },
    close: () => agent.destroy(),
  };
}
