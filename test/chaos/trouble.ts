import type { FaultRule, FaultTarget } from '../../playground/discord/http/faults.ts';
import type { Due } from './ledger.ts';
import { pressWords } from './press.ts';
import { hour, minute, type Stage } from './stage.ts';

const always = Number.POSITIVE_INFINITY;
export const sends = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
const looks = { ...sends, method: 'GET' };

/** Faults of requests, in force during one step only. */
const requestFaults: readonly FaultRule[] = [
  { ...sends, how: '500-after-commit' },
  { ...sends, how: 'reset-after-commit' },
  { ...sends, how: 'reset' },
  { ...sends, how: 500 },
  { ...sends, how: 503 },
  { ...sends, how: { rateLimitMs: 250 } },
  { ...sends, how: { rateLimitMs: 250, global: true } },
  { ...sends, how: { rateLimitMs: 250, shared: true, bare: true } },
  { ...sends, how: { delayMs: 120 } },
  // Never refuses the message that remains when every story was refused.
  { ...sends, how: { status: 400, code: 50_035, message: 'Invalid Form Body' }, when: holdsStories },
  { ...looks, how: 500 },
  { ...looks, how: 'reset' },
];

/** Permissions that the bot can lose in a channel for a while. */
const revocable = ['SendMessages', 'SendMessages', 'ViewChannel', 'ReadMessageHistory', 'ReadMessageHistory'] as const;

/** Trouble that ends at a moment of the virtual clock. */
interface Ending {
  at: number;
  end(): void;
}

