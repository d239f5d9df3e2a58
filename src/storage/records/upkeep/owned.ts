import type { Expression, Kysely } from 'kysely';
import { allTables, anyTables, factsOf } from '../../anyTable.ts';
import type { Tables } from '../../schema.ts';
import { type Owner, owners, type TableName } from '../../tables.ts';

/** The ids of owners, or a query that finds them. */
type Ids = readonly string[] | Expression<unknown>;

/** Deletes the rows with these ids in the column. Rows of other tables that belong to them are deleted first. */
export async function removeRows<Name extends TableName>(
  db: Kysely<Tables>,
  table: Name,
  column: keyof Tables[Name] & string,
  ids: Ids,
): Promise<void> {
  const { owner, key } = factsOf(table);
  const rows = anyTables(db);
  if (owner !== undefined) {
    const [id] = key;
    const found = rows.selectFrom(table as string).select(id);
    await removeOf(db, owner, column === id ? ids : found.where(column as string, 'in', ids));
  }
  await rows
    .deleteFrom(table as string)
    .where(column as string, 'in', ids)
    .execute();
}

/** Deletes the rows of these owners, or sets the column that names the owner to null, as `tables` says. */
export async function removeOf(db: Kysely<Tables>, owner: Owner, ids: Ids): Promise<void> {
  for (const table of allTables) {
    for (const column of owners[owner]) {
      const fate = factsOf(table)[column];
      if (fate === 'goes') await removeRows(db, table, column as never, ids);
      if (fate === 'cleared') {
        await anyTables(db)
          .updateTable(table)
          .set({ [column]: null })
          .where(column, 'in', ids)
          .execute();
      }
    }
  }
}
