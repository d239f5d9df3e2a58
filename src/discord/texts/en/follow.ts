/** Words of stories that somebody follows. Arguments that are not numbers are markdown already. */
export const follow = {
  button: 'Follow',
  /** Head the messages. */
  begins: (title: string) => `### Following: ${title}\n-# News comes into the thread below, at most five times a day.`,
  'goes-on': (title: string) => `-# **New in** ${title}`,
  ends: (title: string) => `**${title}**\nThree days without news: Lede follows this story no longer.`,
  stop: 'Stop following',
  open: 'Open the story',
  where: (title: string) =>
    `Where shall news of **${title}** come? At most five times a day, until there was none for three days.`,
  inThread: 'In a thread here',
  inMessages: 'As direct messages',
  inThreadSoon: 'The thread is on its way.',
  inMessagesNow: (title: string) => `News of **${title}** comes to you as direct messages. /following ends it.`,
  closed:
    'Discord takes no direct messages for you from Lede. Allow them in your privacy settings, or follow in a thread.',
  mayNot: 'To follow in a thread, you need Create Public Threads and Send Messages in Threads here.',
  none: 'You follow no story. **Follow** on a story’s card starts it.',
  heading: 'You follow',
  /** A line of the list; `place` is a thread or empty. */
  line: (title: string, place: string, since: string) =>
    `${title} · ${place === '' ? 'direct messages' : place} · since ${since}`,
  choose: 'End one',
  ended: (title: string) => `You no longer follow **${title}**.`,
};
