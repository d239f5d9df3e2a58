import type { Problem } from '../../../feeds/lookup.ts';
import type { Formats } from '../formats.ts';

/** Texts for failures, and notices to admins. */
export const errors = (f: Formats) => ({
  failed: (code: string) =>
    `That did not work, and it is not your fault. Please try again in a minute. If it keeps failing, tell the person who runs this bot the code **${code}**.`,
  needsServer: 'This only works on a server.',
  notInServer: (inviteUrl: string) =>
    `Only Lede’s commands are on this server, not Lede itself, so it can’t post here. [Add Lede to the server](${inviteUrl}), then run the command again.`,
  needsManage: 'You need “Manage Server” for this.',
  expired: 'This button has expired. Please run the command again.',
  retired: 'This button is no longer in use.',
  /**
   * Why an address could not be read. The problem is stored with an English sentence; other languages go by its code.
   */
  problem: ({ reason }: Problem): string => reason,
  /** Why nothing can be posted, and what an admin can do. */
  reasons: {
    'missing-access': 'Lede can’t see the channel. Grant it “View Channel”; posting then resumes by itself.',
    'missing-permission':
      'Lede isn’t allowed to post there. Grant it “Send Messages” (in a thread “Send Messages in Threads”, in a forum “Create Posts” and “Send Messages in Posts”), “Embed Links” and “Read Message History”; posting then resumes by itself.',
    'thread-closed': 'The thread is closed and locked. Unlock it; posting then resumes by itself.',
    'cannot-look-up':
      'Lede can’t check whether its last message arrived. Grant it “Read Message History”; posting then resumes by itself.',
  },
  notices: {
    paused: (channel: string, reason: string) => `Posting in ${channel} is paused. ${reason}`,
    noThread: (channel: string) =>
      `Lede isn’t allowed to open threads below its messages in ${channel}. Grant it “Create Public Threads” there, or turn threads off.`,
    roleGone: (channel: string) =>
      `The role that alerts in ${channel} pinged was deleted, so they no longer ping anybody. Set them again with another role: /alerts set.`,
    roleOpens: (channel: string, role: string, opened: string) =>
      `**Notify me** below alerts in ${channel} no longer gives ${role} to anybody, since the permissions of ${opened} allow the role something. Take that away, or choose a role without permissions: /alerts set.`,
    channelGone: (channel: string) => `The channel ${channel} was deleted, so nothing more is posted there.`,
    expired: (day: string, channel: string) =>
      `The digest of ${day} for ${channel} could not be posted in time. The next one covers the same hours.`,
    expiredSome: (count: number, first: string, last: string, channel: string) =>
      `Lede was away or could not post: ${f.count(count, 'digest', 'digests')} for ${channel}, ${first === last ? `of ${first}` : `from ${first} to ${last}`}, were not posted. The next one covers the same hours, up to eight days back.`,
    refused: (day: string, channel: string) =>
      `Discord rejected the digest of ${day} for ${channel}. The next one covers the same hours; the bot’s log says why.`,
    unknownOutcome: (channel: string, day?: string) =>
      `Discord did not confirm that ${day === undefined ? 'a message' : `the digest of ${day}`} arrived in ${channel}. To be safe, it is not posted again; if it is missing there, use /headlines or /story to read the news.`,
    feedFailing: (feed: string, reason: string) => `The feed ${feed} can’t be read: ${reason}`,
    feedBack: (feed: string) => `The feed ${feed} works again.`,
    feedGone: (feed: string, reason: string) => `The feed ${feed} is gone and no longer read: ${reason}`,
    clockAhead: (hours: number) =>
      `The clock of the bot’s machine was ${f.count(hours, 'hour', 'hours')} ahead and has been set right. Some digests may have come too early, or not at all.`,
    polling: (minutes: number) =>
      `No outlet has been read for ${f.count(minutes, 'minute', 'minutes')}. The bot’s log says why.`,
    sending: (minutes: number) =>
      `No digest could be posted for ${f.count(minutes, 'minute', 'minutes')}. The bot’s log says why.`,
  },
});
