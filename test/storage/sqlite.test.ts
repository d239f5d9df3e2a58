import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contract } from './contract/contract.ts';
import type { Dialect } from './contract/dialect.ts';
import { databasesFolder } from './testDatabase.ts';

const sqlite: Dialect = {
  name: 'SQLite',
  create: async () => `file:${join(await mkdtemp(join(databasesFolder(), 'lede-')), 'lede.db')}`,
  remove: (url) => rm(dirname(url.slice('file:'.length)), { recursive: true, force: true }),
};

contract(sqlite);
