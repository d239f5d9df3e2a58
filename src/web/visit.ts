import { Agent, request } from 'undici';
import { monotonic } from '../clock.ts';
import { checkedUrl, guardedConnector, hostPort, privateOriginSet, type Resolve } from './guard.ts';
import { type HostQueue, notNow } from './hosts.ts';
import { FetchProblem, problemOf } from './problem.ts';

export type RawHeaders = Record<string, string | string[] | undefined>;

/** One response. */
export interface Answer {
  status: number;
  headers: RawHeaders;
  /** As received, still compressed; empty if the body isn't wanted. */
  body: Uint8Array;
}

export interface Question {
  url: URL;
  headers: Record<string, string>;
  signal?: AbortSignal;
  /** Goes before other requests that wait for the host's turn, because a member is waiting. */
  urgent?: boolean;
  /** Called right before the request is sent, in the host's turn. The request isn't sent if this resolves to false. */
  mayLeave?(url: string): Promise<boolean>;
  /** Called once the answer was read, before the host's turn ends. */
  answered?(answer: Answer, url: URL): Promise<void>;
  /** Called with the number of bytes received of a wanted body, also if the body broke off. */
  received?(bytes: number): void;
}

/** Which bodies are read. A body over `bytesMax` fails the request, unless `enough` ends the reading earlier. */
export interface BodyRule {
  wants(answer: Pick<Answer, 'status' | 'headers'>): boolean;
  bytesMax: number;
  /** Reading stops after this many bytes. */
  enough?: number;
}

export interface WebOptions {
  userAgent: string;
  /** Exact `host:port` that may be private. */
  privateOrigins: readonly string[];
  /** The queue in which each request waits for its host's turn; without it, requests start at once. */
  hosts?: HostQueue;
  resolve?: Resolve;
  /** Deadline for all requests of one journey together; 20 s by default. */
  wholeMs?: number;
  /** How long a request waits for a host that other processes ask, or that a redirect led to; 60 s by default. */
  turnMs?: number;
}

const tooLate = () => new DOMException('The turn came too late', 'TimeoutError');

const connectMs = 10_000;
/** This much of an unwanted body is read, so that the connection can be used again. */
const unwantedBytesMax = 64 * 1024;

export function headerOf(headers: RawHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/**
 * Requests to public addresses and `privateOrigins` only, each in its host's turn, with no cookies, no Referer and no
 * retries. Throws FetchProblem.
 */
export function createVisitor({ wholeMs = 20_000, turnMs = 60_000, hosts, ...options }: WebOptions) {
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

  return {
    checked: (text: string): URL => checkedUrl(text, privateOrigins),

    /** Where an answer redirects to. */
    redirectOf(answer: Answer, { href, hostname }: URL): URL {
      const location = headerOf(answer.headers, 'location');
      if (!location)
        throw new FetchProblem('bad-redirect', `${hostname} redirects, but does not say where to.`, { host: hostname });
      // Undici decodes headers as latin1; the path may be UTF-8.
      const next = checkedUrl(Buffer.from(location, 'latin1').toString('utf8'), privateOrigins, href);
      next.hash = '';
      return next;
    },

    /**
     * A chain of requests with one deadline. Waiting for turns is not counted. But a redirected request fails if its
     * turn comes late, because any number of names may redirect to one slow host.
     */
    journey() {
      let msLeft = wholeMs;
      let isRedirected = false;
      const asked = async (question: Question, rule: BodyRule): Promise<Answer> => {
        const startedAt = monotonic();
        try {
          return await answerTo(agent, question, rule, Math.max(1, Math.ceil(msLeft)));
        } catch (error) {
          throw problemOf(error, question.url.hostname);
        } finally {
          msLeft -= monotonic() - startedAt;
        }
      };
      return async (question: Question, rule: BodyRule): Promise<Answer> => {
        const { url, urgent, mayLeave, answered } = question;
        const startBy = monotonic() + turnMs;
        const mayBeLate = !isRedirected;
        isRedirected = true;
        const visit = async (): Promise<Answer> => {
          if (!mayBeLate && monotonic() > startBy) throw problemOf(tooLate(), url.hostname);
          if (mayLeave && !(await mayLeave(url.href))) throw notNow(url.hostname);
          const answer = await asked(question, rule);
          await answered?.(answer, url);
          return answer;
        };
        return hosts ? hosts.run(hostPort(url), visit, urgent, startBy) : visit();
      };
    },

    async close(): Promise<void> {
      hosts?.close();
      await agent.destroy();
    },
  };
}

async function answerTo(agent: Agent, question: Question, rule: BodyRule, ms: number): Promise<Answer> {
  const { url, signal: stopped } = question;
  const timeUp = AbortSignal.timeout(ms);
  const signal = stopped ? AbortSignal.any([timeUp, stopped]) : timeUp;
  const response = await request(url, { dispatcher: agent, headers: question.headers, signal });
  const answer: Answer = { status: response.statusCode, headers: response.headers, body: new Uint8Array() };
  if (!rule.wants(answer)) {
    await response.body.dump({ limit: unwantedBytesMax });
    return answer;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > rule.bytesMax) throw tooLarge(url.hostname, rule.bytesMax);
      if (rule.enough !== undefined && length > rule.enough) break;
    }
  } finally {
    question.received?.(length);
  }
  return { ...answer, body: Buffer.concat(chunks) };
}

function tooLarge(host: string, bytesMax: number): FetchProblem {
  const sentence = `${host} sent more than ${Math.round(bytesMax / 1024 / 1024)} MB, which is more than is read.`;
  return new FetchProblem('too-large', sentence, { host });
}
