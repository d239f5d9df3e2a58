import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Changer } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { limits } from '../../src/desk/limits.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { isWord, same, tidy, wordCharactersMax } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { ServerId } from '../../src/ids.ts';
import { cut } from '../../src/text/cut.ts';

export interface Mute {
  word: string;
  expiresAt?: EpochMs;
}

export const muteQuestions = ({ storage: { records }, wall }: Desk) => ({
  mutes: (serverId: ServerId): Promise<Mute[]> => records.own.mutes(serverId, wall()),
});

/** Changes to a server's muted words. */
export function muteChanges(desk: Desk) {
  const { storage, undoable, wall } = desk;
  const { records } = storage;

  /** The word as it is stored, and its current mute. Throws Refusal. */
  const checkedMute = async (by: Changer, word: string) => {
    const clean = tidy(word);
    if (clean.length > wordCharactersMax) throw new Refusal('long-word', cut(clean, wordCharactersMax));
    const known = await records.own.mutes(by.serverId, wall());
    const before = known.find((mute) => same(mute.word, clean));
    // Nothing can be searched for without a letter or digit.
    if (!before && !isWord(clean)) throw new Refusal('mute-word', clean);
    if (known.length >= limits.mutes && !before) throw new Refusal('too-many-mutes', String(limits.mutes));
    return { clean, before };
  };

  return {
    /**
     * Makes the same checks as `mute` and changes nothing, for a command that makes either all of its changes or none.
     */
    async mayMute(by: Changer, word: string): Promise<{ word: string; already: Mute | undefined }> {
      const { clean, before } = await checkedMute(by, word);
      return { word: clean, already: before };
    },

    async mute(by: Changer, word: string, days?: number): Promise<Undo> {
      await noteChanger(desk, by);
      const { clean, before } = await checkedMute(by, word);
      const expiresAt = days === undefined ? undefined : wall() + days * dayMs;
      const { undo } = await undoable(by, (trx) => trx.own.mute(by.serverId, before?.word ?? clean, expiresAt));
      return undo;
    },

    async unmute(by: Changer, word: string): Promise<Undo> {
      await noteChanger(desk, by);
      const muted = (await records.own.mutes(by.serverId, wall())).find((mute) => same(mute.word, tidy(word)));
      const { undo } = await undoable(by, (trx) => trx.own.unmute(by.serverId, muted?.word ?? word));
      return undo;
    },
  };
}
