import { createAlert } from '../../../commands/alerts/loop.ts';
import { createLog } from '../../../src/log.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { world } from '../../discord/digestFixture.ts';
import * as deliveries from '../../outbox/kinds.ts';

export const log = createLog('silent');

export const partsOver = (storage: Storage, ending = () => false) => ({
  storage,
  kinds: Object.values(deliveries),
  log,
  pictures: false,
  ending,
});

/** The loop that makes alerts, over a storage alone. */
export function alertsOver(storage: Storage, ending?: () => boolean) {
  const known = { topics: [world], generalTopicIds: new Set<string>(), outletsById: new Map() };
  const sources = { pictureOrigins: new Set<string>(), localeOf: async () => 'en-GB' };
  return createAlert({ ...partsOver(storage, ending), ...known, ...sources });
}

/** The storage, with `event` happening right before each transaction, or only before that with this number. */
export function interrupted(storage: Storage, event: () => Promise<unknown>, before?: number): Storage {
  let count = 0;
  return {
    ...storage,
    async transaction(work, options) {
      count += 1;
      if (count === (before ?? count)) await event();
      return storage.transaction(work, options);
    },
  };
}
