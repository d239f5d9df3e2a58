export interface Reply {
  status: number;
  body?: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
}

/** What a route has to show. It is written only for a reader who doesn't have it yet. */
export interface Page {
  /** Another one after each change, and for each page; without quotes. */
  etag: string;
  headers: Readonly<Record<string, string>>;
  write(): Promise<string>;
}

/** Pages that a feature serves below the public URL, under a name of their own, to GET and HEAD requests. */
export interface Route {
  name: string;
  /** `rest` is the path after the name and its slash, without the query; '' for the name alone. */
  answer(rest: string): Promise<Reply | Page>;
}

export const tooMany: Reply = { status: 429, headers: { 'retry-after': '60' } };
