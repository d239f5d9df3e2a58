/**
 * Measures the newsroom's cost on one core: each stage relative to a plain Intl.Segmenter pass over the same words,
 * articles per second from end to end (without feeds, pages and the database), and how the grouper's time and memory
 * grow with the number of live articles. Run with `npm run bench:newsroom`; `-- --live 10000,50000` sets other sizes.
 * Texts are generated from a seed. Prints figures and never fails. Means are CPU time of the thread, quantiles are wall
 * time.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { optionsOf } from '../scripts/options.ts';
import { findQuotes } from '../src/engine/leads/quotes.ts';
import { leadOf, tellStory } from '../src/engine/leads/telling.ts';
import { articleTerms } from '../src/engine/stories/articleTerms.ts';
import { createGrouper, type Grouper } from '../src/engine/stories/grouper.ts';
import { copiesIn } from '../src/engine/stories/voices.ts';
import { splitSentences } from '../src/engine/text/sentences.ts';
import { type MadeUpArticle, MadeUpNews } from './madeUpNews.ts';

const { values } = optionsOf('npm run bench:newsroom -- [--articles N] [--live N,N…]', {
  articles: { type: 'string', default: '1500' },
  live: { type: 'string', default: '5000,10000,50000,100000' },
});

const seed = 20261124;
const storyArticlesMax = 12;
/** As many as on a story's card. */
const sentencesMax = 3;
/** The first articles warm up the JIT compiler and are not counted. */
const warmUp = 300;
const warmUpStories = 50;
const warmUpGrouped = 2_000;
const recently = 2_000;
const groupingName = 'grouping, with its terms';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function megabytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function ranUs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

interface Stage {
  name: string;
  /** Mean over the articles. */
  us: number;
}

function measured(name: string, articles: readonly MadeUpArticle[], one: (article: MadeUpArticle) => void): Stage {
  for (const article of articles.slice(0, warmUp)) one(article);
  const counted = articles.slice(warmUp);
  const us = ranUs(() => {
    for (const article of counted) one(article);
  });
  return { name, us: us / counted.length };
}

/** Articles by story, each list cut to the number that a story card uses. */
function storiesOf(grouper: Grouper, articles: readonly MadeUpArticle[]): MadeUpArticle[][] {
  const stories = Map.groupBy(articles, (article) => grouper.storyOf(article.id));
  return [...stories.values()].map((list) => list.slice(0, storyArticlesMax));
}

function stages(count: number): void {
  const news = new MadeUpNews(seed);
  const articles = Array.from({ length: count + warmUp }, () => news.full());
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  const grouper = createGrouper();
  let wordsSeen = 0;
  const bound = measured('a plain pass over the words', articles, ({ text }) => {
    for (const { isWordLike } of words.segment(text)) if (isWordLike) wordsSeen += 1;
  });
  const rows = [
    measured('sentences', articles, ({ paragraphs }) => {
      for (const paragraph of paragraphs) splitSentences(paragraph);
    }),
    measured('lead', articles, (article) => leadOf(article)),
    measured('quotes', articles, ({ paragraphs }) => findQuotes(paragraphs)),
    measured('terms', articles, (article) => articleTerms(article)),
    measured(groupingName, articles, (article) => grouper.add(article)),
  ];
  const stories = storiesOf(grouper, articles);
  const told = { stories: 0, articles: 0 };
  const tell = (story: MadeUpArticle[]): void => {
    copiesIn(story);
    const [head] = story;
    if (head) tellStory(story, head, { max: sentencesMax });
  };
  for (const story of stories.slice(0, warmUpStories)) tell(story);
  const tellUs = ranUs(() => {
    for (const story of stories) {
      tell(story);
      told.stories += 1;
      told.articles += story.length;
    }
  });
  rows.push({ name: 'story summary and voices, by article', us: tellUs / Math.max(1, told.articles) });

  console.log(
    `${articles.length} articles of ${Math.round(wordsSeen / articles.length)} words in ${stories.length} stories`,
  );
  console.log(`\n${'stage'.padEnd(38)} µs an article   to the plain pass`);
  for (const { name, us } of [bound, ...rows]) {
    console.log(`${name.padEnd(38)} ${us.toFixed(0).padStart(13)} ${(us / bound.us).toFixed(2).padStart(19)}`);
  }
  const grouping = rows.find(({ name }) => name === groupingName)?.us ?? 0;
  const all = rows.filter(({ name }) => name !== 'terms').reduce((total, { us }) => total + us, 0);
  console.log(`until it stands in a story: ${(1e6 / grouping).toFixed(0)} articles a second`);
  console.log(
    `through every stage, as if each were told: ${(1e6 / all).toFixed(0)} articles a second, ${all.toFixed(0)} µs`,
  );
  console.log(
    `a story of ${(told.articles / told.stories).toFixed(1)} articles is summarized in ${(tellUs / told.stories).toFixed(0)} µs`,
  );
}

/** Exponent of the best-fitting power law: 1 means linear growth, 0 none. */
function growth(points: readonly { live: number; value: number }[]): number {
  const logs = points.map(({ live, value }) => [Math.log(live), Math.log(Math.max(value, 1e-9))] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const over = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function growing(sizes: readonly number[]): void {
  const news = new MadeUpNews(seed + 1);
  const ready = createGrouper();
  for (let i = 0; i < warmUpGrouped; i++) ready.add(i % 3 === 0 ? news.full() : news.snippet());
  const grouper = createGrouper();
  const before = megabytes();
  const stories = new Set<string>();
  const time: { live: number; value: number }[] = [];
  const memory: { live: number; value: number }[] = [];
  console.log('\nlive articles   stories   mean µs   p50 µs   p95 µs   p99 µs       MB   kB an article');
  let live = 0;
  for (const size of sizes) {
    const clock: number[] = [];
    let us = 0;
    for (; live < size; live++) {
      // A third of the articles have their full text.
      const article = live % 3 === 0 ? news.full() : news.snippet();
      const counted = size - live <= recently;
      const start = performance.now();
      const ran = ranUs(() => grouper.add(article));
      if (counted) {
        clock.push((performance.now() - start) * 1_000);
        us += ran;
      }
      stories.add(grouper.storyOf(article.id));
    }
    clock.sort((a, b) => a - b);
    const mb = megabytes() - before;
    const mean = us / clock.length;
    time.push({ live, value: mean });
    memory.push({ live, value: mb });
    const quantiles = [0.5, 0.95, 0.99].map((part) =>
      (clock[Math.floor(part * clock.length)] ?? 0).toFixed(0).padStart(9),
    );
    console.log(
      `${String(live).padStart(13)} ${String(stories.size).padStart(9)} ${mean.toFixed(0).padStart(9)}${quantiles.join('')} ${mb.toFixed(0).padStart(8)} ${((1_000 * mb) / live).toFixed(1).padStart(15)}`,
    );
  }
  if (sizes.length < 2) return;
  console.log(`growth with the live articles: time ^${growth(time).toFixed(2)}, memory ^${growth(memory).toFixed(2)}`);
}

stages(Number(values.articles));
growing(values.live.split(',').map(Number));