/** Produces random trouble on Discord's side from a seed. */
export class Trouble {
  readonly counts: Record<string, number> = {};
  readonly #stage: Stage;
  readonly #endings: Ending[] = [];
  /** Channels and servers that currently have lasting trouble. */
  readonly #busy = new Set<string>();
  /** Rules in force over many steps. */
  readonly #lastingRules = new Set<FaultRule>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** When the next trouble ends; the virtual clock stops there. */
  nextAt(): number {
    return Math.min(always, ...this.#endings.map(({ at }) => at));
  }

  endAll(): void {
    this.#stage.server.clearFaults();
    for (const { end } of this.#endings.splice(0)) end();
  }

  /** Whether neither a server nor its channels have lasting trouble. */
  #isQuiet(guildId: string): boolean {
    const ids = this.#stage.channels.flatMap((place) => (place.guildId === guildId ? [place.channelId] : []));
    return [guildId, ...ids].every((id) => !this.#busy.has(id));
  }

  /** Ends trouble that is over and sets the faults of this step. */
  step(now: number, due: readonly Due[]): void {
    const { server, random, options } = this.#stage;
    const { lossShare = 0 } = options;
    server.clearFaults();
    for (const ending of this.#endings.filter(({ at }) => at <= now)) {
      this.#endings.splice(this.#endings.indexOf(ending), 1);
      ending.end();
    }
    for (const rule of this.#lastingRules) server.fail({ ...rule, times: always });
    if (lossShare > 0) {
      server.fail({ ...sends, how: '500-after-commit', times: always, when: () => random.chance(lossShare) });
    }
    if (random.chance(due.length > 0 ? 0.35 : 0.08)) {
      const rule = random.pick(requestFaults);
      const { how } = rule;
      const name = typeof how !== 'object' ? how : 'status' in how ? how.status : Object.keys(how).join();
      this.count(`${rule.method} ${name}`);
      server.fail({ ...rule, times: random.between(1, 6), after: random.between(0, 2) });
    }
    // Rare, because each costs the seconds of real time that discord.js waits between two sessions.
    if (random.chance(0.008)) this.#disturbGateway();
    if (due.length > 0 && random.chance(0.15)) this.#talk(random.pick(due).channelId, random.between(1, 20));
    if (random.chance(0.02)) this.#revoke(now);
    if (random.chance(0.02)) this.#closeThread(now);
    if (random.chance(0.004)) this.#guildOutage(now);
    if (random.chance(0.002)) this.#refuseWord(now);
    if (random.chance(0.0015)) this.#goDown(now);
  }

  /** Lets members write so much that the look-up must read several pages. */
  busy(channelId: string): void {
    this.#talk(channelId, this.#stage.random.between(90, 260));
  }

  /** Counts trouble by name; `about` is the channel or server concerned, undefined for all. */
  count(name: string, about?: string): void {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.#stage.diary.note({ at: this.#stage.now, about, text: name });
  }

  #talk(channelId: string, times: number): void {
    const { server, reader } = this.#stage;
    const channel = server.world.channels.get(channelId);
    if (channel === undefined || channel.thread?.archived === true) return;
    this.count('others write', channelId);
    for (let said = 0; said < times; said += 1)
      server.acts.say({ channel: channelId, user: reader }, `${said} good morning`);
  }

  #disturbGateway(): void {
    const { server, random } = this.#stage;
    const kind = random.pick(['drop', 'reconnect', 'invalid', 'forget'] as const);
    this.count(`gateway ${kind}`);
    if (kind === 'drop') server.gateway.drop();
    else if (kind === 'reconnect') server.gateway.requestReconnect();
    else if (kind === 'invalid') server.gateway.invalidate(random.chance(0.5));
    else {
      server.gateway.forget();
      server.gateway.drop();
    }
  }

  /** Marks `id` as troubled for a while, sometimes for longer than a digest can wait. */
  #lasting(now: number, id: string, max: number, end: () => void): { to: number } | undefined {
    const { random } = this.#stage;
    if (this.#busy.has(id)) return undefined;
    const to = now + (random.chance(0.3) ? random.between(150, max) : random.between(10, 50)) * minute;
    this.#busy.add(id);
    this.#later(to, id, () => {
      this.#busy.delete(id);
      end();
    });
    return { to };
  }

  /** Ends trouble at a later moment; `about` is as for `count`. */
  #later(at: number, about: string | undefined, end: () => void): void {
    const ending = () => {
      this.#stage.diary.note({ at, about, text: 'trouble is over' });
      end();
    };
    this.#endings.push({ at, end: ending });
  }

  #revoke(now: number): void {
    const { server, random, channels, ledger } = this.#stage;
    const { channelId, guildId, isThread } = random.pick(channels);
    // A thread inherits its parent's permissions.
    if (isThread || this.#busy.has(guildId)) return;
    const lasting = this.#lasting(now, channelId, 560, () => {
      if (server.world.channels.has(channelId)) server.setup.setOverwrite(channelId, 'bot', {});
    });
    if (lasting === undefined) return;
    const name = random.pick(revocable);
    this.count(`${name} taken`, channelId);
    server.setup.setOverwrite(channelId, 'bot', { deny: [name] });
    ledger.outage({ from: now, to: lasting.to, channelId });
  }

  /** Archives a thread. It reopens with the next message, but a locked one stays closed until an admin opens it. */
  #closeThread(now: number): void {
    const { server, random, channels, ledger } = this.#stage;
    const threads = channels.filter((place) => place.isThread && !this.#busy.has(place.guildId));
    if (threads.length === 0) return;
    const { channelId } = random.pick(threads);
    const state = () => server.world.channels.get(channelId)?.thread;
    const thread = state();
    if (thread === undefined || this.#busy.has(channelId)) return;
    thread.archived = true;
    if (random.chance(0.6)) {
      this.count('thread closed', channelId);
      return;
    }
    const lasting = this.#lasting(now, channelId, 560, () => {
      const left = state();
      if (left !== undefined) left.locked = false;
    });
    if (lasting === undefined) return;
    this.count('thread locked', channelId);
    thread.locked = true;
    ledger.outage({ from: now, to: lasting.to, channelId });
  }

  #guildOutage(now: number): void {
    const { server, random, channels, ledger } = this.#stage;
    const { guildId } = random.pick(channels);
    if (!this.#isQuiet(guildId)) return;
    const lasting = this.#lasting(now, guildId, 400, () => server.setup.setAvailable(guildId, true));
    if (lasting === undefined) return;
    for (const { channelId, guildId: other } of channels) {
      if (other === guildId) ledger.outage({ from: now, to: lasting.to, channelId });
    }
    this.count('guild unavailable', guildId);
    server.setup.setAvailable(guildId, false);
  }

  /** Discord refuses every message with a certain word, as for a harmful link. Half of the errors name the part. */
  #refuseWord(now: number): void {
    const { random } = this.#stage;
    const word = random.pick(pressWords);
    const isNamed = random.chance(0.5);
    const how: { status: number; code: number; message: string; at?: (string | number)[] } = isNamed
      ? { status: 400, code: 50_035, message: 'Invalid Form Body' }
      : { status: 400, code: 240_000, message: 'Message blocked by harmful links filter' };
    const rule: FaultRule = {
      ...sends,
      how,
      when: ({ body }) => {
        const at = partWith(body, word);
        if (isNamed) how.at = at;
        return at !== undefined;
      },
    };
    if (this.#forAWhile(now, rule, random.between(6, 30) * hour)) this.count('a word refused');
  }

  /** Lets Discord be down for minutes or hours: nothing can be read or written. */
  #goDown(now: number): void {
    const { random, ledger } = this.#stage;
    const how = random.pick(['reset', 503, 500] as const);
    const forMs = (random.chance(0.4) ? random.between(150, 400) : random.between(5, 40)) * minute;
    // GET /users/@me still works: a starting process waits for it, and the virtual clock stands still meanwhile.
    if (!this.#forAWhile(now, { path: /^\/(?:channels\/|users\/@me\/channels)/, how }, forMs)) return;
    this.count('Discord down');
    ledger.outage({ from: now, to: now + forMs });
  }

  /** Sets a lasting rule, unless another one is in force. */
  #forAWhile(now: number, rule: FaultRule, forMs: number): boolean {
    if (this.#lastingRules.size > 0) return false;
    this.#lastingRules.add(rule);
    this.#later(now + forMs, undefined, () => this.#lastingRules.delete(rule));
    return true;
  }
}

/** Whether a message contains stories, which always link to their articles. */
function holdsStories({ body }: FaultTarget): boolean {
  return JSON.stringify(body).includes('://');
}

/** Path of the first component that contains the word. */
function partWith(body: unknown, word: string): (string | number)[] | undefined {
  const { components } = body as { components?: { components?: unknown[] }[] };
  const parts = components?.[0]?.components ?? [];
  const at = parts.findIndex((part) => JSON.stringify(part).includes(word));
  return at < 0 ? undefined : ['components', 0, 'components', at, 'content'];
}
