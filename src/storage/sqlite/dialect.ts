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

/** Kysely over the one connection. Its own mutex has no time limit, so turns are taken here instead. */
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

  /** One writer at a time needs no locks of rows. */
  protected override visitSelectModifier(): void {}
}

/** How long another program may hold the file before that is an error; the loop goes on meanwhile. */
const lockedMsMax = 1_000;
const againMs = 25;

/** Repeats what another program's lock kept from beginning. Goes by real time, as the turns do. */
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

/** This many rows keep the event loop from its other work for less than 10 ms. */
const rowsAtOnce = 1_000;

function driverOf(connection: Connection, turns: Turns): Driver {
  const shared: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      // Inside a transaction the lock is ours; outside, a statement that met another's has done nothing.
      const run = (values: readonly unknown[]) =>
        connection.inTransaction ? connection.run(sql, values) : onceUnlocked(() => connection.run(sql, values));
      const [each] = parameters;
      if (!(each instanceof RowParameters)) {
        const { rows, changes } = await run(parameters);
        return { rows: rows as R[], numAffectedRows: changes };
      }
      for (const [at, row] of each.rows.entries()) {
        // Whoever needs the connection waits for its turn; everybody else goes on between two slices.
        if (at % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
        await run(each.of(row));
      }
      return { rows: [] };
    },
    // An async generator so that the error comes where the stream is read.
    // biome-ignore lint/correctness/useYield: there is nothing to yield
    async *streamQuery() {
      throw new Error('A stream would hold the one connection while its reader works; read pages by key instead.');
    },
  };
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
      // Immediate, because a write lock that is taken later can fail in the middle of the work.
      await onceUnlocked(() => connection.run('begin immediate', []));
    },
    commitTransaction: async () => void connection.run('commit', []),
    async rollbackTransaction() {
      // A full disk has SQLite roll back by itself, and a second rollback would hide that error.
      if (connection.inTransaction) connection.run('rollback', []);
    },
    destroy: async () => {},
  };
}
