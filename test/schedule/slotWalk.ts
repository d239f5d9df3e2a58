import { expect } from 'vitest';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { type DueSlot, nextSlot } from '../../src/schedule/slots.ts';
import { expectedSlots, type stretchesOf } from './slotOracle.ts';

/** Claims slots as they fall due and compares them with the expected ones. Returns their number. */
export function walk(schedule: Schedule, from: number, to: number, stretches: ReturnType<typeof stretchesOf>): number {
  const slots: DueSlot[] = [];
  // Starts two hours later, because a slot that is less than two hours late is still due.
  let next = nextSlot(schedule, { now: from + 2 * 3_600_000 });
  while (next.dueAt <= to) {
    slots.push(next);
    next = nextSlot(schedule, { lastClaimed: next, now: Math.max(from + 2 * 3_600_000, next.dueAt) });
  }
  const expected = expectedSlots(schedule, from, to, stretches);
  const first = slots.findIndex((slot, index) => !isSame(slot, expected[index]));
  if (first >= 0 || slots.length !== expected.length) {
    const at = first < 0 ? Math.min(slots.length, expected.length) : first;
    expect(slots.slice(at, at + 3), JSON.stringify(schedule)).toEqual(expected.slice(at, at + 3));
  }
  return slots.length;
}

function isSame(slot: DueSlot, other: DueSlot | undefined): boolean {
  return slot.localDate === other?.localDate && slot.ordinal === other.ordinal && slot.dueAt === other.dueAt;
}
