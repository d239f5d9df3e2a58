import { monotonic } from '../clock.ts';

/** Runs tasks so that no host gets two at once, or two starts sooner than the spacing. */
export interface HostQueue {
  /**
   * `host` is `name:port`. Tasks of a host run in their order, but up to eight urgent ones go before all others. A task
   * that throws frees its place.
   */
  run<T>(host: string, task: () => Promise<T>, urgent?: boolean): Promise<T>;
  /** Tasks that wait or run. */
  readonly size: number;
}

interface Host {
  waiting: (() => void)[];
  running: boolean;
  /** Is in the ready list. */
  queued: boolean;
  /** How many at the head of `waiting` are urgent. */
  urgent: number;
  /** On the monotonic clock. */
  nextStartAt: number;
  timer?: NodeJS.Timeout;
}

/** Half of all places, so that urgent tasks can't keep out the others. */
const urgentMax = 8;

class Queue implements HostQueue {
  readonly #hosts = new Map<string, Host>();
  readonly #ready: string[] = [];
  readonly #spacingMs: number;
  readonly #concurrentMax: number;
  #running = 0;
  /** Urgent tasks that wait or run. */
  #urgent = 0;
  size = 0;

  constructor(spacingMs: number, concurrentMax: number) {
    this.#spacingMs = spacingMs;
    this.#concurrentMax = concurrentMax;
  }

  run<T>(name: string, task: () => Promise<T>, urgent = false): Promise<T> {
    const host = this.#hosts.get(name) ?? newHost();
    this.#hosts.set(name, host);
    this.size++;
    const first = urgent && this.#urgent < urgentMax;
    if (first) this.#urgent++;
    return new Promise((resolve, reject) => {
      const start = () => {
        Promise.resolve()
          .then(task)
          .finally(() => {
            if (first) this.#urgent--;
            this.#finish(name, host);
          })
          .then(resolve, reject);
      };
      if (first) host.waiting.splice(host.urgent++, 0, start);
      else host.waiting.push(start);
      // An unreferenced timer would only forget the host.
      if (host.timer && !host.timer.hasRef()) this.#stopTimer(host);
      this.#queue(name, host);
      this.#startReady();
    });
  }

  #stopTimer(host: Host): void {
    clearTimeout(host.timer);
    host.timer = undefined;
  }

  #queue(name: string, host: Host): void {
    if (host.running || host.timer || host.waiting.length === 0) return;
    const waitMs = host.nextStartAt - monotonic();
    if (waitMs > 0) {
      host.timer = setTimeout(() => this.#timeUp(name, host), Math.ceil(waitMs));
      return;
    }
    if (host.urgent > 0) {
      // A host in the list twice could get two tasks at once.
      if (host.queued) this.#ready.splice(this.#ready.indexOf(name), 1);
      this.#ready.unshift(name);
    } else if (!host.queued) this.#ready.push(name);
    host.queued = true;
  }

  #timeUp(name: string, host: Host): void {
    host.timer = undefined;
    if (host.waiting.length === 0 && !host.running) this.#hosts.delete(name);
    else this.#queue(name, host);
    this.#startReady();
  }

  #startReady(): void {
    while (this.#running < this.#concurrentMax) {
      const name = this.#ready.shift();
      if (name === undefined) return;
      const host = this.#hosts.get(name);
      const next = host?.waiting.shift();
      if (host) host.queued = false;
      if (!host || !next) continue;
      host.urgent = Math.max(0, host.urgent - 1);
      host.running = true;
      host.nextStartAt = monotonic() + this.#spacingMs;
      this.#running++;
      next();
    }
  }

  #finish(name: string, host: Host): void {
    host.running = false;
    this.#running--;
    this.size--;
    if (host.waiting.length > 0) this.#queue(name, host);
    else if (this.#spacingMs <= 0) this.#hosts.delete(name);
    else {
      host.timer = setTimeout(() => this.#timeUp(name, host), this.#spacingMs);
      host.timer.unref();
    }
    this.#startReady();
  }
}

function newHost(): Host {
  return { waiting: [], running: false, queued: false, urgent: 0, nextStartAt: Number.NEGATIVE_INFINITY };
}

/**
 * Runs at most `concurrentMax` tasks in all, one per host, with `hostSpacingMs` between two starts on one host. The host
 * that has waited longest goes first.
 */
export function createHostQueue(options: { hostSpacingMs: number; concurrentMax?: number }): HostQueue {
  return new Queue(options.hostSpacingMs, options.concurrentMax ?? 16);
}
