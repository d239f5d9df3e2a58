import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { article } from '../storage/contract/dialect.ts';
import { serve } from './hand.ts';

const hour = 3_600_000;
const batch = 128;
const itemsListed = 20;

let storage: Storage;
let owner = '';

/** A process that claims feeds and stores generated poll results, without any network. */
const duties = {
  async open({ url, at }: { url: string; at: number }): Promise<void> {
    storage = await openStorage({ url, now: () => at });
    ({ owner } = await storage.join(['read']));
  },

  /** Works until nothing is due. Every poll lists 20 items, `news` of them new. */
  async read({ at, news }: { at: number; news: number }) {
    const claimMs: number[] = [];
    let [polls, articles] = [0, 0];
    for (;;) {
      const start = performance.now();
      const due = await storage.records.feeds.claimDue(at, owner, at + hour, batch);
      if (due.length === 0) return { polls, articles, claimMs };
      claimMs.push(performance.now() - start);
      const made = due.flatMap(({ id }) =>
        Array.from({ length: news }, (_, nth) => article(`${id}-${at}-${nth}`, { scope: id, paragraphs: [text] })),
      );
      const listed = due.flatMap(({ id }) =>
        Array.from({ length: itemsListed }, (_, nth) => {
          const articleId = nth < news ? `${id}-${at}-${nth}` : `${id}-old-${nth}`;
          return { feedId: id, key: articleId, articleId };
        }),
      );
      const polled = due.map(({ id, polling, title }) => {
        const next = { state: 'active' as const, nextDueAt: at + 4 * hour, polling, failures: 0 };
        return { ...next, id, title, polledAt: at, succeeded: true };
      });
      await storage.transaction(async (records) => {
        await records.articles.insert(made, at);
        await records.articles.listedBy(made.map(({ id, scope }) => ({ articleId: id, feedId: scope })));
        await records.articles.markSeen(listed, at);
        await records.feeds.polled(polled);
      });
      polls += due.length;
      articles += made.length;
    }
  },

  close: () => storage.close(),
};

const text = 'The council met again on the plan for the harbour and put the vote off until spring. '.repeat(20);

export type ReaderDuties = typeof duties;

serve(duties);
