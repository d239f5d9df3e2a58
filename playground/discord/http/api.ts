import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { isFields } from '../wire.ts';
import { type Body, readBody } from './bodies.ts';
import { ApiError, refusals } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import type { RateLimiter } from './rateLimits.ts';
import { limitHeaders } from './rateLimits.ts';
import type { RecordedRequest, Recorder } from './recorder.ts';
import type { Match, Route } from './router.ts';
import { findRoute } from './router.ts';
import type { SpecCheck } from './spec.ts';

const PREFIX = /^\/api(?:\/v\d{1,2})?(?=\/)/;

export interface ApiParts {
  readonly context: Context;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly recorder: Recorder;
  readonly limiter: RateLimiter;
  readonly spec: SpecCheck | undefined;
  readonly accepts: (token: string) => boolean;
}

interface Outcome {
  readonly status: number;
  readonly body?: unknown;
  /** Sent instead of `body`. */
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Arrived = Pick<RecordedRequest, 'method' | 'path' | 'query'> &
  Body & { readonly authorization: string | undefined };

export function isApiPath(path: string): boolean {
  return PREFIX.test(path);
}

/** Answers one API request: faults first, then token, rate limits, schema and route. */
export async function answerApi(parts: ApiParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { context, faults } = parts;
  const at = context.now();
  const url = new URL(request.url ?? '/', 'http://loopback');
  const method = request.method ?? 'GET';
  const path = decodePath(url.pathname.replace(PREFIX, ''));
  let unreadable: unknown;
  const body = await readBody(request).catch((error: unknown): Body => {
    unreadable = error;
    return { json: undefined, uploads: [] };
  });
  const query = Object.fromEntries(url.searchParams);
  const arrived: Arrived = { method, path, query, ...body, authorization: request.headers.authorization };
  const fault = faults.take({ method, path, body: body.json });
  const outcome = await faulty(fault, () => run(parts, arrived, unreadable));
  const record: RecordedRequest = {
    method,
    path,
    query,
    body: body.json,
    status: typeof outcome === 'string' ? 0 : outcome.status,
    code: typeof outcome === 'string' ? undefined : codeOf(outcome.body),
    at,
    fault,
  };
  parts.recorder.add(record);
  context.notify({ type: 'request', request: record });
  if (outcome === 'silence') return;
  if (outcome === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  send(response, outcome);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function codeOf(body: unknown): number | undefined {
  return isFields(body) && typeof body.code === 'number' ? body.code : undefined;
}

async function faulty(fault: Fault | undefined, operate: () => Outcome): Promise<Outcome | 'silence' | 'reset'> {
  if (fault === undefined) return operate();
  if (typeof fault === 'number') return refusal(new ApiError(fault, 0, `${fault}: injected fault`));
  if (typeof fault === 'string') {
    if (fault.endsWith('-after-commit')) operate();
    if (fault.startsWith('500')) return refusal(refusals.serverError());
    return fault.startsWith('timeout') ? 'silence' : 'reset';
  }
  if ('delayMs' in fault) {
    await setTimeout(fault.delayMs);
    return operate();
  }
  if ('lateUntil' in fault) {
    void fault.lateUntil.then(operate);
    return 'reset';
  }
  if ('edge' in fault) return edge(fault);
  if ('answer' in fault) return { status: 200, body: fault.answer };
  if ('rateLimitMs' in fault) return limited(fault);
  const { status, code, message, at } = fault;
  const problems = at === undefined ? [] : [{ path: at, code: 'REFUSED', message }];
  return refusal(new ApiError(status, code, message, problems));
}

function limited({ rateLimitMs, global = false, shared, bare }: Extract<Fault, { rateLimitMs: number }>): Outcome {
  const outcome = tooMany(rateLimitMs, global, shared ? { 'x-ratelimit-scope': 'shared' } : {});
  return bare ? { ...outcome, headers: {} } : outcome;
}

function edge({ edge: status, retryAfterMs }: Extract<Fault, { edge: number }>): Outcome {
  const headers = { ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }) };
  return { status, html: `<!DOCTYPE html><title>${status}</title><p>Attention required.`, headers };
}

const refusal = (error: ApiError): Outcome => ({ status: error.status, body: error.body() });

function tooMany(waitMs: number, global: boolean, headers: Readonly<Record<string, string>>): Outcome {
  const seconds = (waitMs / 1_000).toFixed(3);
  const bucket: Record<string, string> = global
    ? {}
    : { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': seconds };
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: Number(seconds), global },
    headers: { ...bucket, ...limitHeaders(waitMs, global ? 'global' : 'user'), ...headers },
  };
}

function run(parts: ApiParts, arrived: Arrived, unreadable: unknown): Outcome {
  let headers: Readonly<Record<string, string>> = {};
  try {
    const match = findRoute(parts.routes, arrived.method, arrived.path);
    if (match === undefined) throw refusals.notFound();
    const open = match.route.open === true;
    if (!open && !hasToken(parts, arrived.authorization)) throw refusals.unauthorized();
    const verdict = take(parts, match, !open);
    if (verdict.retryAfterMs !== undefined) {
      return tooMany(verdict.retryAfterMs, verdict.global === true, verdict.headers);
    }
    headers = verdict.headers;
    if (unreadable !== undefined) throw unreadable;
    return { ...carryOut(parts, match, arrived), headers };
  } catch (error) {
    if (error instanceof ApiError) return { ...refusal(error), headers };
    // A bug in this server. The answer contains the stack, so that a failing test shows it.
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 500, body: { message, code: 0 }, headers };
  }
}

function hasToken(parts: ApiParts, authorization: string | undefined): boolean {
  return authorization?.startsWith('Bot ') === true && parts.accepts(authorization.slice('Bot '.length));
}

function take(parts: ApiParts, { route, params }: Match, countsGlobally: boolean) {
  const major = params.channel ?? params.guild ?? params.token ?? '';
  return parts.limiter.take(`${route.method} ${route.pattern}`, major, parts.context.monotonic(), countsGlobally);
}

function carryOut(parts: ApiParts, { route, params }: Match, { query, json, uploads }: Arrived): Outcome {
  parts.spec?.(`${route.method} ${route.pattern}`, json);
  const body = isFields(json) ? json : {};
  return route.handle({ context: parts.context, params, query, body, raw: json, uploads });
}

function send(response: ServerResponse, { status, body, html, headers }: Outcome): void {
  const text = html ?? (body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, {
    ...(text === '' ? {} : { 'content-type': html === undefined ? 'application/json' : 'text/html' }),
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  response.end(text);
}
