import { type Expression, expressionBuilder, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import { type TableFacts, type TableName, tables } from './tables.ts';

/** What the loops over `tables` share: they know the name of a table and of its columns only when they run. */

export type Row = Readonly<Record<string, unknown>>;
/** The tables as such loops see them: any table may have any column. */
export type AnyTables = Kysely<Record<string, Row>>;

export const anyTables = (db: Kysely<Tables>): AnyTables => db as unknown as AnyTables;

export const allTables = Object.keys(tables) as TableName[];

export const factsOf = (table: TableName): TableFacts<Row> & Row => tables[table] as never;

/** Kysely's types know tuples of two and more; a database also takes one. */
interface Tuples {
  refTuple(...columns: string[]): Expression<unknown>;
  tuple(...values: unknown[]): Expression<unknown>;
}

/** The columns of a table's key as one value, and the values of a row. */
export const { refTuple, tuple } = expressionBuilder<Record<string, Row>, string>() as unknown as Tuples;
