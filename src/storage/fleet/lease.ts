import { hostname } from 'node:os';
import { type Kysely, sql } from 'kysely';
import { type EpochMs, monotonic, systemWall } from '../../clock.ts';
import { StorageError } from '../errors.ts';
import { schemaVersionIn } from '../migrate.ts';
import { applicationOf } from '../postgres/pool.ts';
import type { Session } from '../postgres/session.ts';
import { column } from '../records/rows.ts';
import type { Tables } from '../schema.ts';
import { type Joining, type Member, type Role, soleRoles } from './member.ts';
import { processRecords } from './processes.ts';

/** Four beats in a lease: one may be lost and the next late. Another process takes over within eight seconds. */
const leaseMs = 6_000;
const beatMs = 1_500;
/** By more the machine's clock would make digests early, or late for others. */
const clockErrorMsMax = 30_000;

async function databaseNow(db: Kysely<Tables>): Promise<EpochMs> {
  const { rows } = await sql<{ now: EpochMs }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  return rows[0]?.now ?? 0;
}

/** Ends what dead processes have open, so that nothing of them is stored after their roles went to others. */
async function endConnections(db: Kysely<Tables>, owners: readonly string[]): Promise<void> {
  for (const owner of owners) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${applicationOf(owner)} and usename = current_user`.execute(db);
  }
}

/** Takes their work from dead processes; one that beats just now keeps its own. */
async function removeDead(db: Kysely<Tables>, owners: readonly string[], now: EpochMs): Promise<void> {
  await endConnections(db, owners);
  const dead = db.deleteFrom('processes').where('owner', 'in', owners).where('leaseUntil', '<', now);
  const gone = await column('owner', dead.returning('owner'));
  if (gone.length > 0) await processRecords(db).remove(gone);
}

/** Whether the machine's clock is wrong by PostgreSQL's, which was read after `wallBefore`. */
const isWrong = (databaseAt: EpochMs, wallBefore: EpochMs): boolean =>
  databaseAt < wallBefore - clockErrorMsMax || databaseAt > systemWall() + clockErrorMsMax;

const wrongClock =
  `The clock of ${hostname()} differs by more than ${clockErrorMsMax / 1_000} s from that of PostgreSQL; ` +
  'set both by NTP.';

/** Why a process has no row any more. */
async function lossOf(db: Kysely<Tables>, knownVersion: number): Promise<string> {
  const version = await schemaVersionIn(db);
  if (version <= knownVersion)
    return 'Other processes took over the work of this one, because it had not been heard of for six seconds.';
  return (
    `A newer Lede has brought the database to schema version ${version}, and this one knows ${knownVersion}: ` +
    'start the newer Lede here too.'
  );
}

/**
 * Joins the processes of a database. The session has connections of its own, which no other query keeps waiting and which
 * store also for a process without a row. Its transactions are read committed, so that beats of several processes, and
 * what each stores meanwhile, are never in each other's way. Throws StorageError if the clock of this machine is wrong.
 */
export async function joinProcesses(
  { db, transaction }: Session<Tables>,
  owner: string,
  joining: Joining & { schemaVersion: number },
): Promise<{ member: Member; leave(): Promise<void> }> {
  const { promise: lost, resolve: lose } = Promise.withResolvers<string>();
  const wallBefore = systemWall();
  if (isWrong(await databaseNow(db), wallBefore)) throw new StorageError('bad-clock', wrongClock);
  let sole: ReadonlySet<Role> = new Set();
  /** By both clocks of this machine: the one stands still while the machine sleeps, the other may be set. */
  let valid = { until: Number.NEGATIVE_INFINITY, wallUntil: Number.NEGATIVE_INFINITY };
  /** Since when every beat came through: after an outage of PostgreSQL itself the others get time to beat. */
  let steadySince: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const beat = async (): Promise<void> => {
    const sent = { until: monotonic() + leaseMs, wallUntil: systemWall() + leaseMs };
    const wallBefore = systemWall();
    const outcome = await transaction(async (trx) => {
      const processes = processRecords(trx);
      const now = await databaseNow(trx);
      if (isWrong(now, wallBefore)) {
        // Slots and leases go by the clock. Others have the work from now on, and nothing more of this one is stored.
        await processes.remove([owner]);
        return wrongClock;
      }
      const { numUpdatedRows } = await trx
        .updateTable('processes')
        .set({ leaseUntil: now + leaseMs })
        .where('owner', '=', owner)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return lossOf(trx, joining.schemaVersion);
      if (steadySince !== undefined && monotonic() - steadySince >= leaseMs) {
        const dead = await column('owner', trx.selectFrom('processes').select('owner').where('leaseUntil', '<', now));
        if (dead.length > 0) await removeDead(trx, dead, now);
      }
      await processes.take(joining.roles, owner, now);
      return trx.selectFrom('roles').select('role').where('owner', '=', owner).execute();
    });
    if (typeof outcome === 'string') {
      ended = true;
      sole = new Set();
      valid = { until: Number.NEGATIVE_INFINITY, wallUntil: Number.NEGATIVE_INFINITY };
      lose(outcome);
      return;
    }
    steadySince ??= monotonic();
    sole = new Set(outcome.map(({ role }) => role as Role));
    valid = sent;
  };
  let beating: Promise<void> | undefined;
  const beatOn = (): void => {
    timer = setTimeout(() => {
      beating = beat()
        .catch(() => {
          // PostgreSQL is away: the loops say so. What it still knows of us ends with the lease.
          steadySince = undefined;
        })
        .finally(() => {
          if (!ended) beatOn();
        });
    }, beatMs).unref();
  };

  const startedAt = await databaseNow(db);
  await processRecords(db).add(joining, { owner, now: startedAt, leaseUntil: startedAt + leaseMs });
  await beat();
  beatOn();
  const holds = (role: Role) =>
    joining.roles.includes(role) &&
    (sole.has(role) || !soleRoles.has(role)) &&
    monotonic() < valid.until &&
    systemWall() < valid.wallUntil;
  return {
    member: { owner, lost, holds },
    /** Gives claims and roles back, so that others need not wait for the end of the lease. */
    async leave() {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      await beating;
      await transaction((trx) => processRecords(trx).remove([owner]));
    },
  };
}
