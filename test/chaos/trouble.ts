import type { FaultRule, FaultTarget } from '../../playground/server/http/faults.ts';
import { pressWords } from './press.ts';
import { hour, minute, type Stage } from './stage.ts';

const always = Number.POSITIVE_INFINITY;
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
  { ...posts, how: { rateLimitMs: 250, shared: true, bare: true } },
  { ...posts, how: { delayMs: 120 } },
  // Never the message that is left when every story was refused.
  { ...posts, how: { status: 400, code: 50_035, message: 'Invalid Form Body' }, when: holdsStories },
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

/** Makes trouble on Discord's side from a seed. */
export class Trouble {
  readonly counts: Record<string, number> = {};
  readonly #stage: Stage;
  readonly #endings: Ending[] = [];
  /** Channels and servers that have their trouble already. */
  readonly #busy = new Set<string>();
  /** In force over many steps. */
  readonly #lastingRules = new Set<FaultRule>();

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** When the next trouble ends, so that the wall stops there. */
  nextAt(): number {
    return Math.min(always, ...this.#endings.map(({ at }) => at));
  }

  endAll(): void {
    this.#stage.server.clearFaults();
    for (const { end } of this.#endings.splice(0)) end();
  }

  /** Whether a server and its channels have no trouble that lasts. */
  #isQuiet(guildId: string): boolean {
    const ids = this.#stage.channels.flatMap((place) => (place.guildId === guildId ? [place.channelId] : []));
    return [guildId, ...ids].every((id) => !this.#busy.has(id));
  }

  /** Ends what is over, and sets the faults of this step; `due` are the channels that get something now. */
  step(now: number, due: readonly string[]): void {
    const { server, random, options } = this.#stage;
    const { lossShare = 0 } = options;
    server.clearFaults();
    for (const ending of this.#endings.filter(({ at }) => at <= now)) {
      this.#endings.splice(this.#endings.indexOf(ending), 1);
      ending.end();
    }
    for (const rule of this.#lastingRules) server.fail({ ...rule, times: always });
    if (lossShare > 0) {
      server.fail({ ...posts, how: '500-after-commit', times: always, when: () => random.chance(lossShare) });
    }
    if (random.chance(due.length > 0 ? 0.35 : 0.08)) {
      const rule = random.pick(requestFaults);
      const { how } = rule;
      const name = typeof how !== 'object' ? how : 'status' in how ? how.status : Object.keys(how).join();
      this.count(`${rule.method} ${name}`);
      server.fail({ ...rule, times: random.between(1, 6), after: random.between(0, 2) });
    }
    // Each costs seconds of real time, which discord.js leaves between two sessions.
    if (random.chance(0.008)) this.#disturbGateway();
    if (due.length > 0 && random.chance(0.15)) this.#talk(random.pick(due), random.between(1, 20));
    if (random.chance(0.02)) this.#revoke(now);
    if (random.chance(0.02)) this.#closeThread(now);
    if (random.chance(0.004)) this.#guildOutage(now);
    if (random.chance(0.002)) this.#refuseWord(now);
    if (random.chance(0.0015)) this.#goDown(now);
  }

  /** Others write so much that the look-up has to page. */
  busy(channelId: string): void {
    this.#talk(channelId, this.#stage.random.between(90, 260));
  }

  /** `about`: the channel or server that it comes to, if not all. */
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

  /** Occupies `id` for a while; a long one is more than a digest can wait. */
  #lasting(now: number, id: string, max: number, end: () => void): { to: number } | undefined {
    const { random } = this.#stage;
    if (this.#busy.has(id)) return undefined;
    const to = now + (random.chance(0.3) ? random.between(150, max) : random.between(10, 50)) * minute;
    this.#busy.add(id);
    this.#endings.push({
      at: to,
      end: () => {
        this.#stage.diary.note({ at: to, about: id, text: 'its trouble is over' });
        this.#busy.delete(id);
        end();
      },
    });
    return { to };
  }

  #revoke(now: number): void {
    const { server, random, channels, ledger } = this.#stage;
    const { channelId, guildId, isThread } = random.pick(channels);
    // A thread has its parent's permissions.
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

  /** A closed thread opens with the next message; one that is locked too waits for an admin. */
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

  /** Every message with a certain word is refused, as for a harmful link; half of the time Discord names the part. */
  #refuseWord(now: number): void {
    const { random } = this.#stage;
    const word = random.pick(pressWords);
    const isNamed = random.chance(0.5);
    const how: { status: number; code: number; message: string; at?: (string | number)[] } = isNamed
      ? { status: 400, code: 50_035, message: 'Invalid Form Body' }
      : { status: 400, code: 240_000, message: 'Message blocked by harmful links filter' };
    const rule: FaultRule = {
      ...posts,
      how,
      when: ({ body }) => {
        const at = partWith(body, word);
        if (isNamed) how.at = at;
        return at !== undefined;
      },
    };
    if (this.#forAWhile(now, rule, random.between(6, 30) * hour)) this.count('a word refused');
  }

  /** Nothing can be read or written, for minutes or hours. */
  #goDown(now: number): void {
    const { random, ledger } = this.#stage;
    const how = random.pick(['reset', 503, 500] as const);
    const forMs = (random.chance(0.4) ? random.between(150, 400) : random.between(5, 40)) * minute;
    // A process that starts waits until Discord says who it is, and the wall stands still meanwhile.
    if (!this.#forAWhile(now, { path: /^\/(?:channels\/|users\/@me\/channels)/, how }, forMs)) return;
    this.count('Discord down');
    ledger.outage({ from: now, to: now + forMs });
  }

  /** One such rule at a time. */
  #forAWhile(now: number, rule: FaultRule, forMs: number): boolean {
    if (this.#lastingRules.size > 0) return false;
    this.#lastingRules.add(rule);
    const end = () => {
      this.#stage.diary.note({ at: now + forMs, text: 'Discord is as before' });
      this.#lastingRules.delete(rule);
    };
    this.#endings.push({ at: now + forMs, end });
    return true;
  }
}

/** Whatever tells a story links to it. */
function holdsStories({ body }: FaultTarget): boolean {
  return JSON.stringify(body).includes('://');
}

/** Where in a digest the word stands first. */
function partWith(body: unknown, word: string): (string | number)[] | undefined {
  const { components } = body as { components?: { components?: unknown[] }[] };
  const parts = components?.[0]?.components ?? [];
  const at = parts.findIndex((part) => JSON.stringify(part).includes(word));
  return at < 0 ? undefined : ['components', 0, 'components', at, 'content'];
}
