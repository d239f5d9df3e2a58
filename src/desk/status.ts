import { dayMs, type EpochMs } from '../clock.ts';
import type { ServerId } from '../ids.ts';
import { stallOf } from '../operation/stall.ts';
import type { Notice } from '../outbox/ports.ts';
import type { Role } from '../schedule/loop.ts';
import type { ProcessRecord } from '../storage/fleet/member.ts';
import type { Desk } from './desk.ts';

export type Status = Awaited<ReturnType<typeof statusOf>>;

export const statusQuestions = (desk: Desk) => ({
  // In the outbox, '' means the direct messages of all members.
  status: (serverId: ServerId | undefined) => statusOf(desk, serverId === '' ? undefined : serverId),
});

async function statusOf(desk: Desk, serverId: ServerId | undefined) {
  const { storage, wall } = desk;
  const { records } = storage;
  const now = wall();
  const feeds = await records.feeds.listCatalogue();
  const everAnswered = feeds.filter((feed) => feed.firstPolledAt !== undefined);
  const counts = await records.deliveries.counts(serverId);
  const lastPollAt = await records.feedFigures.lastPolledAt();
  const stall = await stallOf(storage, desk.startedAt(), now);
  const what = stall.sending !== undefined ? 'sending' : 'polling';
  const since = stall[what];
  const stalls: Notice[] = since === undefined ? [] : [{ kind: 'silent', what, sinceMs: now - since }];
  const notices = serverId === undefined ? [] : await records.servers.openNotices(serverId);
  const declined = (await records.articles.declined(serverId)).flatMap(({ signals }) => signals);
  const open = notices.map(({ notice }) => JSON.parse(notice) as Notice);
  return {
    version: desk.version,
    startedAt: desk.startedAt(),
    outletsAll: new Set(everAnswered.map((feed) => feed.outletId)).size,
    outletsAnswered: new Set(everAnswered.filter((feed) => feed.failures === 0).map((feed) => feed.outletId)).size,
    failing: everAnswered
      .filter((feed) => feed.failures > 0)
      .map((feed) => ({ outlet: feed.outletName, reason: '', ...feed.problem })),
    articles: await records.articles.count(),
    stories: await records.stories.count(),
    lastPollAt,
    lastDigestAt: counts.lastSentAt,
    nextDigestAt: await records.channels.nextDueAt(serverId),
    pendingDeliveries: counts.pending,
    /** Articles that the server's members split off in the last 30 days. */
    corrections: serverId === undefined ? 0 : await records.splits.countOf(serverId, now - 30 * dayMs),
    /** First a stall of polling or sending that still lasts, then the server's open notices. */
    notices: [...stalls, ...open.filter(({ kind }) => kind !== 'silent')],
    /** The number of outlets that decline something, by signal. */
    declined: Object.fromEntries(
      Map.groupBy(declined, (one) => one)
        .entries()
        .map(([one, all]) => [one, all.length]),
    ),
    processes: processesIn(await records.processes.list()),
  };
}

/** If there are several processes: their number, and when each role was taken over. */
function processesIn(list: readonly ProcessRecord[]) {
  if (list.length < 2) return undefined;
  const since = list.flatMap(({ holds }) => holds).map(({ role, since }) => [role, since]);
  return { count: list.length, since: Object.fromEntries(since) as Partial<Record<Role, EpochMs>> };
}
