import type { EpochMs } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Loop } from '../../loop.ts';
import type { HubRecord } from '../../storage/records/reading/hubs.ts';
import type { Records, Storage } from '../../storage/storage.ts';
import { hostPort } from '../../web/guard.ts';
import type { Poster, PostOutcome } from '../../web/post.ts';
import { HungUp } from '../hosts/hungUp.ts';
import { askAgainAt, leaseSecondsAsked, restedAt } from './rules.ts';

export interface HubsParts {
  storage: Storage;
  poster: Poster;
  log: Log;
  /** Public URL of the callback; each subscription gets a path of its own below it. */
  callbackUrl: string;
  /** Time limit for all hubs of a batch. */
  budgetMs?: number;
}

const batch = 64;
const defaultBudgetMs = 60_000;
/** After this many failed attempts to unsubscribe, the lease is left to expire. */
const farewellsMax = 3;

/**
 * Subscribes to hubs, renews leases, and unsubscribes when a feed is no longer wanted. A batch has one deadline, since
 * hubs with many names may lead to one host, which gets one request at a time.
 */
export function createHubs(parts: HubsParts): Loop {
  const { hubs } = parts.storage.records;
  return {
    name: 'hubs',
    role: 'read',
    worksAlone: true,
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

/**
 * Asks one hub about its feeds, one request at a time, and stops if the hub is in trouble. Feeds left at the deadline
 * stay due.
 */
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
      // The request is stored and will be repeated.
      if (error instanceof HungUp) return;
      parts.log.error({ feed: hub.feedId, err: error }, 'hub not asked');
      parts.failed();
    }
  }
}

/** Whether to stop unsubscribing: the lease has ended, or the hub didn't confirm several requests. */
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
      // The URL stays the same on renewal; otherwise the hub would notify both until the first lease ends.
      'hub.callback': `${callbackUrl}/${hub.token}`,
      // Older hubs need this parameter, others ignore it.
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
/** Minimum gap between two overdue feeds, however many there are. */
const gapMsMin = 60;

/**
 * Called at the start, since pushes sent while Lede was down are lost. Feeds become due as if they had no hub; overdue
 * ones are spread over a quarter of an hour, the longest overdue first.
 */
export async function afterAbsence(records: Records, now: EpochMs): Promise<void> {
  const { due = [], late = [] } = Object.groupBy(await records.hubs.reliedOn(), ({ unaidedDueAt }) =>
    unaidedDueAt <= now ? 'late' : 'due',
  );
  const gap = Math.max(gapMsMin, spreadMs / Math.max(late.length, 1));
  const spread = late.map(({ feedId }, place) => ({ feedId, unaidedDueAt: Math.floor(now + place * gap) }));
  await records.hubs.unaided([...due, ...spread]);
}
