import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/** What is no JSON stays as it is: no start fails for it. `case`, since SQLite promises no order within an `and`. */
const linesOf = (list: string) => `case when json_valid(${list}) then coalesce((
  select group_concat(replace(value, char(10), ' '), char(10) order by key) from json_each(${list})), '') else ${list} end`;

/** The lists of an article are lines, no JSON; and an index goes that no question used, though every article wrote it. */
export const lines: Migration = {
  name: '010-lines',
  async up(db) {
    await sql
      .raw(`update articles set paragraphs = ${linesOf('paragraphs')}, categories = ${linesOf('categories')}`)
      .execute(db);
    await sql.raw('drop index articles_unplaced').execute(db);
  },
};
