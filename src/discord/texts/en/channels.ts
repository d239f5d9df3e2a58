import type { Formats } from '../formats.ts';

const dayGroups = { everyDay: 'every day', weekdays: 'Monday to Friday', weekend: 'Saturday and Sunday' };

/** Words of /subscribe, /unsubscribe, /subscriptions and of what a channel lacks. */
export const channels = (f: Formats) => ({
  pick: (channel: string) =>
    `**What should ${channel} get?** Choose one or more topics; one digest will hold them all.`,
  pickTopics: 'Choose topics',
  pickOwn: 'Choose from this server’s own topics',
  allTaken: (channel: string) =>
    `${channel} has every topic already. Make one of your own with words you choose: /topics create.`,
  subscribed: (topics: readonly string[], channel: string) => `**${f.list(topics)}** will be in ${channel}.`,
  joined: (topics: readonly string[], channel: string, all: string) =>
    `**${f.list(topics)}** joined the digest that ${channel} already gets. It now holds ${all}.`,
  next: (full: string, relative: string) => `Next digest: ${full}, ${relative}.`,
  /** Values of the channel's settings, each by itself. */
  shown: {
    times: (times: readonly string[]) => f.list(times),
    days: (days: readonly number[]) => f.days(days, dayGroups),
    zone: (zone: string) => `${zone} time`,
    stories: (stories: number) => f.count(stories, 'story', 'stories'),
  },
  ...dayGroups,
  zoneGuessed: 'The time zone was guessed from this server’s language; “Change time” sets it.',
  firstHeadlines: 'It would start with:',
  noHeadlines: 'There is no news for it in the last 24 hours yet.',
  reading: (outlets: number) =>
    `Reading ${f.count(outlets, 'outlet', 'outlets')} for the first time, ready in about a minute.`,
  stillReading: 'Reading takes longer than usual. Nothing is lost: the digest comes at its time.',
  preview: 'Preview',
  postNow: 'Post one now',
  changeTime: 'Change time',
  unsubscribed: (topic: string, channel: string, left: string) =>
    `**${topic}** no longer comes to ${channel}. Its digest still holds ${left}.`,
  unsubscribedAll: (topic: string, channel: string) =>
    `**${topic}** was the last topic of ${channel}. It gets no digest any more, and its times are forgotten.`,
  none: 'No channel of this server gets a digest yet. Those who manage the server start one with /subscribe; it takes half a minute.',
  noneHere: (channel: string) => `${channel} gets no digest yet. /subscribe starts one.`,
  heading: 'Digests of this server',
  lastDigest: (url: string, relative: string) => `[last digest](${url}) ${relative}`,
  paused: {
    admin: 'Paused. /digest resume starts it again.',
    'missing-access': 'Paused: Lede can’t see the channel. Allow it “View Channel”; then it goes on by itself.',
    'missing-permission':
      'Paused: Lede may not post there. Allow it “Send Messages” (in a thread “Send Messages in Threads”), “Embed Links” and “Read Message History”; then it goes on by itself.',
    'thread-closed': 'Paused: the thread is closed and locked. Unlock it; then it goes on by itself.',
    'channel-gone': 'Stopped: the channel was deleted.',
    'cannot-look-up':
      'Paused: Lede can’t check whether its last digest arrived. Allow it “Read Message History”; then it goes on by itself.',
  },
  silent: {
    polling: 'Outlets have not been read for a while; the log of the bot says why.',
    sending: 'Digests have not been sent for a while; the log of the bot says why.',
  },
  kinds: {
    forum: (channel: string) =>
      `${channel} is a forum, and a digest needs a channel to stand in. Choose a text channel, or run the command inside one of the forum’s posts.`,
    voice: (channel: string) => `${channel} is a voice channel. Choose a text or announcement channel, or a thread.`,
    category: (channel: string) => `${channel} is a category. Choose one of the text channels in it.`,
    other: (channel: string) => `Lede can’t post into ${channel}. Choose a text or announcement channel, or a thread.`,
    unknown: 'Lede can’t see that channel. Allow it “View Channel” there, or choose another one.',
    locked: (channel: string) => `${channel} is locked. Unlock the thread, or choose another channel.`,
  },
  botLacks: (permissions: readonly string[], channel: string) =>
    `Lede can’t post into ${channel} yet: it lacks ${f.list(permissions)}. Allow that in the channel’s settings, then run this again.`,
  userLacks: (permissions: readonly string[], channel: string) =>
    `You can’t send a digest to ${channel}, because you lack ${f.list(permissions)} there.`,
  permissions: {
    ViewChannel: '“View Channel”',
    SendMessages: '“Send Messages”',
    SendMessagesInThreads: '“Send Messages in Threads”',
    EmbedLinks: '“Embed Links”',
    ReadMessageHistory: '“Read Message History”',
  },
});
