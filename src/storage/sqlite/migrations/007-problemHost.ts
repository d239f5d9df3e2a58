import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/** The host that a feed's problem names, behind redirects another than the feed's: other languages make their own sentence of it. */
export const problemHost: Migration = {
  name: '007-problem-host',
  async up(db) {
    await sql.raw('alter table feeds add column problem_host text').execute(db);
  },
};
