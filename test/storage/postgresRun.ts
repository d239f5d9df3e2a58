import type { TestProject } from 'vitest/node';
import { openStorage } from '../../src/storage/storage.ts';
import { startPostgres } from './postgresServer.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the run's PostgreSQL, for creating and dropping databases. */
    postgres?: string;
  }
}

/** Starts one PostgreSQL for all tests of the run, which copy its migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  const template = await server.create({ name: 'lede_template' });
  await (await openStorage({ url: template, now: () => 0 })).close();
  project.provide('postgres', server.urlOf('postgres'));
  return () => server.stop();
}
