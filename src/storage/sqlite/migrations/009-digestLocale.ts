import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/**
 * A digest says in which language its message is; those stored before are in that of their server, as it was known last. What is no
 * JSON stays as it is: it fails where it is read, and no start fails for it. `case`, since SQLite promises no order within an `and`.
 */
export const digestLocale: Migration = {
  name: '009-digest-locale',
  async up(db) {
    await sql
      .raw(`update deliveries set digest = json_set(digest, '$.locale', coalesce(
        (select case when json_valid(value) then json_extract(value, '$.value.locale') end
          from keyv where namespace = 'servers' and key = server_id), 'en-US'))
        where case when json_valid(digest) then json_extract(digest, '$.locale') is null end`)
      .execute(db);
  },
};
