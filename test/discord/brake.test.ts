import { Client } from 'discord.js';
import { expect, test } from 'vitest';
import { createBrake } from '../../src/discord/brake.ts';
import { createSender } from '../../src/discord/sender.ts';

test('after a thousand refusals the outbox makes no request until the ten minutes are over', async () => {
  let now = 0;
  let requests = 0;
  const brake = createBrake(() => now);
  const client = new Client({ intents: [] });
  client.rest.post = client.rest.get = async () => {
    requests += 1;
    return { id: '1', length: 0 };
  };
  const { post, find, tell, edit } = createSender(() => client, brake);
  expect(brake.refused(999, 400_000)).toBe(false);
  expect(await post('1', {}, 'n')).toMatchObject({ kind: 'posted' });
  expect(brake.refused(1_000, 400_000)).toBe(true);
  expect(await post('1', {}, 'n')).toEqual({ kind: 'limited', retryAfterMs: 400_000 });
  expect(await edit('1', '2', {})).toEqual({ kind: 'limited', retryAfterMs: 400_000 });
  expect((await find('1', 0, 'key')).kind).toBe('unknown');
  expect(await tell({ serverId: '1', logChannelId: '2' }, {})).toBe(false);
  expect(requests).toBe(1);
  now = 400_000;
  expect(await post('1', {}, 'n')).toMatchObject({ kind: 'posted' });
});
