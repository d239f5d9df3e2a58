/**
 * How long the grouper takes for an article of a title and a description while many stories are live: npx node bench/stories.ts
 * Words are drawn by their real frequencies, events are made up. Prints, asserts nothing. The mean is of the time that the thread itself ran,
 * so that a busy machine does not change it.
 */
import background from '../src/stories/background.json' with { type: 'json' };
import type { GroupedArticle } from '../src/stories/change.ts';
import { createGrouper } from '../src/stories/grouper.ts';

let state = 20261124;
function random(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}
const among = (count: number): number => Math.floor(random() * count);

const words: string[] = [];
const bounds: number[] = [];
let total = 0;
for (const [count, stems] of Object.entries(background.stemsByCount)) {
  for (const stem of stems.split(' ')) {
    total += Number(count);
    words.push(stem);
    bounds.push(total);
  }
}

function frequentWord(): string {
  const wanted = random() * total;
  let low = 0;
  let high = bounds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return words[low] ?? '';
}

const several = (count: number, word: () => string): string[] => Array.from({ length: count }, word);

/** Two names and some words that every report of the event uses. */
function eventOf(number: number): string[] {
  return [
    `N${number.toString(36)}ar`,
    `K${among(4_000).toString(36)}el`,
    ...several(5, () => words[among(words.length)] ?? ''),
  ];
}

function reportOf(event: readonly string[], number: number): GroupedArticle {
  const own = (count: number): string[] => several(count, () => event[among(event.length)] ?? '');
  return {
    id: `article-${number}`,
    outlet: `Outlet ${among(300)}`,
    title: [...own(4), ...several(4, frequentWord)].join(' '),
    text: [...own(6), ...several(24, frequentWord)].join(' '),
    publishedAt: number * 60_000,
    language: 'en',
  };
}

const quantile = (sorted: readonly number[], part: number): number => sorted[Math.floor(part * sorted.length)] ?? 0;

const grouper = createGrouper();
const live = new Set<string>();
const events: string[][] = [];
let number = 0;
console.log('live stories   mean µs   p50 µs   p95 µs   to 1,000 stories');
let first: number | undefined;
for (const size of [1_000, 2_500, 5_000, 10_000]) {
  const times: number[] = [];
  const ran: number[] = [];
  while (live.size < size) {
    // Two of five articles report something new.
    if (events.length === 0 || random() < 0.4) events.push(eventOf(events.length));
    const event = events[Math.max(0, events.length - 1 - among(400))] ?? [];
    const article = reportOf(event, number++);
    const ranBefore = process.threadCpuUsage();
    const start = performance.now();
    grouper.add(article);
    times.push((performance.now() - start) * 1_000);
    const { user, system } = process.threadCpuUsage(ranBefore);
    ran.push(user + system);
    live.add(grouper.storyOf(article.id));
  }
  const recent = times.slice(-1_000).sort((a, b) => a - b);
  const lately = ran.slice(-1_000);
  const mean = lately.reduce((sum, time) => sum + time, 0) / lately.length;
  first ??= mean;
  const cells = [size, mean.toFixed(0), quantile(recent, 0.5).toFixed(0), quantile(recent, 0.95).toFixed(0)];
  console.log(`${cells.map((cell) => String(cell).padStart(9)).join('')}   ${(mean / first).toFixed(2)}`);
}
console.log(`${number} articles of ${events.length} events`);
