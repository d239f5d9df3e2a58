import type { EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { messageLink } from '../../src/desk/messageLink.ts';
import { type AskedChanges, type ShownChange, shownChanges, shownDeliveries } from '../../src/newsroom/shownChanges.ts';

/** Maximum number of changes in the list; the answer says if there are more. */
const changesMax = 200;
/** Number of latest messages whose outlets are suggested. */
const messagesRead = 300;

/** A change, with the address of the message that shows the article. */
export type LedgerEntry = ShownChange & { messageUrl?: string };

export type Ledger = Awaited<ReturnType<ReturnType<typeof ledgerQuestions>['ledger']>>;

type Where = Pick<AskedChanges, 'serverId' | 'isAsked'>;
export type LedgerSpan = Pick<AskedChanges, 'outlet' | 'until'> & { since?: EpochMs };

export const ledgerQuestions = (desk: Desk) => ({
  /** Outlets with articles in recent messages, by name. */
  async outletsShown(where: Where): Promise<string[]> {
    const { records } = desk.storage;
    const { deliveries } = await shownDeliveries(records, { ...where, until: desk.wall() });
    return records.shown.outlets(deliveries.slice(0, messagesRead).map(({ id }) => id));
  },

  /**
   * What outlets changed in articles that these channels got in the last 30 days, newest first. `entries` has at most
   * `changesMax` of `total` changes. `articles` counts the articles shown since `from`. `zone` is the server's, UTC if
   * unknown.
   */
  async ledger(where: Where, { outlet, since, until }: LedgerSpan) {
    const { serverId } = where;
    const asked = { ...where, outlet, since: since ?? 0, until, max: changesMax };
    const { changes, ...counts } = await shownChanges(desk.storage.records, asked);
    const entries: readonly LedgerEntry[] = changes.map((change) => {
      const { messageId, ...shown } = change.shown;
      return messageId === undefined
        ? change
        : { ...change, messageUrl: messageLink(desk, { serverId, ...shown }, messageId) };
    });
    return { entries, ...counts, outlet, since, zone: (await desk.preferences.get(serverId))?.zone ?? 'UTC' };
  },
});
