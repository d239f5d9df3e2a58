import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/**
 * What a feed listed last is found among its own few rows. The index for it was the largest of all, since it held every guid once
 * more, and each poll wrote it anew for all that the feed still lists.
 */
export const seenByFeed: Migration = {
  name: '005-seen-by-feed',
  async up(db) {
    await sql.raw('drop index seen_listed').execute(db);
  },
};
