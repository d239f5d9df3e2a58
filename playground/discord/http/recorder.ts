import type { Fault } from './faults.ts';

/** A recorded request, without credentials. */
export interface RecordedRequest {
  readonly method: string;
  /** Decoded, without `/api/v10` and query: `/channels/1/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body, `payload_json` of an upload, or undefined. */
  readonly body: unknown;
  /** 0 when a fault withheld the answer. */
  readonly status: number;
  /** The error code in the answer's body. */
  readonly code?: number;
  /** Wall time of arrival, epoch ms. */
  readonly at: number;
  /** The fault that hit it. */
  readonly fault?: Fault;
}

/** Keeps only the newest requests, so that a server can run for days. */
export class Recorder {
  readonly #max: number;
  readonly #list: RecordedRequest[] = [];

  constructor(max: number) {
    this.#max = max;
  }

  add(request: RecordedRequest): void {
    this.#list.push(request);
    if (this.#list.length > this.#max) this.#list.splice(0, this.#list.length - this.#max);
  }

  /** The recorded requests, oldest first, optionally filtered by method and path. */
  list(method?: string, path?: string | RegExp): RecordedRequest[] {
    return this.#list.filter(
      (request) =>
        (method === undefined || request.method === method) &&
        (path === undefined || (typeof path === 'string' ? request.path === path : path.test(request.path))),
    );
  }

  clear(): void {
    this.#list.length = 0;
  }
}
