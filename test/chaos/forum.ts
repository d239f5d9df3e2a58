import { textOf } from '../../playground/discord/reading.ts';
import { rowsIn } from '../storage/beside.ts';
import { tickMs, tickUrl } from './press.ts';
import { byAdmin, day, hour, must, type Stage } from './stage.ts';
import type { Verdict } from './verdict.ts';

/** The feed is polled every five minutes, so more days would make most of a long run. */
const daysMax = 3;
/** Later items may not be posted yet when the run ends. */
const settledMs = 2 * hour;
/** A message names so many items at most, for instance after Lede was away. */
const namedMax = 13;
/** How Discord loses answers to the forum's posts; a tenth each. */
const losses = ['500-after-commit', 'reset-after-commit', 'reset', 503] as const;

/** A forum that gets every item of a feed of its server's own: more than ten posts a day. */
export interface Forum {
  channelId: string;
  since: number;
}

/** Opens the forum some days before the end of the run. */
export async function planForum(stage: Stage): Promise<void> {
  const at = stage.now + Math.max(0, stage.options.days - daysMax) * day;
  const work = () => openForum(stage);
  if (at === stage.now) await work();
  else stage.later.push({ at, isCareful: true, work });
}

async function openForum(stage: Stage): Promise<void> {
  const { setup } = stage.server;
  const { id: guildId } = setup.addGuild({ name: 'Docks' });
  setup.addMember(guildId, stage.admin, { admin: true });
  const { id: channelId } = setup.addChannel(guildId, { name: 'ships', kind: 'forum' });
  const by = byAdmin(stage, { guildId });
  const feed = { url: stage.press.tickerUrl, title: 'Docks', items: [] };
  await must(stage, { do: 'change', change: 'addFeed', given: [by, feed, undefined] });
  const rule = { voices: 1, perDay: 50, forum: { tagIds: {} } };
  await must(stage, { do: 'change', change: 'setAlert', given: [by, channelId, rule] });
  stage.forum = { channelId, since: stage.now };
}

/** Lets Discord lose answers to posts of the forum until faults are cleared. */
export function loseAnswers({ forum, server, random, trouble }: Stage): void {
  if (forum === undefined) return;
  const path = `/channels/${forum.channelId}/threads`;
  for (const how of losses)
    server.fail({
      ...{ method: 'POST', path, how, times: Number.POSITIVE_INFINITY },
      when: () => {
        if (!random.chance(0.1)) return false;
        trouble.count('answer to a post lost', forum.channelId);
        return true;
      },
    });
}

/** Adds what the forum lacks or has twice to the verdict. Returns how many posts it has. */
export function judgeForum({ forum, server, databaseUrl, now }: Stage, verdict: Verdict): number {
  if (forum === undefined) return 0;
  const posts = [...server.world.channels.values()].filter(({ parentId }) => parentId === forum.channelId);
  const texts = posts.map(({ messages: [first] }) => (first === undefined ? '' : textOf(first)));
  const seen = rowsIn<{ url: string; at: number }>(
    databaseUrl,
    "select url, first_seen_at as at from articles where url like 'http://press.invalid/ticker/%'",
  );
  const byPoll = Map.groupBy(seen, ({ at }) => at);
  for (let nth = Math.ceil(forum.since / tickMs) + 1; nth * tickMs < now - settledMs; nth += 1) {
    const url = tickUrl(nth);
    const told = texts.filter((text) => text.includes(`${url})`)).length;
    if (told > 1) verdict.doubled.push(url);
    const read = seen.find((one) => one.url === url);
    const isNamed = read !== undefined && (byPoll.get(read.at)?.length ?? 0) <= namedMax;
    if (told === 0 && (read === undefined || isNamed))
      verdict.lost.push(`${url}, ${read === undefined ? 'not read' : 'read'}`);
  }
  return posts.length;
}
