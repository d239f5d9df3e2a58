import type { DiscordServer } from '../../playground/discord/server.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import type { Due, Ledger } from './ledger.ts';

const hour = 3_600_000;
/** Two hours, plus the time to verify an unknown outcome and the longest wait between two attempts. */
const latestMs = 2 * hour + 15 * 60_000;

/** Compares the messages in the channels at the end with the expected ones. */
export type Verdict = ReturnType<typeof verdictOn>;

const verdictOn = ({ due }: Ledger) => ({
  due: due.length,
  posted: 0,
  /** Not posted although nothing prevented it, or not posted and not reported to anyone. */
  lost: [] as string[],
  doubled: [] as string[],
  outOfOrder: [] as string[],
  /** Posted before its time or long after it. */
  offTime: [] as string[],
  /** Posted although nothing was due. */
  unexpected: [] as string[],
  /** Not posted because of a long outage, and reported. */
  expired: 0,
  /** Not posted because their channel was deleted. */
  gone: 0,
  toldTwice: [] as string[],
  /** Number of messages other than the first of their digest. */
  later: 0,
  /** Given up after the first message, with a reason recorded by Lede. */
  shortened: 0,
});

/** A notice about a channel: about one slot, or that the channel waits for an admin. */
export interface Told {
  channelId: string;
  at: number;
  slot?: string;
  /** Whether the notice says that the digest was left out, rather than that its outcome is unknown. */
  isExpired: boolean;
  /** For a notice that the channel lacks a permission: when it ended. Infinite while it is open. */
  pausedUntil?: number | undefined;
}

/** A posted message of a digest: the slot's key, and the message's position in the digest. */
export interface Posted {
  key: string;
  part: number;
  at: number;
}

/** The number of messages of a digest, and why some of them were not posted. */
export interface Made {
  messages: number;
  problem: string | null;
}

const partKey = /:(\d+\/daily\/\d{4}-\d\d-\d\d#\d+)(?:\/(\d+))?$/;

/** The digest messages of a channel, in their order there. */
function postedIn(messages: readonly WireMessage[]): Posted[] {
  return messages.flatMap((message) => {
    const found = partIn(message);
    return found === undefined ? [] : [{ ...found, at: Date.parse(message.timestamp) }];
  });
}

function partIn(component: unknown): Omit<Posted, 'at'> | undefined {
  if (typeof component !== 'object' || component === null) return undefined;
  if ('custom_id' in component && typeof component.custom_id === 'string') {
    const [, key, part = '0'] = partKey.exec(component.custom_id) ?? [];
    if (key !== undefined) return { key, part: Number(part) };
  }
  if (!('components' in component) || !Array.isArray(component.components)) return undefined;
  for (const child of component.components) {
    const found = partIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function judge(
  ledger: Ledger,
  channels: ReadonlyMap<string, readonly Posted[]>,
  told: readonly Told[],
  made: ReadonlyMap<string, Made>,
): Verdict {
  const verdict = verdictOn(ledger);
  const dueByKey = new Map(ledger.due.map((due) => [due.key, due]));
  const standing = new Map<string, Posted>();
  for (const list of channels.values()) judgeChannel(verdict, dueByKey, standing, list, ledger);
  const toldKeys = new Set<string>();
  for (const { slot: key, isExpired } of told) {
    if (key === undefined) continue;
    if (toldKeys.has(key)) verdict.toldTwice.push(key);
    toldKeys.add(key);
    if (isExpired && standing.has(key)) verdict.unexpected.push(`${key} told as missing, but posted`);
  }
  for (const due of ledger.due) {
    const last = standing.get(due.key);
    if (last === undefined) judgeMissing(verdict, ledger, told, due);
    else judgeRest(verdict, last, made.get(due.key));
  }
  return verdict;
}

function judgeChannel(
  verdict: Verdict,
  dueByKey: ReadonlyMap<string, Due>,
  standing: Map<string, Posted>,
  list: readonly Posted[],
  ledger: Ledger,
): void {
  let before = '';
  for (const posted of list) {
    const { key, part, at } = posted;
    const due = dueByKey.get(key);
    const last = standing.get(key);
    if (part === 0) verdict.posted += 1;
    else verdict.later += 1;
    if (last !== undefined && part <= last.part) verdict.doubled.push(`${key} ${part}`);
    else if (part !== (last === undefined ? 0 : last.part + 1)) verdict.outOfOrder.push(`${key} ${part}`);
    else if (due === undefined) verdict.unexpected.push(key);
    else if ((at < due.at || at > (last?.at ?? due.at) + latestMs) && !ledger.isClockWrong(at))
      verdict.offTime.push(`${key} ${part} ${(at - due.at) / 60_000} min`);
    // Ordinals have one digit, so that keys of one channel sort like their slots.
    if (key < before) verdict.outOfOrder.push(key);
    before = key > before ? key : before;
    if (part > (last?.part ?? -1)) standing.set(key, posted);
  }
}

/** Judges a digest whose last messages are missing. */
function judgeRest(verdict: Verdict, last: Posted, made: Made | undefined): void {
  if (made === undefined || last.part + 1 >= made.messages) return;
  if (made.problem === null) verdict.lost.push(`${last.key} after message ${last.part + 1} of ${made.messages}`);
  else verdict.shortened += 1;
}

function judgeMissing(verdict: Verdict, ledger: Ledger, told: readonly Told[], due: Due): void {
  const excuse = ledger.excuse(due);
  if (excuse === 'gone') {
    verdict.gone += 1;
    return;
  }
  // One notice covers all digests that a channel missed in one outage. A notice about a missing permission covers all
  // digests until it ends, even if the permission was back for a while: nobody is told again before a message arrives.
  const covered =
    excuse !== undefined &&
    told.some(
      ({ channelId, at, pausedUntil = at }) =>
        channelId === due.channelId && pausedUntil >= excuse.from - hour && at <= excuse.to + 3 * hour,
    );
  if (covered) verdict.expired += 1;
  else verdict.lost.push(`${due.key} due ${new Date(due.at).toISOString()}${excuse ? ' (outage, not told)' : ''}`);
}

/** Collects all messages of the bot's channels, as long as the server still has them. */
export function collect(
  server: DiscordServer,
  channelIds: readonly string[],
  into: Map<string, readonly Posted[]>,
): void {
  for (const id of channelIds) {
    if (server.world.channels.has(id)) into.set(id, postedIn(server.acts.messages(id)));
  }
}
