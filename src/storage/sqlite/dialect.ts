import { setImmediate } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type PrimitiveValueListNode,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValuesNode,
} from 'kysely';
import { monotonic } from '../../clock.ts';
import { RowParameters } from '../eachRow.ts';
import { StorageError } from '../errors.ts';
import type { Connection } from './connection.ts';
import type { Turns } from './turns.ts';

/**
 * Compiles `in (…)` over a list of any length to one parameter, so that every length has the same statement, which is
 * prepared once, and no list meets SQLite's limit of 32,766 parameters.
 */
class ListCompiler extends SqliteQueryCompiler {
  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    if (this.parentNode !== undefined && ValuesNode.is(this.parentNode)) {
      super.visitPrimitiveValueList(node);
    } else {
      this.append('(select value from json_each(');
      this.appendValue(JSON.stringify(node.values));
      this.append('))');
    }
  }
}

/** Kysely over the one connection; its own mutex has no time limit, so turns are taken here instead. */
export function sqliteDialect(connection: Connection, turns: Turns): Dialect {
  return {
    createDriver: () => driverOf(connection, turns),
    createQueryCompiler: () => new ListCompiler(),
    createAdapter: () => new TurnTakingAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Another program has the file for so long at most before that is an error; the loop goes on meanwhile. */
const lockedMsMax = 1_000;
const againMs = 25;

/**
 * Tries anew what another program's lock kept from beginning, and so has done nothing. Real time, as that of the turns.
 */
async function onceUnlocked<T>(work: () => T): Promise<T> {
  for (const start = monotonic(); ; ) {
    try {
      return work();
    } catch (error) {
      const locked = error instanceof StorageError && error.code === 'in-use';
      if (!locked || monotonic() - start > lockedMsMax) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** So many rows keep the event loop from its other work for less than 10 ms. */
const rowsAtOnce = 1_000;

/**
 * Whoever needs the connection meanwhile waits for the transaction's end; everybody else goes on between two slices.
 */
async function inSlices(connection: Connection, sql: string, { rows, of }: RowParameters): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    if (at > 0) await setImmediate();
    connection.runEach(sql, rows.slice(at, at + rowsAtOnce), of);
  }
}

function driverOf(connection: Connection, turns: Turns): Driver {
  const shared: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const [each] = parameters;
      // Inside a transaction the lock is ours; outside, what was refused it has done nothing.
      const unlocked = connection.inTransaction ? <T>(work: () => T) => work() : onceUnlocked;
      if (each instanceof RowParameters) {
        if (connection.inTransaction) await inSlices(connection, sql, each);
        else for (const row of each.rows) await onceUnlocked(() => connection.runEach(sql, [row], each.of));
        return { rows: [] };
      }
      const { rows, changes } = await unlocked(() => connection.run(sql, parameters));
      return { rows: rows as R[], numAffectedRows: changes };
    },
    // An async generator so that the error comes where the stream is read.
    // biome-ignore lint/correctness/useYield: there is nothing to yield
    async *streamQuery() {
      throw new Error('A stream would hold the one connection while its reader works; read pages by key instead.');
    },
  };
  const command = async (sql: string) => void connection.run(sql, []);
  return {
    init: async () => {},
    async acquireConnection() {
      await turns.take();
      return shared;
    },
    releaseConnection: async () => turns.give(),
    async beginTransaction() {
      if (!turns.inside) {
        throw new StorageError('transaction-rule', 'Transactions are opened only by transaction() of the database.');
      }
      // Immediate: a write lock that is taken later can fail in the middle of the work.
      await onceUnlocked(() => connection.run('begin immediate', []));
    },
    commitTransaction: () => command('commit'),
    async rollbackTransaction() {
      // A full disk has SQLite roll back by itself, and a second rollback would hide that error.
      if (connection.inTransaction) await command('rollback');
    },
    destroy: async () => {},
  };
}
