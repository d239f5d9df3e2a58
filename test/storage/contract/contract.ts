import { claimsSuite } from './claims.ts';
import type { Dialect } from './dialect.ts';
import { keyvSuite } from './keyv.ts';
import { migrationsSuite } from './migrations.ts';
import { recordsSuite } from './records.ts';
import { searchSuite } from './search.ts';
import { tablesSuite } from './tables.ts';
import { transactionsSuite } from './transactions.ts';

/** What each database engine must keep to. */
export function contract(dialect: Dialect): void {
  claimsSuite(dialect);
  keyvSuite(dialect);
  migrationsSuite(dialect);
  recordsSuite(dialect);
  searchSuite(dialect);
  tablesSuite(dialect);
  transactionsSuite(dialect);
}
