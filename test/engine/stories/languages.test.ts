import { describe, expect, test } from 'vitest';
import { isStopWord } from '../../../src/engine/languages/stopWords.ts';
import { createGrouper } from '../../../src/engine/stories/grouper.ts';
import { type ForeignItem, foreign } from './foreign.ts';

const start = Date.UTC(2026, 10, 24, 5);

/** Groups the items. Returns the events of each story, and the words given as reasons. */
function grouped(items: readonly ForeignItem[], language: string): { stories: string[]; words: string[] } {
  const grouper = createGrouper();
  const words: string[] = [];
  for (const [at, { outlet, title, text }] of items.entries()) {
    const article = { id: `${at}`, outlet, title, text, publishedAt: start + at * 600_000, language };
    for (const change of grouper.add(article)) if ('reasons' in change) words.push(...change.reasons.words);
  }
  const told = Map.groupBy(items.entries(), ([at]) => grouper.storyOf(`${at}`)).values();
  const stories = [...told].map((story) => story.map(([, { event }]) => event).join(' & '));
  return { stories: stories.sort(), words };
}

const eventsOf = (items: readonly ForeignItem[]): string[] => {
  const told = Map.groupBy(items, ({ event }) => event).values();
  return [...told].map((reports) => reports.map(({ event }) => event).join(' & ')).sort();
};

describe.each(Object.entries(foreign))('a young archive of articles in %s', (language, items) => {
  test('has one story for each event, in any order of arrival and of outlets', () => {
    expect(grouped(items, language).stories).toEqual(eventsOf(items));
    expect(grouped(items.toReversed(), language).stories).toEqual(eventsOf(items));
  });

  test('gives no small word as a reason', () => {
    const { words } = grouped(items, `${language}-XX`);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => isStopWord(word, language) || /^(?:\p{L}|.*['’].*)$/u.test(word))).toEqual([]);
  });

  test('keeps events apart in a language without any rules', () => {
    expect(grouped(items, 'xx').stories).toEqual(eventsOf(items));
  });
});

test('Japanese articles of one event share its words, not their endings', () => {
  const texts = Object.entries({
    '北部の島で強い地震、フェリー運休':
      '北部の島で24日朝、強い地震があり、フェリーが全便運休した。気象台によると震度は5強で、津波の心配はない。島の中学校では壁が崩れ、生徒3人が軽いけがをした。',
    '島の地震で避難所 震度5強、津波なし':
      '24日朝の地震で、町は体育館に避難所を開いた。震度は5強で津波はなかった。中学校の壁が崩れて生徒3人がけがをし、フェリーは終日運休する。',
    '駅長のネコ、20歳で引退':
      '地方鉄道の駅長を務めたネコが24日、20歳で引退した。式には300人が集まり、町長が花束を贈った。後任の予定はないという。',
  }).map(([title, text], at) => ({ event: at < 2 ? 'quake' : 'cat', outlet: `紙${at}`, title, text }));
  const { stories, words } = grouped(texts, 'ja');
  expect(stories).toEqual(['cat', 'quake & quake']);
  expect(words.filter((word) => /\p{Script=Hiragana}/u.test(word))).toEqual([]);
});
