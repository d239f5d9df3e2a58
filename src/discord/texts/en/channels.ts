import { cityIn } from '../../../schedule/zones.ts';
import type { Formats } from '../formats.ts';

const dayGroups = { everyDay: 'every day', weekdays: 'Monday to Friday', weekend: 'Saturday and Sunday' };

/** Texts of /subscribe, /unsubscribe and /subscriptions, and of what is missing in a channel. */
export const channels = (f: Formats) => ({
  pick: (channel: string) =>
    `**What should ${channel} get?** Choose one or more topics; they all go into the same digest.`,
  pickTopics: 'Choose topics',
  pickOwn: 'Choose from this server’s own topics',
  allTaken: (channel: string) =>
    `${channel} already gets every topic. Make your own from words you choose: /topics create.`,
  subscribed: (topics: readonly string[], channel: string) => `${channel} now gets **${f.list(topics)}**.`,
  joined: (topics: readonly string[], channel: string, all: string) =>
    `New in the digest of ${channel}: **${f.list(topics)}**. It now covers ${all}.`,
  next: (full: string, relative: string) => `Next digest: ${full}, ${relative}.`,
  /** Values of the channel's settings, each by itself. */
  shown: {
    times: (times: readonly string[]) => f.list(times),
    days: (days: readonly number[]) => f.days(days, dayGroups),
    zone: (zone: string) => `${cityIn(zone, f.locale)} time`,
    stories: (stories: number) => f.count(stories, 'story', 'stories'),
    /** Empty for the default. */
    languages: (languages: readonly string[]) =>
      languages.length === 0 ? '' : `only in ${f.list(languages.map(f.language))}`,
    language: (language: string): string => (language === 'auto' ? '' : `Lede writes in ${f.language(language)}`),
    quiet: (quiet: string): string => (quiet === 'skip' ? 'nothing on quiet days' : ''),
    style: (style: string): string => (style === 'compact' ? 'compact' : ''),
    crosspost: (crosspost: string): string => (crosspost === 'off' ? 'not published' : ''),
    thread: (thread: string): string => (thread === 'on' ? 'a thread below each' : ''),
  },
  ...dayGroups,
  allLanguages: 'all languages',
  published: 'Digests are published to the servers that follow this channel.',
  zoneGuessed: 'The time zone is a guess from this server’s language. “Change time” sets it.',
  firstHeadlines: 'Right now it would start with:',
  noHeadlines: 'There was nothing new on this in the last 24 hours.',
  reading: 'Lede is reading its outlets for the first time. This takes about a minute.',
  stillReading: 'Reading is taking longer than usual. The digest will still come on time.',
  preview: 'Preview',
  postNow: 'Post one now',
  changeTime: 'Change time',
  unsubscribed: (topic: string, channel: string, left: string) =>
    `${channel} no longer gets **${topic}**. Its digest still covers ${left}.`,
  unsubscribedAll: (topic: string, channel: string) =>
    `**${topic}** was the last topic of ${channel}. Its digest has ended and its schedule was deleted.`,
  none: 'No channel on this server gets a digest yet. Anyone who manages the server can start one with /subscribe; it takes half a minute.',
  noneHere: (channel: string) => `${channel} doesn’t get a digest yet. /subscribe starts one.`,
  heading: 'Digests on this server',
  lastDigest: (url: string, relative: string) => `[last digest](${url}) ${relative}`,
  paused: 'Paused. /digest resume starts it again.',
  blocked: (reason: string) => `Paused. ${reason}`,
  stopped: 'Stopped: the channel was deleted.',
  kinds: {
    other: (channel: string) =>
      `Digests can’t be posted in ${channel}. Choose a text or announcement channel, or a thread.`,
    unknown: 'Lede can’t see that channel. Allow “View Channel” there, or choose another one.',
    locked: (channel: string) => `${channel} is locked. Unlock the thread, or choose another channel.`,
  },
  noThreads: {
    inThread: (channel: string) => `${channel} is a thread itself, and Discord has no threads inside threads.`,
    notAllowed: (channel: string) =>
      `Lede can’t open threads in ${channel} yet. Allow it “Create Public Threads” in the channel’s settings, then try again.`,
  },
  botLacks: (permissions: readonly string[], channel: string) =>
    `Lede can’t post in ${channel} yet. It needs ${f.list(permissions)}: allow that in the channel’s settings, then run the command again.`,
  userLacks: (permissions: readonly string[], channel: string) =>
    `To send a digest to ${channel}, you need ${f.list(permissions)} there.`,
  permissions: {
    ViewChannel: '“View Channel”',
    SendMessages: '“Send Messages”',
    SendMessagesInThreads: '“Send Messages in Threads”',
    EmbedLinks: '“Embed Links”',
    ReadMessageHistory: '“Read Message History”',
  },
  /** Discord's names for these permissions in a forum. */
  forumPermissions: {
    SendMessages: '“Create Posts”',
    SendMessagesInThreads: '“Send Messages in Posts”',
  },
});
