import type { ChaosResult } from './chaos.ts';

const shown = 20;

/** The figures of a run as lines, the three that must be 0 last. */
export function reportOf(result: ChaosResult): string[] {
  const trouble = Object.entries(result.trouble)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
  const lists = (['lost', 'doubled', 'outOfOrder', 'offTime', 'unexpected', 'toldTwice', 'errors'] as const).flatMap(
    (name) => result[name].slice(0, shown).map((line) => `  ${name}: ${line.slice(0, 600)}`),
  );
  return [
    `${result.kills} kills, ${result.due} due deliveries, ${Math.floor(result.days)} virtual days, ${result.scheduleChanges} schedule changes, ${result.steps} steps`,
    `trouble: ${trouble}`,
    `posted ${result.posted}, expired and told ${result.expired}, channel deleted ${result.gone}, notices not sent ${result.untold}`,
    ...lists,
    `off time ${result.offTime.length}`,
    `unexpected ${result.unexpected.length}`,
    `told twice ${result.toldTwice.length}`,
    `errors logged ${result.errors.length}`,
    `lost ${result.lost.length}`,
    `doubled ${result.doubled.length}`,
    `out of order ${result.outOfOrder.length}`,
  ];
}
