import { dayMs, type EpochMs, type Wall } from '../clock.ts';
import type { Loop } from '../schedule/loop.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import { type ActRecord, type DueEdit, type EditRecord, isOfMessage } from '../storage/records/outbox/edits.ts';
import type { Records } from '../storage/storage.ts';
import type { DeliveryParts } from './draft.ts';
import { type Kinds, standsAt } from './kinds.ts';
import { openNotice, subjectOf } from './notices.ts';
import type { Destination, MessageAct, PostOutcome, Sender } from './ports.ts';
import { runMs } from './send.ts';

export interface ActParts extends DeliveryParts {
  sender: Sender;
  wall: Wall;
}

/** With the waits between them, these attempts take about two weeks. */
export const attemptsMax = 40;
const retryMsMax = 12 * 3_600_000;

/** How long to wait after a failed attempt. */
export const waitMs = ({ attempts }: Pick<EditRecord, 'attempts'>, outcome: PostOutcome) =>
  outcome.kind === 'limited' ? outcome.retryAfterMs : Math.min(60_000 * 2 ** attempts, retryMsMax);

/**
 * Whether retrying is useless: the target is gone or locked, or Discord refuses the edit. A missing permission may be
 * granted again.
 */
export const isFinal = (outcome: PostOutcome) =>
  outcome.kind === 'refused' ||
  (outcome.kind === 'lost' && ['channel-gone', 'message-gone', 'thread-closed'].includes(outcome.reason));

export const isDenied = (outcome: PostOutcome) =>
  outcome.kind === 'lost' && (outcome.reason === 'missing-permission' || outcome.reason === 'thread-closed');

/** Opens threads below new messages, and publishes the messages. All of it is idempotent. */
export function createActs(parts: ActParts): Loop {
  const { edits } = parts.storage.records;
  return {
    name: 'act',
    role: 'send',
    every: '* * * * * *',
    run: sideBySide(
      parts,
      (now, max) => edits.due('first acts', now, max),
      async (due, now) => {
        for (const one of due) if (!isOfMessage(one)) await act(parts, one, now);
      },
    ),
  };
}

/** Enough for Discord's rate limit if each request takes half a second. */
const placesAtOnce = 25;
const batch = 500;

/**
 * The run of a loop over posted messages: many channels, threads and posts at once, each in its own order. A failure in
 * one of them stops no other.
 */
export const sideBySide =
  <Edit extends DueEdit>(
    { kinds, log, wall, ending }: ActParts,
    due: (now: number, max: number) => Promise<Edit[]>,
    inPlace: (some: readonly Edit[], now: number) => Promise<void>,
  ): Loop['run'] =>
  async (startedAt, failed = () => {}) => {
    let done = 0;
    for (let now = startedAt; now <= startedAt + runMs && !ending(); now = wall()) {
      const all = await due(now, batch);
      const places = [...Map.groupBy(all, (one) => standsAt(kinds, one, one.messageId ?? '').channelId).values()];
      const next = async () => {
        for (let some = places.shift(); some !== undefined && !ending(); some = places.shift()) {
          await inPlace(some, now).catch((error: unknown) => {
            log.error({ delivery: some?.[0]?.deliveryId, err: error }, 'editing failed');
            failed();
          });
        }
      };
      await Promise.all(Array.from({ length: placesAtOnce }, next));
      done += all.length;
      if (all.length < batch) break;
    }
    return done;
  };

/** Sends one request per message in order, and stops at the first that must be retried. */
export async function inOrder(
  kinds: Kinds,
  delivery: DeliveryRecord,
  messageIds: readonly string[],
  request: (where: Destination, messageId: string) => Promise<PostOutcome>,
): Promise<PostOutcome[]> {
  const outcomes: PostOutcome[] = [];
  for (const messageId of messageIds) {
    const outcome = await request(standsAt(kinds, delivery, messageId), messageId);
    outcomes.push(outcome);
    if (outcome.kind !== 'posted' && !isFinal(outcome)) break;
  }
  return outcomes;
}

/** Does one act on a posted message; if it fails, stores when to try it again. */
export async function act({ kinds, storage, sender, log }: ActParts, record: ActRecord, now: EpochMs): Promise<void> {
  const { act: what, at } = record.amendment;
  const { deliveries, edits } = storage.records;
  if (isActLate(what, at, now)) return edits.end(record, 'done');
  const delivery = await deliveries.byId(record.deliveryId);
  if (delivery === undefined) return;
  const outcomes = await inOrder(kinds, delivery, messagesFor(what, delivery), (...there) =>
    sender.act(...there, what),
  );
  const last = outcomes.at(-1);
  log.info({ delivery: delivery.id, what: what.kind, outcomes: outcomes.map(({ kind }) => kind) }, 'act');
  await storage.transaction(async (records) => {
    if (what.kind === 'thread') await noticeOfThread(records, delivery, last, now);
    // Without permission to close it the thread stays open, and Discord archives it later.
    const isOver = last === undefined || isFinal(last) || (what.kind === 'archive' && isDenied(last));
    if (last?.kind === 'posted' || isOver || record.attempts + 1 >= attemptsMax)
      await records.edits.end(record, outcomes.every(({ kind }) => kind === 'posted') ? 'done' : 'failed');
    else await records.edits.reschedule(record, now + waitMs(record, last));
  });
}

/** Whether it is too late for the act. Opening a thread and publishing are given up after a day; archiving never is. */
const isActLate = ({ kind }: MessageAct, at: EpochMs, now: EpochMs) => kind !== 'archive' && now - at > dayMs;

/**
 * The acts after a digest is posted. `title` names its thread; give `time` (HH:MM) if the day has several digests. An
 * empty digest gets no thread.
 */
export const digestActs = (
  { crosspost, thread }: Schedule,
  { isAnnouncement, title, time, isEmpty }: { isAnnouncement: boolean; title: string; time?: string; isEmpty: boolean },
): MessageAct[] => [
  ...(isAnnouncement && crosspost !== 'off' ? [{ kind: 'crosspost' } as const] : []),
  ...(thread === 'on' && !isEmpty
    ? [{ kind: 'thread', name: time === undefined ? title : `${title}, ${time}` } as const]
    : []),
];

/** The messages for an act: publishing takes all of them, a thread opens below the last one. */
const messagesFor = ({ kind }: MessageAct, { messageIds }: DeliveryRecord): readonly string[] =>
  kind === 'crosspost' ? messageIds : messageIds.slice(-1);

/**
 * Opens a notice when Lede lacks the permission to open threads, and closes it once a thread opens. Call it in a
 * transaction.
 */
async function noticeOfThread(
  records: Records,
  delivery: DeliveryRecord,
  outcome: PostOutcome | undefined,
  now: EpochMs,
) {
  const { serverId, channelId } = delivery;
  const subject = subjectOf('thread', channelId);
  if (outcome?.kind === 'posted') await records.servers.noticeOver(serverId, subject, now);
  if (outcome?.kind === 'lost' && outcome.reason === 'missing-permission')
    await openNotice(records, serverId, subject, now, { kind: 'no-thread', channelId });
}
