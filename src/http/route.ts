export interface Reply {
  status: number;
  body?: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
}

/** The content of a route, written only for readers who don't have it yet. */
export interface Page {
  /** Without quotes. No two pages share an ETag, and each change makes a new one. */
  etag: string;
  headers: Readonly<Record<string, string>>;
  write(): Promise<string>;
}

/** Answers GET and HEAD requests below the public URL, at `name`. */
export interface Route {
  name: string;
  /** `rest` is the path after the name and its slash, without the query; '' for the name alone. */
  answer(rest: string): Promise<Reply | Page>;
}

export const tooMany: Reply = { status: 429, headers: { 'retry-after': '60' } };
