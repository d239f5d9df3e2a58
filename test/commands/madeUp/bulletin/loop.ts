import type { EpochMs } from '../../../../src/clock.ts';
import type { LoopParts } from '../../../../src/discord/feature.ts';
import { type Draft, draftOf, storeDraft } from '../../../../src/outbox/draft.ts';
import type { DrawingParts } from '../../../../src/outbox/kinds.ts';
import type { Loop } from '../../../../src/schedule/loop.ts';
import { bulletin } from './deliveries.ts';

const place = { storyId: 's', articleId: 'a', title: 'Bells', url: 'https://a.example', outlet: 'A', topicId: 'world' };

/** The bulletin of a channel. */
export function ringing(
  parts: DrawingParts,
  at: { channelId: string; serverId: string },
  id: string,
  now: EpochMs,
): Draft {
  const hours = { windowStart: now - 60_000, windowEnd: now };
  const said = { ...at, localDate: '2026-11-24', zone: 'Etc/UTC', locale: 'de', topics: [], ...hours };
  const places = [{ ...place, sentences: [], outlets: 1, voices: 1, since: now }];
  return draftOf(parts, bulletin, { ...said, places, also: [], bells: 6 }, { id, dueAt: now });
}

/** Rings once in each channel with alerts. */
export const createRing = (parts: LoopParts): Loop => ({
  name: 'ring',
  every: '0 * * * * *',
  role: 'send',
  async run(now) {
    let done = 0;
    for (const rule of await parts.storage.records.alerts.listPresent()) {
      const draft = ringing(parts, rule, `bulletin/${rule.channelId}`, now);
      if (await parts.storage.transaction((records) => storeDraft(records, draft, now))) done += 1;
    }
    return done;
  },
});
