import { setImmediate } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type PrimitiveValueListNode,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  ValuesNode,
} from 'kysely';
import { monotonic } from '../../clock.ts';
import { RowParameters } from '../eachRow.ts';
import { StorageError } from '../errors.ts';
import { refuseStream } from '../guard.ts';
import type { Connection } from './connection.ts';
import type { Turns } from './turns.ts';

/** Kysely over the one connection. Kysely's own mutex has no time limit, so turns are taken here instead. */
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
 * Compiles `in (…)` over a list of any length to one parameter. All lengths then share one prepared statement, and no
 * list exceeds SQLite's limit of 32,766 parameters.
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

  /** Drops `for update` and its details, because with one writer rows need no locks. */
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === 'Distinct') super.visitSelectModifier(node);
  }
}

/** How long to wait for another program's lock before an error. The event loop continues meanwhile. */
const lockedMsMax = 1_000;
const againMs = 25;

/**
 * Runs `work` again while another program has the file locked. Waits by the monotonic clock, so that setting the wall
 * clock doesn't change the wait.
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

/** Rows between two pauses. So many rows block the event loop for less than 10 ms. */
const rowsAtOnce = 1_000;

function driverOf(connection: Connection, turns: Turns): Driver {
  const shared: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      // A transaction has the lock already. Any other statement that finds the file locked can simply run again.
      const run = (values: readonly unknown[]) =>
        connection.inTransaction ? connection.run(sql, values) : onceUnlocked(() => connection.run(sql, values));
      const [each] = parameters;
      if (!(each instanceof RowParameters)) {
        const { rows, changes } = await run(parameters);
        return { rows: rows as R[], numAffectedRows: changes };
      }
      for (const [at, row] of each.rows.entries()) {
        // Lets other work run that doesn't need the connection.
        if (at % rowsAtOnce === rowsAtOnce - 1) await setImmediate();
        await run(each.of(row));
      }
      return { rows: [] };
    },
    streamQuery: refuseStream,
  };
  return {
    init: async () => {},
    async acquireConnection() {
      await turns.take();
      return shared;
    },
    releaseConnection: async () => turns.give(),
    async beginTransaction() {
      turns.guard.refuseOutside();
      // Immediate, because taking the write lock later could fail in the middle of the work.
      await onceUnlocked(() => connection.run('begin immediate', []));
    },
    commitTransaction: async () => void connection.run('commit', []),
    async rollbackTransaction() {
      // SQLite rolls back by itself when the disk is full, and a second rollback would hide that error.
      if (connection.inTransaction) connection.run('rollback', []);
    },
    destroy: async () => {},
  };
}
