import type { ChaosResult } from './chaos.ts';

const shown = 20;
const lineMax = 8_000;
const lists = [
  'lost',
  'doubled',
  'outOfOrder',
  'offTime',
  'unexpected',
  'toldTwice',
  'invalidRequests',
  'errors',
] as const;

/** The figures of a run as lines, those that must be 0 last. */
export function reportOf(result: ChaosResult): string[] {
  const trouble = Object.entries(result.trouble)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
  const { kills, due, days, zones, scheduleChanges, zoneChanges, steps } = result;
  return [
    `${kills} kills, ${due} due deliveries, ${Math.floor(days)} virtual days, ${zones} zones, ${scheduleChanges} schedule changes, ${zoneChanges} zone changes, ${steps} steps`,
    `trouble: ${trouble}`,
    `posted ${result.posted}, expired and told ${result.expired}, channel gone or paused ${result.gone}, notices not sent ${result.untold}`,
    `second messages ${result.later}, given up after the first ${result.shortened}`,
    `requests checked ${result.requestsChecked}`,
    ...lists.flatMap((name) => result[name].slice(0, shown).map((line) => `  ${name}: ${line.slice(0, lineMax)}`)),
    `off time ${result.offTime.length}`,
    `unexpected ${result.unexpected.length}`,
    `told twice ${result.toldTwice.length}`,
    `errors logged ${result.errors.length}`,
    `invalid requests ${result.invalidRequests.length}`,
    `out of order ${result.outOfOrder.length}`,
    `lost ${result.lost.length}`,
    `doubled ${result.doubled.length}`,
  ];
}

/** What must be empty, whatever the trouble was. */
export function wrongIn(result: ChaosResult): Record<(typeof lists)[number], string[]> {
  return Object.fromEntries(lists.map((name) => [name, result[name]])) as Record<(typeof lists)[number], string[]>;
}

/** The figures of a run as numbers. */
export function figuresOf(result: ChaosResult): Record<string, unknown> {
  const {
    kills,
    due,
    posted,
    later,
    expired,
    gone,
    shortened,
    days,
    zones,
    scheduleChanges,
    zoneChanges,
    steps,
    trouble,
  } = result;
  const counted = Object.fromEntries(lists.map((name) => [name, result[name].length]));
  const { requestsChecked } = result;
  const made = { kills, due, days: Math.floor(days), zones, scheduleChanges, zoneChanges, steps, requestsChecked };
  return { ...made, posted, later, expired, gone, shortened, ...counted, trouble };
}
