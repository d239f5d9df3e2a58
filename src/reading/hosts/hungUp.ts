import type { Fetcher } from '../../web/fetch.ts';
import type { Pool } from '../pool/pool.ts';

/** Thrown for failures during shutdown. They prove nothing about the feed or page. */
export class HungUp extends Error {
  readonly code = 'hung-up';
  constructor() {
    super('The process is ending.');
    this.name = 'HungUp';
  }
}

/** Wraps the parts so that failures after `hangUp` become HungUp and count against no outlet. */
export function untilHungUp(fetcher: Fetcher, pool: Pool) {
  let over = false;
  const blamed = async <T>(task: Promise<T>): Promise<T> => {
    try {
      return await task;
    } catch (error) {
      throw over ? new HungUp() : error;
    }
  };
  return {
    fetcher: {
      ...fetcher,
      async get(url, request) {
        const outcome = await fetcher.get(url, request);
        if (over && outcome.kind === 'failed') throw new HungUp();
        return outcome;
      },
    } satisfies Fetcher,
    pool: {
      ...pool,
      read: (bytes, context) => blamed(pool.read(bytes, context)),
      readArticles: (bytes, context, listing) => blamed(pool.readArticles(bytes, context, listing)),
      extract: (bytes, context) => blamed(pool.extract(bytes, context)),
      robots: (...given) => blamed(pool.robots(...given)),
      isOpen: (rules, url) => blamed(pool.isOpen(rules, url)),
    } satisfies Pool,
    async hangUp(): Promise<void> {
      over = true;
      await fetcher.close();
    },
  };
}
