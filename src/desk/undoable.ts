import type { ArticleId, ServerId } from '../ids.ts';
import { type Setup, type SetupRow, setupKey, setupTables } from '../storage/records/servers/setups.ts';
import type { Records } from '../storage/storage.ts';
import type { SetupTable } from '../storage/tables.ts';
import type { Changer } from './asker.ts';
import { noteChanger, type ServerPreferences } from './preferences.ts';
import { isSameSetup } from './setupFields.ts';

/** A member's statement that the article is about another event than its story. */
export interface SplitVote {
  articleId: ArticleId;
}

/** How to undo a change: the server's rows before and after it. Stored, so that it survives a restart. */
export interface Undo {
  serverId: ServerId;
  rows: readonly { table: SetupTable; before?: SetupRow; after?: SetupRow }[];
  /** Pending messages that the change dropped. */
  dropped: Setup['waiting'];
  preferences?: { before: ServerPreferences; after: ServerPreferences };
  /** Set instead of rows if the change was a member's correction. */
  said?: SplitVote;
}

export const byKey = ({ rows }: Setup, table: SetupTable) =>
  new Map(rows[table].map((row) => [setupKey(table, row), row]));

/** Thrown to roll a trial back; its cause holds the result that the change would have had. */
class TrialOver extends Error {}

/**
 * Makes a change in one transaction, and records who makes it and how to take it back. A trial is rolled back at its
 * end.
 */
export type Undoable = ReturnType<typeof createUndoable>;

export const createUndoable =
  (parts: Parameters<typeof noteChanger>[0]) =>
  async <T>(by: Changer, work: (trx: Records) => Promise<T>, { isTrial = false } = {}) => {
    if (!isTrial) await noteChanger(parts, by);
    const make = async (trx: Records) => {
      const before = await trx.setups.setupOf(by.serverId);
      const result = await work(trx);
      const after = await trx.setups.setupOf(by.serverId);
      const rows = setupTables.flatMap((table) => {
        const [old, now] = [byKey(before, table), byKey(after, table)];
        return [...new Set([...old.keys(), ...now.keys()])]
          .map((key) => ({ table, before: old.get(key), after: now.get(key) }))
          .filter((row) => !isSameSetup(table, row.before, row.after));
      });
      const waiting = new Set(after.waiting.map(({ id }) => id));
      const dropped = before.waiting.filter(({ id }) => !waiting.has(id));
      const undo: Undo = { serverId: by.serverId, rows, dropped };
      if (isTrial) throw new TrialOver('a trial is rolled back', { cause: { result, undo } });
      return { result, undo };
    };
    try {
      return await parts.storage.transaction(make);
    } catch (error) {
      if (error instanceof TrialOver) return error.cause as Awaited<ReturnType<typeof make>>;
      throw error;
    }
  };
