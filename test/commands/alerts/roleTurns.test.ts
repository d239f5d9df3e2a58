import { expect, test, vi } from 'vitest';
import { WIDE_RATE_LIMITS } from '../../../playground/discord/http/rateLimits.ts';
import { read } from '../scene.ts';
import { click, rolesOf, textOf, withAlert } from './roleDesk.ts';

test('while Discord does not list the channels of a server, no role is chosen or given, and a sentence says so', async () => {
  const { at, role } = await withAlert();
  const path = `/guilds/${at.serverId}/channels`;
  const [reader, later] = [at.addMember('Max'), at.addMember('Eva')];
  const failing = [500, { status: 403, code: 50_001, message: 'Missing Access' }, { answer: [{ id: '1' }] }] as const;
  for (const how of failing) {
    at.server.fail({ path, how, times: Number.POSITIVE_INFINITY });
    expect(await at.say('alerts set', { role })).toContain(
      'Discord didn’t tell Lede what the roles of this server allow',
    );
    if (how !== 500) expect(await textOf(click(at, reader))).toContain('didn’t tell Lede what the roles');
    at.server.clearFaults();
  }
  expect(rolesOf(at, reader)).toEqual([]);
  // A press of the button retries while Discord does not answer.
  at.server.fail({ path, how: 500 });
  expect(await textOf(click(at, later))).toContain('You now have');
});

test('in a wave of presses everybody gets the role in turn, hears how long it takes, and Discord refuses nothing', async () => {
  const { at, role } = await withAlert({
    server: { rateLimits: { ...WIDE_RATE_LIMITS, roles: { limit: 10, perMs: 900 } } },
  });
  const members = Array.from({ length: 35 }, (_, index) => at.addMember(`Member ${index}`));
  const first = members.map((user) => click(at, user));
  // Members who press again while waiting neither lose the role nor take another place in the queue.
  const again = click(at, members[34] ?? '');
  const lives = [...first, again];
  const told = await Promise.all(lives.map(textOf));
  expect(told.some((text) => text.includes('It’s your turn in about 1 minute'))).toBe(true);
  await vi.waitFor(
    () => {
      for (const { original } of lives) expect(original && read(original)).toContain(`You now have <@&${role}>`);
    },
    { timeout: 60_000, interval: 50 },
  );
  for (const user of members) expect(rolesOf(at, user)).toEqual([role]);
  expect(at.server.requests.list().filter(({ status }) => status === 429)).toEqual([]);
});

test('members who wait for the role when Lede stops are told so in the answer', async () => {
  const { at, role } = await withAlert({
    server: { rateLimits: { ...WIDE_RATE_LIMITS, roles: { limit: 10, perMs: 600_000 } } },
  });
  const members = Array.from({ length: 25 }, (_, index) => at.addMember(`Member ${index}`));
  const lives = members.map((user) => click(at, user));
  await vi.waitFor(() => expect(rolesOf(at, members[9] ?? '')).toEqual([role]), { timeout: 20_000 });
  await Promise.all(lives.map((life) => life.answered));
  await at.app.stop();
  await at.server.quiet();
  for (const [index, { original }] of lives.entries()) {
    const text = original === undefined ? '' : read(original);
    expect(text).toContain(index < 10 ? 'You now have' : 'Lede is restarting');
  }
});

test('a press waits for the end of a 429 that other requests caused, and then gives the role', async () => {
  const { at, role } = await withAlert();
  const reader = at.addMember('Max');
  at.server.fail({ method: 'PUT', path: /\/roles\//, how: { rateLimitMs: 1_200 } });
  expect(await textOf(click(at, reader))).toContain('You now have');
  expect(rolesOf(at, reader)).toEqual([role]);
});
