import type { EpochMs } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Loop } from '../../loop.ts';
import type { HubRecord } from '../../storage/records/hubs.ts';
import type { Records, Storage } from '../../storage/storage.ts';
import { hostPort } from '../../web/guard.ts';
import type { Poster, PostOutcome } from '../../web/post.ts';
import { HungUp } from '../hosts/hungUp.ts';
import { askAgainAt, leaseSecondsAsked, restedAt } from './rules.ts';

export interface HubsParts {
  storage: Storage;
  poster: Poster;
  log: Log;
  /** The public address of the callback; each hub gets a path of its own below it. */
  callbackUrl: string;
  /** For all hubs of a batch. */
  budgetMs?: number;
}

const batch = 64;
const defaultBudgetMs = 60_000;
/** If unsubscribing keeps failing, the lease is left to expire. */
const farewellsMax = 3;

/**
 * Subscribes to hubs, renews leases, and unsubscribes when a feed is no longer wanted. Hubs under many names may all
 * lead to one host, where one request waits for the other, so all of a batch have one deadline.
 */
export function createHubs(parts: HubsParts): Loop {
  const { hubs } = parts.storage.records;
  return {
    name: 'hubs',
    every: '*/30 * * * * *',
    async run(now, failed = () => {}) {
      for (const hub of await hubs.ofUnwantedFeeds(batch)) await hubs.leave(hub, now);
      const due = await hubs.due(now, batch);
      const byHub = Map.groupBy(due, ({ hubUrl }) => hubUrl);
      const deadline = AbortSignal.timeout(parts.budgetMs ?? defaultBudgetMs);
      await Promise.all([...byHub.values()].map((listed) => askHub({ ...parts, failed }, listed, now, deadline)));
      return due.length;
    },
  };
}

/** One request after the other; a hub in trouble is left alone. What is left at the deadline stays due. */
async function askHub(
  parts: HubsParts & { failed(): void },
  listed: readonly HubRecord[],
  now: EpochMs,
  deadline: AbortSignal,
): Promise<void> {
  const { hubs } = parts.storage.records;
  for (const hub of listed) {
    if (deadline.aborted) return;
    try {
      if (isOver(hub, now)) {
        await hubs.remove(hub.token);
        continue;
      }
      const outcome = await ask(parts, hub, now, deadline);
      const restUntil = outcome && restAfter(outcome, now);
      if (restUntil === undefined) continue;
      await hubs.rest(hub.hubUrl, restUntil);
      return;
    } catch (error) {
      // The request is stored, so it is made again.
      if (error instanceof HungUp) return;
      parts.log.error({ feed: hub.feedId, err: error }, 'hub not asked');
      parts.failed();
    }
  }
}

/** There is nothing to end any more, or the hub didn't answer. */
const isOver = ({ wanted, leaseEndsAt, attempts }: HubRecord, now: EpochMs): boolean =>
  !wanted && (leaseEndsAt === undefined || leaseEndsAt <= now || attempts >= farewellsMax);

function restAfter(outcome: PostOutcome, now: EpochMs): EpochMs | undefined {
  if (outcome.kind === 'failed') return restedAt(undefined, now);
  if (outcome.kind !== 'refused' || (outcome.status !== 429 && outcome.status < 500)) return undefined;
  return restedAt(outcome.retryAfter, now);
}

async function ask(
  { storage, poster, log, callbackUrl }: HubsParts,
  hub: HubRecord,
  now: EpochMs,
  deadline: AbortSignal,
): Promise<PostOutcome | undefined> {
  const { hubs } = storage.records;
  if (!(await hubs.claim(hub, now, askAgainAt(hub.attempts, now)))) return undefined;
  const mode = hub.wanted ? 'subscribe' : 'unsubscribe';
  const outcome = await poster.post(
    hub.hubUrl,
    new URLSearchParams({
      'hub.mode': mode,
      'hub.topic': hub.topicUrl,
      // The same address each time; else the hub would tell both until the first lease ends.
      'hub.callback': `${callbackUrl}/${hub.token}`,
      // Older hubs need it, others ignore it.
      'hub.verify': 'async',
      ...(hub.wanted ? { 'hub.secret': hub.secret, 'hub.lease_seconds': String(leaseSecondsAsked) } : {}),
    }),
    deadline,
  );
  const problem = outcome.kind === 'accepted' ? undefined : outcome.reason;
  await hubs.answered(hub.token, problem);
  log.info({ feed: hub.feedId, hub: hostPort(new URL(hub.hubUrl)), mode, problem }, 'hub asked');
  return outcome;
}

const spreadMs = 15 * 60_000;
/** The shortest gap if there are very many. */
const gapMsMin = 60;

/**
 * At the start: pushes that hubs sent meanwhile are lost. Their feeds are due as if there were no hubs, and those that
 * are late are spread over a quarter of an hour, the longest due first.
 */
export async function afterAbsence(records: Records, now: EpochMs): Promise<void> {
  const { due = [], late = [] } = Object.groupBy(await records.hubs.reliedOn(), ({ unaidedDueAt }) =>
    unaidedDueAt <= now ? 'late' : 'due',
  );
  const gap = Math.max(gapMsMin, spreadMs / Math.max(late.length, 1));
  const spread = late.map(({ feedId }, place) => ({ feedId, unaidedDueAt: Math.floor(now + place * gap) }));
  await records.hubs.unaided([...due, ...spread]);
}
