import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { packed } from '../../../src/engine/articles/packed.ts';
import { openStorage, type Storage } from '../../../src/storage/storage.ts';

/** A database engine that the suites of this folder can run against. */
export interface Dialect {
  readonly name: string;
  /** Makes an empty database. Its URL can be opened, closed and opened again. */
  create(): Promise<string>;
  remove(url: string): Promise<void>;
}

export const now = 1_795_500_000_000;
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** URL of an empty database, which is removed when the test ends. */
export async function emptyDatabase({ create, remove }: Dialect): Promise<string> {
  const url = await create();
  onTestFinished(() => remove(url));
  return url;
}

/** Delivery kinds for `delivery`. */
const kinds = [
  { name: 'daily', needs: 'running-digest' },
  { name: 'asked', needs: 'digest', isAwaited: true },
] as const;

/** An empty storage, which is closed and removed when the test ends. */
export async function emptyStorage(dialect: Dialect): Promise<Storage> {
  const storage = await openStorage({ url: await emptyDatabase(dialect), now: () => now, kinds });
  onTestFinished(() => storage.close());
  return storage;
}

/** One storage for all tests of a `describe`. */
export function sharedStorage({ create, remove }: Dialect): { storage: Storage } {
  const shared = {} as { storage: Storage };
  let url = '';
  beforeAll(async () => {
    url = await create();
    shared.storage = await openStorage({ url, now: () => now });
  });
  afterAll(async () => {
    await shared.storage.close();
    await remove(url);
  });
  return shared;
}

export const schedule = { zone: 'UTC', times: ['08:00'], days: [1], stories: 5 };
export const slot = { localDate: '2026-11-24', ordinal: 0 };

export const delivery = (id: string, more: object = {}) => ({
  id,
  channelId: 'c',
  serverId: 's',
  kind: 'daily' as const,
  ...slot,
  windowStart: now - hour,
  windowEnd: now,
  dueAt: now,
  content: { places: [], also: [] } as never,
  payloads: [{}],
  ...more,
});

export const feed = (id: string, catalogue = true) => ({
  id,
  url: `https://${id}.example/feed`,
  outletId: id,
  outletName: id,
  catalogue,
});

export const article = (id: string, more: object = {}) =>
  packed({
    id,
    scope: 'o',
    outletId: 'o',
    outletName: 'O',
    url: `https://o.example/${id}`,
    title: `Title of ${id}`,
    paragraphs: ['Text.'],
    textFrom: 'snippet' as const,
    categories: [],
    publishedAt: now,
    firstSeenAt: now,
    sentencesMax: 3,
    newsAt: now,
    pageState: 'none' as const,
    ...more,
  });

export const story = (id: string, more: object = {}) => ({
  ...{ id, title: id, leadArticleId: id, topicId: 'world', firstAt: now, lastAt: now, newsAt: now },
  ...{ articles: 1, outlets: 1, voices: 1, open: true },
  ...more,
});

export const idsOf = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
