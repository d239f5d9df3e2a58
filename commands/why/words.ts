import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const signed = (f: Formats, points: number) => `${points < 0 ? '−' : '+'}${f.decimal(Math.abs(points))}`;

const english = (f: Formats) => ({
  command: {
    named: ['why', 'Why a story stood where it stood in this channel’s last digest, or did not stand in it'],
    options: { query: ['query', 'Words from the headline'] },
  } satisfies CommandText,
  noDigest: 'This channel hasn’t had a digest yet. Ask in a channel that gets one: /subscriptions',
  unknown: (query: string) =>
    `Nothing found for “${query}”. Try one or two words from the story’s headline, such as a place or a name.`,
  nearest: (query: string) => `No story has all the words of “${query}”. Which one do you mean?`,
  digestOf: (day: string) => `digest of ${day}`,
  place: (number: number, of: number, digest: string) =>
    `It had place ${f.number(number)} of ${f.number(of)} in the ${digest}.`,
  brief: (number: number, of: number, digest: string) =>
    `It had line ${f.number(number)} of ${f.number(of)} in brief in the ${digest}.`,
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
      'Its headline tells of a person’s suicide or self-harm, and only one newsroom reports it. Channels of several topics leave that out.',
    nothingNew: 'What was new in it said only what this channel had read before.',
    unsaid:
      'Only one newsroom tells what is new, and no sentence that may be quoted covers its headline, so it could only stand in brief.',
    same: (story: string) => `${story} comes before it and tells of the same affair.`,
    otherLanguage: 'Only one newsroom reported it, in another language than this channel’s.',
    beaten: (ahead: number, places: number, lines: number) =>
      `${f.count(ahead, 'story', 'stories')} came before it; the digest has ${f.count(places, 'place', 'places')} and ${f.count(lines, 'line', 'lines')} in brief.`,
    noRoom: 'Judged now, it would have had a place: the message had no room, or its reports have changed since.',
  },
  importance: (points: number) => `It had ${f.decimal(points)} points:`,
  parts: {
    leadingOutlets: (points: number) =>
      `${signed(f, points)} for ${f.count(points, 'newsroom that led', 'newsrooms that led')} with it`,
    otherOutlets: (points: number, newsrooms: number) =>
      `${signed(f, points)} for ${f.count(newsrooms, 'newsroom that reported', 'newsrooms that reported')} it elsewhere`,
    articles: (points: number, articles: number) =>
      `${signed(f, points)} for ${f.count(articles, 'new report', 'new reports')}`,
    saga: (points: number, newsrooms: number) =>
      `${signed(f, points)} for ${f.count(newsrooms, 'newsroom that led', 'newsrooms that led')} with it in the days before`,
    leisure: (points: number) => `${signed(f, points)} because it is about entertainment, games or sports`,
    notNews: (points: number) => `${signed(f, points)} because some reports look like reviews, previews or features`,
    otherTopics: (points: number) => `${signed(f, points)} because it partly belongs to other topics`,
  },
  above: (story: string, points: number) => `Above it: ${story} with ${f.decimal(points)}`,
  below: (story: string, points: number) => `Below it: ${story} with ${f.decimal(points)}`,
  languageFirst: 'Stories in this channel’s language come first; otherwise the points decide.',
  judgedAnew: 'Judged once more for this answer, by the rules that choose digests.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
