import { afterAll, beforeAll } from 'vitest';
import { claimsSuite } from './contract/claims.ts';
import { keyvSuite } from './contract/keyv.ts';
import { migrationsSuite } from './contract/migrations.ts';
import { recordsSuite } from './contract/records.ts';
import { searchSuite } from './contract/search.ts';
import { postgresOn, startPostgres } from './postgresServer.ts';

let server: Awaited<ReturnType<typeof startPostgres>>;
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
