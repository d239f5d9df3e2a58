import { type Compilable, CompiledQuery, type Expression, expressionBuilder, type Kysely } from 'kysely';

/** A placeholder in a statement. Each row fills it with its own value. */
class Slot<Row> {
  readonly read: (row: Row) => unknown;
  constructor(read: (row: Row) => unknown) {
    this.read = read;
  }
}

/**
 * The rows for which one statement runs. This object is the statement's only parameter, and drivers run the statement
 * for each row.
 */
export class RowParameters<Row = unknown> {
  readonly rows: readonly Row[];
  readonly of: (row: Row) => unknown[];
  constructor(rows: readonly Row[], of: (row: Row) => unknown[]) {
    this.rows = rows;
    this.of = of;
  }
}

/** Makes placeholders for values of a row. */
interface Of<Row> {
  <Value>(read: (row: Row) => Value): Expression<Value>;
  /** Placeholders for columns named as in the row; a missing value becomes null. */
  columns<Name extends keyof Row>(...names: Name[]): { [Key in Name]-?: Expression<Column<Row[Key]>> };
}

type Column<Value> = undefined extends Value ? NonNullable<Value> | null : Value;

function slots<Row>(): Of<Row> {
  const { val } = expressionBuilder<object, never>();
  const of = <Value>(read: (row: Row) => Value) => val(new Slot(read)) as unknown as Expression<Value>;
  const columns = (...names: (keyof Row)[]) =>
    Object.fromEntries(names.map((name) => [name, of((row) => row[name] ?? null)])) as never;
  return Object.assign(of, { columns });
}

/**
 * Runs one statement for every row: an insert, which may use `excluded` on conflict, or an update by key. No two rows
 * may have the same key. SQLite compiles the statement once; for 30,000 articles this cost half as much as multi-row
 * inserts.
 */
export async function eachRow<Tables, Row>(
  db: Kysely<Tables>,
  rows: readonly Row[],
  build: (of: Of<Row>) => Compilable,
): Promise<void> {
  if (rows.length === 0) return;
  const { sql: statement, parameters } = build(slots<Row>()).compile();
  const reads = parameters.map((value) => (value instanceof Slot ? (value as Slot<Row>).read : () => value));
  const of = (row: Row) => reads.map((read) => read(row));
  await db.executeQuery(CompiledQuery.raw(statement, [new RowParameters(rows, of)]));
}
