import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What changed since version 1.0.0. A released one is never edited; a change is a new one at the end. */
const later: Readonly<Record<string, readonly string[]>> = {
  // The outbox holds more than digests.
  '002-outbox': ['alter table deliveries rename column digest to content'],
};

/** Written for SQLite; `translated` gives another database's own statement. */
export const laterMigrations = (translated = (statement: string) => statement): Migration[] =>
  Object.entries(later).map(([name, statements]) => ({
    name,
    async up(db) {
      for (const statement of statements) await sql.raw(translated(statement)).execute(db);
    },
  }));
