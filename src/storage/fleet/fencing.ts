import { type Kysely, sql } from 'kysely';
import type { Migration } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { processRecords } from './processes.ts';

/**
 * Wraps a migration so that it also removes the rows of all processes. From then on, processes that know only the
 * earlier schema can store nothing, and end at their next heartbeat.
 */
export const fencing = ({ name, up }: Migration): Migration => ({
  name,
  async up(db) {
    // Waits for open transactions to end, and makes later ones wait.
    await sql`lock table processes in access exclusive mode`.execute(db);
    await processRecords(db as Kysely<unknown> as Kysely<Tables>).remove('all');
    await up(db);
  },
});
