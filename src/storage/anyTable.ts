import { type Expression, expressionBuilder, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import { type TableFacts, type TableName, tables } from './tables.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Kysely for loops over `tables`, which know the names of tables and columns only at run time. */
export type AnyTables = Kysely<Record<string, Row>>;

export const anyTables = (db: Kysely<Tables>): AnyTables => db as unknown as AnyTables;

export const allTables = Object.keys(tables) as TableName[];

export const factsOf = (table: TableName): TableFacts<Row> & Row => tables[table] as never;

/** Kysely's types allow tuples of two or more values; databases take a single one, too. */
interface Tuples {
  refTuple(...columns: string[]): Expression<unknown>;
  tuple(...values: unknown[]): Expression<unknown>;
}

export const { refTuple, tuple } = expressionBuilder<Record<string, Row>, string>() as unknown as Tuples;
