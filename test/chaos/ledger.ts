const minute = 60_000;
const hour = 60 * minute;
const lateMax = 2 * hour;
/** Covers an attempt that was under way when trouble began, and the longest wait between two attempts. */
const graceBefore = 12 * minute;
const graceAfter = 15 * minute;

/** The schedule of a channel. */
export interface Plan {
  zone: string;
  times: readonly string[];
  /** ISO weekdays; every day if left out. */
  days?: readonly number[];
}

/** A period in which nothing could be posted, in one channel or in all. */
export interface Outage {
  from: number;
  to: number;
  channelId?: string;
}

/** One digest that is due. */
export interface Due {
  key: string;
  channelId: string;
  localDate: string;
  ordinal: number;
  at: number;
}

/** A period in which Lede's clock was wrong, or in which Lede waits until the true time catches up with it. */
export interface WrongClock {
  from: number;
  to: number;
}

interface Line {
  channelId: string;
  plan: Plan;
  last?: { localDate: string; ordinal: number; at: number };
  /** The current local date. Earlier days are over, because local dates never go back. */
  floor: string;
  goneAt?: number;
}

/**
 * An independent calculation of the digests that should be posted. It uses none of Lede's code for slots, only the
 * design: a slot is a day and a position in the day's list of times; a time in a DST gap falls on the first minute
 * after the gap, and a time that occurs twice counts at its first occurrence.
 */
export class Ledger {
  readonly due: Due[] = [];
  readonly #lines = new Map<string, Line>();
  readonly #outages: Outage[] = [];
  readonly #wrongClocks: WrongClock[] = [];
  #until: number;

  constructor(now: number) {
    this.#until = now;
  }

  add(channelId: string, plan: Plan): void {
    this.#lines.set(channelId, { channelId, plan, floor: dateAt(this.#until, plan.zone) });
  }

  /** Changes a plan, which drops slots moved into the past. Call it only when Lede has done everything due now. */
  change(channelId: string, plan: Plan): void {
    const line = this.#line(channelId);
    const lived = dateAt(this.#until, line.plan.zone);
    if (lived > line.floor) line.floor = lived;
    line.plan = plan;
  }

  planOf(channelId: string): Plan {
    return this.#line(channelId).plan;
  }

  /** Adds and returns the digests that fall due up to `now`. */
  advance(now: number): Due[] {
    const before = this.due.length;
    for (const line of this.#lines.values()) if (line.goneAt === undefined) this.#take(line, this.#until, now);
    this.#until = now;
    return this.due.slice(before);
  }

  gone(channelId: string): void {
    this.#line(channelId).goneAt = this.#until;
  }

  outage(outage: Outage): void {
    this.#outages.push(outage);
  }

  wrongClock(time: WrongClock): void {
    this.#wrongClocks.push(time);
  }

  /** Whether Lede's clock was wrong at that time. */
  isClockWrong(at: number): boolean {
    return this.#wrongClocks.some(({ from, to }) => at >= from && at <= to);
  }

  /**
   * The outage that kept this digest from being posted in time, if any. Outages without enough time to post between
   * them count as one.
   */
  excuse(due: Due): Outage | 'gone' | undefined {
    const { goneAt } = this.#line(due.channelId);
    let chain: Outage | undefined;
    for (const { from, to } of this.#outagesOf(due.channelId)) {
      if (chain === undefined ? to > due.at && due.at >= from - graceBefore : from <= chain.to + graceAfter) {
        chain = { from: chain?.from ?? from, to: Math.max(chain?.to ?? to, to) };
      }
    }
    const reachedAt = chain === undefined ? due.at + graceBefore : chain.to + graceAfter;
    if (goneAt !== undefined && goneAt <= reachedAt) return 'gone';
    return chain !== undefined && due.at + lateMax <= reachedAt ? chain : undefined;
  }

  #outagesOf(ofChannel: string): Outage[] {
    const outages = this.#outages.filter(({ channelId }) => channelId === undefined || channelId === ofChannel);
    return outages.sort((a, b) => a.from - b.from);
  }

  #line(channelId: string): Line {
    const line = this.#lines.get(channelId);
    if (line === undefined) throw new Error(`no channel ${channelId}`);
    return line;
  }

  #take(line: Line, after: number, to: number): void {
    const { channelId, plan } = line;
    const found: Due[] = [];
    const last = Temporal.PlainDate.from(dateAt(to, plan.zone)).add({ days: 1 });
    let day = Temporal.PlainDate.from(dateAt(after, plan.zone)).subtract({ days: 1 });
    for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (plan.days !== undefined && !plan.days.includes(day.dayOfWeek)) continue;
      const localDate = day.toString();
      for (const [ordinal, time] of plan.times.entries()) {
        const at = momentOf(day, time, plan.zone);
        if (at > after && at <= to && localDate >= line.floor && isAfter({ localDate, ordinal }, line.last)) {
          found.push({ key: `${channelId}/daily/${localDate}#${ordinal}`, channelId, localDate, ordinal, at });
        }
      }
    }
    line.last = found.at(-1) ?? line.last;
    this.due.push(...found);
  }
}

function isAfter(slot: { localDate: string; ordinal: number }, last: Line['last']): boolean {
  if (last === undefined || slot.localDate > last.localDate) return true;
  return slot.localDate === last.localDate && slot.ordinal > last.ordinal;
}

function dateAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** What a clock there shows, as an admin types it. */
export const timeAt = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);

function momentOf(day: Temporal.PlainDate, time: string, zone: string): number {
  // `compatible` moves a time in a gap forward by the gap's length. The result then shows a different clock time, and
  // the gap ended shortly before it.
  const asked = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const first = asked.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (first.toPlainDateTime().equals(asked)) return first.epochMilliseconds;
  const end = first.subtract({ hours: 3 }).getTimeZoneTransition('next');
  return end?.epochMilliseconds ?? first.epochMilliseconds;
}
