import type { RefusalCode } from '../../../desk/refusal.ts';

/** What could not be taken, and what to do next. The detail is markdown already. */
export const refusals = (): Record<RefusalCode, (detail: string) => string> => ({
  'unknown-topic': (detail) =>
    `There is no topic “${detail}”. Choose one from the list that appears while you type. Those who manage the server can make others: /topics create.`,
  'topic-gone': () => 'That topic is no longer there. Choose another one.',
  'unknown-zone': (detail) =>
    `“${detail}” is not a time zone that Lede knows. Type a city, such as Berlin or New York, and choose from the list.`,
  'unknown-time': (detail) =>
    `I don’t recognise “${detail}”. Write a time like 8, 8am, 08:00 or 20.30; more than one with commas: 08:00, 18:00.`,
  'too-many-times': (detail) => `A channel can have ${detail} digests a day. Leave some times out.`,
  'unknown-days': (detail) => `I don’t recognise “${detail}”. Write days like Mon-Fri, Sat, Sun, weekdays or daily.`,
  'unknown-stories': () => 'A digest holds 3 to 9 stories.',
  'unknown-duration': () => 'A word can be muted for 1 to 365 days, or for good.',
  'not-subscribed': (detail) =>
    detail === '' ? 'That channel gets no digest yet. /subscribe starts one.' : `That channel does not get ${detail}.`,
  'already-subscribed': () => 'The channel gets that already. Nothing was changed.',
  'too-many-topics': (detail) =>
    `That is more than ${detail === '' ? 'the 20 topics' : `${detail} topics`} a server can have. Delete one first: /topics delete.`,
  'channel-full': (detail) => `A channel can have ${detail} topics. Take one out first: /unsubscribe.`,
  'too-many-feeds': () => 'A server can have 50 feeds. Remove one first: /feeds remove.',
  'too-many-mutes': () =>
    'There are too many muted words, so nothing was changed. Take one off first: /digest settings with the same word.',
  'mute-word': (detail) =>
    `“${detail}” has no letter or digit, so Lede can’t look for it, and nothing was changed. Mute a word that the headlines say.`,
  'topic-exists': (detail) => `There is a topic “${detail}” already. Choose another name, or change it: /topics edit.`,
  'topic-name': () => 'A topic’s name has 1 to 40 characters.',
  'topic-words': (detail) =>
    detail === 'empty' || detail === ''
      ? 'A topic needs at least one word under “all” or “any”. Separate words with commas.'
      : /^\d+$/.test(detail)
        ? `A topic can have ${detail} words in all. Leave some out.`
        : `“${detail}…” is too long for a word. Separate words with commas.`,
  'feed-exists': () => 'This server has that feed already: /feeds list.',
  'feed-unknown': () => 'This server has no such feed: /feeds list shows those it has.',
  'feed-forgotten': (detail) => `${detail} asked not to be read by this bot.`,
  'story-gone': () => 'This story has left the archive.',
  'digest-recently-asked': () => 'A digest was asked for here a moment ago. Please wait a little before the next one.',
});
