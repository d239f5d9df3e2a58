import type { DiscordServer } from '../../src/playground/server/server.ts';
import type { WireMessage } from '../../src/playground/server/wire.ts';
import type { Due, Ledger } from './ledger.ts';

const hour = 3_600_000;
/** Two hours, the wait that an unknown outcome needs, and the longest wait between two tries. */
const latestMs = 2 * hour + 15 * 60_000;

/** What the channels held at the end against what should stand there. */
export interface Verdict {
  due: number;
  posted: number;
  /** Not posted although nothing was in the way, or not posted and nobody was told. */
  lost: string[];
  doubled: string[];
  outOfOrder: string[];
  /** Posted before its time or long after it. */
  offTime: string[];
  /** Posted although nothing was due, or while the channel was paused. */
  unexpected: string[];
  /** Not posted because of a long outage, and told. */
  expired: number;
  /** Never due to be posted any more: their channel was deleted or paused, or its server left. */
  gone: number;
  toldTwice: string[];
}

/** A notice about a channel; of one slot, or that the channel waits for an admin. */
export interface Told {
  channelId: string;
  at: number;
  slot?: string;
  /** Said to be left out, and not only that nobody knows. */
  isExpired: boolean;
}

interface Posted {
  key: string;
  at: number;
}

const slotKey = /:(\d+\/daily\/\d{4}-\d\d-\d\d#\d+)$/;

/** The slots of a channel's messages, in the order in which they stand there. */
function postedIn(messages: readonly WireMessage[]): Posted[] {
  return messages.flatMap((message) => {
    const key = keyIn(message);
    return key === undefined ? [] : [{ key, at: Date.parse(message.timestamp) }];
  });
}

function keyIn(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  if ('custom_id' in part && typeof part.custom_id === 'string') {
    const found = slotKey.exec(part.custom_id)?.[1];
    if (found !== undefined) return found;
  }
  if (!('components' in part) || !Array.isArray(part.components)) return undefined;
  for (const child of part.components) {
    const found = keyIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function judge(
  ledger: Ledger,
  channels: ReadonlyMap<string, readonly Posted[]>,
  told: readonly Told[],
): Verdict {
  const verdict: Verdict = {
    due: ledger.due.length,
    posted: 0,
    lost: [],
    doubled: [],
    outOfOrder: [],
    offTime: [],
    unexpected: [],
    expired: 0,
    gone: 0,
    toldTwice: [],
  };
  const dueByKey = new Map(ledger.due.map((due) => [due.key, due]));
  const standing = new Set<string>();
  for (const list of channels.values()) judgeChannel(verdict, dueByKey, standing, list, ledger);
  const toldKeys = new Set<string>();
  for (const { slot: key, isExpired } of told) {
    if (key === undefined) continue;
    if (toldKeys.has(key)) verdict.toldTwice.push(key);
    toldKeys.add(key);
    if (isExpired && standing.has(key)) verdict.unexpected.push(`${key} told as missing, but posted`);
  }
  for (const due of ledger.due) {
    if (!standing.has(due.key)) judgeMissing(verdict, ledger, told, due);
  }
  return verdict;
}

function judgeChannel(
  verdict: Verdict,
  dueByKey: ReadonlyMap<string, Due>,
  standing: Set<string>,
  list: readonly Posted[],
  ledger: Ledger,
): void {
  let before = '';
  for (const { key, at } of list) {
    const due = dueByKey.get(key);
    verdict.posted += 1;
    if (standing.has(key)) verdict.doubled.push(key);
    else if (due === undefined) verdict.unexpected.push(key);
    else if (ledger.isPaused(due.channelId, at)) verdict.unexpected.push(`${key} posted while paused`);
    else if ((at < due.at || at > due.at + latestMs) && !ledger.isClockWrong(at))
      verdict.offTime.push(`${key} ${(at - due.at) / 60_000} min`);
    // The ordinal has one digit, so that the text after the channel sorts as the slots do.
    if (key < before) verdict.outOfOrder.push(key);
    before = key > before ? key : before;
    standing.add(key);
  }
}

function judgeMissing(verdict: Verdict, ledger: Ledger, told: readonly Told[], due: Due): void {
  const excuse = ledger.excuse(due);
  if (excuse === 'gone') {
    verdict.gone += 1;
    return;
  }
  // One sentence tells of all digests that a channel missed in one outage.
  const covered =
    excuse !== undefined &&
    told.some(
      ({ channelId, at }) => channelId === due.channelId && at >= excuse.from - hour && at <= excuse.to + 3 * hour,
    );
  if (covered) verdict.expired += 1;
  else verdict.lost.push(`${due.key} due ${new Date(due.at).toISOString()}${excuse ? ' (outage, not told)' : ''}`);
}

/** All messages of the bot's channels, while the server still knows them. */
export function collect(
  server: DiscordServer,
  channelIds: readonly string[],
  into: Map<string, readonly Posted[]>,
): void {
  for (const id of channelIds) {
    if (server.world.channels.has(id)) into.set(id, postedIn(server.acts.messages(id)));
  }
}
