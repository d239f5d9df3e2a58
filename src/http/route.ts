import type { IncomingMessage } from 'node:http';

export interface Reply {
  status: number;
  body?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A GET or HEAD request below a route's name. */
export interface Visit {
  /** The path after the name and its slash, without the query; '' for the name alone. */
  rest: string;
  ifNoneMatch?: string;
  ifModifiedSince?: string;
}

/** Pages that a feature serves below the public URL, under a name of their own. */
export interface Route {
  name: string;
  answer(visit: Visit): Promise<Reply>;
}

export const tooMany: Reply = { status: 429, headers: { 'retry-after': '60' } };

export function visitOf({ headers }: IncomingMessage, rest: string): Visit {
  return { rest, ifNoneMatch: headers['if-none-match'], ifModifiedSince: headers['if-modified-since'] };
}
