import type { EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { messageLink } from '../../src/desk/messageLink.ts';
import { type AskedChanges, type ShownChange, shownChanges, shownDeliveries } from '../../src/newsroom/shownChanges.ts';

/** How many changes are listed; the answer says so if there are more. */
const changesMax = 200;
/** Suggests outlets of this many latest messages. */
const messagesRead = 300;

/** A change with the address of the message that showed the article. */
export type LedgerEntry = ShownChange & { messageUrl?: string };

export interface Ledger {
  /** Newest first. */
  entries: readonly LedgerEntry[];
  /** How many there are; `entries` holds the newest. */
  total: number;
  /** How many articles were shown since `from`. */
  articles: number;
  from: EpochMs;
  outlet?: string;
  /** Set if only changes since then were asked for. */
  since?: EpochMs;
  /** The server's zone, in which its days begin. */
  zone: string;
}

type Where = Pick<AskedChanges, 'serverId' | 'isAsked'>;
export type LedgerSpan = Pick<AskedChanges, 'outlet' | 'until'> & { since?: EpochMs };

export const ledgerQuestions = (desk: Desk) => ({
  /** The outlets whose articles were shown lately, by name. */
  async outletsShown(where: Where): Promise<string[]> {
    const { records } = desk.storage;
    const { deliveries } = await shownDeliveries(records, { ...where, until: desk.wall() });
    return records.shown.outlets(deliveries.slice(0, messagesRead).map(({ id }) => id));
  },

  /** What outlets changed in the articles that these channels were shown in the last 30 days. */
  async ledger(where: Where, { outlet, since, until }: LedgerSpan): Promise<Ledger> {
    const { serverId } = where;
    const asked = { ...where, outlet, since: since ?? 0, until, max: changesMax };
    const { changes, ...counts } = await shownChanges(desk.storage.records, asked);
    const entries = changes.map((change) => {
      const { messageId, ...shown } = change.shown;
      return messageId === undefined
        ? change
        : { ...change, messageUrl: messageLink(desk, { serverId, ...shown }, messageId) };
    });
    return { entries, ...counts, outlet, since, zone: (await desk.preferences.get(serverId))?.zone ?? 'UTC' };
  },
});
