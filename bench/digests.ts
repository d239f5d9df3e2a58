/**
 * What a digest and the answers to /headlines, a topic's try and a mute's try cost the thread that also answers
 * commands, with 5,000 stories a week: npx node bench/digests.ts [path of the database, kept for the next run] CPU is
 * of the thread itself; "longest" is how long nothing else could run. Prints, asserts nothing.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { hourMs } from '../src/clock.ts';
import { createDigestMaker } from '../src/delivery/digestFor.ts';
import { createEdition, type Edition } from '../src/delivery/edition.ts';
import { createAsk } from '../src/desk/questions/questions.ts';
import { openWeekOfNews, topicIds, vocabulary } from './weekOfNews.ts';

const path = process.argv[2] ?? '/tmp/lede-bench/week.db';
const endsAt = 1_795_564_800_000;

const storage = await openWeekOfNews({ path, stories: 5_000, articlesPerStory: 3, largest: 400, endsAt });
const topics = topicIds.map((id) => ({ id, names: { en: id, de: id }, colour: 1 }));
const shared = { storage, topics, generalTopicIds: new Set(['world']), pictureOrigins: new Set<string>() };
const messageUrl = () => 'https://discord.example/';
const digestFor = createDigestMaker({ ...shared, localeOf: async () => 'en-GB', messageUrl });
const ask = createAsk({
  ...shared,
  preferences: storage.keyv('servers'),
  wall: () => endsAt,
  version: '',
  startedAt: endsAt,
  keptDays: 30,
  digestFor,
  lookUpFeed: () => Promise.reject(new Error('no network')),
  readFeedFile: () => Promise.reject(new Error('no network')),
  messageUrl,
});

async function measure(name: string, times: number, work: () => Promise<unknown>): Promise<void> {
  // A process that has run for a while has compiled what it uses.
  for (let at = 0; at < 10; at += 1) await work();
  const before = process.threadCpuUsage();
  let longest = 0;
  let last = before;
  let running = true;
  const tick = () => {
    const { user, system } = process.threadCpuUsage(last);
    longest = Math.max(longest, (user + system) / 1_000);
    last = process.threadCpuUsage();
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  for (let at = 0; at < times; at += 1) {
    await work();
    await turn();
  }
  const { user, system } = process.threadCpuUsage(before);
  running = false;
  tick();
  console.log(
    `${name.padEnd(44)} ${((user + system) / 1_000 / times).toFixed(1).padStart(8)} ms CPU   longest ${longest.toFixed(1).padStart(7)} ms`,
  );
}

const schedule = { zone: 'UTC', times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], stories: 5 };
const digest = (channelId: string, ids: readonly string[], windowMs: number, edition?: Edition) =>
  digestFor({
    edition,
    channel: { channelId, serverId: 's', schedule, createdAt: endsAt - windowMs },
    topicIds: ids,
    localDate: '2026-11-24',
    kind: 'daily',
    now: endsAt,
  });

await measure('digest, 8 topics, a day', 20, () => digest('c', topicIds, 24 * hourMs));
await measure('digest, 8 topics, a week', 20, () => digest('c', topicIds, 7 * 24 * hourMs));
await measure('digest, 1 topic, a week', 20, () => digest('c', topicIds.slice(0, 1), 7 * 24 * hourMs));
await measure('20 channels, the same topics, a day', 5, async () => {
  const edition = createEdition(storage.records);
  for (let n = 0; n < 20; n += 1) await digest(`c${n}`, topicIds, 24 * hourMs, edition);
});
await measure('/headlines, today', 20, () => ask.headlines({ serverId: 's' }, undefined, 'today'));
await measure('/headlines, three days', 20, () => ask.headlines({ serverId: 's' }, undefined, '3days'));
await measure('story card, 12 articles', 20, () => ask.storyById('story-1', { serverId: 's' }));
await measure('story card, 400 articles', 20, () => ask.storyById('story-0', { serverId: 's' }));
await measure('try a topic', 20, () => ask.tryWords('s', { all: [], any: ['abandon', 'harbour'], not: [] }));
await measure('autocomplete, empty', 20, () => ask.suggestStories('s', ''));
for (let n = 0; n < 20; n += 1) {
  const any = Array.from({ length: 10 }, (_, at) => vocabulary[(n * 10 + at) * 37] ?? '');
  const topic = { id: `own-${n}`, serverId: 'wordy', name: `Topic ${n}`, words: { all: [], any, not: [] } };
  await storage.records.own.saveTopic(topic, endsAt);
}
await measure('autocomplete, empty, 20 topics by words', 5, () => ask.suggestStories('wordy', ''));
await measure('autocomplete, a word', 20, () => ask.suggestStories('s', 'aban'));
await storage.close();
