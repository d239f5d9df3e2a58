import type { Busy, Desk } from '../../src/desk/desk.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import { dayOf, mayLookUp, nextDayAt, quotasOfDay } from '../../src/reading/quotas.ts';
import type { Spent } from '../../src/storage/records/reading/quotas.ts';
import type { FeedFile, FeedLookup } from '../../src/web/lookup.ts';

export type FeedQuota = Awaited<ReturnType<ReturnType<typeof feedQuestions>['feedQuota']>>;

export function feedQuestions(desk: Desk) {
  const { storage, wall, oneAtATime } = desk;
  const { records } = storage;
  return {
    /** What a server's own feeds brought today, the limits, and when the next day begins. */
    async feedQuota(serverId: ServerId) {
      const now = wall();
      const [today] = await records.quotas.spentBy([serverId], dayOf(now));
      // A feed shared with another server may bring more than this one's limit.
      const spentOf = (what: keyof Spent) => Math.min(today?.[what] ?? 0, quotasOfDay[what]);
      const spent = {
        articles: spentOf('articles'),
        pages: spentOf('pages'),
        requests: spentOf('requests'),
        bytes: spentOf('bytes'),
      };
      const max: Spent = quotasOfDay;
      return { spent, max, nextAt: nextDayAt(now) };
    },

    /** Whether the channel can get each new item of one more feed: its one rule, if any, must be about named feeds. */
    async mayPostItems(serverId: ServerId, channelId: ChannelId): Promise<boolean> {
      const rules = await records.alerts.ofServer(serverId);
      return rules.every((rule) => rule.channelId !== channelId || rule.feedIds !== undefined);
    },

    /** Looks for feeds at a web address, for up to 20 s. Throws Refusal. */
    async lookUpFeed(serverId: ServerId, url: string): Promise<FeedLookup | Busy> {
      const found = await oneAtATime(serverId, () => desk.lookUpFeed(serverId, url));
      if (found.kind !== 'failed') return found;
      if (found.code === 'forgotten') throw new Refusal('feed-forgotten', found.host);
      if (!(await mayLookUp(records, serverId, wall()))) throw new Refusal('requests-spent', String(nextDayAt(wall())));
      return found;
    },

    /** Reads an attached OPML file from Discord, for up to 20 s. */
    readFeedFile: (serverId: ServerId, address: string): Promise<FeedFile | Busy> =>
      oneAtATime(serverId, () => desk.readFeedFile(address)),
  };
}
