import { expect, test } from 'vitest';
import { textOf } from '../../playground/discord/reading.ts';
import type { Feature } from '../../src/discord/feature.ts';
import { storeDraft } from '../../src/outbox/draft.ts';
import { minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { correct } from '../outbox/correct.ts';
import { failPosts, statesOf } from '../outbox/scene.ts';
import { article } from '../storage/contract/dialect.ts';
import command from './madeUp/bulletin/command.ts';
import { bulletin } from './madeUp/bulletin/deliveries.ts';
import { createRing, ringing } from './madeUp/bulletin/loop.ts';

const bulletins = { commands: [command], deliveries: [bulletin], loops: [createRing] } satisfies Feature;

/** Opens a desk with one more feature than Lede has: the one in `madeUp/bulletin`. */
const withBulletins = async (): Promise<TestDesk> => openDesk({ sites: ['Harbour Post'], features: [bulletins] });

/** Stores one more bulletin. */
async function make({ app, channelId, serverId, now }: TestDesk, id: string): Promise<void> {
  const draft = ringing({ kinds: bulletins.deliveries, pictures: false }, { channelId, serverId }, id, now);
  await app.storage.transaction((records) => storeDraft(records, draft, now));
}

test('its command is offered, explained by /help and answered in each language', async () => {
  const at = await withBulletins();
  const german = at.server.setup.addUser({ name: 'Max', locale: 'de' }).id;
  at.server.setup.addMember(at.serverId, german);
  const run = async (command: string, user: string) => {
    const card = await at.server.acts.run({ user, channel: at.channelId, command }).shown;
    return card.kind === 'message' ? textOf(card.message) : card.kind;
  };
  await at.change.setAlert(at.by, at.channelId, {});
  expect(await run('bulletin', at.admin)).toBe('0 times');
  await at.drain();
  expect([await run('bulletin', at.admin), await run('bulletin', german)]).toEqual(['1 time', '1 Mal']);
  expect(await run('help', german)).toContain('Wie oft die Glocken läuteten');
});

test('its loop makes a message, which is posted, found again after a lost answer, and edited', async () => {
  const at = await withBulletins();
  failPosts(at, 'reset-after-commit');
  await at.change.setAlert(at.by, at.channelId, {});
  await at.drain();
  await at.restart();
  await at.skip(minute);
  expect(statesOf(at)).toEqual(['sent']);
  await at.app.storage.records.articles.insert([article('a')], at.now);
  await correct(at.app.storage, 'a', 'Six bells.', at.now);
  await at.skip(minute);
  expect(at.posted()).toEqual([expect.stringContaining('Bells, 6 Mal Six bells.')]);
});

test('the rules of its kind apply: the permissions it needs, how late it may be sent, and that nobody is notified', async () => {
  const at = await withBulletins();
  await at.change.setAlert(at.by, at.channelId, {});
  failPosts(at, 503, { times: 20 });
  await at.drain();
  await at.skip(11 * minute);
  expect(statesOf(at)).toEqual(['expired']);
  expect(at.told()).toEqual([]);
  await make(at, 'bulletin/2');
  await at.change.removeAlert(at.by, at.channelId);
  await make(at, 'bulletin/3');
  await at.drain();
  expect(at.rows<{ id: string }>("select id from deliveries where state = 'lost' order by id")).toEqual([
    { id: 'bulletin/2' },
    { id: 'bulletin/3' },
  ]);
  expect(at.posted()).toEqual([]);
});
