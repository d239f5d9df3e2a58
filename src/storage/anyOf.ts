import { type RawBuilder, sql } from 'kysely';

/**
 * What stands behind `in` for a list of any length: one parameter, and so one statement, compiled and prepared once. A
 * parameter for each value costs as much as the rest of such a query.
 */
export function anyOf(values: readonly string[]): RawBuilder<string> {
  return sql<string>`(select value from json_each(${JSON.stringify(values)}))`;
}
