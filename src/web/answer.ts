import type { IncomingHttpHeaders } from 'node:http';
import type { Agent } from 'undici';

/** One response, whole. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it came over the wire, still packed; empty where nobody wants it. */
  body: Uint8Array;
}

export interface Question {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}

/**
 * Which bodies are kept. Nothing more is downloaded of a longer one, and the request fails, unless the beginning will
 * do.
 */
export interface BodyRule {
  wants(status: number): boolean;
  bytesMax: number;
  /** Of a body that is longer than this on the wire just the beginning is taken. */
  enough?: number;
  tooLarge(): Error;
}

/** Of a body that nobody wants so much is let through, so that the connection can go on being used. */
const passedBytesMax = 64 * 1024;

/** When nobody waits for an answer any more. */
export interface Patience {
  ms: number;
  signal?: AbortSignal;
}

/**
 * Asks once and reads the answer. Without the stream and the listeners that undici's `request` makes for each answer,
 * which cost as much as the rest of a 304. Rejects once the time is up, and with the signal's reason once that is
 * aborted.
 */
export function answerTo(agent: Agent, question: Question, rule: BodyRule, patience: Patience): Promise<Answer> {
  const { url, method, headers, body } = question;
  const { ms, signal } = patience;
  return new Promise((resolve, reject) => {
    let stop: ((reason: Error) => void) | undefined;
    let over: Error | undefined;
    const chunks: Uint8Array[] = [];
    let length = 0;
    let answer: Answer = { status: 0, headers: {}, body: new Uint8Array() };
    let wanted = false;
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const fail = (error: unknown): void => {
      settle();
      reject(error);
    };
    const finish = (): void => {
      settle();
      const [first] = chunks;
      resolve({ ...answer, body: chunks.length === 1 && first ? first : Buffer.concat(chunks) });
    };
    // A request that still waits for its connection ends when it would start.
    const end = (reason: Error): void => {
      over = reason;
      stop?.(reason);
      fail(reason);
    };
    const abort = (): void => end(signal?.reason);
    const timer = setTimeout(() => end(new DOMException('The time is up', 'TimeoutError')), ms);
    timer.unref();
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    agent.dispatch(
      { origin: url.origin, path: url.pathname + url.search, method, headers, body },
      {
        onRequestStart(controller) {
          if (over) controller.abort(over);
          else stop = (reason) => controller.abort(reason);
        },
        onResponseStart(_, status, received) {
          // One that is only an announcement is followed by the real one.
          if (status < 200) return;
          answer = { ...answer, status, headers: received };
          wanted = rule.wants(status);
        },
        onResponseData(controller, chunk) {
          length += chunk.length;
          if (wanted) chunks.push(chunk);
          if (wanted && length > rule.bytesMax) controller.abort(rule.tooLarge());
          else if (length > (wanted ? (rule.enough ?? rule.bytesMax) : passedBytesMax)) {
            finish();
            controller.abort(new Error('Nobody wants more of this body'));
          }
        },
        onResponseEnd: finish,
        onResponseError: (_, error) => fail(error),
      },
    );
  });
}
