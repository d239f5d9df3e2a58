import { inAny, languages } from '../engine/languages/languages.ts';

const textMax = 200;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Joins the words of a name with underscores: "fin_de_semana". */
const asOne = (name: string) => name.replaceAll(' ', '_');
const groups: readonly { names: readonly string[]; days: readonly number[] }[] = languages.flatMap(({ schedule }) => [
  { names: schedule.everyDay, days: everyDay },
  { names: schedule.weekdays, days: [1, 2, 3, 4, 5] },
  { names: schedule.weekend, days: [6, 7] },
  { names: schedule.weekly, days: [1] },
]);
const whole = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`;
const spaced = new RegExp(
  whole(groups.flatMap(({ names }) => names.filter((name) => name.includes(' '))).join('|')),
  'gu',
);
const before = new RegExp(`${whole(inAny(({ schedule }) => `${schedule.every}|${schedule.from}`))} `, 'gu');
const until = new RegExp(`\\.? ?(?:[-–—]|${whole(inAny(({ schedule }) => schedule.until))}) ?`, 'gu');
const between = new RegExp(`[\\s,;&./]+|${whole(inAny(({ schedule }) => schedule.and))}`, 'u');

/**
 * Parses days of the week: names, ranges and groups such as weekdays, separated by commas, spaces or "and". Returns ISO
 * weekdays (1 is Monday), ascending; undefined for any other text. Refuses numbers, because to some people 1 is Sunday.
 */
export function parseDays(text: string): number[] | undefined {
  if (text.length > textMax) return undefined;
  const parts = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(spaced, asOne)
    .replace(before, '')
    .replace(until, '-')
    .split(between)
    .filter(Boolean);
  const days = parts.map(daysOf);
  if (days.length === 0 || days.some((named) => named.length === 0)) return undefined;
  return everyDay.filter((day) => days.flat().includes(day));
}

/** The days of a group, a range or a single name; empty for anything else. */
function daysOf(part: string): readonly number[] {
  const group = groups.find(({ names }) => names.some((name) => asOne(name) === part));
  if (group !== undefined) return group.days;
  const [from = 0, to = from, ...more] = part.split('-').map(dayOf);
  if (from === 0 || to === 0 || more.length > 0) return [];
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((from - 1 + step) % 7) + 1);
}

/** The ISO weekday of a name, which may end with s ("Mondays", "montags"); 0 for any other word. */
const dayOf = (name: string): number =>
  everyDay.find((day) =>
    languages.some(({ schedule }) => {
      const names = schedule.days[day - 1] ?? [];
      return names.includes(name) || (name.length > 3 && names.includes(name.replace(/s$/, '')));
    }),
  ) ?? 0;
