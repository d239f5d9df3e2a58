/** A request as a fault rule sees it, before it is executed. */
export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** What goes wrong. `-after-commit` executes the request and loses only the answer. A number is an HTTP status. */
export type Fault =
  | 'timeout'
  | 'timeout-after-commit'
  | 'reset'
  | 'reset-after-commit'
  | '500-after-commit'
  | number
  | {
      readonly status: number;
      readonly code: number;
      readonly message: string;
      /** The path in the body that the error names, as in `errors` of 50035. */
      readonly at?: readonly (string | number)[];
    }
  /** An edge proxy answers instead of Discord, with HTML and without Discord's headers. */
  | { readonly edge: number; readonly retryAfterMs?: number }
  /** A success with this body. */
  | { readonly answer: object }
  /** `shared`: the limit counts all apps together. `bare`: no headers, so that only the body says how long to wait. */
  | { readonly rateLimitMs: number; readonly global?: boolean; readonly shared?: boolean; readonly bare?: boolean }
  | { readonly delayMs: number }
  /** The connection breaks, but the request is executed later, when the promise resolves. */
  | { readonly lateUntil: Promise<unknown> };

export interface FaultRule {
  readonly method?: string;
  /** Decoded path without `/api/v10`; a text must equal it. */
  readonly path?: string | RegExp;
  readonly when?: (request: FaultTarget) => boolean;
  /** Requests let through before the first failure. */
  readonly after?: number;
  /** How many fail; Infinity for all. One by default. */
  readonly times?: number;
  readonly how: Fault;
}

/** A rule in force; `hits` counts the requests that it affected. */
export interface ActiveFault {
  readonly rule: FaultRule;
  hits: number;
  remove(): void;
}

/** The rules in force; the oldest that matches wins. */
export class Faults {
  readonly #active: (ActiveFault & { seen: number })[] = [];

  add(rule: FaultRule): ActiveFault {
    const active = {
      rule,
      hits: 0,
      seen: 0,
      remove: () => {
        const index = this.#active.indexOf(active);
        if (index >= 0) this.#active.splice(index, 1);
      },
    };
    this.#active.push(active);
    return active;
  }

  clear(): void {
    this.#active.length = 0;
  }

  /** The fault for this request, if any. Counts against the rule's `times`. */
  take(request: FaultTarget): Fault | undefined {
    for (const active of this.#active) {
      if (!matches(active.rule, request) || active.hits >= (active.rule.times ?? 1)) continue;
      active.seen += 1;
      if (active.seen <= (active.rule.after ?? 0)) continue;
      active.hits += 1;
      return active.rule.how;
    }
    return undefined;
  }
}

function matches(rule: FaultRule, request: FaultTarget): boolean {
  if (rule.method !== undefined && rule.method !== request.method) return false;
  if (typeof rule.path === 'string' && rule.path !== request.path) return false;
  if (rule.path instanceof RegExp && !rule.path.test(request.path)) return false;
  return rule.when === undefined || rule.when(request);
}
