import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/**
 * Feeds outside the catalogue kept what they stated ("de-AT", or a template's "en-US" beside French news), and what is known is not looked
 * for: with the next document the language that they speak is found, as for a new feed.
 */
export const spokenLanguage: Migration = {
  name: '008-spoken-language',
  async up(db) {
    await sql.raw('update feeds set language = null where catalogue = 0 and language is not null').execute(db);
  },
};
