import pg from 'pg';
import type { AppSettings } from '../../../src/app.ts';
import type { Role } from '../../../src/schedule/loop.ts';
import { soleRoles } from '../../../src/storage/fleet/member.ts';
import { type Ended, type Life, OrderFailed } from '../lede.ts';
import type { Order } from '../orders.ts';
import { clocksOf, pause, type Stage } from '../stage.ts';

/** The roles of each process of the fleet. */
export const posts: readonly (readonly Role[])[] = [
  ['read', 'publish'],
  ['read', 'publish'],
  ['send', 'group'],
  ['send', 'group'],
  ['gateway'],
];
const gatewayAt = posts.length - 1;

/** Error codes that are expected when the database goes away or a process has lost its lease. */
const passing: ReadonlySet<string> = new Set(['unopenable', 'superseded', 'closed']);
const againMs = 100;
const patienceMs = 120_000;
/** Work that one process leaves for another is done in the next round. */
const roundsMax = 4;

/** The pid that holds each exclusive role; NaN if its process is gone. */
export async function holdersOf(admin: pg.Pool): Promise<Map<string, number>> {
  const { rows } = await admin.query<{ role: string; name: string | null }>(
    'select role, name from roles left join processes using (owner)',
  );
  return new Map(rows.map(({ role, name }) => [role, Number(name?.split(' ').at(-1))]));
}

/** Several processes on one PostgreSQL, controlled like a single one. A process that dies is replaced. */
export class Fleet implements Life {
  readonly pid = 0;
  readonly lives: (Life | undefined)[] = posts.map(() => undefined);
  readonly admin: pg.Pool;
  /** How often an exclusive role was taken over, and the longest time without a holder. */
  takeovers = 0;
  takeoverMsMax = 0;
  readonly #stage: Stage;
  #settings: AppSettings | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.admin = new pg.Pool({ connectionString: stage.databaseUrl, max: 1 });
    this.admin.on('error', () => undefined);
  }

  isAlive = () => this.#living().length > 0;

  async order(order: Order): Promise<Ended> {
    const deadline = performance.now() + patienceMs;
    if (order.do === 'open') this.#settings = order.settings;
    if (order.do === 'stop') {
      for (const life of this.#living()) await life.order(order);
      return { died: false };
    }
    for (let rounds = 0; ; ) {
      await this.#staffed();
      if (order.do === 'open') return { died: false };
      const lives = order.do === 'run' ? this.#living() : [this.lives[gatewayAt]];
      const ended = await this.round(order, lives);
      if (ended !== undefined) {
        rounds += 1;
        const isDone = order.do !== 'run' || (ended.nextDueAt ?? order.now + 1) > order.now;
        if (isDone || rounds >= roundsMax) return { died: false, nextDueAt: ended.nextDueAt };
      } else if (performance.now() > deadline) throw new Error(`no process could ${order.do}`);
      else await pause(againMs);
    }
  }

  /** Gives all processes an order. Returns undefined if one died meanwhile or the database went away. */
  async round(
    order: Order,
    lives: readonly (Life | undefined)[] = this.#living(),
  ): Promise<{ nextDueAt?: number } | undefined> {
    const outcomes = await Promise.allSettled(lives.map((life) => life?.order(order)));
    let isWhole = true;
    let nextDueAt: number | undefined;
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        const { reason } = outcome;
        if (!(reason instanceof OrderFailed && passing.has(reason.code))) throw reason;
      }
      const ended = outcome.status === 'fulfilled' ? outcome.value : undefined;
      if (ended === undefined || ended.died) isWhole = false;
      else nextDueAt = Math.min(nextDueAt ?? Number.POSITIVE_INFINITY, ended.nextDueAt ?? Number.POSITIVE_INFINITY);
    }
    return isWhole ? { nextDueAt: Number.isFinite(nextDueAt) ? nextDueAt : undefined } : undefined;
  }

  /** Index of the process that holds the role `send`. */
  async sender(): Promise<number> {
    const pids = await holdersOf(this.admin);
    const at = this.lives.findIndex((life) => life !== undefined && life.pid === pids.get('send'));
    return at < 0 ? 2 : at;
  }

  async kill(): Promise<void> {
    await Promise.all(this.#living().map((life) => life.kill()));
    if (!this.admin.ended) await this.admin.end();
  }

  readonly #oneByOne = (): never => {
    throw new Error('its processes end and pause one by one');
  };
  readonly end = this.#oneByOne;
  readonly over = this.#oneByOne;
  readonly freeze = this.#oneByOne;
  readonly thaw = this.#oneByOne;

  #living(): Life[] {
    return this.lives.filter((life) => life?.isAlive() === true) as Life[];
  }

  /** Waits until all processes run and each exclusive role has a holder. */
  async #staffed(): Promise<void> {
    const from = performance.now();
    for (let isFirst = true; ; isFirst = false) {
      await this.#replace();
      const pids = new Set(this.#living().map(({ pid }) => pid));
      const holders = await holdersOf(this.admin).catch(() => new Map<string, number>());
      const vacant = [...soleRoles].filter((role) => !pids.has(holders.get(role) ?? 0));
      const ms = performance.now() - from;
      if (vacant.length === 0) {
        if (!isFirst) {
          this.takeovers += 1;
          this.takeoverMsMax = Math.max(this.takeoverMsMax, Math.round(ms));
        }
        return;
      }
      if (ms > patienceMs) throw new Error(`no process took over ${vacant.join()}`);
      await pause(againMs);
    }
  }

  async #replace(): Promise<void> {
    for (const [at, life] of this.lives.entries()) {
      if (life?.isAlive()) continue;
      if (life !== undefined) await this.#mourn(life);
      this.lives[at] = await this.#born(posts[at] ?? []);
    }
  }

  /** A process that ended by itself must have lost its lease, as happens when the machine is too busy for seconds. */
  async #mourn(life: Life): Promise<void> {
    const sentence = await life.over();
    if (!sentence.includes('took over')) throw new Error(`a process died by itself: ${sentence}`);
    this.#stage.trouble.count('lease lost by itself');
  }

  async #born(roles: readonly Role[]): Promise<Life> {
    const stage = this.#stage;
    const settings = { ...(this.#settings as AppSettings), roles };
    for (let tries = 0; ; tries += 1) {
      const life = await stage.nursery.next();
      try {
        const opened = await life.order({ do: 'open', ...clocksOf(stage), settings });
        if (!opened.died) return life;
      } catch (error) {
        await life.kill();
        if (!(error instanceof OrderFailed && passing.has(error.code)) || tries > 20) throw error;
      }
      await pause(againMs);
    }
  }
}
