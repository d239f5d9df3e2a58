import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
/** "2nd" for 2. */
const nth = (f: Formats, number: number) => `${f.number(number)}${endings[ordinals.select(number)] ?? 'th'}`;

const english = (f: Formats) => ({
  command: {
    named: ['why', 'Why a story was where it was in this channel’s last digest, or wasn’t in it'],
    options: { query: ['query', 'Words from the headline'] },
  } satisfies CommandText,
  noDigest: 'This channel hasn’t had a digest yet. Ask in a channel that gets one: /subscriptions',
  unknown: (query: string) =>
    `Nothing found for “${query}”. Try one or two words from the story’s headline, such as a place or a name.`,
  nearest: (query: string) => `No story has all the words of “${query}”. Which one do you mean?`,
  digestOf: (day: string) => `digest of ${day}`,
  place: (number: number, of: number, digest: string) =>
    `It was ${nth(f, number)} of ${f.number(of)} in the ${digest}.`,
  brief: (number: number, of: number, digest: string) =>
    `It was line ${f.number(number)} of ${f.number(of)} under “In brief” in the ${digest}.`,
  absent: (digest: string) => `It was not in the ${digest}.`,
  /** Why the story was not in the digest. */
  reasons: {
    before: (last: string, start: string) =>
      `Its latest report by then was from ${last}; the digest covers reports from ${start} on.`,
    after: (first: string, end: string) => `Its first report came ${first}, after the digest’s hours had ended ${end}.`,
    told: (digest: string, end: string) =>
      `This channel had it in ${digest} already, and nothing new was reported by ${end}.`,
    earlierDigest: 'an earlier digest',
    otherTopic: (topics: string) => `Its reports don’t belong to this channel’s topics: ${topics}.`,
    noNews: 'Its reports look like something other than news, such as a review or a preview.',
    muted: (word: string) => `It says “${word}”, which this server has muted.`,
    beaten: (places: number, lines: number) =>
      `Other stories came before it, or told the same: the digest has ${f.count(places, 'place', 'places')} and ${f.count(lines, 'line', 'lines')} under “In brief”.`,
  },
  importance: (points: number) => `It had ${f.decimal(points)} points:`,
  parts: {
    leadingOutlets: (newsrooms: number) => `${f.count(newsrooms, 'newsroom', 'newsrooms')} had it on the front page`,
    otherOutlets: (newsrooms: number) =>
      `${f.count(newsrooms, 'newsroom', 'newsrooms')} reported it off the front page`,
    articles: (articles: number) => f.count(articles, 'new report', 'new reports'),
    saga: (newsrooms: number) =>
      `${f.count(newsrooms, 'newsroom', 'newsrooms')} had it on the front page in the days before`,
    leisure: 'it is about entertainment, games or sports',
    notNews: 'some of its reports look like something other than news',
    otherTopics: 'it partly belongs to other topics',
  },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
