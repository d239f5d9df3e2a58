import type { FaultRule } from '../../src/playground/server/faults.ts';
import type { DiscordServer } from '../../src/playground/server/server.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

const minute = 60_000;
const posts: Pick<FaultRule, 'method' | 'path'> = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const looks: Pick<FaultRule, 'method' | 'path'> = { method: 'GET', path: /^\/channels\/\d+\/messages$/ };

/** What can go wrong with the requests of one step; each is gone at the next. */
const requestFaults: readonly FaultRule[] = [
  { ...posts, how: '500-after-commit' },
  { ...posts, how: 'reset-after-commit' },
  { ...posts, how: 'reset' },
  { ...posts, how: 500 },
  { ...posts, how: 503 },
  { ...posts, how: { rateLimitMs: 250 } },
  { ...posts, how: { rateLimitMs: 250, global: true } },
  { ...posts, how: { delayMs: 120 } },
  { ...looks, how: 500 },
  { ...looks, how: 'reset' },
];

/** What can be taken from the bot in one channel, and comes back. */
const revocable = ['SendMessages', 'SendMessages', 'ViewChannel', 'ReadMessageHistory', 'ReadMessageHistory'] as const;

/** Something that ends at a moment of the wall. */
interface Ending {
  at: number;
  end(): void;
}

export interface TroubleParts {
  server: DiscordServer;
  ledger: Ledger;
  random: Random;
  channelsOf(): readonly { channelId: string; guildId: string }[];
  reader: string;
  /** On this share of all posts the server answers 500 although it has posted. */
  lossShare: number;
}

/** Makes trouble from a seed. */
export class Trouble {
  readonly counts: Record<string, number> = {};
  readonly #parts: TroubleParts;
  readonly #endings: Ending[] = [];
  readonly #busy = new Set<string>();

  constructor(parts: TroubleParts) {
    this.#parts = parts;
  }

  /** When the next trouble ends, so that the wall stops there. */
  nextAt(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#endings.map(({ at }) => at));
  }

  endAll(): void {
    this.#parts.server.clearFaults();
    for (const { end } of this.#endings.splice(0)) end();
  }

  /** Ends what is over, and sets the faults of this step; `due` are the channels that get something now. */
  step(now: number, due: readonly string[]): void {
    const { server, random, lossShare } = this.#parts;
    server.clearFaults();
    for (const ending of this.#endings.filter(({ at }) => at <= now)) {
      this.#endings.splice(this.#endings.indexOf(ending), 1);
      ending.end();
    }
    if (lossShare > 0) {
      server.fail({
        ...posts,
        how: '500-after-commit',
        times: Number.POSITIVE_INFINITY,
        when: () => random.chance(lossShare),
      });
    }
    if (random.chance(due.length > 0 ? 0.35 : 0.08)) {
      const rule = random.pick(requestFaults);
      this.#count(`${rule.method} ${typeof rule.how === 'object' ? Object.keys(rule.how).join() : rule.how}`);
      server.fail({ ...rule, times: random.between(1, 6), after: random.between(0, 2) });
    }
    if (random.chance(0.02)) this.#disturbGateway();
    if (due.length > 0 && random.chance(0.15)) this.#talk(random.pick(due), random.between(1, 20));
    if (random.chance(0.02)) this.#revoke(now);
    if (random.chance(0.004)) this.#guildOutage(now);
  }

  /** Others write so much that the look-up has to page. */
  busy(channelId: string): void {
    this.#talk(channelId, this.#parts.random.between(90, 260));
  }

  #talk(channelId: string, times: number): void {
    const { server, reader } = this.#parts;
    if (!server.world.channels.has(channelId)) return;
    this.#count('others write');
    for (let said = 0; said < times; said += 1)
      server.acts.say({ channel: channelId, user: reader }, `${said} good morning`);
  }

  #disturbGateway(): void {
    const { server, random } = this.#parts;
    const kind = random.pick(['drop', 'reconnect', 'invalid', 'forget'] as const);
    this.#count(`gateway ${kind}`);
    if (kind === 'drop') server.gateway.drop();
    else if (kind === 'reconnect') server.gateway.requestReconnect();
    else if (kind === 'invalid') server.gateway.invalidate(random.chance(0.5));
    else {
      server.gateway.forget();
      server.gateway.drop();
    }
  }

  #lasting(from: number, id: string, channelId?: string): number | undefined {
    const { random, ledger } = this.#parts;
    if (this.#busy.has(id)) return undefined;
    const isLong = random.chance(0.3);
    const to = from + (isLong ? random.between(150, 560) : random.between(10, 50)) * minute;
    if (isLong) ledger.outage({ from, to, channelId });
    this.#busy.add(id);
    return to;
  }

  #revoke(now: number): void {
    const { server, random, channelsOf } = this.#parts;
    const { channelId } = random.pick(channelsOf());
    const at = this.#lasting(now, channelId, channelId);
    if (at === undefined) return;
    const name = random.pick(revocable);
    this.#count(`${name} taken`);
    server.setup.setOverwrite(channelId, 'bot', { deny: [name] });
    this.#endings.push({
      at,
      end: () => {
        this.#busy.delete(channelId);
        if (server.world.channels.has(channelId)) server.setup.setOverwrite(channelId, 'bot', {});
      },
    });
  }

  #guildOutage(now: number): void {
    const { server, random, channelsOf, ledger } = this.#parts;
    const { guildId } = random.pick(channelsOf());
    if (this.#busy.has(guildId)) return;
    this.#busy.add(guildId);
    const isLong = random.chance(0.3);
    const at = now + (isLong ? random.between(150, 400) : random.between(5, 40)) * minute;
    for (const { channelId, guildId: other } of isLong ? channelsOf() : []) {
      if (other === guildId) ledger.outage({ from: now, to: at, channelId });
    }
    this.#count('guild unavailable');
    server.setup.setAvailable(guildId, false);
    this.#endings.push({
      at,
      end: () => {
        this.#busy.delete(guildId);
        server.setup.setAvailable(guildId, true);
      },
    });
  }

  #count(name: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
  }
}
