/** What the words around a count tell of when and where. */
export interface FigureClause {
  /** The clause in front of the count, with the one that it hangs on. */
  readonly before: string;
  /** Other times than those of the news ("in 1998", "last year", "every day"), in one string; counts of two such times are two things. */
  readonly time: string;
  /** Weekdays; without one any may be meant. */
  readonly days: ReadonlySet<string>;
  /** Names of places. */
  readonly places: readonly string[];
}

const dayMs = 86_400_000;
/** A date so near to the article's own is that of the news. */
const newsDaysMax = 4;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const monthNames = months.split('|');
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const longSpan = 'week|weekend|month|quarter|season|year|decade|century';
const anyDay = new RegExp(`\\b${weekday}`, 'g');
const span = `hour|day|night|${longSpan}`;

const edge = /[,;:]\s|\s[—–-]\s|(?=\b(?:that|which|who|whose|when|where|while|whereas|but)\s)/gu;
/** "In 1998, a blast …", "Two years earlier, …": belongs to what follows. */
const leadingTime = new RegExp(
  `^\\P{L}*(?:(?:[Ii]n|[Oo]n|[Bb]y|[Dd]uring|[Ss]ince|[Ee]arly|[Ll]ate)\\s(?:\\p{L}+\\s){0,2}(?:${months}|${weekday}|\\d{4}|\\d{1,2})\\b|[Ll]ast\\s|(?:\\p{L}+|\\d+)\\s(?:${span})s?\\s(?:ago|before|earlier)|[Ee]arlier\\s|[Tt]he\\sprevious\\s|[Tt]he\\s(?:${span})\\sbefore|${weekday})`,
  'u',
);
/** "… when it opened in 2012" */
const whenThen = /^when\s[^,;]{0,80}\sin\s(?:\p{L}+\s)?\d{4}\P{L}*$/u;
const leadingWordsMax = 6;
const backward = /^(?:that|which|who|whose|when|where)\s/;
const saying =
  /\b(?:said|says?|told|tells?|reported|reports?|announced|confirmed|confirms?|added|wrote|estimated|believes?|recalled)\b/;
const saidOn = new RegExp(
  `${saying.source}(?:\\s(?!(?:that|the|an?)\\s)\\p{L}+){0,2}?\\s(?:on\\s)?(?:late\\s|early\\s)?${weekday}\\b`,
  'gu',
);
/** "the worst since 1998": that is told of today. */
const sinceRecord =
  /\b(?:worst|first|most|least|only|record|\p{Ll}{3,}est)\b[^,;.]{0,60}?\bsince\s(?:\p{L}+\s){0,2}?\d{4}\b/gu;

const otherTimes: readonly RegExp[] = [
  new RegExp(`\\b[Ll]ast\\s(?:${longSpan}|spring|summer|autumn|fall|winter|${months})\\b`, 'gu'),
  new RegExp(`\\b(?:day|night|${longSpan})s?\\s(?:ago|before|earlier)\\b`, 'gu'),
  /\b(?:[Pp]revious(?:ly)?|[Oo]lder|[Ee]arlier(?!\s(?:on|today|this|in)\b)|[Aa]nnually|[Oo]n\saverage|[Yy]early)\b/gu,
  /\b(?:this|the\spast|the\slast|next)\s(?:\p{L}+\s)?(?:quarter|month|season|year|decade|century)s?\b/gu,
  new RegExp(`\\b(?:per|each|every)\\s(?:${span})\\b`, 'gu'),
  new RegExp(`\\ban?\\s(?:${span})(?=\\s*(?:[.,;:)]|$)|\\s(?:and|or|in|at|for|since|but|from|to|across)\\s)`, 'gu'),
  /\bsince\s(?:\p{L}+\s)?\p{L}+/gu,
];
const year = /(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)/g;
const dated = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?)?(${months})\\b(?:\\s(\\d{1,2})(?!\\d|,\\d{3}))?`,
  'gu',
);

/** "near Halden", "the port of Halden", but "the crews of Soundline". */
const placed = new RegExp(
  `\\b(?:in|near|at|across|around|outside|off|(?:capital|city|coast|district|east|harbou?r|island|north|outskirts|port|province|region|south|town|valley|village|west)\\sof)\\s(?:the\\s(?:\\p{Ll}+\\s)?)?((?!(?:${months}|${weekday})\\b)\\p{Lu}[\\p{L}’'-]{2,30}(?:\\s\\p{Lu}[\\p{L}’'-]{1,30}){0,2})`,
  'gu',
);

/** The clause of a sentence that holds what stands from `start` to `end`, with what its time hangs on. */
export function figureClause(sentence: string, start: number, end: number, publishedAt?: number): FigureClause {
  const edges: { from: number; to: number }[] = [];
  for (const { index, 0: words } of sentence.matchAll(edge)) {
    // Of ", which" the comma is the edge.
    if (words !== '' || edges.at(-1)?.to !== index) edges.push({ from: index, to: index + words.length });
  }
  const behind = edges.findIndex(({ from }) => from >= end);
  const last = behind < 0 ? edges.length : behind;
  const piece = (n: number): string =>
    n < 0 || n > edges.length
      ? ''
      : sentence.slice(n === 0 ? 0 : (edges[n - 1]?.to ?? 0), edges[n]?.from ?? sentence.length);
  const opens = last === 0 ? 0 : (edges[last - 1]?.to ?? 0);
  const closes = edges[last]?.from ?? sentence.length;
  const before = sentence.slice(Math.min(opens, start), start);
  const own = `${before} # ${sentence.slice(end, Math.max(end, closes))}`;
  const previous = piece(last - 1);
  // "The mayor said on Tuesday that …": of what is said the time is another.
  const hangsBack = backward.test(before) && !(before.startsWith('that') && saying.test(previous));
  const leads = leadingTime.test(previous) && previous.trim().split(/\s+/).length <= leadingWordsMax;
  const next = piece(last + 1);
  const trails = leadingTime.test(next) || /^\d{4}\b/.test(next) || whenThen.test(next);
  const parts = [hangsBack || leads ? previous : '', own, trails ? next : ''];
  const text = parts.join(' , ').replace(sinceRecord, ' ').replace(saidOn, ' ');
  return {
    before: backward.test(before) ? `${previous} ${before}` : before,
    time: otherTimesIn(text, publishedAt),
    days: new Set(text.match(anyDay)),
    places: [...text.matchAll(placed)].map(([, name = '']) => name.replace(/[’']s?$/, '')),
  };
}

function otherTimesIn(text: string, publishedAt: number | undefined): string {
  const news = publishedAt === undefined ? undefined : new Date(publishedAt);
  const found = otherTimes.flatMap((pattern) => [...text.matchAll(pattern)].map(([words]) => words.toLowerCase()));
  for (const [words] of text.matchAll(year)) if (Number(words) !== news?.getUTCFullYear()) found.push(words);
  for (const [, ahead, name = '', after] of text.matchAll(dated)) {
    const month = monthNames.indexOf(name);
    const day = Number(ahead ?? after ?? 0);
    if (!isOfNews(month, day, news)) found.push(`${month} ${day}`);
  }
  return [...new Set(found)].sort().join(', ');
}

/** A month alone is that of the news if it is the article's own. */
function isOfNews(month: number, day: number, news: Date | undefined): boolean {
  if (!news) return false;
  if (day === 0) return month === news.getUTCMonth();
  return [-1, 0, 1].some(
    (years) =>
      Math.abs(Date.UTC(news.getUTCFullYear() + years, month, day) - news.getTime()) < (newsDaysMax + 1) * dayMs,
  );
}
