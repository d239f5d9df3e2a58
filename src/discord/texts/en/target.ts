import type { Formats } from '../formats.ts';

/** Texts about what a channel lacks, shown before anything is set up for it. */
export const target = (f: Formats) => ({
  kinds: {
    other: (channel: string) =>
      `Digests can’t be posted in ${channel}. Choose a text or announcement channel, or a thread.`,
    /** For what forums get too. */
    otherOrForum: (channel: string) =>
      `Lede can’t post in ${channel}. Choose a text or announcement channel, a forum or a thread.`,
    unknown: 'Lede can’t see that channel. Grant it “View Channel” there, or choose another one.',
    locked: (channel: string) => `${channel} is locked. Unlock the thread, or choose another channel.`,
  },
  noThreads: {
    inThread: (channel: string) => `${channel} is a thread itself, and Discord has no threads inside threads.`,
    notAllowed: (channel: string) =>
      `Lede can’t open threads in ${channel} yet. Grant it “Create Public Threads” in the channel’s settings, then try again.`,
  },
  botLacks: (permissions: readonly string[], channel: string) =>
    `Lede can’t post in ${channel} yet. It needs ${f.list(permissions)}: grant that in the channel’s settings, then run the command again.`,
  userLacks: (permissions: readonly string[], channel: string) =>
    `To have Lede post in ${channel}, you need ${f.list(permissions)} there.`,
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
  /** `why` is one of `noThreads`. */
  threadsLeft: (why: string) => `No threads below the digests: ${why}`,
});
