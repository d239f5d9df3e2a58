import { EventEmitter } from 'node:events';
import { type Client, Events, GatewayDispatchEvents } from 'discord.js';
import { expect, test } from 'vitest';
import type { serverEvents } from '../../src/desk/serverEvents.ts';
import { reportPresence } from '../../src/discord/gateway/gateway.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';

/** The part of discord.js's client that the report uses: the gateway's state and events. */
function fakeClient() {
  const state = { ready: false };
  const emitter = Object.assign(new EventEmitter(), { ws: new EventEmitter(), isReady: () => state.ready });
  const client = emitter as unknown as Client & typeof emitter;
  const { ws } = emitter;
  return {
    client,
    state,
    session: (...ids: string[]) =>
      ws.emit(GatewayDispatchEvents.Ready, {
        user: { id: 'self' },
        guilds: ids.map((id) => ({ id, unavailable: true })),
      }),
    server: (id: string, ...channelIds: string[]) => {
      const channels = channelIds.map((channelId) => ({ id: channelId, type: 0, name: 'news' }));
      const rest = { name: id, preferred_locale: 'en-US', owner_id: '1', roles: [], members: [], threads: [] };
      ws.emit(GatewayDispatchEvents.GuildCreate, { id, channels, ...rest });
    },
    left: (id: string) => ws.emit(GatewayDispatchEvents.GuildDelete, { id }),
  };
}

test('a new session of one shard leaves the servers of the others', () => {
  const { client } = fakeClient();
  const servers = serversOf(client);
  // A session by itself reports nothing.
  servers.follow(client, {} as Parameters<typeof servers.follow>[1]);
  const session = (shardId: number, ...ids: string[]) => {
    const guilds = ids.map((id) => ({ id, unavailable: true }));
    client.ws.emit(GatewayDispatchEvents.Ready, { user: { id: 'self' }, guilds }, shardId);
  };
  session(2, 'a', 'b');
  session(3, 'c');
  session(2, 'b', 'd');
  expect(servers.ids().toSorted()).toEqual(['b', 'c', 'd']);
});

const never = () => new Promise<boolean>(() => {});

test('servers that left between two sessions are forgotten and reported with the second; the first is compared at the start', () => {
  const { client, state, session, server } = fakeClient();
  const present: (readonly string[])[] = [];
  const joined: string[] = [];
  const change = {
    serverJoined: async (id: string) => void joined.push(id),
    serverLocale: async () => {},
    serverAnnounces: async () => {},
  };
  const servers = serversOf(client);
  const compare = async () => void present.push(servers.ids());
  reportPresence(client, change as unknown as ReturnType<typeof serverEvents>, compare, () => {}, never);
  session('stays', 'leaves');
  server('stays', 'a');
  server('leaves', 'b', 'c');
  expect(servers.place('leaves', 'c')?.name).toBe('news');
  client.emit(Events.ShardReady);
  expect(present).toEqual([]);
  state.ready = true;
  session('stays', 'new');
  expect(servers.ids()).toEqual(['stays', 'new']);
  expect(servers.place('leaves', 'c')).toBeUndefined();
  server('stays', 'd');
  server('new');
  expect(['a', 'd'].map((id) => servers.place('stays', id)?.name)).toEqual([undefined, 'news']);
  client.emit(Events.ShardReady);
  expect(present).toEqual([['stays', 'new']]);
  server('later');
  expect(joined).toEqual(['later']);
});

test('if a change can’t be stored, all servers are compared again until the result is stored', async () => {
  const { client, state, session, left } = fakeClient();
  state.ready = true;
  const told: string[] = [];
  let failures = 3;
  const tell = async (what: string) => {
    told.push(what);
    failures -= 1;
    if (failures >= 0) throw new Error('disk is full');
  };
  const change = { serverLeft: (id: string) => tell(`left ${id}`) };
  const compare = () => tell(`present ${serversOf(client).ids().join()}`);
  const failed: Promise<void>[] = [];
  const track = (task: Promise<void>) => void failed.push(task.catch(() => {}));
  reportPresence(client, change as unknown as ReturnType<typeof serverEvents>, compare, track, async () => true);
  session('stays', 'leaves');
  left('leaves');
  for (let waited = 0; waited < failed.length; waited += 1) await failed[waited];
  expect(told).toEqual(['left leaves', 'present stays', 'present stays', 'present stays']);
});
