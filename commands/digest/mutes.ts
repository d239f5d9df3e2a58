import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { checkedMute, same, tidy } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
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

    async mute(by: Changer, typed: string, days?: number): Promise<Undo> {
      await noteChanger(desk, by);
      const { word, already } = await checkedMute(records, by.serverId, typed, wall());
      const expiresAt = days === undefined ? undefined : wall() + days * dayMs;
      const { undo } = await undoable(by, (trx) =>
        trx.ownTopicsAndFeeds.mute(by.serverId, already?.word ?? word, expiresAt),
      );
      return undo;
    },

    async unmute(by: Changer, word: string): Promise<Undo> {
      await noteChanger(desk, by);
      const muted = (await records.ownTopicsAndFeeds.mutes(by.serverId, wall())).find((mute) =>
        same(mute.word, tidy(word)),
      );
      const { undo } = await undoable(by, (trx) => trx.ownTopicsAndFeeds.unmute(by.serverId, muted?.word ?? word));
      return undo;
    },
  };
}
