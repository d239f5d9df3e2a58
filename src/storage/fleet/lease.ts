import { hostname } from 'node:os';
import { type Kysely, sql } from 'kysely';
import { type EpochMs, monotonic, systemWall } from '../../clock.ts';
import type { Role } from '../../schedule/loop.ts';
import { StorageError } from '../errors.ts';
import { schemaVersionIn } from '../migrate.ts';
import { applicationOf } from '../postgres/pool.ts';
import type { Session } from '../postgres/session.ts';
import { column } from '../records/rows.ts';
import type { Tables } from '../schema.ts';
import { type Joining, type Member, soleRoles } from './member.ts';
import { processRecords } from './processes.ts';

/**
 * Four heartbeats fit into a lease: one may be lost and the next late. Others take over within eight seconds: the
 * lease, and one heartbeat until they look.
 */
const leaseMs = 6_000;
const beatMs = 1_500;
/** Maximum error of the machine's clock. With a larger one, digests would be early or late. */
const clockErrorMsMax = 30_000;

async function databaseNow(db: Kysely<Tables>): Promise<EpochMs> {
  const { rows } = await sql<{ now: EpochMs }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  return rows[0]?.now ?? 0;
}

/** Closes the connections of dead processes, so that they store nothing once others have their roles. */
async function endConnections(db: Kysely<Tables>, owners: readonly string[]): Promise<void> {
  for (const owner of owners) {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${applicationOf(owner)} and usename = current_user`.execute(db);
  }
}

/** Removes dead processes with their claims. A process whose heartbeat arrives in the meantime stays. */
async function removeDead(db: Kysely<Tables>, owners: readonly string[], now: EpochMs): Promise<void> {
  await endConnections(db, owners);
  const dead = db.deleteFrom('processes').where('owner', 'in', owners).where('leaseUntil', '<', now);
  const gone = await column('owner', dead.returning('owner'));
  if (gone.length > 0) await processRecords(db).remove(gone);
}

/** Whether the machine's clock differs too much from PostgreSQL's, which was read after `wallBefore`. */
const isWrong = (databaseAt: EpochMs, wallBefore: EpochMs): boolean =>
  databaseAt < wallBefore - clockErrorMsMax || databaseAt > systemWall() + clockErrorMsMax;

const wrongClock =
  `The clock of ${hostname()} differs by more than ${clockErrorMsMax / 1_000} s from that of PostgreSQL; ` +
  'set both by NTP.';

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
 * Adds this process to those of the database. The session has its own connections, which wait for no other query and
 * don't check the process's row. Its transactions are read committed, so that heartbeats never conflict with each other
 * or with other writes. Throws StorageError if the clock of this machine is wrong.
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
  /** The lease's end by two clocks: the monotonic one stops while the machine sleeps, the wall clock may be set. */
  let valid = { until: Number.NEGATIVE_INFINITY, wallUntil: Number.NEGATIVE_INFINITY };
  /**
   * The time since which every heartbeat has succeeded. Dead processes are removed only after a whole lease of success:
   * after an outage of PostgreSQL the other processes need time for a heartbeat.
   */
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
        // Slots and leases depend on the clock, so this process gives up its work and stores nothing more.
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
          // PostgreSQL can't be reached, which the loops report. Our row there expires with the lease.
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
    /** Releases claims and roles, so that others needn't wait until the lease expires. */
    async leave() {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      await beating;
      await transaction((trx) => processRecords(trx).remove([owner]));
    },
  };
}
