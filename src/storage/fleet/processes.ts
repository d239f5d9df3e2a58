import { expressionBuilder, type Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Role } from '../../schedule/loop.ts';
import { unclaimed } from '../records/rows.ts';
import { claimedTables, isClaimable } from '../records/upkeep/claims.ts';
import type { Tables } from '../schema.ts';
import { type Joining, type ProcessRecord, soleRoles } from './member.ts';

export function processRecords(db: Kysely<Tables>) {
  return {
    /** All processes, the longest-running first. */
    async list(): Promise<ProcessRecord[]> {
      const held = await db.selectFrom('roles').selectAll().orderBy('role').execute();
      const rows = await db.selectFrom('processes').selectAll().orderBy('startedAt').orderBy('owner').execute();
      return rows.map(({ roles, leaseUntil, schemaVersion, ...row }) => ({
        ...row,
        roles: roles.split(' ') as Role[],
        leaseUntil: leaseUntil ?? undefined,
        holds: held
          .filter(({ owner }) => owner === row.owner)
          .map(({ role, since, turn }) => ({ role: role as Role, since, turn })),
      }));
    },

    async add(
      { name, roles, schemaVersion }: Joining & { schemaVersion: number },
      { owner, now, leaseUntil = null }: { owner: string; now: EpochMs; leaseUntil?: EpochMs | null },
    ): Promise<void> {
      await db
        .insertInto('processes')
        .values({ owner, name, roles: roles.join(' '), startedAt: now, leaseUntil, schemaVersion })
        .execute();
    },

    /** Gives the process the sole roles among `roles` that no process holds. */
    async take(roles: readonly Role[], owner: string, now: EpochMs): Promise<void> {
      for (const role of roles.filter((one) => soleRoles.has(one))) {
        const first = db.insertInto('roles').values({ role, owner, since: now, turn: 1 });
        await first
          .onConflict((conflict) =>
            conflict
              .column('role')
              .doUpdateSet(({ eb }) => ({ owner, since: now, turn: eb('roles.turn', '+', 1) }))
              .where('roles.owner', 'is', null),
          )
          .execute();
      }
    },

    /** Removes these processes, or all, and releases their roles and claims. */
    async remove(owners: readonly string[] | 'all'): Promise<void> {
      const { eb, lit } = expressionBuilder<Tables, 'processes'>();
      const which = () => (owners === 'all' ? eb(lit(1), '=', lit(1)) : eb('owner', 'in', owners));
      await db.deleteFrom('processes').where(which()).execute();
      await db.updateTable('roles').set({ owner: null }).where(which()).execute();
      for (const table of claimedTables) {
        const claimed = db
          .updateTable(table as 'feeds')
          .set(unclaimed)
          .where(isClaimable(table));
        await claimed.where('leaseUntil', 'is not', null).where(which()).execute();
      }
    },
  };
}
