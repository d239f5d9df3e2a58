import type { Person } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { refuseOthersPlace } from '../../src/desk/foreign.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { checkedAlertWords } from '../../src/desk/typedWords.ts';
import type { UserId } from '../../src/ids.ts';

const watchedMax = 10;
/** Maximum number of messages a day. */
export const perDay = 5;
/** Maximum number of members who watch words, in a whole installation. Each takes some 500 bytes of memory. */
const watchersMax = 20_000;

export const watchQuestions = ({ storage: { records } }: Desk) => ({
  /** The member's watched words. `closedAt`: when watching stopped because the member accepts no direct messages. */
  watchOf: (userId: UserId) => records.alerts.ofUser(userId),
});

export function watchChanges({ storage, wall }: Desk) {
  const { records } = storage;

  /** Replaces the member's words by the result of `change`; `placeId` is their DM channel, if known. */
  const save = (by: Person, placeId: string | undefined, change: (words: readonly string[]) => readonly string[]) =>
    storage.transaction(async (trx) => {
      if (placeId !== undefined) await refuseOthersPlace(trx, by.userId, placeId);
      const before = await trx.alerts.ofUser(by.userId);
      if (before === undefined && (await trx.alerts.watchers()) >= watchersMax) throw new Refusal('too-many-watchers');
      const words = change(before?.words ?? []);
      // A member has one DM channel with Lede. If its id changed, the rule of the old id must go.
      if (before !== undefined) await trx.alerts.remove(before.channelId);
      const channelId = placeId ?? before?.channelId;
      if (words.length === 0 || channelId === undefined) return words;
      const rule = { words, voices: 1, perDay, zone: 'UTC', locale: by.locale };
      const closedAt = placeId === undefined ? before?.closedAt : undefined;
      // Begins anew after a pause, so that stories from the pause are not posted.
      const createdAt = before === undefined || before.closedAt !== closedAt ? wall() : before.createdAt;
      await trx.alerts.save({ channelId, serverId: '', userId: by.userId, createdAt, closedAt, ...rule });
      return words;
    });

  return {
    /** Adds words, separated by commas, and returns all of the member's words. */
    async watch(by: Person, placeId: string, typed: string): Promise<readonly string[]> {
      // Only alerts of a channel can exclude words by a hyphen.
      const any = checkedAlertWords(typed.split(',').map((word) => word.replace(/^[\s-]+/, '')));
      return save(by, placeId, (before) => {
        const known = new Set(before.map((word) => word.toLowerCase()));
        const words = [...before, ...any.filter((word) => !known.has(word.toLowerCase()))];
        if (words.length > watchedMax) throw new Refusal('too-many-watched', String(watchedMax));
        return words;
      });
    },

    /** Stops watching because the member accepts no direct messages; the words are kept. */
    async watchClosed(userId: UserId): Promise<void> {
      const watch = await records.alerts.ofUser(userId);
      if (watch !== undefined) await records.alerts.close(watch.channelId, wall());
    },

    /** Removes one word, by default all, and returns the rest. */
    unwatch: (by: Person, word?: string): Promise<readonly string[]> =>
      save(by, undefined, (before) => {
        const left = word === undefined ? [] : before.filter((one) => one.toLowerCase() !== word.toLowerCase());
        if (left.length === before.length) throw new Refusal('not-watched', word ?? '');
        return left;
      }),
  };
}
