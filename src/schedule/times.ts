import { hourIn, matchAt, type NamedPart, partAfter, partBefore } from './partsOfDay.ts';

/** 'HH:MM' ascending and each once, 1 to 6; or what is wrong, with the part of the text that is. */
export type ParsedTimes = { times: string[] } | { problem: 'empty' | 'not-a-time' | 'too-many'; part: string };

/** Digests of one channel and day. */
export const timesMax = 6;
const textMax = 200;

const between = /(?:[\s,;&+/|]|(?:and|und|at|um|@|daily|every\s?day|täglich|jeden\s+tag)(?!\p{L}))*/uy;
const word = /(noon|midday|mittags?|midnight|mitternachts?)(?![\p{L}\p{N}])/uy;
/** 8, 08:00, 20.30, 20h30, 8 00, 8 Uhr, 8 Uhr 30, 0830, 18:00 h; then am, pm or a part of the day. */
const digits =
  /(?:(\d{1,2})(\d{2})(?!\d)|(\d{1,2})(?:\s?(?:[:.]|h(?!\s?\d{2}\s?h))\s?(\d{2})(?!\d)|\s(00)(?![\d:.]|h\d)|h)?)(?:\s*(?:uhr|o['’]?\s?clock)(?:\s?(\d{2})(?!\d|\s*(?:uhr|[:.h]\d|[ap]\.?m)))?|\s*(?:h|hrs|hours)(?![\p{L}\p{N}]))?/uy;

/** Reads what people type for times of a day, English or German; whatever it can't take is named, never guessed. */
export function parseTimes(text: string): ParsedTimes {
  const typed = text.normalize('NFKC').toLowerCase().trim();
  if (typed === '') return { problem: 'empty', part: '' };
  if (typed.length > textMax) return { problem: 'not-a-time', part: text.trim().slice(0, 50) };
  const found = new Set<string>();
  let at = skip(typed, 0);
  while (at < typed.length) {
    const read = readAfterPart(typed, at) ?? readWord(typed, at) ?? readDigits(typed, at);
    if (read === undefined) return { problem: 'not-a-time', part: typed.slice(at, at + 50) };
    found.add(read.time);
    at = skip(typed, read.end);
    // "8x" and "8-18" must not read as 8.
    if (at === read.end && at < typed.length) return { problem: 'not-a-time', part: typed.slice(read.start, at + 49) };
  }
  if (found.size === 0) return { problem: 'empty', part: '' };
  if (found.size > timesMax) return { problem: 'too-many', part: String(found.size) };
  return { times: [...found].sort() };
}

type Read = { time: string; start: number; end: number };

function skip(typed: string, from: number): number {
  return from + (matchAt(between, typed, from)?.[0].length ?? 0);
}

function readWord(typed: string, start: number): Read | undefined {
  const [name] = matchAt(word, typed, start) ?? [];
  if (name === undefined) return undefined;
  const midnight = name.startsWith('midn') || name.startsWith('mitter');
  return { time: midnight ? '00:00' : '12:00', start, end: start + name.length };
}

/** "abends um 8": none of the words is a time by itself. */
function readAfterPart(typed: string, start: number): Read | undefined {
  const named = partBefore(typed, start);
  return named && readDigits(typed, named.end, named);
}

function readDigits(typed: string, start: number, before?: NamedPart): Read | undefined {
  const [whole, joinedHour, joinedMinute, hour, minute, none, afterUhr] = matchAt(digits, typed, start) ?? [];
  if (whole === undefined) return undefined;
  const stated = Number(joinedHour ?? hour);
  const end = start + whole.length;
  const named = before ? { ...before, end } : partAfter(typed, end, stated);
  const hours = hourIn(stated, named?.part);
  const minutes = Number(joinedMinute ?? minute ?? none ?? afterUhr ?? 0);
  if (hours === undefined || minutes > 59 || (hours === 24 && minutes > 0)) return undefined;
  const time = `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return { time, start, end: named?.end ?? end };
}
