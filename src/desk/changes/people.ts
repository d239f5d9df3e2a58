import type { EpochMs } from '../../clock.ts';
import type { AlertRecord } from '../../storage/records/alerts.ts';
import { Refusal } from '../refusal.ts';
import type { Follower } from './follows.ts';
import { checkedWords } from './ownSources.ts';
import type { ChangeParts } from './parts.ts';

const watchedMax = 10;
const perDay = 5;

export function createPeopleChanges({ storage, wall }: ChangeParts) {
  const { records } = storage;

  const save = async (by: Follower, placeId: string, words: readonly string[]): Promise<readonly string[]> => {
    await storage.transaction(async (trx) => {
      const before = await trx.alerts.ofUser(by.userId);
      // Discord gives each member one channel for direct messages; if it has changed, the old one is left behind.
      if (before !== undefined) await trx.alerts.remove(before.channelId);
      if (words.length === 0) return;
      const rule = { words, voices: 1, perDay, zone: 'UTC', locale: by.locale };
      const at = { channelId: placeId, serverId: '', userId: by.userId, createdAt: before?.createdAt ?? wall() };
      await trx.alerts.save({ ...at, ...rule });
    });
    return words;
  };

  const watched = async (userId: string): Promise<AlertRecord | undefined> => records.alerts.ofUser(userId);

  return {
    /** Adds words, separated by commas, to those that the member watches, and returns all of them. */
    async watch(by: Follower, placeId: string, typed: string): Promise<readonly string[]> {
      const { any } = checkedWords({ all: [], any: typed.split(','), not: [] });
      const before = (await watched(by.userId))?.words ?? [];
      const known = new Set(before.map((word) => word.toLowerCase()));
      const words = [...before, ...any.filter((word) => !known.has(word.toLowerCase()))];
      if (words.length > watchedMax) throw new Refusal('too-many-watched', String(watchedMax));
      return save(by, placeId, words);
    },

    /** Takes one word out, or all if none is given, and returns the rest. */
    async unwatch(by: Follower, word?: string): Promise<readonly string[]> {
      const rule = await watched(by.userId);
      const before = rule?.words ?? [];
      const left = word === undefined ? [] : before.filter((one) => one.toLowerCase() !== word.toLowerCase());
      if (rule === undefined || left.length === before.length) throw new Refusal('not-watched', word ?? '');
      return save(by, rule.channelId, left);
    },

    /** Notes that the member has seen everything until then. */
    caughtUp: (userId: string, until: EpochMs): Promise<void> => records.people.catchUp(userId, until),

    /** Deletes everything stored about the member. */
    forgetMe: (userId: string): Promise<void> =>
      storage.transaction((trx) => trx.people.forget(userId), { durable: true }),
  };
}
