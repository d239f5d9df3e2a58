import pg from 'pg';
import { monotonic } from '../../clock.ts';

/** Time limit of a check. It is well below five minutes, after which the waiting loop would count as hanging. */
const checkMsMax = 3 * 60_000;

/** PostgreSQL's code for a statement that exceeded `statement_timeout`. */
const outOfTime = '57014';

/** How long to wait beyond `statement_timeout`, because a server that hangs doesn't cancel its statements. */
const graceMs = 10_000;

/** XX001: damaged data; XX002: a damaged index; XX000: an internal error; 58030: a disk that can't be read. */
const isDamage = (error: unknown): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && /^XX|^58030$/.test(error.code ?? '');

/** The order changes daily, so that a check without time for all tables doesn't always leave out the same ones. */
const dailyOrder = `order by md5(c.relname || current_date)`;

const ownTables = `select c.oid::regclass::text as name from pg_class c
  where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace ${dailyOrder}`;

/** The functions of amcheck that this user may call, by kind of index. */
const checkers = `select a.amname as kind, p.oid::regproc::text as name
  from (values ('btree', 'bt_index_check', 2), ('gin', 'gin_index_check', 1)) as a (amname, function, arguments)
  join pg_proc p on p.proname = a.function and p.pronargs = a.arguments
  join pg_extension e on e.extname = 'amcheck' and e.extnamespace = p.pronamespace
  where has_function_privilege(p.oid, 'execute')`;

const ownIndexes = `select c.oid as id, c.oid::regclass::text as name, a.amname as kind from pg_class c
  join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
  where c.relkind = 'i' and i.indisvalid and c.relnamespace = current_schema()::regnamespace ${dailyOrder}`;

const wrongChecksums = `select checksum_failures as pages from pg_stat_database
  where datname = current_database() and checksum_last_failure > now() - interval '25 hours'`;

/**
 * Returns the damage that PostgreSQL finds: by reading every row, including values stored outside its table (TOAST); by
 * checking indexes, if amcheck is installed and this user may call it; by the checksums of pages read in the last day.
 * Tables that can't be checked in time are left for another day.
 */
export async function damageIn(client: pg.ClientBase, msMax = checkMsMax): Promise<string[]> {
  const endsAt = monotonic() + msMax;
  // A serializable read of whole tables would conflict with every other transaction.
  await client.query('set session characteristics as transaction isolation level read committed read only');
  await client.query('set max_parallel_workers_per_gather = 0');
  const problems: string[] = [];
  /** Runs one check. False when the time is up. */
  const look = async (name: string, statement: string): Promise<boolean> => {
    const msLeft = Math.floor(endsAt - monotonic());
    if (msLeft < 1) return false;
    try {
      await client.query(`set statement_timeout = ${msLeft}`);
      await client.query({ text: statement, query_timeout: msLeft + graceMs } as pg.QueryConfig);
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === outOfTime) return false;
      if (!isDamage(error)) throw error;
      problems.push(`${name}: ${error.message}`);
    }
    return true;
  };

  for (const { pages } of (await client.query(wrongChecksums)).rows)
    problems.push(`The checksums of ${pages} pages were wrong.`);
  const checks = new Map<string, string>((await client.query(checkers)).rows.map(({ kind, name }) => [kind, name]));
  for (const { id, name, kind } of (await client.query(ownIndexes)).rows) {
    const check = checks.get(kind);
    // With `true`, the function also checks that each row is in the index.
    const words = kind === 'btree' ? `${id}, true` : id;
    if (check !== undefined && !(await look(name, `select ${check}(${words})`))) return problems;
  }
  for (const { name } of (await client.query(ownTables)).rows) {
    // The cast to text reads every column.
    if (!(await look(name, `select count(length(t::text)) from ${name} t`))) return problems;
  }
  return problems;
}
