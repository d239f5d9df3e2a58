/** 'HH:MM' ascending and each once, 1 to 6; or what is wrong, with the part of the text that is. */
export type ParsedTimes = { times: string[] } | { problem: 'empty' | 'not-a-time' | 'too-many'; part: string };

const timesMax = 6;
const textMax = 200;

const between = /(?:[\s,;&+/|]|(?:and|und|at|um|@|daily|täglich)(?!\p{L}))*/uy;
const word = /(noon|midday|mittags?|midnight|mitternachts?)(?![\p{L}\p{N}])/uy;
/** 8, 08:00, 20.30, 20h30, 8 Uhr, 8 Uhr 30, 0830; then am, pm or a part of the day. */
const digits =
  /(?:(\d{1,2})(\d{2})(?!\d)|(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?!\d)|h)?)(?:\s*(?:uhr|o['’]?\s?clock)(?:\s?(\d{2})(?!\d|\s*(?:uhr|[:.h]\d|[ap]\.?m)))?)?/uy;
const partOfDay =
  /\s*(?:(am|a\.m\.|pm|p\.m\.)|(?:in\s+the\s+|am\s+|at\s+)?(morning|morgens|früh|vormittags?|afternoon|evening|night|nachmittags?|abends?|nachts))(?![\p{L}\p{N}])/uy;

/** Reads what people type for times of a day, English or German; whatever it can't take is named, never guessed. */
export function parseTimes(text: string): ParsedTimes {
  const typed = text.normalize('NFKC').toLowerCase().trim();
  if (typed === '') return { problem: 'empty', part: '' };
  if (typed.length > textMax) return { problem: 'not-a-time', part: text.trim().slice(0, 50) };
  const found = new Set<string>();
  let at = skip(typed, 0);
  while (at < typed.length) {
    const read = readWord(typed, at) ?? readDigits(typed, at);
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
  return from + (match(between, typed, from)?.[0].length ?? 0);
}

function readWord(typed: string, start: number): Read | undefined {
  const [name] = match(word, typed, start) ?? [];
  if (name === undefined) return undefined;
  const midnight = name.startsWith('midn') || name.startsWith('mitter');
  return { time: midnight ? '00:00' : '12:00', start, end: start + name.length };
}

function readDigits(typed: string, start: number): Read | undefined {
  const [whole, joinedHour, joinedMinute, hour, minute, afterUhr] = match(digits, typed, start) ?? [];
  if (whole === undefined) return undefined;
  const end = start + whole.length;
  const [suffix = '', half, part] = match(partOfDay, typed, end) ?? [];
  const hours = onClock(Number(joinedHour ?? hour), halfOf(half, part));
  const minutes = Number(joinedMinute ?? minute ?? afterUhr ?? 0);
  if (hours === undefined || minutes > 59 || (hours === 24 && minutes > 0)) return undefined;
  const time = `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return { time, start, end: end + suffix.length };
}

function halfOf(half: string | undefined, part: string | undefined): 'am' | 'pm' | 'night' | undefined {
  if (half !== undefined) return half.startsWith('a') ? 'am' : 'pm';
  if (part === undefined) return undefined;
  if (part === 'night' || part === 'nachts') return 'night';
  return /^(?:morning|morgens|früh|vormittag)/u.test(part) ? 'am' : 'pm';
}

/** Undefined for an hour that no clock shows; 24 is the midnight at the end of the day. */
function onClock(hour: number, half: 'am' | 'pm' | 'night' | undefined): number | undefined {
  if (hour > 24) return undefined;
  if (half === undefined) return hour;
  if (half === 'am') return hour > 12 ? undefined : hour % 12;
  // Nine at night is 21:00, two at night 02:00.
  if (half === 'night') return hour === 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour;
  return hour >= 12 ? hour : hour + 12;
}

function match(pattern: RegExp, typed: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(typed);
}
