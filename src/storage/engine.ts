import type { Kysely, Transaction } from 'kysely';
import type { EpochMs } from '../clock.ts';
import type { HostTurns } from './fleet/hostTurns.ts';
import type { IdentifyTurns } from './fleet/identifyTurns.ts';
import type { Joining, Member } from './fleet/member.ts';
import type { Tables } from './schema.ts';
import type { TextIndex } from './search.ts';

/** One step of the schema. Its position in the list is its version. Never move, rename or edit a released step. */
export type Migration = { name: string; up(db: Kysely<unknown>): Promise<void> };

export interface Database<Tables> {
  readonly db: Kysely<Tables>;
  /** Defined only if several processes can use the database at once. */
  readonly hostTurns?: HostTurns;
  /**
   * Commits when `work` ends and rolls back when it throws. Inside, await only queries of `trx`: `db` or a second
   * transaction throws `transaction-rule`. `durable` waits until the commit is on the disk. Without it a power cut can
   * undo the latest commits, but a crash of the process can't.
   */
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>, options?: { durable?: boolean }): Promise<T>;
  /**
   * Registers this process as one that works on the database. Claims of dead processes are released: in SQLite at once,
   * since only one process has the file, and in PostgreSQL when their leases end.
   */
  join(joining: Joining, now: EpochMs): Promise<Member>;
  /** Runs `work` while no other process is inside `alone`. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Throws StorageError `in-use` while another process of Lede is connected. */
  refuseOthers(): Promise<void>;
  /** Rewrites the database without its free space, which may still contain deleted rows. */
  compact(): Promise<void>;
  /** Runs a full check without blocking the event loop. Returns the damage found; empty if there is none. */
  integrityProblems(): Promise<readonly string[]>;
  /** How many transactions were retried since the opening, because of conflicts with others. */
  repeats(): number;
  /** The size of the database in bytes, without the write-ahead log. */
  bytes(): Promise<number>;
  /** Refuses new work, waits for running work, then closes. */
  close(): Promise<void>;
}

/** A kind of database. Each has a folder here with its own Kysely dialect. */
export interface Engine {
  /** Throws StorageError. */
  open<Tables>(url: string): Promise<Database<Tables>>;
  readonly migrations: readonly Migration[];
  textIndex(db: Kysely<Tables>): TextIndex;
  /** Defined only if several processes can share the database. */
  identifyTurns?(db: Kysely<Tables>): IdentifyTurns;
}
