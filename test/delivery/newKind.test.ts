import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawings } from '../../commands/render.ts';
import { deliveryKinds, type Outgoing } from '../../src/digests/deliveryKinds.ts';
import type { Telling } from '../../src/digests/digest.ts';
import { button, buttons, message, text } from '../../src/discord/cards/parts.ts';
import { minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { failPosts, statesOf } from './scene.ts';

/** The tables in which a kind of delivery is registered: its rules, and its drawing. */
const tables = [deliveryKinds, drawings] as unknown as Record<string, unknown>[];

const drawBulletin = ({ places: [place] }: Telling, { deliveryKey }: { deliveryKey: string }) => {
  const corrected = place?.corrections?.map((one) => one.text).join() ?? '';
  const body = message([text(`${place?.title} ${corrected}`), buttons(button(`story:card:${deliveryKey}`, 'Open'))]);
  return { payloads: [{ ...body }], told: [{ storyId: 's', articleIds: ['a'], sentences: [], part: 0 }] };
};

beforeEach(() => {
  Object.assign(deliveryKinds, { bulletin: { needs: 'alerts', lateMaxMs: 10 * minute } });
  Object.assign(drawings, { bulletin: drawBulletin });
});

afterEach(() => {
  for (const table of tables) delete table.bulletin;
});

const place = { storyId: 's', articleId: 'a', title: 'Bells', url: 'https://a.example', outlet: 'A', topicId: 'world' };

/** Draws a bulletin and stores it, as a loop for bulletins would. */
async function bulletin(at: TestDesk, id: string): Promise<void> {
  const { channelId, serverId, now } = at;
  const hours = { windowStart: now - minute, windowEnd: now };
  const said = { channelId, serverId, localDate: '2026-11-24', zone: 'Etc/UTC', locale: 'en-GB', topics: [], ...hours };
  const places = [{ ...place, sentences: [], outlets: 1, voices: 1, since: now }];
  const content: Telling = { ...said, places, also: [] };
  const outgoing = { kind: 'bulletin', content } as unknown as Outgoing;
  const { payloads, told } = drawBulletin(content, { deliveryKey: id });
  const slot = { localDate: said.localDate, ordinal: 0, ...hours, dueAt: now };
  const { deliveries } = at.app.storage.records;
  await deliveries.add({ id, channelId, serverId, ...slot, ...outgoing, payloads }, told, now);
}

async function withAlerts(): Promise<TestDesk> {
  const at = await openDesk({ sites: ['Harbour Post'] });
  await at.app.desk.change.setAlert(at.by, at.channelId, {});
  return at;
}

test('a kind added to the tables is posted, found again after a lost answer, and edited', async () => {
  const at = await withAlerts();
  await bulletin(at, 'bulletin/1');
  failPosts(at, 'reset-after-commit');
  await at.drain();
  await at.restart();
  await at.skip(minute);
  expect(statesOf(at)).toEqual(['sent']);
  const correction = { kind: 'corrected', text: 'Six bells.', at: at.now } as const;
  await at.app.storage.records.edits.queue({ id: 'a', correction }, 0, at.now);
  await at.skip(minute);
  expect(at.posted()).toEqual([expect.stringContaining('Bells Six bells.')]);
});

test('its rules apply: the permissions it needs, how late it may be sent, and that nobody is notified', async () => {
  const at = await withAlerts();
  failPosts(at, 503, { times: 20 });
  await bulletin(at, 'bulletin/1');
  await at.drain();
  await at.skip(11 * minute);
  expect(statesOf(at)).toEqual(['expired']);
  expect(at.told()).toEqual([]);
  await bulletin(at, 'bulletin/2');
  await at.app.desk.change.removeAlert(at.by, at.channelId);
  await bulletin(at, 'bulletin/3');
  await at.drain();
  expect(at.rows<{ id: string }>("select id from deliveries where state = 'lost' order by id")).toEqual([
    { id: 'bulletin/2' },
    { id: 'bulletin/3' },
  ]);
  expect(at.posted()).toEqual([]);
});
