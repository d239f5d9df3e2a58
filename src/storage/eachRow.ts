import { type Compilable, CompiledQuery, type Expression, type Kysely, sql } from 'kysely';

/** Stands in a statement for the value that it has for each row. */
class Slot<Row> {
  readonly read: (row: Row) => unknown;
  constructor(read: (row: Row) => unknown) {
    this.read = read;
  }
}

/**
 * Parameters of many runs of one statement, made as each is run, so that the rows must stay as they are; the driver
 * takes it as the only parameter.
 */
export class RowParameters<Row = unknown> {
  readonly rows: readonly Row[];
  readonly of: (row: Row) => unknown[];
  constructor(rows: readonly Row[], of: (row: Row) => unknown[]) {
    this.rows = rows;
    this.of = of;
  }
}

/**
 * Runs one statement once per row, compiled and prepared a single time: for 30,000 articles half the cost of inserts of
 * many rows, whose text differs with their number. `build` says by `of` what a value is of each row; what the statement
 * returns is lost.
 */
export async function eachRow<Tables, Row>(
  db: Kysely<Tables>,
  rows: readonly Row[],
  build: (of: <Value>(read: (row: Row) => Value) => Expression<Value>) => Compilable,
): Promise<void> {
  if (rows.length === 0) return;
  const { sql: statement, parameters } = build((read) => sql`${new Slot(read)}`).compile();
  const reads = parameters.map((value) => (value instanceof Slot ? (value as Slot<Row>).read : () => value));
  const of = (row: Row) => reads.map((read) => read(row));
  await db.executeQuery(CompiledQuery.raw(statement, [new RowParameters(rows, of)]));
}
