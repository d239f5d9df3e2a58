import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: {
    named: ['following', 'The stories that you follow; you can stop following one'],
    menu: 'Follow this story',
  } satisfies CommandText,
  /** Headings of the messages, by step. */
  begins: (title: string) => `### Following: ${title}\n-# Updates come in the thread below, at most five a day.`,
  'goes-on': (title: string) => `-# **Update on** ${title}`,
  ends: (title: string) => `**${title}**\nThree days without news: Lede no longer follows this story.`,
  stop: 'Stop following',
  where: (title: string) =>
    `Where should updates on **${title}** go? At most five a day, until there have been none for three days.`,
  inThread: 'In a thread here',
  inMessages: 'As direct messages',
  inThreadSoon: 'The thread is on its way.',
  inMessagesNow: (title: string) => `Updates on **${title}** will come as direct messages. /following ends them.`,
  mayNot: 'To follow in a thread, you need “Create Public Threads” and “Send Messages in Threads” here.',
  /** Answers to the entry in a message’s menu. */
  noLink:
    'There is no link to an article in this message. Choose a message with one, or press **Follow** on the card of /story.',
  noStory: 'Lede has no story that the links in this message lead to. Try /story with words from the headline.',
  several: 'This message tells several stories. **Which one do you want to follow?**',
  pick: 'Choose a story',
  none: 'You aren’t following any story. Press **Follow** on a story’s card, or choose *Apps → Follow this story* in a message’s menu.',
  heading: 'You follow',
  /** A line of the list; `place` is a thread or empty. */
  line: (title: string, place: string, since: string) =>
    `${title} · ${place === '' ? 'direct messages' : place} · since ${since}`,
  closedEnded: (titles: string) =>
    `Lede can’t send you direct messages, so it no longer follows ${titles} for you. Allow them in your privacy settings, then press **Follow** again.`,
  choose: 'Stop following one',
  ended: (title: string) => `You no longer follow **${title}**.`,
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
