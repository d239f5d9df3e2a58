import type { Fetcher } from '../../web/fetch.ts';

/** Thrown for failures during shutdown. They prove nothing about the feed or page. */
export class HungUp extends Error {
  constructor() {
    super('The process is ending.');
    this.name = 'HungUp';
  }
}

/** Wraps a fetcher so that failures after `hangUp` become HungUp and count against no outlet. */
export function untilHungUp(fetcher: Fetcher) {
  let over = false;
  return {
    fetcher: {
      ...fetcher,
      async get(url, request) {
        const outcome = await fetcher.get(url, request);
        if (over && outcome.kind === 'failed') throw new HungUp();
        return outcome;
      },
    } satisfies Fetcher,
    async hangUp(): Promise<void> {
      over = true;
      await fetcher.close();
    },
  };
}
