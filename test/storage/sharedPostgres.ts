import { afterAll, beforeAll, beforeEach } from 'vitest';
import { hasPostgres } from './postgresProgram.ts';
import { type PostgresServer, startPostgres } from './postgresServer.ts';

let running: Promise<PostgresServer> | undefined;

/**
 * A PostgreSQL for the tests of a file. The worker's shared one starts with the first file that needs it and ends with
 * the process; a file's own one can be stopped and started by its tests. The tests are skipped if npm has no PostgreSQL
 * for the platform.
 */
export function usePostgres(of: 'worker' | 'file' = 'worker'): () => PostgresServer {
  let server: PostgresServer | undefined;
  if (hasPostgres) {
    beforeAll(async () => {
      if (of === 'worker') running ??= startPostgres();
      server = await (of === 'worker' ? running : startPostgres());
    });
    if (of === 'file') afterAll(() => server?.stop());
  } else beforeEach((context) => context.skip('no PostgreSQL comes for this platform'));
  return () => {
    if (server === undefined) throw new Error('PostgreSQL runs from the first test on.');
    return server;
  };
}
