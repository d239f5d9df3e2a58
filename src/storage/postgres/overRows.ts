import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The types of each statement's parameters, by connection, because connections may be to different databases. */
const known = new WeakMap<pg.ClientBase, Map<string, readonly string[]>>();

/**
 * Turns a statement for one row, `insert … values (…)` or `update … where …`, into one for many: each parameter
 * becomes a list of values. It may use `excluded`. No row may occur twice.
 */
export async function overRows(client: pg.ClientBase, sql: string) {
  const types = await typesOf(client, sql);
  const lists = types.map((type, at) => `$${at + 1}::${type}[]`).join(', ');
  const given = `from unnest(${lists}) as given (${types.map((_, at) => `p${at + 1}`).join(', ')})`;
  const named = sql.replaceAll(/\$(\d+)/g, 'given.p$1');
  const text = named.startsWith('insert')
    ? named.replace(/ values \((.*?)\)/, (_, values: string) => ` select ${values} ${given}`)
    : named.replace(' where ', () => ` ${given} where `);
  return { name: nameOf(sql), text };
}

const nameOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 32);

async function typesOf(client: pg.ClientBase, sql: string): Promise<readonly string[]> {
  const types = known.get(client) ?? new Map<string, readonly string[]>();
  known.set(client, types);
  const found = types.get(sql);
  if (found !== undefined) return found;
  const name = `types_${nameOf(sql)}`;
  await client.query(`prepare ${name} as ${sql}`);
  const { rows } = await client.query<{ types: string[] }>(
    'select parameter_types::text[] as types from pg_prepared_statements where name = $1',
    [name],
  );
  await client.query(`deallocate ${name}`);
  const asked = rows[0]?.types ?? [];
  types.set(sql, asked);
  return asked;
}
