import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, DeliveryId, ServerId } from '../../../ids.ts';
import { allTables, factsOf } from '../../anyTable.ts';
import type { Tables } from '../../schema.ts';
import type { SetupTable, TableName } from '../../tables.ts';

const isSetup = (table: TableName): table is SetupTable => factsOf(table).setup === true;

/** The tables of a server's set-up, in the order in which Undo can restore their rows. */
export const setupTables = allTables.filter(isSetup);

export type SetupRow = Readonly<Record<string, string | number | null>>;

/** All set-up rows of a server, and its pending messages that were never attempted. */
export interface Setup {
  rows: Readonly<Record<SetupTable, readonly SetupRow[]>>;
  waiting: readonly { id: DeliveryId; channelId: ChannelId }[];
}

export const setupKey = (table: SetupTable, row: SetupRow): string =>
  JSON.stringify(factsOf(table).key.map((column) => row[column]));

type Rows = Kysely<Record<string, SetupRow>>;

/** Reads and writes whole rows, so that a change can be undone. */
export function setupRecords(db: Kysely<Tables>) {
  const rows = db as unknown as Rows;
  const remove = async (table: SetupTable, row: SetupRow): Promise<void> => {
    const key = factsOf(table).key.map((column) => [column, row[column] ?? '']);
    await rows
      .deleteFrom(table)
      .where(({ and }) => and(Object.fromEntries(key)))
      .execute();
  };

  return {
    async setupOf(serverId: ServerId): Promise<Setup> {
      const found = {} as Record<SetupTable, readonly SetupRow[]>;
      for (const table of setupTables)
        found[table] = await rows.selectFrom(table).selectAll().where('serverId', '=', serverId).execute();
      const waiting = await db
        .selectFrom('deliveries')
        .select(['id', 'channelId'])
        .where('serverId', '=', serverId)
        .where('state', '=', 'pending')
        .where('attemptAt', 'is', null)
        .execute();
      return { rows: found, waiting };
    },

    remove,

    /** Stores the row. Replaces one with the same key. */
    async put(table: SetupTable, row: SetupRow): Promise<void> {
      await remove(table, row);
      await rows.insertInto(table).values(row).execute();
    },

    /** Makes dropped messages of the server pending again, if they were never attempted. */
    async wait(serverId: ServerId, ids: readonly DeliveryId[], nextTryAt: EpochMs): Promise<void> {
      await db
        .updateTable('deliveries')
        .set({ state: 'pending', problem: null, nextTryAt })
        .where('serverId', '=', serverId)
        .where('id', 'in', ids)
        .where('state', '=', 'lost')
        .where('attemptAt', 'is', null)
        .where('messageId', 'is', null)
        .execute();
    },
  };
}
