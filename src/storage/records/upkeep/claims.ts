import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import { allTables, factsOf, type Row } from '../../anyTable.ts';
import type { TableName } from '../../tables.ts';

export const claimedTables = allTables.filter((table) => factsOf(table).claims !== undefined);

/** A condition on a table with claims: the row can be claimed. */
export function isClaimable(table: TableName): Expression<SqlBool> {
  const { claims } = factsOf(table);
  const { and } = expressionBuilder<Record<string, Row>, string>();
  return and(claims === 'any' ? {} : (claims as Row));
}
