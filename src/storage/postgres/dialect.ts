import { createHash } from 'node:crypto';
import {
  type BinaryOperationNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  OperatorNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { monotonic } from '../../clock.ts';
import { RowParameters } from '../eachRow.ts';
import { StorageError } from '../errors.ts';
import { type Guard, refuseStream } from '../guard.ts';
import { asStorageError, isPassing } from './errors.ts';

/** Every write requires this process's row in `processes`. `owner` is undefined until the process has joined. */
export interface Fence {
  owner: string | undefined;
}

/** Counts retries after conflicts with other transactions. */
export interface Repeats {
  count: number;
}

interface Around {
  guard: Guard;
  fence: Fence;
  repeats: Repeats;
}

/** Kysely over the connections of a pool. */
export function postgresDialect(pool: pg.Pool, around: Around): Dialect {
  return {
    createDriver: () => driverOf(pool, around),
    createQueryCompiler: () => new ListCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

/**
 * Compiles `in (…)` over a list of any length to one parameter, so that no list exceeds the limit of 65,535 parameters.
 * The parameter is an array and not a table of values, since for an array PostgreSQL uses the indexes even without
 * statistics.
 */
class ListCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand: list } = node;
    if (PrimitiveValueListNode.is(list) && OperatorNode.is(operator)) {
      this.visitNode(leftOperand);
      this.append(operator.operator === 'in' ? ' = any(' : ' <> all(');
      this.appendValue(list.values);
      this.append(list.values.some((value) => typeof value === 'number') ? '::bigint[])' : '::text[])');
    } else {
      super.visitBinaryOperation(node);
    }
  }
}

/** How long conflicts are retried. On a busy machine a transaction over the whole catalogue takes seconds. */
const repeatedMsMax = 30_000;

/** Retries `work` after serialization failures and deadlocks, with backoff, for up to 30 s. */
export async function repeated<T>(repeats: Repeats, work: () => Promise<T>): Promise<T> {
  const startedAt = monotonic();
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || monotonic() - startedAt > repeatedMsMax) throw asStorageError(error);
    }
    repeats.count += 1;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 2 ** tries)));
  }
}

/** Waits until all statements are answered, so that the connection is free, and then throws the first error. */
async function settled(work: readonly Promise<unknown>[]): Promise<unknown[]> {
  const outcomes = await Promise.allSettled(work);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

const affecting: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

const divisionByZero = '22012';

/** A client of the pool that tracks whether it is inside a transaction. */
class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly fence: Fence;
  readonly repeats: Repeats;
  inTransaction = false;
  constructor(client: pg.PoolClient, { fence, repeats }: Pick<Around, 'fence' | 'repeats'>) {
    this.client = client;
    this.fence = fence;
    this.repeats = repeats;
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const [each] = parameters;
    const isRead = query.kind === 'SelectQueryNode';
    const send = (): Promise<QueryResult<R>> =>
      each instanceof RowParameters ? this.sendEach(sql, each) : this.send(sql, parameters);
    if (this.inTransaction) return send();
    const isAlone = isRead || (this.fence.owner === undefined && !(each instanceof RowParameters));
    return repeated(this.repeats, () => (isAlone ? send() : this.inOwnTransaction(send)));
  }

  /** Pipelines begin, statement and commit. If one of them fails, the next ones fail too, and the commit rolls back. */
  private async inOwnTransaction<R>(send: () => Promise<QueryResult<R>>): Promise<QueryResult<R>> {
    const [, result] = await settled([this.begin(), send(), this.send('commit', [])]);
    return result as QueryResult<R>;
  }

  /**
   * Begins a transaction and locks the process's row until it ends. Throws `superseded` if the row is gone, because
   * other processes have taken over the work.
   */
  async begin(): Promise<void> {
    const { owner } = this.fence;
    const begun = this.send('begin', []);
    if (owner === undefined) return void (await begun);
    const held = 'select 1 / count(*) from (select from processes where owner = $1 for key share) as held';
    try {
      await settled([begun, this.send(held, [owner])]);
    } catch (error) {
      await this.send('rollback', []);
      if ((error as { code?: string }).code !== divisionByZero) throw error;
      throw new StorageError('superseded', 'Other processes took over the work of this one.', error);
    }
  }

  async send<R>(text: string, given: readonly unknown[], name?: string): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.client.query({ text, values: given.map(storable), name });
    return { rows: rows as R[], numAffectedRows: affecting.has(command) ? BigInt(rowCount ?? 0) : undefined };
  }

  /** Pipelines a prepared statement for all rows. */
  private async sendEach<R>(sql: string, { rows, of }: RowParameters): Promise<QueryResult<R>> {
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    await settled(rows.map((row) => this.send(sql, of(row), name)));
    return { rows: [] };
  }

  streamQuery = refuseStream;
}

/** Removes NUL, which PostgreSQL's texts can't contain. */
function storable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new StorageError('bad-parameter', `The number ${value} can't be stored.`);
  return value;
}

function driverOf(pool: pg.Pool, { guard, ...around }: Around): Driver {
  const connectionOf = (connection: DatabaseConnection) => connection as Connection;
  const end = async (connection: DatabaseConnection, sql: 'commit' | 'rollback'): Promise<string> => {
    const { command } = await connectionOf(connection).client.query(sql);
    connectionOf(connection).inTransaction = false;
    return command;
  };
  return {
    init: async () => {},
    async acquireConnection() {
      guard.begin();
      try {
        return new Connection(await pool.connect(), around);
      } catch (error) {
        guard.done();
        throw asStorageError(error);
      }
    },
    async releaseConnection(connection) {
      connectionOf(connection).client.release();
      guard.done();
    },
    async beginTransaction(connection) {
      guard.refuseOutside();
      await connectionOf(connection).begin();
      connectionOf(connection).inTransaction = true;
    },
    async commitTransaction(connection) {
      // After a failed statement PostgreSQL answers a commit with a rollback, without an error.
      if ((await end(connection, 'commit')) !== 'COMMIT') {
        throw new StorageError(
          'transaction-rule',
          'A statement of the transaction failed, so nothing of it was stored.',
        );
      }
    },
    rollbackTransaction: async (connection) => void (await end(connection, 'rollback')),
    destroy: async () => {},
  };
}
