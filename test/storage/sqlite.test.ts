import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { claimsSuite } from './contract/claims.ts';
import type { Dialect } from './contract/dialect.ts';
import { keyvSuite } from './contract/keyv.ts';
import { migrationsSuite } from './contract/migrations.ts';
import { recordsSuite } from './contract/records.ts';
import { searchSuite } from './contract/search.ts';
import { tablesSuite } from './contract/tables.ts';
import { transactionsSuite } from './contract/transactions.ts';
import { databasesFolder } from './testDatabase.ts';

const sqlite: Dialect = {
  name: 'SQLite',
  create: async () => `file:${join(await mkdtemp(join(databasesFolder(), 'lede-')), 'lede.db')}`,
  remove: (url) => rm(dirname(url.slice('file:'.length)), { recursive: true, force: true }),
};

claimsSuite(sqlite);
keyvSuite(sqlite);
migrationsSuite(sqlite);
recordsSuite(sqlite);
searchSuite(sqlite);
tablesSuite(sqlite);
transactionsSuite(sqlite);
