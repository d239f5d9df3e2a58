import type { RecordedRequest } from '../playground/discord/http/recorder.ts';
import type { DiscordServer } from '../playground/discord/server.ts';

/** Result of checking all requests with a body against Discord's published schemas and rules. */
export interface RequestCheck {
  checked: number;
  /** Requests refused as invalid, not by an injected fault. */
  invalid: string[];
}

/** Discord's codes for an invalid form body, an empty message, a body that isn't JSON, or a wrong kind of channel. */
const invalidCodes = new Set([50_006, 50_008, 50_024, 50_035, 50_109]);

export function createRequestCheck(server: DiscordServer): RequestCheck {
  const check: RequestCheck = { checked: 0, invalid: [] };
  server.on((event) => {
    if (event.type !== 'request') return;
    const { request } = event;
    if (reachedItsRoute(request) && request.method !== 'GET') check.checked += 1;
    if (isInvalid(request)) {
      const body = JSON.stringify(request.body)?.slice(0, 500);
      check.invalid.push(`${request.method} ${request.path} ${request.status}/${request.code} ${body}`);
    }
  });
  return check;
}

/** Whether the request was executed. Delays, and faults after the commit, do not prevent that. */
function reachedItsRoute({ fault }: RecordedRequest): boolean {
  if (fault === undefined || typeof fault === 'number') return fault === undefined;
  return typeof fault === 'string' ? fault.endsWith('after-commit') : 'delayMs' in fault;
}

/** Whether the server refused a request as invalid, without an injected fault. */
function isInvalid(request: RecordedRequest): boolean {
  if (!reachedItsRoute(request)) return false;
  const { status, code } = request;
  return (code !== undefined && invalidCodes.has(code)) || (status === 404 && code === 0) || status === 405;
}
