import { Keyv } from 'keyv';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';
import type { Tables } from './schema.ts';

/** The part of Keyv that Lede uses. */
export type KeyValues<Value> = Pick<Keyv<Value>, 'get' | 'set' | 'delete'>;

interface KeyvOptions {
  namespace: string;
  /** The wall clock, by which times to live are measured. */
  now: () => EpochMs;
  /** The maximum size of all values together. To stay below this, the values that expire soonest are deleted. */
  bytesMax?: number;
}

/** How much of a full namespace is kept, so that not every `set` has to delete values. */
const keptShare = 0.75;

/**
 * A Keyv of one namespace, with times to live by Lede's wall clock; Keyv itself uses the machine's, which differs in
 * the playground. An acknowledged `set` is stored even if a concurrent transaction is rolled back. Don't add an `error`
 * listener: without one, errors are thrown; with one, a failed get returns `undefined`.
 */
export class WallClockKeyv<Value> extends Keyv<Value> {
  readonly #now: () => EpochMs;

  constructor(db: Kysely<Tables>, options: KeyvOptions) {
    super({ store: storeOf(db, options), checkExpired: false });
    this.#now = options.now;
  }

  override async set<V = Value>(key: string, value: V, ttlMs?: number): Promise<boolean> {
    if (ttlMs === undefined) return this.setRaw(key, { value });
    // Refuses 0, which Keyv would take for "never expires", although a computed 0 means "expires now".
    if (!(ttlMs > 0) || !Number.isFinite(ttlMs)) throw new RangeError(`A time to live of ${ttlMs} ms.`);
    return this.setRaw(key, { value, expires: this.#now() + ttlMs });
  }
}

/** The storage interface of Keyv 6 for one namespace. A row expires exactly at `expiresAt`. */
function storeOf(db: Kysely<Tables>, { namespace, now, bytesMax }: KeyvOptions) {
  /** Bytes that surely still fit. Once they are used up, the values beyond `keptShare` are deleted. */
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

  return {
    // Without this Keyv would wrap the store in a bridge that measures times to live by the machine's clock.
    capabilities: { expires: true },
    async get(key: string) {
      const row = await db
        .selectFrom('keyv')
        .select('value')
        .where('namespace', '=', namespace)
        .where('key', '=', key)
        .where(({ eb, or }) => or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now())]))
        .executeTakeFirst();
      return row?.value;
    },
    async set(key: string, value: string, expiresAt: EpochMs | null = null) {
      await db
        .insertInto('keyv')
        .values({ namespace, key, value, expiresAt })
        .onConflict((conflict) => conflict.columns(['namespace', 'key']).doUpdateSet({ value, expiresAt }))
        .execute();
      await makeRoom(Buffer.byteLength(value));
      return true;
    },
    async delete(key: string) {
      const row = await db
        .deleteFrom('keyv')
        .where('namespace', '=', namespace)
        .where('key', '=', key)
        .returning('expiresAt')
        .executeTakeFirst();
      return row !== undefined && (row.expiresAt === null || row.expiresAt > now());
    },
  };
}
