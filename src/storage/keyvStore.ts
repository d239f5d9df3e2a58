import { type KeyvStorageCapability, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';

/** The one table behind every namespace; `value` is Keyv's JSON. */
export type KeyvTables = { keyv: { namespace: string; key: string; value: string; expires_at: EpochMs | null } };

const keysAtOnce = 500;
const rowsAtOnce = 200;

/** The storage side of Keyv 6 for one fixed namespace; a row is there until its `expires`, that moment excluded. */
export function keyvStore(db: Kysely<KeyvTables>, namespace: string, now: () => EpochMs) {
  const live = () =>
    db
      .selectFrom('keyv')
      .where('namespace', '=', namespace)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now())]));

  const found = async (keys: readonly string[]): Promise<Map<string, string>> => {
    const values = new Map<string, string>();
    for (const some of slices([...new Set(keys)], keysAtOnce)) {
      const rows = await live().select(['key', 'value']).where('key', 'in', some).execute();
      for (const row of rows) values.set(row.key, row.value);
    }
    return values;
  };

  const write = async (entries: readonly KeyvStorageEntry<unknown>[]): Promise<void> => {
    // The last of equal keys: one insert may not touch a row twice.
    const unique = new Map(entries.map((entry) => [entry.key, entry]));
    for (const some of slices([...unique.values()], rowsAtOnce)) {
      await db
        .insertInto('keyv')
        .values(
          some.map(({ key, value, expires }) => ({ namespace, key, value: text(value), expires_at: expires ?? null })),
        )
        .onConflict((oc) =>
          oc.columns(['namespace', 'key']).doUpdateSet((eb) => ({
            value: eb.ref('excluded.value'),
            expires_at: eb.ref('excluded.expires_at'),
          })),
        )
        .execute();
    }
  };

  const remove = async (keys: readonly string[]): Promise<Set<string>> => {
    const removed = new Set<string>();
    for (const some of slices([...new Set(keys)], keysAtOnce)) {
      const rows = await db
        .deleteFrom('keyv')
        .where('namespace', '=', namespace)
        .where('key', 'in', some)
        .returning(['key', 'expires_at'])
        .execute();
      for (const row of rows) if (row.expires_at === null || row.expires_at > now()) removed.add(row.key);
    }
    return removed;
  };

  return {
    namespace,
    // Without this Keyv would wrap the store in a bridge that counts the time to live from the machine's clock.
    get capabilities(): KeyvStorageCapability {
      return keyvStorageCapability(this);
    },
    get: async (key: string) => (await found([key])).get(key),
    async getMany(keys: string[]) {
      const values = await found(keys);
      return keys.map((key) => values.get(key));
    },
    has: async (key: string) => (await found([key])).has(key),
    async hasMany(keys: string[]) {
      const values = await found(keys);
      return keys.map((key) => values.has(key));
    },
    async set(key: string, value: unknown, expires?: EpochMs) {
      await write([{ key, value, expires }]);
      return true;
    },
    async setMany(entries: KeyvStorageEntry<unknown>[]) {
      await write(entries);
      return entries.map(() => true);
    },
    delete: async (key: string) => (await remove([key])).has(key),
    async deleteMany(keys: string[]) {
      const removed = await remove(keys);
      return keys.map((key) => removed.has(key));
    },
    async clear() {
      await db.deleteFrom('keyv').where('namespace', '=', namespace).execute();
    },
    // Pages by key: the connection is not held while the reader works, and rows may come and go meanwhile.
    async *iterator(): AsyncGenerator<[string, string], void> {
      let last: string | undefined;
      for (;;) {
        const page = live().select(['key', 'value']).orderBy('key').limit(rowsAtOnce);
        const rows = await (last === undefined ? page : page.where('key', '>', last)).execute();
        for (const row of rows) yield [row.key, row.value];
        last = rows.at(-1)?.key;
        if (rows.length < rowsAtOnce) return;
      }
    },
  };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('Keyv must serialize what it stores.');
  return value;
}

function* slices<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}
