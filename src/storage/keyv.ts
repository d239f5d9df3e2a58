import { Keyv, type KeyvEntry, type KeyvStorageCapability, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { eachRow } from './eachRow.ts';
import type { Tables } from './schema.ts';

/** What a namespace is for. */
export interface KeyvLimits {
  /** For a `set` without one of its own. */
  ttlMs?: number;
  /** Of all values together. What would end soonest goes when they are more. */
  bytesMax?: number;
}

/** `now` is the wall clock that times to live go by. */
type KeyvOptions = KeyvLimits & { namespace: string; now: () => EpochMs };

/** What is left when a namespace was full, so that not each `set` has to make room. */
const keptShare = 0.75;

/**
 * A Keyv of one namespace. Keyv itself counts times to live from the machine's clock; the playground's is another one.
 * What `set` acknowledged stands, even if a transaction that is open meanwhile is rolled back. Errors are thrown as
 * long as nobody adds an `error` listener, which would turn a failed get into `undefined`.
 */
export class WallClockKeyv<Value> extends Keyv<Value> {
  readonly #options: KeyvOptions;

  constructor(db: Kysely<Tables>, options: KeyvOptions) {
    super({ store: storeOf(db, options), checkExpired: false });
    this.#options = options;
  }

  override async set<V = Value>(key: string, value: V, ttlMs?: number): Promise<boolean> {
    return this.setRaw(key, { value, expires: this.#expires(ttlMs) });
  }

  override async setMany<V = Value>(entries: KeyvEntry<V>[]): Promise<boolean[]> {
    return this.setManyRaw(
      entries.map(({ key, value, ttl }) => ({ key, value: { value, expires: this.#expires(ttl) } })),
    );
  }

  #expires(ttlMs = this.#options.ttlMs): EpochMs | undefined {
    if (ttlMs === undefined) return undefined;
    // Keyv takes 0 for "never ends", which is the opposite of what a computed 0 means.
    if (!(ttlMs > 0) || !Number.isFinite(ttlMs)) throw new RangeError(`A time to live of ${ttlMs} ms.`);
    return this.#options.now() + ttlMs;
  }
}

/** Keyv 6's storage adapter for one namespace. A row is there until the moment that it expires. */
function storeOf(db: Kysely<Tables>, { namespace, now, bytesMax }: KeyvOptions) {
  /** Bytes that surely fit before the database has to be asked what it holds. */
  let room = 0;

  const makeRoom = async (bytes: number): Promise<void> => {
    room -= bytes;
    if (bytesMax === undefined || room >= 0) return;
    const held = db
      .selectFrom('keyv')
      .select(({ fn, val }) => [
        'key',
        fn
          .sum<number>(fn<number>('octet_length', ['value']))
          .over((over) => over.orderBy(fn.coalesce('expiresAt', val(Number.MAX_SAFE_INTEGER)), 'desc').orderBy('key'))
          .as('bytes'),
      ])
      .where('namespace', '=', namespace);
    const beyond = db
      .selectFrom(held.as('held'))
      .select('key')
      .where('bytes', '>', Math.floor(bytesMax * keptShare));
    await db.deleteFrom('keyv').where('namespace', '=', namespace).where('key', 'in', beyond).execute();
    room = Math.floor(bytesMax * (1 - keptShare));
  };

  const live = () =>
    db
      .selectFrom('keyv')
      .where('namespace', '=', namespace)
      .where(({ eb, or }) => or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now())]));

  const found = async (keys: readonly string[]): Promise<Map<string, string>> => {
    const rows = await live().select(['key', 'value']).where('key', 'in', keys).execute();
    return new Map(rows.map((row) => [row.key, row.value]));
  };

  const write = async (entries: readonly KeyvStorageEntry<unknown>[]): Promise<void> => {
    const last = new Map(entries.map((entry) => [entry.key, entry]));
    await eachRow(db, [...last.values()], (of) => {
      const values = { value: of(({ value }) => text(value)), expiresAt: of(({ expires }) => expires ?? null) };
      return db
        .insertInto('keyv')
        .values({ namespace, ...of.columns('key'), ...values })
        .onConflict((conflict) =>
          conflict.columns(['namespace', 'key']).doUpdateSet(({ ref }) => ({
            value: ref('excluded.value'),
            expiresAt: ref('excluded.expiresAt'),
          })),
        );
    });
    await makeRoom(entries.reduce((sum, { value }) => sum + Buffer.byteLength(text(value)), 0));
  };

  const remove = async (keys: readonly string[]): Promise<Set<string>> => {
    const rows = await db
      .deleteFrom('keyv')
      .where('namespace', '=', namespace)
      .where('key', 'in', keys)
      .returning(['key', 'expiresAt'])
      .execute();
    return new Set(rows.filter(({ expiresAt }) => expiresAt === null || expiresAt > now()).map(({ key }) => key));
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
  };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('Keyv must serialize what it stores.');
  return value;
}
