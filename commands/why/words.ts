import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
/** "2nd" for 2. */
const nth = (f: Formats, number: number) => `${f.number(number)}${endings[ordinals.select(number)] ?? 'th'}`;

const signed = (f: Formats, points: number) => `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points))}`;

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
  /** Why the story had no place. */
  reasons: {
    before: (last: string, start: string) =>
      `Its latest report by then was from ${last}; the digest covers reports from ${start} on.`,
    after: (first: string, end: string) => `Its first report came ${first}, after the digest’s hours had ended ${end}.`,
    told: (digest: string, end: string) =>
      `This channel had it in ${digest} already, and nothing new was reported by ${end}.`,
    earlierDigest: 'an earlier digest',
    otherTopic: (topics: string) => `Its reports don’t belong to this channel’s topics: ${topics}.`,
    noNews: (percent: number, max: number) =>
      `Its reports look like something other than news, such as a review or a preview: ${percent}% likely, and ${max}% is the limit here.`,
    uncertain: 'Only one newsroom reported it, and it was not certain to be news on this channel’s topic.',
    muted: (word: string) => `It says “${word}”, which this server has muted.`,
    withdrawn: 'Its outlet has withdrawn the report.',
    suicide:
      'Its headline is about a person’s suicide or self-harm, and only one newsroom reports it. Channels of several topics leave that out.',
    nothingNew: 'What was new in it only repeated what this channel had read before.',
    unsaid:
      'Only one newsroom tells what is new, and no sentence that may be quoted covers its headline, so it could only go under “In brief”.',
    same: (story: string) => `${story} comes before it and is about the same affair.`,
    otherLanguage: 'Only one newsroom reported it, in another language than this channel’s.',
    beaten: (ahead: number, places: number, lines: number) =>
      `${f.count(ahead, 'story', 'stories')} came before it; the digest has ${f.count(places, 'place', 'places')} and ${f.count(lines, 'line', 'lines')} under “In brief”.`,
    noRoom: 'Judged now, it would have had a place: either the message had no room, or its reports have changed since.',
  },
  importance: (points: number) => `It had ${f.decimal(points)} points:`,
  parts: {
    leadingOutlets: (points: number) =>
      `${signed(f, points)} for ${f.count(points, 'newsroom that had', 'newsrooms that had')} it on the front page`,
    otherOutlets: (points: number, newsrooms: number) =>
      `${signed(f, points)} for ${f.count(newsrooms, 'newsroom that reported', 'newsrooms that reported')} it elsewhere`,
    articles: (points: number, articles: number) =>
      `${signed(f, points)} for ${f.count(articles, 'new report', 'new reports')}`,
    saga: (points: number, newsrooms: number) =>
      `${signed(f, points)} for ${f.count(newsrooms, 'newsroom that had', 'newsrooms that had')} it on the front page in the days before`,
    leisure: (points: number) => `${signed(f, points)} because it is about entertainment, games or sports`,
    notNews: (points: number) => `${signed(f, points)} because some of its reports look like something other than news`,
    otherTopics: (points: number) => `${signed(f, points)} because it partly belongs to other topics`,
  },
  above: (story: string, points: number) => `Above it: ${story} with ${f.decimal(points)}`,
  below: (story: string, points: number) => `Below it: ${story} with ${f.decimal(points)}`,
  languageFirst: 'Stories in this channel’s language come first; otherwise the points decide.',
  judgedAnew: 'Judged again for this answer, by the rules that choose digests.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
