import type { Context } from '../context.ts';
import type { Fields } from '../wire.ts';
import type { Upload } from '../world/files.ts';
import { isSnowflake } from '../world/snowflake.ts';
import { invalid } from './errors.ts';

/** A request that reached its route, with decoded parameters and a parsed body. */
export interface Call {
  readonly context: Context;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body as a JSON object; {} when there was none. */
  readonly body: Fields;
  /** The body as it came; bulk routes take a list. */
  readonly raw: unknown;
  readonly uploads: readonly Upload[];
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** One operation of the API. Handlers are synchronous, so each is atomic. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for a parameter; all but `:token` and `:message` must be ids. */
  readonly pattern: string;
  /** Needs no bot token, because interaction routes have a token in their path. */
  readonly open?: boolean;
  readonly handle: (call: Call) => Reply;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a decoded path (`/channels/1/messages`). */
export function findRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchParts(route.pattern.split('/'), parts);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function matchParts(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const given = parts[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = given;
    else if (part !== given) return undefined;
  }
  return params;
}

/** A parameter that must be an id. Throws 50035 otherwise. */
export function idOf(call: Call, name: string): string {
  const value = call.params[name] ?? '';
  if (isSnowflake(value)) return value;
  throw invalid([`${name}_id`], 'NUMBER_TYPE_COERCE', `Value "${value.slice(0, 40)}" is not snowflake.`);
}

export function ok(body: unknown, status = 200): Reply {
  return { status, body };
}

export const NO_CONTENT: Reply = { status: 204 };
