import { minuteMs, monotonic } from '../clock.ts';
import { FetchProblem } from './problem.ts';

/** Runs one task per host at a time, with a minimum spacing between two starts. */
export interface HostQueue {
  /**
   * `host` is `name:port`. A host's tasks run in FIFO order, except that urgent ones go first, at most eight in the
   * whole queue. A task that throws frees its slot. Rejects with FetchProblem `not-now` if other processes have the
   * host's turn until `startBy` (monotonic clock), or once the queue is closed.
   */
  run<T>(host: string, task: () => Promise<T>, urgent?: boolean, startBy?: number): Promise<T>;
  /** Rejects all waiting tasks. */
  close(): void;
  /** Tasks that wait or run. */
  readonly size: number;
}

/** Turns at hosts, shared by several processes. Only the process with a host's turn may send requests to the host. */
interface SharedTurns {
  /** Undefined if this process got the turn, for `forMs`; otherwise the milliseconds until it may be free. */
  take(host: string, forMs: number): Promise<number | undefined>;
  /** Releases the turn. Nobody gets the next one before `inMs` have passed. */
  giveBack(host: string, inMs: number): void;
}

interface Host {
  waiting: { start: (hasTurn: boolean) => void; startBy: number }[];
  running: boolean;
  /** Whether the host is in the ready list. */
  queued: boolean;
  /** How many tasks at the head of `waiting` are urgent. */
  urgent: number;
  /** The earliest start of the next task, on the monotonic clock. */
  nextStartAt: number;
  timer?: NodeJS.Timeout;
  /** How many times in a row another process had the turn. */
  denials: number;
}

/** 80 for the reading loops, and 8 for urgent tasks, so that no loop takes another's place. */
const concurrentMax = 88;
/** A tenth of the places, so that urgent tasks can't starve the others. */
const urgentMax = 8;
/** How long a turn lasts at most: longer than a request and storing its answer. A dead process holds it that long. */
const turnMs = minuteMs;
/** Exponential backoff before asking for a turn again. It stays at the minimum while a member waits. */
const askAgainMsMin = 100;
const askAgainMsMax = 1_000;
/** Jitter as a share of the spacing, so that the last holder of a turn isn't always the first to ask again. */
const lateShareMax = 0.2;

interface HostQueueOptions {
  hostSpacingMs: number;
  concurrentMax?: number;
  /** Needed if other processes ask the same hosts. */
  turns?: SharedTurns;
  /** Replaces `turnMs` above. */
  turnMs?: number;
}

class Queue implements HostQueue {
  readonly #hosts = new Map<string, Host>();
  readonly #ready: string[] = [];
  readonly #spacingMs: number;
  readonly #concurrentMax: number;
  readonly #turns: SharedTurns | undefined;
  readonly #turnMs: number;
  #running = 0;
  /** Urgent tasks that wait or run. */
  #urgent = 0;
  #closed = false;
  size = 0;

  constructor(options: HostQueueOptions) {
    this.#spacingMs = options.hostSpacingMs;
    this.#concurrentMax = options.concurrentMax ?? concurrentMax;
    this.#turns = options.turns;
    this.#turnMs = options.turnMs ?? turnMs;
  }

  run<T>(name: string, task: () => Promise<T>, urgent = false, startBy = Number.POSITIVE_INFINITY): Promise<T> {
    const host = this.#hosts.get(name) ?? newHost();
    this.#hosts.set(name, host);
    this.size++;
    const first = urgent && this.#urgent < urgentMax;
    if (first) this.#urgent++;
    return new Promise((resolve, reject) => {
      const start = (hasTurn: boolean) => {
        Promise.resolve()
          .then(hasTurn ? task : () => Promise.reject(notNow(name)))
          .finally(() => {
            if (first) this.#urgent--;
            this.#finish(name, host, hasTurn);
          })
          .then(resolve, reject);
      };
      if (first) host.waiting.splice(host.urgent++, 0, { start, startBy });
      else host.waiting.push({ start, startBy });
      // A timer without a ref only waits to delete an idle host, and this host isn't idle any more.
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
    if (waitMs > 0 && !this.#closed) {
      host.timer = setTimeout(() => this.#timeUp(name, host), Math.ceil(waitMs));
      return;
    }
    if (host.urgent > 0) {
      // A host that is in the list twice could get two tasks at once.
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
      if (host) host.queued = false;
      if (!host || host.waiting.length === 0) continue;
      host.running = true;
      this.#running++;
      if (this.#closed) this.#startNext(host, false);
      else if (this.#turns) void this.#inTurn(name, host, this.#turns);
      else this.#startNext(host, true);
    }
  }

  #startNext(host: Host, hasTurn: boolean): void {
    const next = host.waiting.shift();
    host.urgent = Math.max(0, host.urgent - 1);
    host.denials = 0;
    if (hasTurn) host.nextStartAt = monotonic() + this.#spacingMs;
    next?.start(hasTurn);
  }

  async #inTurn(name: string, host: Host, turns: SharedTurns): Promise<void> {
    const isLate = () => this.#closed || monotonic() >= (host.waiting[0]?.startBy ?? 0);
    if (isLate()) return this.#startNext(host, false);
    const askedAt = monotonic();
    // If asking fails, retry as if another process had the turn.
    const inMs = await turns.take(name, this.#turnMs).catch(() => askAgainMsMax);
    // A turn that took long to get may end before the request does.
    const isFresh = monotonic() - askedAt < this.#turnMs / 3;
    if (inMs === undefined && isFresh) return this.#startNext(host, true);
    const againMs = host.urgent > 0 ? askAgainMsMin : askAgainMsMin * 2 ** host.denials + this.#lateMs();
    host.denials++;
    host.nextStartAt = monotonic() + Math.min(inMs ?? 0, againMs, askAgainMsMax);
    host.running = false;
    this.#running--;
    this.#queue(name, host);
    this.#startReady();
  }

  #lateMs(): number {
    return Math.random() * this.#spacingMs * lateShareMax;
  }

  #finish(name: string, host: Host, hadTurn: boolean): void {
    host.running = false;
    this.#running--;
    this.size--;
    if (hadTurn && this.#turns) {
      this.#turns.giveBack(name, Math.max(0, host.nextStartAt - monotonic()));
      host.nextStartAt = Math.max(host.nextStartAt, monotonic()) + this.#lateMs();
    }
    if (host.waiting.length > 0) this.#queue(name, host);
    else if (this.#spacingMs <= 0) this.#hosts.delete(name);
    else {
      host.timer = setTimeout(() => this.#timeUp(name, host), this.#spacingMs);
      host.timer.unref();
    }
    this.#startReady();
  }

  close(): void {
    this.#closed = true;
    for (const [name, host] of this.#hosts) {
      this.#stopTimer(host);
      this.#queue(name, host);
    }
    this.#startReady();
  }
}

/** The problem of a request that can't be sent now. `name` is `name:port` or a host name. */
export function notNow(name: string): FetchProblem {
  const host = name.replace(/:\d+$/, '');
  return new FetchProblem('not-now', `${host} is not to be asked just now. Try again later.`, { host });
}

function newHost(): Host {
  return { waiting: [], running: false, queued: false, urgent: 0, nextStartAt: Number.NEGATIVE_INFINITY, denials: 0 };
}

/**
 * Runs at most `concurrentMax` tasks in all (88 by default), one per host, with `hostSpacingMs` between two starts on
 * one host. The host that has waited longest goes first.
 */
export function createHostQueue(options: HostQueueOptions): HostQueue {
  return new Queue(options);
}
