import type { RecordedRequest } from '../../playground/discord/http/recorder.ts';
import { isFields } from '../../playground/discord/wire.ts';
import { openDesk, type TestDesk } from '../desk/desk.ts';
import { type Injections, inject } from './pieces.ts';
import type { OwnMarks } from './reader.ts';

/** A desk whose outlets publish hostile text, and what was checked so far. */
export interface HostileDesk {
  at: TestDesk;
  own: OwnMarks;
  dayNumber: number;
  /** Posted messages and thread names already checked, so that each version of them is checked once. */
  known: Set<string>;
  /** Requests since the last round that allow a mention that they must not allow. */
  mentions: string[];
  /** Numbers of messages, choices and thread names checked, and of constructs that these showed as plain text. */
  read: { messages: number; choices: number; threads: number; constructs: number };
}

/** Opens a desk with two topics, three kinds of alerts, watched words, and a custom topic of hostile words. */
export async function openHostileDesk(given: Injections): Promise<HostileDesk> {
  const at = await openDesk();
  const { setup } = at.server;
  const { change } = at;
  setup.grantBot(at.serverId, ['ManageRoles', 'ManageChannels', 'CreatePublicThreads']);
  const role = setup.addRole(at.serverId, { name: 'News', low: true }).id;
  /** Three channels with alerts: at once with a role's mention, merged after quiet hours, and as forum posts. */
  const alerts = {
    atOnce: setup.addChannel(at.serverId, { name: 'at-once', kind: 'announcement' }).id,
    merged: setup.addChannel(at.serverId, { name: 'merged' }).id,
    forum: setup.addChannel(at.serverId, { name: 'stories', kind: 'forum' }).id,
  };
  const name = inject('Chess', given).slice(0, 40);
  const topic = await change.createTopic(at.by, name, { all: [], any: ['chess'], not: [] });
  await change.subscribe(at.by, at.channelId, ['world', 'technology', topic.id]);
  await change.saveSettings(at.by, at.channelId, { stories: 9, thread: 'on' });
  const run = (command: string, options: Record<string, string | number>) =>
    at.server.acts.run({ user: at.admin, channel: at.channelId, command, options }).shown;
  await run('alerts set', { channel: alerts.forum, voices: 2 });
  const forum = (await at.ask.alerts(at.serverId)).find(({ channelId }) => channelId === alerts.forum)?.forum;
  const all = { voices: 2, perDay: 10 };
  await change.setAlert(at.by, alerts.forum, { ...all, forum });
  await change.setAlert(at.by, alerts.atOnce, { ...all, roleId: role, thread: true, crosspost: true });
  await change.setAlert(at.by, alerts.merged, { ...all, quiet: '1-8' });
  // Each item of an own feed: in messages of one and of several, and as forum posts.
  const items = [
    { channelId: setup.addChannel(at.serverId, { name: 'items' }).id, typed: {} },
    { channelId: setup.addChannel(at.serverId, { name: 'items-by-word' }).id, typed: { words: 'parliament, moose' } },
    { channelId: setup.addChannel(at.serverId, { name: 'item-posts', kind: 'forum' }).id, typed: { forum } },
  ];
  for (const site of at.sites) {
    site.feed('/own.xml', []);
    await change.addFeed(at.by, { url: `${site.origin}/own.xml`, title: 'Own', items: [] }, undefined);
  }
  await at.drain();
  for (const { channelId, typed } of items)
    await change.setAlert(at.by, channelId, { voices: 1, perDay: 50, ...typed });
  const watched = inject('chess', given).replaceAll(',', ' ').slice(0, 50);
  await run('watch add', { words: `${watched},ferry,moose` });
  const { world } = at.server;
  const hosts = new Set(['discord.com', ...at.sites.map(({ host }) => host)]);
  const commands = new Set([...world.commands.values()].flat().map(({ name }) => name));
  const own = { hosts, commands, channels: world.channels, roles: new Map([[alerts.atOnce, role]]) };
  const desk: HostileDesk = {
    at,
    own,
    dayNumber: 0,
    known: new Set(),
    mentions: [],
    read: { messages: 0, choices: 0, threads: 0, constructs: 0 },
  };
  at.server.on((event) => {
    if (event.type === 'request') desk.mentions.push(...mentionsAllowed(event.request, desk.own.roles));
  });
  return desk;
}

/**
 * The mentions that a request allows, other than the role of the channel's alerts. Without `allowed_mentions`, Discord
 * notifies everyone who is mentioned.
 */
function mentionsAllowed({ method, path, body }: RecordedRequest, roles: OwnMarks['roles']): string[] {
  if (!isFields(body)) return [];
  const messages = [body, body.message, body.data]
    .filter(isFields)
    .filter((one) => 'components' in one || 'content' in one);
  const role = roles.get(/^\/channels\/(\d+)\/messages/.exec(path)?.[1] ?? '');
  const allowed = [{ parse: [] }, ...(role === undefined ? [] : [{ parse: [], roles: [role] }])].map((one) =>
    JSON.stringify(one),
  );
  return messages
    .filter((one) => !allowed.includes(JSON.stringify(one.allowed_mentions)))
    .map((one) => `${method} ${path} allows ${JSON.stringify(one.allowed_mentions)}`);
}
