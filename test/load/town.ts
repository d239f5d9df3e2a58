// Everything around Lede: Discord, its members and the outlets. It is a separate process, so that its cost is not
// counted.
import { setTimeout as pause } from 'node:timers/promises';
import { createMovedClock } from '../../playground/clock.ts';
import { DISCORD_RATE_LIMITS, WIDE_RATE_LIMITS } from '../../playground/discord/http/rateLimits.ts';
import { allComponents } from '../../playground/discord/reading.ts';
import { createDiscordServer, type DiscordServer } from '../../playground/discord/server.ts';
import { furnish } from './furnish.ts';
import { serve } from './hand.ts';
import { askedFor, openPress, type Press, type PressPlan } from './press.ts';

const monotonic = () => performance.now();

/** Statistics of Lede's answers to members, in ms from the act. */
interface Talk {
  asked: number;
  /** Acts that got no first answer within Discord's three seconds, or no final answer. */
  failed: number;
  shownMs: number[];
  slowest: string[];
}

/** One server of the town. */
export interface Neighbours {
  guildId: string;
  admin: string;
  channelIds: string[];
}

interface Town {
  plan: PressPlan;
  clock: ReturnType<typeof createMovedClock>;
  server: DiscordServer;
  press: Press;
  neighbours: Neighbours[];
  /** When the clock began to run. */
  ranAt: number;
  /** Custom ids in the bot's messages, by channel; each identifies a message of a digest. */
  posts: Map<string, string[]>;
  /** When the bot's newest message arrived. */
  lastAt: number;
  statuses: Record<string, number>;
}

interface Burst {
  command: 'story' | 'headlines' | 'catchup';
  count: number;
  from?: number;
  words?: boolean;
}

let town: Town;
let talk: Talk = newTalk();
let talking: AbortController | undefined;
let acts = 0;

function newTalk(): Talk {
  return { asked: 0, failed: 0, shownMs: [], slowest: [] };
}

/** The nth question of members; each comes from another server. */
function act(nth: number): void {
  const { server, neighbours, clock, plan } = town;
  const { admin: user, channelIds } = neighbours[(nth * 7) % neighbours.length] as Neighbours;
  const at = { user, channel: channelIds[nth % channelIds.length] as string };
  const query = askedFor(clock.now(), plan, 10 + ((nth * 13) % 100));
  const topic = ['world', 'sport', 'science'][nth % 3] as string;
  const lives = [
    () => server.acts.run({ ...at, command: 'story', options: { query } }),
    () => server.acts.run({ ...at, command: 'headlines', options: { topic } }),
    () => server.acts.run({ ...at, command: 'subscriptions' }),
    () => server.acts.type({ ...at, command: 'story', options: { query: query.slice(0, 4) }, focused: 'query' }),
    () => server.acts.run({ ...at, command: 'headlines' }),
    () => server.acts.run({ ...at, command: 'help' }),
  ];
  const life = (lives[nth % lives.length] as (typeof lives)[0])();
  const said = talk;
  said.asked += 1;
  void life.shown.then(({ kind }) => {
    if (kind !== 'message' && kind !== 'choices') said.failed += 1;
    said.shownMs.push(life.shownMs ?? Number.POSITIVE_INFINITY);
    if ((life.shownMs ?? 0) > 250) said.slowest.push(`${life.origin.name} ${Math.round(life.shownMs ?? 0)}`);
  });
}

const answered = (said: Talk) => said.shownMs.length;
const shownMsOf = (lives: readonly { readonly shownMs: number | undefined }[]) =>
  lives.map(({ shownMs }) => shownMs ?? Number.POSITIVE_INFINITY);

