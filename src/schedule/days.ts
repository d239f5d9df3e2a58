const textMax = 200;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

const namesByDay = [
  ['mo', 'mon', 'monday', 'montag'],
  ['di', 'tu', 'tue', 'tues', 'tuesday', 'dienstag'],
  ['mi', 'we', 'wed', 'wednesday', 'mittwoch'],
  ['do', 'th', 'thu', 'thurs', 'thursday', 'donnerstag'],
  ['fr', 'fri', 'friday', 'freitag'],
  ['sa', 'sat', 'saturday', 'samstag', 'sonnabend'],
  ['so', 'su', 'sun', 'sunday', 'sonntag'],
];
const groups: readonly { names: readonly string[]; days: readonly number[] }[] = [
  { names: ['daily', 'day', 'everyday', 'täglich', 'tag'], days: everyDay },
  { names: ['weekday', 'weekdays', 'werktags'], days: [1, 2, 3, 4, 5] },
  { names: ['weekend', 'weekends', 'wochenende'], days: [6, 7] },
];

/**
 * Parses days of the week in English or German: names, ranges and groups such as weekdays, separated by commas, spaces
 * or "and". Returns ISO weekdays (1 is Monday), ascending; undefined if a part is no day. Numbers are refused, since
 * some weeks begin on Sunday.
 */
export function parseDays(text: string): number[] | undefined {
  if (text.length > textMax) return undefined;
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:every|jeden) /g, '')
    .replace(/\.? ?(?:[-–—]|\b(?:to|bis)\b) ?/g, '-')
    .split(/[\s,;&./]+|\b(?:and|und)\b/)
    .filter(Boolean);
  const days = parts.map(daysOf);
  if (days.length === 0 || days.some((named) => named.length === 0)) return undefined;
  return everyDay.filter((day) => days.flat().includes(day));
}

/** Parses a day, group or range; empty if it is none. */
function daysOf(part: string): readonly number[] {
  const group = groups.find(({ names }) => names.includes(part));
  if (group !== undefined) return group.days;
  const [from = 0, to = from, ...more] = part.split('-').map(dayOf);
  if (from === 0 || to === 0 || more.length > 0) return [];
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((from - 1 + step) % 7) + 1);
}

/** ISO weekday of a name, including "Mondays" and "montags"; 0 if it is no day. */
const dayOf = (name: string): number =>
  namesByDay.findIndex((names) => names.includes(name) || (name.length > 3 && names.includes(name.replace(/s$/, '')))) +
  1;
