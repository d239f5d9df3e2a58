import { minuteMs, monotonic } from '../clock.ts';
import { FetchProblem } from './problem.ts';

/** Runs one task per host at a time, with a minimum spacing between two starts. */
export type HostQueue = ReturnType<typeof createHostQueue>;

/** Locks on hosts, shared by several processes. Only the process with a host's turn may send requests to it. */
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

/** How many urgent tasks may go first. Further ones queue like the rest, so they can't starve the loops. */
const urgentMax = 8;
/** Exponential backoff before asking for a turn again. It stays at the minimum while a member waits. */
const askAgainMsMin = 100;
const askAgainMsMax = 1_000;
/** Jitter as a share of the spacing, so that the last holder of a turn isn't always the first to ask again. */
const lateShareMax = 0.2;

/** The problem of a request that can't be sent now. `name` is `name:port` or a host name. */
export function notNow(name: string): FetchProblem {
  const host = name.replace(/:\d+$/, '');
  return new FetchProblem('not-now', `${host} is not to be asked just now. Try again later.`, { host });
}

/**
 * Runs at most `concurrentMax` tasks in all, one per host, with `hostSpacingMs` between two starts on one host. The host
 * that has waited longest goes first.
 */
export function createHostQueue(options: {
  hostSpacingMs: number;
  /** By default 88: 80 for the reading loops, and 8 for urgent tasks. */
  concurrentMax?: number;
  /** Needed if other processes ask the same hosts. */
  turns?: SharedTurns;
  /**
   * How long a turn lasts at most, a minute by default: longer than a request and storing its answer. A dead process
   * holds it that long.
   */
  turnMs?: number;
}) {
  const { hostSpacingMs, concurrentMax = 88, turns, turnMs = minuteMs } = options;
  const hosts = new Map<string, Host>();
  const ready: string[] = [];
  let running = 0;
  /** Urgent tasks that wait or run. */
  let urgentTasks = 0;
  let closed = false;

  const stopTimer = (host: Host): void => {
    clearTimeout(host.timer);
    host.timer = undefined;
  };

  const queue = (name: string, host: Host): void => {
    if (host.running || host.timer || host.waiting.length === 0) return;
    const waitMs = host.nextStartAt - monotonic();
    if (waitMs > 0 && !closed) {
      host.timer = setTimeout(() => timeUp(name, host), Math.ceil(waitMs));
      return;
    }
    if (host.urgent > 0) {
      // A host that is in the list twice could get two tasks at once.
      if (host.queued) ready.splice(ready.indexOf(name), 1);
      ready.unshift(name);
    } else if (!host.queued) ready.push(name);
    host.queued = true;
  };

  const timeUp = (name: string, host: Host): void => {
    host.timer = undefined;
    if (host.waiting.length === 0 && !host.running) hosts.delete(name);
    else queue(name, host);
    startReady();
  };

  const startReady = (): void => {
    while (running < concurrentMax) {
      const name = ready.shift();
      if (name === undefined) return;
      const host = hosts.get(name);
      if (host) host.queued = false;
      if (!host || host.waiting.length === 0) continue;
      host.running = true;
      running++;
      if (closed) startNext(host, false);
      else if (turns) void inTurn(name, host, turns);
      else startNext(host, true);
    }
  };

  const startNext = (host: Host, hasTurn: boolean): void => {
    const next = host.waiting.shift();
    host.urgent = Math.max(0, host.urgent - 1);
    host.denials = 0;
    if (hasTurn) host.nextStartAt = monotonic() + hostSpacingMs;
    next?.start(hasTurn);
  };

  const inTurn = async (name: string, host: Host, shared: SharedTurns): Promise<void> => {
    const isLate = closed || monotonic() >= (host.waiting[0]?.startBy ?? 0);
    if (isLate) return startNext(host, false);
    const askedAt = monotonic();
    // If asking fails, retry as if another process had the turn.
    const inMs = await shared.take(name, turnMs).catch(() => askAgainMsMax);
    // A turn that took long to get may end before the request does.
    const isFresh = monotonic() - askedAt < turnMs / 3;
    if (inMs === undefined && isFresh) return startNext(host, true);
    const againMs = host.urgent > 0 ? askAgainMsMin : askAgainMsMin * 2 ** host.denials + lateMs();
    host.denials++;
    host.nextStartAt = monotonic() + Math.min(inMs ?? 0, againMs, askAgainMsMax);
    host.running = false;
    running--;
    queue(name, host);
    startReady();
  };

  const lateMs = () => Math.random() * hostSpacingMs * lateShareMax;

  const finish = (name: string, host: Host, hadTurn: boolean): void => {
    host.running = false;
    running--;
    if (hadTurn && turns) {
      turns.giveBack(name, Math.max(0, host.nextStartAt - monotonic()));
      host.nextStartAt = Math.max(host.nextStartAt, monotonic()) + lateMs();
    }
    if (host.waiting.length > 0) queue(name, host);
    // Without a ref: the timer only deletes an idle host, and must not keep the process running.
    else host.timer = setTimeout(() => timeUp(name, host), hostSpacingMs).unref();
    startReady();
  };

  return {
    /**
     * `name` is `host:port`. A host's tasks run in the order of their arrival, but urgent ones go first; at most eight
     * tasks of all hosts are urgent at a time. A task that throws frees its slot. Rejects with FetchProblem `not-now`
     * once the queue is closed, and, if processes take turns, when the task has no turn by `startBy` (monotonic clock).
     */
    run<T>(name: string, task: () => Promise<T>, urgent = false, startBy = Number.POSITIVE_INFINITY): Promise<T> {
      const host = hosts.get(name) ?? newHost();
      hosts.set(name, host);
      const first = urgent && urgentTasks < urgentMax;
      if (first) urgentTasks++;
      return new Promise((resolve, reject) => {
        const start = (hasTurn: boolean) => {
          Promise.resolve()
            .then(hasTurn ? task : () => Promise.reject(notNow(name)))
            .finally(() => {
              if (first) urgentTasks--;
              finish(name, host, hasTurn);
            })
            .then(resolve, reject);
        };
        if (first) host.waiting.splice(host.urgent++, 0, { start, startBy });
        else host.waiting.push({ start, startBy });
        if (host.timer && !host.timer.hasRef()) stopTimer(host);
        queue(name, host);
        startReady();
      });
    },

    /** Rejects all waiting tasks. */
    close(): void {
      closed = true;
      for (const [name, host] of hosts) {
        stopTimer(host);
        queue(name, host);
      }
      startReady();
    },
  };
}

function newHost(): Host {
  return { waiting: [], running: false, queued: false, urgent: 0, nextStartAt: Number.NEGATIVE_INFINITY, denials: 0 };
}
