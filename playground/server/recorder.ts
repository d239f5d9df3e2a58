/** One request as it came, without credentials. */
export interface RecordedRequest {
  readonly method: string;
  /** Decoded, without `/api/v10` and query: `/channels/1/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body, `payload_json` of an upload, or undefined. */
  readonly body: unknown;
  /** The status that was sent; 0 when the answer was withheld by a fault. */
  readonly status: number;
  /** The error code of Discord's body, when there was one. */
  readonly code?: number;
  /** Wall time of arrival, epoch ms. */
  readonly at: number;
  /** Real ms from arrival to answer. */
  readonly tookMs: number;
  /** The fault that hit it. */
  readonly fault?: string;
}

/** Keeps the newest requests; older ones are dropped, so a playground left running stays small. */
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

  /** Oldest first; optionally only those of a method and a path (text: exact, or a pattern). */
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
