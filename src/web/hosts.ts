/** Runs tasks so that no host gets two at once, or two starts sooner than the spacing. */
export interface HostQueue {
  /** `host` is `name:port`; first come, first served per host. A task that throws frees its place. */
  run<T>(host: string, task: () => Promise<T>): Promise<T>;
  /** Tasks that wait or run. */
  readonly size: number;
}

interface Host {
  waiting: (() => void)[];
  running: boolean;
  /** Stands in the ready list. */
  queued: boolean;
  /** On the monotonic clock. */
  nextStartAt: number;
  timer?: NodeJS.Timeout;
}

/**
 * At most `concurrentMax` tasks at once in all, one per host, and `hostSpacingMs` between the starts of two on one host.
 * Among hosts that may start, the one that has waited longest goes first.
 */
export function createHostQueue(options: {
  hostSpacingMs: number;
  concurrentMax?: number;
  monotonic: () => number;
}): HostQueue {
  const concurrentMax = options.concurrentMax ?? 16;
  const hosts = new Map<string, Host>();
  const ready: string[] = [];
  let running = 0;
  let size = 0;

  const queueHost = (name: string, host: Host): void => {
    if (host.running || host.timer || host.waiting.length === 0) return;
    const waitMs = host.nextStartAt - options.monotonic();
    if (waitMs <= 0) {
      if (!host.queued) ready.push(name);
      host.queued = true;
      return;
    }
    host.timer = setTimeout(() => {
      host.timer = undefined;
      queueHost(name, host);
      startReady();
    }, Math.ceil(waitMs));
  };

  const startReady = (): void => {
    while (running < concurrentMax) {
      const name = ready.shift();
      if (name === undefined) return;
      const host = hosts.get(name);
      const next = host?.waiting.shift();
      if (host) host.queued = false;
      if (!host || !next) continue;
      host.running = true;
      host.nextStartAt = options.monotonic() + options.hostSpacingMs;
      running++;
      next();
    }
  };

  const finish = (name: string, host: Host): void => {
    host.running = false;
    running--;
    size--;
    if (host.waiting.length > 0) queueHost(name, host);
    else forgetLater(name, host);
    startReady();
  };

  const forgetLater = (name: string, host: Host): void => {
    if (options.hostSpacingMs <= 0) {
      hosts.delete(name);
      return;
    }
    host.timer = setTimeout(() => {
      host.timer = undefined;
      if (host.waiting.length === 0 && !host.running) hosts.delete(name);
      else queueHost(name, host);
      startReady();
    }, options.hostSpacingMs);
    host.timer.unref();
  };

  return {
    run(name, task) {
      const host = hosts.get(name) ?? {
        waiting: [],
        running: false,
        queued: false,
        nextStartAt: Number.NEGATIVE_INFINITY,
      };
      hosts.set(name, host);
      size++;
      return new Promise((resolve, reject) => {
        const start = (): void => {
          Promise.resolve()
            .then(task)
            .finally(() => finish(name, host))
            .then(resolve, reject);
        };
        host.waiting.push(start);
        if (host.timer && !host.timer.hasRef()) {
          clearTimeout(host.timer);
          host.timer = undefined;
        }
        queueHost(name, host);
        startReady();
      });
    },
    get size() {
      return size;
    },
  };
}
