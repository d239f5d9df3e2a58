import type { Pool } from '../pool.ts';
import type { Fetcher } from '../web/fetch.ts';

/** The process ends: what was under way says nothing about the feed or the page. */
export class HungUp extends Error {
  readonly code = 'hung-up';
  constructor() {
    super('The process is ending.');
    this.name = 'HungUp';
  }
}

/** Fetcher and pool whose failures after `hangUp` are HungUp, so that no outlet is blamed for our own end. */
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
      extract: (html, url) => blamed(pool.extract(html, url)),
    } satisfies Pool,
    /** Requests under way fail at once. */
    hangUp(): Promise<void> {
      over = true;
      return fetcher.close();
    },
  };
}
