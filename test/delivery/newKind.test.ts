import { expect, test } from 'vitest';
import * as deliveries from '../../commands/deliveries.ts';
import { button, buttons, message, text } from '../../src/discord/cards/parts.ts';
import { draftOf, storeDraft } from '../../src/outbox/draft.ts';
import type { DeliveryKind } from '../../src/outbox/kinds.ts';
import type { Telling } from '../../src/storage/telling.ts';
import { minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { everything } from '../desk/everything.ts';
import { failPosts, statesOf } from './scene.ts';

/** What the folder of a feature declares: what its messages tell, by which rules they are sent, how they are drawn. */
interface Bulletin extends Telling {
  bells: number;
}

const bulletin: DeliveryKind<Bulletin> = {
  name: 'bulletin',
  needs: 'alerts',
  lateMaxMs: 10 * minute,
  draw({ bells, places: [place] }, { deliveryKey }) {
    const corrected = place?.corrections?.map((one) => one.text).join() ?? '';
    const words = `${place?.title}, ${bells} times ${corrected}`;
    const body = message([text(words), buttons(button(`story:card:${deliveryKey}`, 'Open'))]);
    return { payloads: [{ ...body }], told: [{ storyId: 's', articleIds: ['a'], sentences: [], part: 0 }] };
  },
};

/** Its line in `commands/deliveries.ts`. */
const kinds = Object.values({ ...deliveries, bulletin });

const place = { storyId: 's', articleId: 'a', title: 'Bells', url: 'https://a.example', outlet: 'A', topicId: 'world' };

/** Draws a bulletin and stores it, as a loop in its folder would. */
async function make(at: TestDesk, id: string): Promise<void> {
  const { channelId, serverId, now } = at;
  const hours = { windowStart: now - minute, windowEnd: now };
  const said = { channelId, serverId, localDate: '2026-11-24', zone: 'Etc/UTC', locale: 'en-GB', topics: [], ...hours };
  const places = [{ ...place, sentences: [], outlets: 1, voices: 1, since: now }];
  const draft = draftOf(
    { kinds, pictures: false },
    bulletin,
    { ...said, places, also: [], bells: 6 },
    { id, dueAt: now },
  );
  await at.app.storage.transaction((records) => storeDraft(records, draft, now));
}

async function withAlerts(): Promise<TestDesk> {
  const at = await openDesk({ sites: ['Harbour Post'], kinds });
  await everything(at.app).change.setAlert(at.by, at.channelId, {});
  return at;
}

test('a kind that only its own folder declares is posted, found again after a lost answer, and edited', async () => {
  const at = await withAlerts();
  await make(at, 'bulletin/1');
  failPosts(at, 'reset-after-commit');
  await at.drain();
  await at.restart();
  await at.skip(minute);
  expect(statesOf(at)).toEqual(['sent']);
  const correction = { kind: 'corrected', text: 'Six bells.', at: at.now } as const;
  await at.app.storage.records.edits.queue({ id: 'a', correction }, 0, at.now);
  await at.skip(minute);
  expect(at.posted()).toEqual([expect.stringContaining('Bells, 6 times Six bells.')]);
});

test('its rules apply: the permissions it needs, how late it may be sent, and that nobody is notified', async () => {
  const at = await withAlerts();
  failPosts(at, 503, { times: 20 });
  await make(at, 'bulletin/1');
  await at.drain();
  await at.skip(11 * minute);
  expect(statesOf(at)).toEqual(['expired']);
  expect(at.told()).toEqual([]);
  await make(at, 'bulletin/2');
  await everything(at.app).change.removeAlert(at.by, at.channelId);
  await make(at, 'bulletin/3');
  await at.drain();
  expect(at.rows<{ id: string }>("select id from deliveries where state = 'lost' order by id")).toEqual([
    { id: 'bulletin/2' },
    { id: 'bulletin/3' },
  ]);
  expect(at.posted()).toEqual([]);
});

test('every kind is exported under the name that its deliveries store', () => {
  const names = Object.values(deliveries).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(names).toEqual(Object.keys(deliveries));
});
