import { type Kysely, sql } from 'kysely';
import type { Migration } from '../migrate.ts';
import type { Tables } from '../schema.ts';
import { processRecords } from './processes.ts';

/**
 * A step of the schema that also takes their rows from the processes that work by the schema before: they can store
 * nothing from then on, and end at their next beat, those of released versions too.
 */
export const fencing = ({ name, up }: Migration): Migration => ({
  name,
  async up(db) {
    // Waits for the transactions that have begun; later ones wait for this one.
    await sql`lock table processes in access exclusive mode`.execute(db);
    await processRecords(db as Kysely<unknown> as Kysely<Tables>).remove('all');
    await up(db);
  },
});
