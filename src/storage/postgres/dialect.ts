import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type PrimitiveValueListNode,
  type QueryResult,
  ValuesNode,
} from 'kysely';
import type pg from 'pg';
import { RowParameters } from '../eachRow.ts';
import { StorageError } from '../errors.ts';
import type { createScopes } from '../transactionRule.ts';
import { explained, isPassing } from './errors.ts';

type Scopes = ReturnType<typeof createScopes>;

/** Kysely over connections that each send many queries before the first is answered. */
export function postgresDialect(pool: pg.Pool, scopes: Scopes): Dialect {
  return {
    createDriver: () => driverOf(pool, scopes),
    createQueryCompiler: () => new ListCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/** Compiles `in (…)` over a list of any length to one parameter, so no list meets the limit of 65,535 parameters. */
class ListCompiler extends PostgresQueryCompiler {
  protected override visitPrimitiveValueList(node: PrimitiveValueListNode): void {
    if (this.parentNode !== undefined && ValuesNode.is(this.parentNode)) {
      super.visitPrimitiveValueList(node);
    } else {
      const isNumbers = node.values.some((value) => typeof value === 'number');
      this.append('(select unnest(');
      this.appendValue(node.values);
      this.append(isNumbers ? '::bigint[]))' : '::text[]))');
    }
  }
}

/** How often a statement is repeated that met another's change; each waits a little longer than the one before. */
export const repeatsMax = 20;

export async function beforeRepeat(repeats: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(100, 2 ** repeats)));
}

async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || repeats >= repeatsMax) throw explained(error);
    }
    await beforeRepeat(repeats);
  }
}

const affecting: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

/** One client of the pool, which knows whether it is inside a transaction. */
class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  inTransaction = false;
  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const run = () => this.run<R>(sql, parameters);
    return this.inTransaction ? run() : repeated(run);
  }

  async run<R>(sql: string, parameters: readonly unknown[]): Promise<QueryResult<R>> {
    const [each] = parameters;
    if (each instanceof RowParameters) {
      await this.runEach(sql, each);
      return { rows: [] };
    }
    const { command, rowCount, rows } = await this.client.query(sql, parameters.map(storable));
    return { rows: rows as R[], numAffectedRows: affecting.has(command) ? BigInt(rowCount ?? 0) : undefined };
  }

  /** Sends the statement for all rows at once; outside a transaction all or none of them are stored. */
  private async runEach(sql: string, { rows, of }: RowParameters): Promise<void> {
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    const all = rows.map((row) => ({ name, text: sql, values: of(row).map(storable) }));
    const each = async () => void (await Promise.all(all.map((query) => this.client.query(query))));
    if (this.inTransaction) return each();
    await this.client.query('begin');
    try {
      await each();
      await this.client.query('commit');
    } catch (error) {
      await this.client.query('rollback');
      throw error;
    }
  }

  // An async generator so that the error comes where the stream is read.
  // biome-ignore lint/correctness/useYield: there is nothing to yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('A stream would hold a connection while its reader works; read pages by key instead.');
  }
}

/** PostgreSQL's texts can't hold NUL. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new StorageError('bad-parameter', `The number ${value} can't be stored.`);
  return value;
}

function driverOf(pool: pg.Pool, scopes: Scopes): Driver {
  const connectionOf = (connection: DatabaseConnection) => connection as Connection;
  const run = (connection: DatabaseConnection, sql: string) => connectionOf(connection).run(sql, []);
  return {
    init: async () => {},
    async acquireConnection() {
      scopes.refuseInside();
      try {
        return new Connection(await pool.connect());
      } catch (error) {
        throw explained(error);
      }
    },
    releaseConnection: async (connection) => connectionOf(connection).client.release(),
    async beginTransaction(connection) {
      if (!scopes.inside) {
        throw new StorageError('transaction-rule', 'Transactions are opened only by transaction() of the database.');
      }
      await run(connection, 'begin');
      connectionOf(connection).inTransaction = true;
    },
    async commitTransaction(connection) {
      await run(connection, 'commit');
      connectionOf(connection).inTransaction = false;
    },
    async rollbackTransaction(connection) {
      await run(connection, 'rollback');
      connectionOf(connection).inTransaction = false;
    },
    destroy: () => pool.end(),
  };
}
