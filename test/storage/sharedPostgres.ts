import { afterAll, beforeAll, beforeEach } from 'vitest';
import { hasPostgres } from './postgresProgram.ts';
import { type PostgresServer, startPostgres } from './postgresServer.ts';

let running: Promise<PostgresServer> | undefined;

/**
 * A PostgreSQL for the tests of a file: that of this worker, which starts with the first file that asks and ends with
 * the process, or one of its own, which the file may stop and start. Where npm has none for the platform the tests are
 * left out.
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
