import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { cut } from '../../engine/text/cut.ts';
import type { PostOutcome } from '../../outbox/ports.ts';

/** An outcome other than success. */
export type FailedAttempt = Exclude<PostOutcome, { kind: 'posted' }>;

/** Error code: Discord's filter blocks a link in the message. */
const harmfulLink = 240_000;
/** Characters of Discord's answer searched for the blocked link. */
const saidMax = 4_000;

/** Error codes that mean that no connection was made, so no byte of the request left this machine. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** The outcome that a failed request proves. If it proves none (`unknown`), the message may be in the channel. */
export function outcomeOf(error: unknown): FailedAttempt {
  if (error instanceof RateLimitError) {
    // 0 for a 429 without a time; one second avoids a hot loop.
    return { kind: 'limited', retryAfterMs: Math.max(1_000, error.retryAfter, error.timeToReset) };
  }
  if (error instanceof DiscordAPIError) return answered(error);
  if (error instanceof HTTPError) return { kind: 'unknown', reason: `HTTP ${error.status}` };
  const code = codeOf(error);
  if (neverLeft.has(code)) return { kind: 'unsent', reason: code };
  // discord.js forgets its token after one 401; its later errors say this.
  if (error instanceof Error && error.message.startsWith('Expected token to be set'))
    return { kind: 'lost', reason: 'unauthorized' };
  return { kind: 'unknown', reason: code || (error instanceof Error ? error.name : 'error') };
}

/** What Discord's error codes mean for a message. */
const lostBy = new Map<unknown, Extract<PostOutcome, { kind: 'lost' }>['reason']>([
  [10_003, 'channel-gone'],
  [10_008, 'message-gone'],
  [50_001, 'missing-access'],
  [50_013, 'missing-permission'],
  [50_007, 'messages-closed'],
  // The bot and the member share no server.
  [50_278, 'messages-closed'],
  // A thread both archived and locked; Discord unarchives other threads by itself.
  [50_083, 'thread-closed'],
  [160_005, 'thread-closed'],
]);

/** Whether Discord itself answered. An answer without Discord's error code, such as HTML, comes from a proxy. */
export const isOfDiscord = (error: DiscordAPIError) => typeof error.code === 'number';

function answered(error: DiscordAPIError): FailedAttempt {
  if (error.status === 401) return { kind: 'lost', reason: 'unauthorized' };
  if (!isOfDiscord(error) && error.status !== 413)
    return { kind: 'unsent', reason: `HTTP ${error.status}, not of Discord` };
  const reason = lostBy.get(error.code);
  if (reason !== undefined) return { kind: 'lost', reason };
  if (error.status === 400 || error.status === 413) {
    const componentPath = pathOf(error.rawError);
    return {
      kind: 'refused',
      reason: cut(`${error.code}: ${error.message}`, 500),
      ...(componentPath === undefined ? {} : { componentPath }),
      ...(error.code === harmfulLink ? { blockedLink: JSON.stringify(error.rawError).slice(0, saidMax) } : {}),
    };
  }
  if (error.status === 403) return { kind: 'lost', reason: 'missing-permission' };
  return { kind: 'unsent', reason: `HTTP ${error.status}, ${error.code}` };
}

/** The first part named in Discord's error, such as `components.0.components.3.content`. */
function pathOf(raw: unknown): string | undefined {
  let part: unknown = (raw as { errors?: unknown }).errors;
  const path: string[] = [];
  while (typeof part === 'object' && part !== null && !('_errors' in part) && path.length < 20) {
    const [key] = Object.keys(part);
    if (key === undefined) break;
    path.push(key);
    part = (part as Record<string, unknown>)[key];
  }
  return path.length > 0 ? path.join('.') : undefined;
}

/** The string `code` of an error or of one of its causes, such as ECONNREFUSED; '' without one. */
export function codeOf(error: unknown): string {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1) {
    if ('code' in current && typeof current.code === 'string') return current.code;
  }
  return '';
}
