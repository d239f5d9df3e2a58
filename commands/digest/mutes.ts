import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { checkedMute, same, tidy } from '../../src/desk/typedWords.ts';
import type { ServerId } from '../../src/ids.ts';

export interface Mute {
  word: string;
  expiresAt?: EpochMs;
}

export const muteQuestions = ({ storage: { records }, wall }: Desk) => ({
  mutes: (serverId: ServerId): Promise<Mute[]> => records.ownTopicsAndFeeds.mutes(serverId, wall()),
});

export function muteChanges(desk: Desk) {
  const { storage, undoable, wall } = desk;
  const { records } = storage;

  return {
    /** The checks of `mute` without a change, for a command that makes all of its changes or none. */
    mayMute: (by: Changer, typed: string) => checkedMute(records, by.serverId, typed, wall()),

    mute: (by: Changer, typed: string, days?: number) =>
      undoable(by, async (trx) => {
        const { word, already } = await checkedMute(trx, by.serverId, typed, wall());
        const expiresAt = days === undefined ? undefined : wall() + days * dayMs;
        await trx.ownTopicsAndFeeds.mute(by.serverId, already?.word ?? word, expiresAt);
      }),

    unmute: (by: Changer, word: string) =>
      undoable(by, async (trx) => {
        const mutes = await trx.ownTopicsAndFeeds.mutes(by.serverId, wall());
        const muted = mutes.find((mute) => same(mute.word, tidy(word)));
        await trx.ownTopicsAndFeeds.unmute(by.serverId, muted?.word ?? word);
      }),
  };
}
