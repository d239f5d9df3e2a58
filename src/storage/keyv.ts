import { Keyv, type KeyvEntry } from 'keyv';
import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { type KeyvTables, keyvStore } from './keyvStore.ts';

export type { KeyvTables } from './keyvStore.ts';

/** `now` is the wall clock that times to live go by; `ttlMs` is for a `set` without one of its own. */
export type KeyvOptions = { namespace: string; now: () => EpochMs; ttlMs?: number };

/**
 * A Keyv of this namespace alone, over the same connection as everything else: what `set` acknowledged stands, whatever
 * another task rolls back. Errors are thrown as long as nobody adds an `error` listener, which would turn a failed get
 * into `undefined`.
 */
export function openKeyv<Value>(db: Kysely<KeyvTables>, options: KeyvOptions): Keyv<Value> {
  return new WallClockKeyv<Value>(db, options);
}

/**
 * Deletes up to `rowsMax` rows whose time is over, of all namespaces; answers how many. Reads never see them anyway.
 */
export async function sweepKeyv(db: Kysely<KeyvTables>, now: EpochMs, rowsMax: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from keyv where (namespace, key) in
    (select namespace, key from keyv where expires_at <= ${now} limit ${rowsMax})`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/**
 * Keyv's own `set` and its check on reading go by the machine's clock; the moved clock of the playground is another.
 */
class WallClockKeyv<Value> extends Keyv<Value> {
  readonly #options: KeyvOptions;

  constructor(db: Kysely<KeyvTables>, options: KeyvOptions) {
    super({ store: keyvStore(db, options.namespace, options.now), checkExpired: false });
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