const duties = {
  /** Opens everything; the virtual clock stands still at `at`. */
  async open(plan: PressPlan & { at: number; guilds: number; channels: number; limits: boolean; bytes?: number }) {
    const clock = createMovedClock(monotonic, plan.at);
    const press = await openPress(plan, clock.now);
    const server = await createDiscordServer({
      now: clock.now,
      monotonic,
      rateLimits: plan.limits ? DISCORD_RATE_LIMITS : WIDE_RATE_LIMITS,
      requestsMax: 10,
    });
    const neighbours = Array.from({ length: plan.guilds }, (_, at) => {
      const guildId = server.setup.addGuild({ name: `Server ${at}`, locale: 'en-GB' }).id;
      const admin = server.setup.addUser({ name: `Admin ${at}` }).id;
      server.setup.addMember(guildId, admin, { admin: true });
      const channelIds = Array.from(
        { length: plan.channels },
        (_, nth) => server.setup.addChannel(guildId, { name: `news-${nth}` }).id,
      );
      return { guildId, admin, channelIds };
    });
    const guildIds = neighbours.map(({ guildId }) => guildId);
    if (plan.bytes !== undefined) furnish(server, guildIds, plan.bytes);
    town = { plan, clock, server, press, neighbours, ranAt: 0, posts: new Map(), lastAt: 0, statuses: {} };
    server.on((event) => {
      if (event.type === 'request') {
        const { method, path, status } = event.request;
        const name = `${method} ${path.replaceAll(/\d{5,}/g, ':id').replace(/:id\/[^/]{20,}/, ':token')} ${status}`;
        town.statuses[name] = (town.statuses[name] ?? 0) + 1;
      }
      if (event.type !== 'message' || event.change !== 'created') return;
      const { author, channel_id: channelId, flags } = event.message;
      if (author.id !== server.world.botId || (flags & 64) !== 0) return;
      const controls = allComponents(event.message.components).flatMap(({ custom_id }) => custom_id ?? []);
      town.posts.set(channelId, [...(town.posts.get(channelId) ?? []), ...controls]);
      town.lastAt = monotonic();
    });
    const { catalogue, hosts } = press;
    const settings = { token: server.token, apiUrl: server.url, catalogue, privateOrigins: hosts };
    return { settings: { ...settings, hostSpacingMs: 0, pictures: true }, neighbours };
  },
  stand: (at: number) => town.clock.stand(at),
  run() {
    town.ranAt = monotonic();
    town.clock.run();
  },
  /** Lets members ask every `everyMs` until `hush`. */
  talk({ everyMs }: { everyMs: number }) {
    const ending = new AbortController();
    talking = ending;
    talk = newTalk();
    void (async () => {
      while (!ending.signal.aborted) {
        act(acts++);
        await pause(everyMs);
      }
    })();
  },
  /** Ends the talk and waits for the last answers. */
  async hush(): Promise<Talk> {
    talking?.abort();
    return settled();
  },
  /** Lets members ask `count` questions, `atOnce` at a time. Resolves when all are answered. */
  async ask({ count, atOnce }: { count: number; atOnce: number }): Promise<Talk> {
    talk = newTalk();
    for (let nth = 0; nth < count; nth += 1) {
      act(acts++);
      while (talk.asked - answered(talk) >= atOnce) await pause(0);
    }
    return settled();
  },
  /**
   * Lets `count` members, from the one at `from` on, use a command at the same instant, with `words` about a recent
   * story. Returns when each got the first answer and the card.
   */
  async burst({ command, count, from = 0, words = false }: Burst) {
    const { server, neighbours, clock, plan } = town;
    const lives = Array.from({ length: count }, (_, nth) => {
      const { admin: user, channelIds } = neighbours[(from + nth) % neighbours.length] as Neighbours;
      const query = askedFor(clock.now(), plan, 10 + ((nth * 13) % 100));
      const options: Record<string, string> = words ? { query } : {};
      return server.acts.run({ user, channel: channelIds[0] as string, command, options });
    });
    const shown = await Promise.all(lives.map((life) => life.shown));
    return {
      answeredMs: lives.map(({ answerMs }) => answerMs ?? Number.POSITIVE_INFINITY),
      shownMs: shownMsOf(lives),
      failed: shown.filter(({ kind }) => kind !== 'message').length,
    };
  },
  /**
   * Lets members type these texts letter by letter, one after another, while another member asks for help. Returns when
   * each help and each suggestion was shown.
   */
  async typing({ members, texts, asks }: { members: number; texts: string[]; asks: number }) {
    const { acts: all } = town.server;
    const [helped, ...typists] = town.neighbours.slice(0, members + 1).map(({ admin, channelIds }) => {
      return { user: admin, channel: channelIds[0] as string };
    });
    if (helped === undefined || typists.length < members) throw new Error('the town has too few servers');
    const ending = new AbortController();
    const suggestions: ReturnType<typeof all.type>[] = [];
    const typed = typists.map(async (place, nth) => {
      for (let turn = nth; !ending.signal.aborted; turn += 1) {
        const text = texts[turn % texts.length] as string;
        for (let end = 1; end <= text.length && !ending.signal.aborted; end += 1) {
          const options = { query: text.slice(0, end) };
          suggestions.push(all.type({ ...place, command: 'story', options, focused: 'query' }));
          await pause(150);
        }
      }
    });
    const helps = [];
    for (let nth = 0; nth < asks; nth += 1) {
      const life = all.run({ ...helped, command: 'help' });
      helps.push(life);
      await life.shown;
      await pause(50);
    }
    ending.abort();
    await Promise.all(typed);
    const shown = await Promise.all(suggestions.map((life) => life.shown));
    return {
      helpMs: shownMsOf(helps),
      suggestedMs: shownMsOf(suggestions),
      /** Keystrokes with suggestions; those over the limit get an empty list at once. */
      found: shown.filter((one) => one.kind === 'choices' && one.choices.length > 0).length,
      failed: shown.filter(({ kind }) => kind !== 'choices').length,
    };
  },
  /** Numbers of channels with a message and with a duplicate, and the time from the clock's start to the last one. */
  posted() {
    const { statuses, press } = town;
    return {
      channels: town.posts.size,
      doubled: [...town.posts.values()].filter((controls) => new Set(controls).size < controls.length).length,
      messages: statuses['POST /channels/:id/messages 200'] ?? 0,
      lastMs: town.lastAt - town.ranAt,
      statuses,
      feedRequests: press.requests,
    };
  },
  async close() {
    talking?.abort();
    await town.server.close();
    await town.press.close();
  },
};

async function settled(): Promise<Talk> {
  while (answered(talk) < talk.asked) await pause(1);
  return talk;
}

export type TownDuties = typeof duties;
serve(duties);
