import {
  type Expression,
  expressionBuilder,
  type OnConflictBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  type StringReference,
} from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { OutletId, TopicId } from '../../ids.ts';
import { factsOf } from '../anyTable.ts';
import type { Tables } from '../schema.ts';
import type { TableName } from '../tables.ts';

/** A row without nulls: a nullable column becomes an optional field. */
export type Filled<Row> = { [Column in keyof Row as null extends Row[Column] ? never : Column]: Row[Column] } & {
  [Column in keyof Row as null extends Row[Column] ? Column : never]?: NonNullable<Row[Column]>;
};

export function filled<Row extends object>(row: Row): Filled<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Filled<Row>;
}

/** The values of one column of a query's rows. */
export async function column<Name extends string, Value>(
  name: Name,
  query: { execute(): Promise<{ [Key in Name]: Value }[]> },
): Promise<Value[]> {
  return (await query.execute()).map((row) => row[name]);
}

/** The result of a query that selects one moment as `at`. */
export async function momentOf(query: {
  executeTakeFirst(): Promise<{ at: EpochMs | null } | undefined>;
}): Promise<EpochMs | undefined> {
  return (await query.executeTakeFirst())?.at ?? undefined;
}

/** The smallest or largest moment in a column of a query's rows. */
const extremeOf =
  (which: 'min' | 'max') =>
  <DB, Table extends keyof DB>(
    query: SelectQueryBuilder<DB, Table, object>,
    column: StringReference<DB, Table>,
  ): Promise<EpochMs | undefined> =>
    momentOf(query.select(({ fn }) => fn[which]<EpochMs | null>(column).as('at')).$castTo<{ at: EpochMs | null }>());

export const earliestOf = extremeOf('min');
export const latestOf = extremeOf('max');

/** Whether a query has a row. */
export const isFound = async (query: { executeTakeFirst(): Promise<object | undefined> }): Promise<boolean> =>
  (await query.executeTakeFirst()) !== undefined;

export async function countOf<DB, Table extends keyof DB>(
  query: SelectQueryBuilder<DB, Table, object>,
): Promise<number> {
  const { n } = await query
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .$castTo<{ n: number }>()
    .executeTakeFirstOrThrow();
  return Number(n);
}

export function earliest(moments: readonly (EpochMs | undefined)[]): EpochMs | undefined {
  const known = moments.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** For `onConflict`: keeps a stored row with the same key as it is. */
export const keepStored = <DB, Table extends keyof DB>(conflict: OnConflictBuilder<DB, Table>) => conflict.doNothing();

/** For `onConflict`: sets these columns of a stored row with the same key to the values of the new row. */
export const replacing =
  <Name extends TableName>(table: Name, ...columns: (keyof Tables[Name] & string)[]) =>
  (conflict: OnConflictBuilder<Tables, Name>) =>
    conflict
      .columns(factsOf(table).key as never)
      .doUpdateSet(
        ({ ref }) => Object.fromEntries(columns.map((name) => [name, ref(`excluded.${name}` as never)])) as never,
      );

/** The values that release a row's claim. */
export const unclaimed = { owner: null, leaseUntil: null };

/** A condition on any table with claims: no process has claimed the row. */
export function isFree(now: EpochMs): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'feeds'>();
  return where.or([where('leaseUntil', 'is', null), where('leaseUntil', '<=', now)]);
}

/** A channel's filter for articles: the outlets that it mutes, and the languages that it reads. */
export interface Counting {
  mutedOutletIds: readonly OutletId[];
  /** Codes such as 'de'; empty for all languages. */
  languages: readonly string[];
}

/**
 * A condition on articles or feeds: the channel neither mutes the outlet nor excludes the language. `countsIn` in the
 * newsroom has the same rule.
 */
export function isCounted(counting: Counting | undefined): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'feeds'>();
  const { mutedOutletIds = [], languages = [] } = counting ?? {};
  return where.and([
    ...(mutedOutletIds.length > 0 ? [where('outletId', 'not in', mutedOutletIds)] : []),
    ...(languages.length > 0 ? [where.or([where('language', 'is', null), where('language', 'in', languages)])] : []),
  ]);
}

/** Scores below this are noise and not stored. */
const shareMin = 0.1;

/** Formats the topic model's scores of an article for one column: `topic:share`, separated by spaces. */
export function formatShares(shares: ReadonlyMap<TopicId, number>): string {
  const said = [...shares].filter(([, share]) => share >= shareMin);
  return said.map(([topicId, share]) => `${topicId}:${share.toFixed(2)}`).join(' ');
}

export function parseShares(stored: string | null): ReadonlyMap<TopicId, number> {
  const parts = (stored ?? '').split(' ').filter(Boolean);
  return new Map(
    parts.map((part): [string, number] => {
      const [topicId = '', share] = part.split(':');
      return [topicId, Number(share)];
    }),
  );
}
