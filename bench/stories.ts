/**
 * How long the grouper takes for an article of a title and a description while many stories are live: npm run
 * bench:stories Words are drawn by their real frequencies, events are made up. Prints, asserts nothing. The mean is of
 * the time that the thread itself ran, which a busy machine changes little; the system counts that time in steps too
 * long for one article, so the quantiles are of the clock.
 */
import { createGrouper } from '../src/stories/grouper.ts';
import { MadeUpNews } from './madeUpNews.ts';

const quantile = (sorted: readonly number[], part: number): number => sorted[Math.floor(part * sorted.length)] ?? 0;

const news = new MadeUpNews(20261124);
const grouper = createGrouper();
const live = new Set<string>();
let articles = 0;
console.log('live stories   mean µs   p50 µs   p95 µs   p99 µs   to 1,000 stories');
let first: number | undefined;
for (const size of [1_000, 5_000, 10_000, 20_000]) {
  const times: number[] = [];
  const ran: number[] = [];
  while (live.size < size) {
    const article = news.snippet();
    const before = process.threadCpuUsage();
    const start = performance.now();
    grouper.add(article);
    times.push((performance.now() - start) * 1_000);
    const { user, system } = process.threadCpuUsage(before);
    ran.push(user + system);
    live.add(grouper.storyOf(article.id));
    articles += 1;
  }
  const recent = times.slice(-1_000).sort((a, b) => a - b);
  const lately = ran.slice(-1_000);
  const mean = lately.reduce((sum, time) => sum + time, 0) / lately.length;
  first ??= mean;
  const cells = [size, mean.toFixed(0), ...[0.5, 0.95, 0.99].map((part) => quantile(recent, part).toFixed(0))];
  console.log(`${cells.map((cell) => String(cell).padStart(9)).join('')}   ${(mean / first).toFixed(2)}`);
}
console.log(`${articles} articles of ${news.events} events`);
