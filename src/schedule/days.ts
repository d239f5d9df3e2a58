/** ISO weekdays ascending, 1 is Monday; or what is wrong, with the part of the text that is. */
export type ParsedDays = { days: number[] } | { problem: 'empty' | 'not-a-day' | 'no-day-left'; part: string };

const textMax = 200;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

const namesByDay = [
  'mo mon monday montag',
  'di tu tue tues tuesday dienstag',
  'mi we wed weds wednesday mittwoch',
  'do th thu thur thurs thursday donnerstag',
  'fr fri friday freitag',
  'sa sat saturday samstag sonnabend',
  'so su sun sunday sonntag',
];
const dayByName = new Map(
  namesByDay.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

const daysByGroup = new Map<string, readonly number[]>([
  ['daily', everyDay],
  ['weekday', [1, 2, 3, 4, 5]],
  ['weekend', [6, 7]],
]);
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:every|each) ?day\b|\ball (?:days|week)\b|\b(?:täglich|taeglich|jeden tag|alle tage)\b/gu, 'daily'],
  [/\b(?:work(?:ing)?|business|week) ?days?\b|\b(?:werk|wochen|arbeits)tage?s?\b|\bunter der woche\b/gu, 'weekday'],
  [/\bweek ?ends?\b|\bwochenenden?\b/gu, 'weekend'],
];
/** Say nothing beside a day: "every Monday", "weekly: on Sundays", "am Wochenende", "einmal die Woche: Mo". */
const fillers = new Set(
  'every each jeden jede alle all on at in am an the a and und once einmal weekly wöchentlich week woche die'.split(
    ' ',
  ),
);
const rangeWords = new Set(['-', 'to', 'till', 'until', 'through', 'thru', 'bis']);
const exceptWords = new Set(['except', 'but', 'not', 'without', 'außer', 'ausser', 'ohne', 'nicht']);

/**
 * Reads what people type for days of the week, English or German: names, ranges (over the weekend too), groups, and
 * after "except" what is left out. Numbers are refused, since a week begins on Sunday for some.
 */
export function parseDays(text: string): ParsedDays {
  const typed = text.normalize('NFKC').toLowerCase().trim();
  if (typed.length > textMax) return { problem: 'not-a-day', part: text.trim().slice(0, 50) };
  const tokens = tokensOf(typed);
  if (tokens.length === 0) return { problem: 'empty', part: '' };
  const named = new Set<number>();
  const excepted = new Set<number>();
  let side = named;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? '';
    const days = rangeAt(tokens, at) ?? daysOf(token);
    if (days !== undefined) for (const day of days) side.add(day);
    else if (exceptWords.has(token)) side = excepted;
    else if (!fillers.has(token)) return { problem: 'not-a-day', part: token };
    at += rangeAt(tokens, at) === undefined ? 1 : 3;
  }
  if (named.size === 0 && excepted.size === 0) return { problem: 'not-a-day', part: typed.slice(0, 50) };
  const base = named.size > 0 ? named : new Set(everyDay);
  const days = everyDay.filter((day) => base.has(day) && !excepted.has(day));
  return days.length > 0 ? { days } : { problem: 'no-day-left', part: typed.slice(0, 50) };
}

function tokensOf(typed: string): string[] {
  let plain = typed.replace(/['’]s\b/gu, 's').replace(/\s+/gu, ' ');
  for (const [pattern, group] of phrases) plain = plain.replace(pattern, ` ${group} `);
  return plain
    .replace(/\.{2,}|…|[-–—]/gu, ' - ')
    .split(/[\s,;:./&+|()]+/u)
    .filter((token) => token !== '');
}

function daysOf(token: string): readonly number[] | undefined {
  const day = dayOf(token);
  return day === undefined ? daysByGroup.get(token) : [day];
}

/** "Mondays" and "montags" as well. */
function dayOf(token: string): number | undefined {
  return dayByName.get(token) ?? (token.length > 3 ? dayByName.get(token.replace(/s$/u, '')) : undefined);
}

function rangeAt(tokens: readonly string[], at: number): number[] | undefined {
  const [first, between, last] = [tokens[at] ?? '', tokens[at + 1] ?? '', tokens[at + 2] ?? ''];
  const [from, to] = [dayOf(first), dayOf(last)];
  if (from === undefined || to === undefined || !rangeWords.has(between)) return undefined;
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => ((from - 1 + step) % 7) + 1);
}
