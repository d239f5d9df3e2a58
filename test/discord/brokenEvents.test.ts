import { GatewayDispatchEvents } from 'discord.js';
import { expect, test } from 'vitest';
import { createRandom, type Random } from '../chaos/random.ts';
import { createScene, read, sceneForAll } from '../commands/scene.ts';

const seeds = [1, 2, 3, 4, 5, 6];
const eventsOfSeed = 400;
/** Values that no field of Discord's should have. */
const odd: unknown[] = [null, 0, -1, 1e300, '', 'x', '💥'.repeat(50), true, [], {}, [null], [{}], { id: null }];

const at = await sceneForAll();

/** The fields that any gateway event needs; the ids are of servers in which nobody runs commands. */
const whole = (): Record<string, unknown> => {
  const user = { id: '71', username: 'x', discriminator: '0', avatar: null };
  const member = { user, roles: [], permissions: '8', joined_at: '2026-11-24T08:00:00.000Z' };
  const channel = { id: '73', type: 0, name: 'x', guild_id: '72', permission_overwrites: [] };
  const message = { id: '74', channel_id: '73', type: 0, content: '', author: user, embeds: [], components: [] };
  return {
    ...{ id: '72', guild_id: '72', channel_id: '73', message_id: '74', type: 2, token: 'x', version: 1, locale: 'de' },
    ...{ name: 'x', owner_id: '71', user, member, members: [member], roles: [{ id: '75', permissions: '8' }] },
    ...{ role: { id: '75', permissions: '8' }, role_id: '75', channels: [channel], threads: [channel], channel },
    ...{ message, messages: [message], emojis: [], stickers: [], presences: [], voice_states: [], entitlements: [] },
    ...{ application_id: '1', app_permissions: '8', authorizing_integration_owners: {}, preferred_locale: 'en-US' },
    ...{ emoji: { id: null, name: 'x' }, permission_overwrites: [], guilds: [{ id: '72', unavailable: true }] },
    data: { id: '76', name: 'help', type: 1, target_id: '74', resolved: { messages: { 74: message } }, options: [] },
  };
};

/** The event with some of its fields, at any depth, removed or replaced by odd values. */
function broken(random: Random, value: unknown, depth = 0): unknown {
  if (random.chance(0.04 * (depth + 1))) return random.pick(odd);
  if (Array.isArray(value)) return value.map((one) => broken(random, one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const left = Object.entries(value).filter(() => !random.chance(0.06));
  return Object.fromEntries(left.map(([name, one]) => [name, broken(random, one, depth + 1)]));
}

const answers = async () => expect(read(await at.run('help'))).toContain('/story');

const names = Object.values(GatewayDispatchEvents).filter((name) => name !== GatewayDispatchEvents.Ready);

test.each(seeds)(
  'events with missing or odd fields do not stop the bot, and the next command is answered: seed %i',
  async (seed) => {
    const random = createRandom(seed);
    for (let count = 0; count < eventsOfSeed; count += 1) {
      const name = random.chance(0.2)
        ? GatewayDispatchEvents.InteractionCreate
        : random.pick([...names, 'NEW_EVENT', 'error']);
      at.server.gateway.say(JSON.stringify({ op: 0, t: name, d: broken(random, whole()) }));
    }
    await answers();
  },
);

/** Runs an act whose interaction arrives at the bot modified by `change`. */
async function changed<T>(change: (data: Record<string, unknown>) => object, act: () => T): Promise<T> {
  const { gateway } = at.server;
  const dispatch = gateway.dispatch.bind(gateway);
  gateway.dispatch = (name, data, intent) => dispatch(name, change({ ...(data as object) }), intent);
  try {
    return await act();
  } finally {
    gateway.dispatch = dispatch;
  }
}

test.each([
  ['without entitlements', ({ entitlements, ...data }: Record<string, unknown>) => data],
  ['of no language', (data: Record<string, unknown>) => ({ ...data, locale: 5 })],
  ['of an unknown type', (data: Record<string, unknown>) => ({ ...data, type: 99 })],
  [
    'of a menu of members',
    (data: Record<string, unknown>) => ({
      ...data,
      data: { id: '1', name: 'x', type: 2, target_id: '1', resolved: {} },
    }),
  ],
])('an interaction %s is answered with a sentence, and the log has its code', async (_, change) => {
  at.log.length = 0;
  const shown = await changed(change, () => at.run('help', {}, at.reader));
  const [, code] = /Code \*\*(L\d{6})|code \*\*(L\d{6})/.exec(read(shown)) ?? [];
  expect(read(shown)).toMatch(/(?:Das hat nicht geklappt|That did not work).*\*\*L\d{6}\*\*/);
  expect(JSON.stringify(at.log)).toContain(code ?? 'L');
  await answers();
});

test('suggestions for what could not be read are an empty list', async () => {
  const unread = ({ entitlements, ...data }: Record<string, unknown>) => data;
  expect(await changed(unread, () => at.suggest('story', { query: 'x' }, 'query'))).toEqual([]);
});

test('broken events that are held back until the last server has arrived do not stop the bot', async () => {
  const waiting = await createScene();
  const { gateway, setup } = waiting.server;
  setup.setAvailable(waiting.serverId, false);
  gateway.forget();
  gateway.drop();
  await expect.poll(() => gateway.connected).toBe(1);
  for (const name of names) gateway.say(JSON.stringify({ op: 0, t: name, d: null }));
  setup.setAvailable(waiting.serverId, true);
  expect(read(await waiting.run('help'))).toContain('/story');
});

test('texts that aren’t events do not stop the bot', async () => {
  for (const text of ['', 'x', 'null', '1', '[]', '{}', '{"op":0}', '{"op":0,"t":"READY"}', '{"op":9,"d":null}'])
    at.server.gateway.say(text);
  at.server.gateway.say('{"op":0,"t":"READY","s":1,"d":{}}');
  await answers();
});
