import { sql } from 'kysely';
import type { Migration } from '../database.ts';

/** A digest says in which language its message is; those stored before are in that of their server, as it was known last. */
export const digestLocale: Migration = {
  name: '009-digest-locale',
  async up(db) {
    await sql
      .raw(`update deliveries set digest = json_set(digest, '$.locale', coalesce(
        (select json_extract(value, '$.value.locale') from keyv where namespace = 'servers' and key = server_id), 'en-US'))
        where json_extract(digest, '$.locale') is null`)
      .execute(db);
  },
};
