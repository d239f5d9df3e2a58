import { afterAll, beforeAll } from 'vitest';
import { claimsSuite } from './contract/claims.ts';
import { keyvSuite } from './contract/keyv.ts';
import { migrationsSuite } from './contract/migrations.ts';
import { recordsSuite } from './contract/records.ts';
import { searchSuite } from './contract/search.ts';
import { type PostgresServer, postgresOn, startPostgres } from './postgresServer.ts';
import { processesSuite } from './processes.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());
const postgres = postgresOn(() => server);

claimsSuite(postgres);
keyvSuite(postgres);
migrationsSuite(postgres);
recordsSuite(postgres);
searchSuite(postgres);
processesSuite(() => server);
