/** What tells which half of the day an hour of twelve is in. */
export type PartOfDay = 'am' | 'pm' | 'noon' | 'evening' | 'night' | 'midnight';

/** As "am Abend" and "in der Nacht"; "morgen" alone is tomorrow. */
const after =
  /\s*(?:(?:in\s+the\s+|at\s+)?(morning|afternoon|evening|night|noon|midday|midnight)|(?:am\s+|in\s+der\s+)?(morgens|frühe?|vormittags?|mittags?|nachmittags?|abends?|nachts?|mitternachts?)|am\s+(morgen))(?![\p{L}\p{N}])/uy;
const before = /(morgens|früh|vormittags|mittags|nachmittags|abends|nachts|mitternachts)\s+(?:um\s+)?(?=\d)/uy;
const half = /\s*([ap])\.?\s?m(?:\.|(?![\p{L}\p{N}]))/uy;

const byBeginning: readonly [string, PartOfDay][] = [
  ['morn', 'am'],
  ['morg', 'am'],
  ['früh', 'am'],
  ['vorm', 'am'],
  ['noon', 'noon'],
  ['midd', 'noon'],
  ['mitta', 'noon'],
  ['after', 'pm'],
  ['nachm', 'pm'],
  ['even', 'evening'],
  ['abend', 'evening'],
  ['night', 'night'],
  ['nacht', 'night'],
  ['midn', 'midnight'],
  ['mitte', 'midnight'],
];

/** Undefined for an hour that nobody calls so; 24 is the midnight at the end of the day. */
const hours: Readonly<Record<PartOfDay, (hour: number) => number | undefined>> = {
  am: (hour) => (hour > 12 ? undefined : hour % 12),
  pm: (hour) => (hour === 0 ? undefined : hour < 12 ? hour + 12 : hour),
  noon: (hour) => (hour >= 11 && hour <= 15 ? hour : hour >= 1 && hour <= 3 ? hour + 12 : undefined),
  evening: (hour) => (hour % 12 === 0 ? 0 : hour < 4 || (hour > 12 && hour < 16) ? undefined : (hour % 12) + 12),
  // Nine at night is 21:00, two at night 02:00.
  night: (hour) => (hour % 12 === 0 ? 0 : hour < 6 || hour >= 18 ? hour : hour < 12 ? hour + 12 : undefined),
  midnight: (hour) => (hour % 12 === 0 ? 0 : undefined),
};

/** The hour of the day's 24. Undefined for one that no clock shows. */
export function hourIn(hour: number, part: PartOfDay | undefined): number | undefined {
  if (hour > 24) return undefined;
  return part === undefined ? hour : hours[part](hour);
}

/** A part of the day and where its words end. */
export interface NamedPart {
  part: PartOfDay;
  end: number;
}

/** As in "abends um 8". */
export function partBefore(typed: string, at: number): NamedPart | undefined {
  const [whole, name] = matchAt(before, typed, at) ?? [];
  return whole === undefined || name === undefined ? undefined : { part: partOf(name), end: at + whole.length };
}

/** As in "8 pm", "8 in the evening", "8 am Abend". Noon and midnight are times of their own after an hour that is neither. */
export function partAfter(typed: string, at: number, hour: number): NamedPart | undefined {
  const named = namedAt(typed, at);
  if (named && !(isTime(named.part) && hourIn(hour, named.part) === undefined)) return named;
  const [whole, letter] = matchAt(half, typed, at) ?? [];
  if (whole === undefined) return undefined;
  const part = letter === 'a' ? 'am' : 'pm';
  const end = at + whole.length;
  const again = namedAt(typed, end);
  const agree = again && hourIn(hour, again.part) === hourIn(hour, part);
  return { part, end: agree ? again.end : end };
}

const isTime = (part: PartOfDay) => part === 'noon' || part === 'midnight';

function namedAt(typed: string, at: number): NamedPart | undefined {
  const [whole, english, german, morgen] = matchAt(after, typed, at) ?? [];
  const name = english ?? german ?? morgen;
  return whole === undefined || name === undefined ? undefined : { part: partOf(name), end: at + whole.length };
}

function partOf(name: string): PartOfDay {
  const [, part = 'am'] = byBeginning.find(([beginning]) => name.startsWith(beginning)) ?? [];
  return part;
}

/** What a sticky pattern finds just there. */
export function matchAt(pattern: RegExp, typed: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(typed);
}
