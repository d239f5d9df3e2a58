import type { RecordedRequest } from '../playground/server/http/recorder.ts';
import type { DiscordServer } from '../playground/server/server.ts';

/** What became of the requests with a body, each of which is held against Discord's published schemas and rules. */
export interface RequestCheck {
  checked: number;
  /** Refused as no valid request of Discord's API, and not by an injected fault. */
  invalid: string[];
}

/** Invalid form body, empty message, body that is no JSON, wrong kind of channel. */
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

/** Faults after the commit and delays let the request through. */
function reachedItsRoute({ fault }: RecordedRequest): boolean {
  return fault === undefined || fault.endsWith('after-commit') || fault.startsWith('delay');
}

/** Whether the server found a request against Discord's rules, with no fault of a test in between. */
function isInvalid(request: RecordedRequest): boolean {
  if (!reachedItsRoute(request)) return false;
  const { status, code } = request;
  return (code !== undefined && invalidCodes.has(code)) || (status === 404 && code === 0) || status === 405;
}
