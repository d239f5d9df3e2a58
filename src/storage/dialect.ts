import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connection } from './connection.ts';
import { RowParameters } from './eachRow.ts';
import { StorageError } from './errors.ts';
import type { Turns } from './turns.ts';

/** Kysely over the one connection; its own mutex has no time limit, so turns are taken here instead. */
export function sqliteDialect(connection: Connection, turns: Turns): Dialect {
  return {
    createDriver: () => driverOf(connection, turns),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TurnTakingAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function driverOf(connection: Connection, turns: Turns): Driver {
  const shared: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const [each] = parameters;
      if (each instanceof RowParameters) {
        connection.runEach(sql, each.rows);
        return { rows: [] };
      }
      const { rows, changes, lastInsertRowid } = connection.run(sql, parameters);
      return { rows: rows as R[], numAffectedRows: changes, insertId: lastInsertRowid };
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
      await command('begin immediate');
    },
    commitTransaction: () => command('commit'),
    async rollbackTransaction() {
      // A full disk has SQLite roll back by itself, and a second rollback would hide that error.
      if (connection.inTransaction) await command('rollback');
    },
    destroy: async () => connection.close(),
  };
}
