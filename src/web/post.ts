import type { HostQueue } from './hosts.ts';
import { FetchProblem, type ProblemCode, problemOf } from './problem.ts';
import { createVisitor, headerOf, type WebOptions } from './visit.ts';

/** The outcome of sending a form. `reason` is a sentence without query, token or password. */
export type PostOutcome =
  | { kind: 'accepted' }
  | { kind: 'refused'; status: number; reason: string; retryAfter?: string }
  | { kind: 'failed'; code: ProblemCode; reason: string };

export interface Poster {
  /**
   * Sends a form and reads only the status of the answer. `signal` aborts it: a form that waits for its host's turn is
   * then not sent, but the promise settles only when the turn comes. Never throws.
   */
  post(url: string, form: URLSearchParams, signal?: AbortSignal): Promise<PostOutcome>;
  /** Ends all connections; requests under way fail. */
  close(): Promise<void>;
}

const redirectsMax = 3;
const statusOnly = { wants: () => false, bytesMax: 0 };

/**
 * The only way to send something to the web. Follows only 307 and 308, after which the form is sent again, and never
 * from https to http. `hosts` must be the fetcher's queue, so that no host gets two requests at once.
 */
export function createPoster(options: WebOptions & { hosts: HostQueue }): Poster {
  const visitor = createVisitor(options);
  const headers = { 'user-agent': options.userAgent, 'content-type': 'application/x-www-form-urlencoded' };

  const send = async (start: URL, body: string, signal?: AbortSignal): Promise<PostOutcome> => {
    const visit = visitor.journey();
    let url = start;
    for (let redirects = 0; redirects <= redirectsMax; redirects++) {
      const answer = await visit({ url, method: 'POST', headers, body, signal }, statusOnly);
      const { status } = answer;
      if (status >= 200 && status < 300) return { kind: 'accepted' };
      if (status !== 307 && status !== 308) {
        const reason = `${url.hostname} answered with status ${status}.`;
        return { kind: 'refused', status, reason, retryAfter: headerOf(answer.headers, 'retry-after') };
      }
      const next = visitor.redirectOf(answer, url);
      if (url.protocol === 'https:' && next.protocol !== 'https:')
        throw new FetchProblem('bad-redirect', `${url.hostname} redirects to an address that is not protected.`);
      url = next;
    }
    throw new FetchProblem('too-many-redirects', `${start.hostname} redirects more than ${redirectsMax} times.`);
  };

  return {
    async post(text, form, signal) {
      try {
        return await send(visitor.checked(text), form.toString(), signal);
      } catch (error) {
        const { code, message } = problemOf(error);
        return { kind: 'failed', code, reason: message };
      }
    },
    close: visitor.close,
  };
}
