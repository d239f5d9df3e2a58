import { type Compilable, CompiledQuery, type Expression, type Kysely, sql } from 'kysely';

/** Stands in a statement for the value that each row has of that name. */
class Slot {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

/** Parameters of many runs of one statement; the driver takes it as the only parameter. */
export class RowParameters {
  readonly rows: readonly (readonly unknown[])[];
  constructor(rows: readonly (readonly unknown[])[]) {
    this.rows = rows;
  }
}

/**
 * Runs one statement once per row, compiled and prepared a single time: for 30,000 articles half the cost of inserts of
 * many rows, whose text differs with their number. `build` names the values by `of`; what the statement returns is lost.
 */
export async function eachRow<Tables, Row extends object>(
  db: Kysely<Tables>,
  rows: readonly Row[],
  build: (of: <Key extends keyof Row>(key: Key) => Expression<Row[Key]>) => Compilable,
): Promise<void> {
  if (rows.length === 0) return;
  const compiled = build((key) => sql`${new Slot(key)}`).compile();
  const parameters = rows.map((row) =>
    compiled.parameters.map((value) => (value instanceof Slot ? row[value.name as keyof Row] : value)),
  );
  await db.executeQuery(CompiledQuery.raw(compiled.sql, [new RowParameters(parameters)]));
}
