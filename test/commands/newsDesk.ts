import { expect } from 'vitest';
import { hour, type Tellings, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';

export const half = hour / 2;

/** Lets the n-th outlet report an event, as its only news, and then half an hour pass. */
export function hear(at: TestDesk, outlet: number, event: Tellings[number], link: string, ms = half) {
  at.report(outlet, event, link);
  return at.skip(ms);
}

const ferryAndWater = { '/ferry': events.ferry, '/water': events.water };

/** Lets the first two outlets report several events in one poll, and then half an hour pass. */
export function confirmAll(at: TestDesk, all: Readonly<Record<string, Tellings>> = ferryAndWater) {
  for (const outlet of [0, 1] as const)
    at.list(outlet, Object.fromEntries(Object.entries(all).map(([link, tellings]) => [link, tellings[outlet]])));
  return at.skip(half);
}

export const addForum = ({ server, serverId }: TestDesk): string =>
  server.setup.addChannel(serverId, { name: 'stories', kind: 'forum' }).id;

/** The posts of a forum, or the threads below a channel's messages, oldest first. */
export const postsIn = ({ server }: TestDesk, channelId: string) =>
  [...server.world.channels.values()].filter(({ parentId }) => parentId === channelId);

export const storyIdIn = (at: TestDesk): string =>
  at.rows<{ id: string }>('select id from stories')[0]?.id ?? expect.fail();

/** An article that a message tells. */
export const toldArticleIn = (at: TestDesk): string =>
  at.rows<{ id: string }>('select article_id as id from told_articles')[0]?.id ?? expect.fail();

/** Whether each message of a channel came without a notification. */
export const silenced = (at: TestDesk, channelId?: string): boolean[] =>
  at.messages(channelId).map(({ flags }) => (flags & 4_096) !== 0);

/** The notices that are open for the server. */
export const noticesOf = async (at: TestDesk) => (await at.ask.status(at.serverId)).notices;
