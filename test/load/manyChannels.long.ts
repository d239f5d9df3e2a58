import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { figuresOf, rounded } from './hand.ts';
import type { Held } from './lede.ts';
import { recordTimes, townAndLede } from './onPostgres.ts';
import type { Neighbours } from './town.ts';

const second = 1_000;
const hour = 3_600 * second;
const dueAt = Date.UTC(2026, 10, 24, 8);
const channelsPerGuild = 10;
const perSecond = 50;

/** Of five channels, three have one topic, one has two and one has four; one in ten has a non-default length. */
function wishesOf(neighbours: readonly Neighbours[], topics: readonly string[]) {
  const topic = (at: number) => topics[at % topics.length] as string;
  return neighbours.flatMap(({ guildId, admin, channelIds }, guild) =>
    channelIds.map((channelId, at) => {
      const nth = guild * channelsPerGuild + at;
      const kind = nth % 5;
      const few = kind < 3 ? [topic(nth)] : [topic(nth), topic(nth + 1 + (nth % 3))];
      return {
        by: { serverId: guildId, userId: admin, serverLocale: 'en-GB' },
        channelId,
        topics: kind === 4 ? topics.slice(nth % 3, (nth % 3) + 4) : few,
        change: nth % 10 === 7 ? { stories: 3 + (nth % 7) } : undefined,
      };
    }),
  );
}

test(
  '10,000 channels due at one moment: posted at the pace that Discord allows, members are answered meanwhile, memory stays flat',
  async () => {
    const at = dueAt - 2 * hour;
    const plan = { feeds: 120, eventsPerHour: 60, guilds: 1_000, channels: channelsPerGuild, at };
    const { town, lede, neighbours, topics, close } = await townAndLede(plan, { cron: true });
    await lede.ask('drain', { at });
    const wishes = wishesOf(neighbours, topics);
    for (let from = 0; from < wishes.length; from += 500) await lede.ask('subscribe', wishes.slice(from, from + 500));

    const before = dueAt - second;
    await lede.ask('drain', { at: before });
    await town.ask('stand', before);
    const held: Held[] = [];
    const clean = [await lede.ask('heldAfterGc')];
    await Promise.all([town.ask('run'), lede.ask('run')]);
    await town.ask('talk', { everyMs: second / 2 });
    for (let looks = 0, before = 0; looks < 100; looks += 1) {
      await pause(5 * second);
      const { channels, messages } = await town.ask('posted');
      held.push(await lede.ask('held'));
      if (channels > (wishes.length * clean.length) / 3) clean.push(await lede.ask('heldAfterGc'));
      // A digest may be two messages.
      if (channels === wishes.length && messages === before) break;
      before = messages;
    }
    const talk = await town.ask('hush');
    clean.push(await lede.ask('heldAfterGc'));
    const posted = await town.ask('posted');
    const allowedMs = (posted.messages / perSecond) * second;
    const figures = {
      channels: wishes.length,
      posted: posted.channels,
      messages: posted.messages,
      doubled: posted.doubled,
      ofWhat50PerSecondAllow: rounded((posted.lastMs - second) / allowedMs),
      refused429: posted.statuses['POST /channels/:id/messages 429'] ?? 0,
      cpuMsPerDigest: rounded(((held.at(-1)?.cpuMs ?? 0) - (clean[0]?.cpuMs ?? 0)) / wishes.length),
      asked: talk.asked,
      answerMs: figuresOf(talk.shownMs),
      over250Ms: talk.slowest,
      heapMiBAfterGc: clean.map(({ heapMiB }) => rounded(heapMiB)),
      rssMiB: held.filter((_, nth) => nth % 6 === 0).map(({ rssMiB }) => Math.round(rssMiB)),
      loopDelayP99Ms: rounded(Math.max(...held.map(({ loopDelayP99Ms }) => loopDelayP99Ms))),
      problems: await close(),
    };
    const isJudged = recordTimes('manyChannels', figures);

    expect([figures.posted, figures.doubled, talk.failed]).toEqual([wishes.length, 0, 0]);
    expect(figures.refused429).toBeLessThan(50);
    const [first = 0, ...later] = figures.heapMiBAfterGc;
    expect(Math.max(...later)).toBeLessThan(first * 1.5);
    if (!isJudged) return;
    expect(figures.ofWhat50PerSecondAllow).toBeLessThanOrEqual(1.1);
    expect(figures.answerMs.p99).toBeLessThanOrEqual(300);
  },
  15 * 60_000,
);
