import { Keyv, type KeyvEntry, type KeyvStorageCapability, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { eachRow } from './eachRow.ts';
import type { Tables } from './schema.ts';

/** The limits of a namespace. */
export interface KeyvLimits {
  /** The time to live of a `set` that gives none. */
  ttlMs?: number;
  /** The maximum size of all values together. Beyond it, the values that expire soonest are deleted. */
  bytesMax?: number;
}

/** Times to live are measured by `now`, the wall clock. */
type KeyvOptions = KeyvLimits & { namespace: string; now: () => EpochMs };

/** The share of a full namespace that is kept, so that not every `set` has to make room. */
const keptShare = 0.75;

/**
 * A Keyv of one namespace, with times to live by Lede's wall clock; Keyv itself uses the machine's, which differs in
 * the playground. An acknowledged `set` is stored even if a concurrent transaction is rolled back. Don't add an `error`
 * listener: without one, errors are thrown; with one, a failed get returns `undefined`.
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
    // Keyv treats 0 as "never expires", but a computed 0 means "expires now".
    if (!(ttlMs > 0) || !Number.isFinite(ttlMs)) throw new RangeError(`A time to live of ${ttlMs} ms.`);
    return this.#options.now() + ttlMs;
  }
}

/** Keyv 6's storage adapter for one namespace. A row expires exactly at `expiresAt`. */
function storeOf(db: Kysely<Tables>, { namespace, now, bytesMax }: KeyvOptions) {
  /** How many more bytes certainly fit before the database has to be asked for the actual size. */
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
    // Without this Keyv would wrap the store in a bridge that measures times to live by the machine's clock.
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
