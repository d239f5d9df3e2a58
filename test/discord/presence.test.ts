import { EventEmitter } from 'node:events';
import { type Client, Events, GatewayDispatchEvents } from 'discord.js';
import { expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import { reportPresence } from '../../src/discord/presence.ts';

/** As much of discord.js as the report looks at: what it keeps, and what it says. */
function fakeClient(guilds: Readonly<Record<string, readonly string[]>>) {
  const keep = (ids: readonly string[]) => new Map(ids.map((id) => [id, { id }]));
  const cache = new Map(Object.entries(guilds).map(([id, ids]) => [id, { channels: { cache: keep(ids) } }]));
  const channels = { cache: keep(Object.values(guilds).flat()) };
  const state = { ready: false };
  const client = Object.assign(new EventEmitter(), {
    ws: new EventEmitter(),
    guilds: { cache },
    channels,
    isReady: () => state.ready,
  });
  return { client, state, cache, channels };
}

const never = () => new Promise<boolean>(() => {});

test('what left between two sessions is forgotten and reported with the second; the first is compared at the start', () => {
  const { client, state, cache, channels } = fakeClient({ stays: ['a'], leaves: ['b', 'c'] });
  const present: (readonly string[])[] = [];
  const change = {
    serversPresent: async (ids: readonly string[]) => {
      present.push(ids);
    },
  };
  reportPresence(client as unknown as Client, { change } as unknown as Desk, () => {}, never);
  client.emit(Events.ShardReady);
  expect(present).toEqual([]);
  state.ready = true;
  client.ws.emit(GatewayDispatchEvents.Ready, { guilds: [{ id: 'stays' }, { id: 'new' }] });
  expect([...cache.keys()]).toEqual(['stays']);
  expect([...channels.cache.keys()]).toEqual(['a']);
  // A server that joins before the session is complete is named too.
  cache.set('new', { channels: { cache: new Map() } });
  client.emit(Events.ShardReady);
  expect(present).toEqual([['stays', 'new']]);
});

test('what could not be stored is made up for by comparing all servers, until that can be stored', async () => {
  const { client, state, cache } = fakeClient({ stays: [], leaves: [] });
  state.ready = true;
  const told: string[] = [];
  let failures = 3;
  const tell = async (what: string) => {
    told.push(what);
    failures -= 1;
    if (failures >= 0) throw new Error('disk is full');
  };
  const change = {
    serverLeft: (id: string) => tell(`left ${id}`),
    serversPresent: (ids: readonly string[]) => tell(`present ${ids.join()}`),
  };
  const failed: Promise<void>[] = [];
  const track = (task: Promise<void>) => void failed.push(task.catch(() => {}));
  reportPresence(client as unknown as Client, { change } as unknown as Desk, track, async () => true);
  cache.delete('leaves');
  client.emit(Events.GuildDelete, { id: 'leaves' });
  for (let waited = 0; waited < failed.length; waited += 1) await failed[waited];
  expect(told).toEqual(['left leaves', 'present stays', 'present stays', 'present stays']);
});
