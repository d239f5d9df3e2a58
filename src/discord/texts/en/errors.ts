import type { Problem } from '../../../feeds/lookup.ts';
import type { Formats } from '../formats.ts';

/** What is said when something went wrong, and notices to admins. */
export const errors = (f: Formats) => ({
  failed: (code: string) =>
    `That did not work, and it is not your fault. Please try again in a minute; if it stays, tell whoever runs this bot the code **${code}**.`,
  needsServer: 'This works only inside a server.',
  needsManage: 'You need “Manage Server” for this.',
  oldControl: 'This control is from an older message and no longer does anything. Please run the command again.',
  /** Why an address brings nothing; those sentences are English where they arise. */
  problem: ({ reason }: Problem): string => reason,
  notices: {
    paused: (channel: string, reason: string) => `The digest of ${channel} is paused. ${reason}`,
    reasons: {
      'missing-access':
        'Lede can’t see the channel any more: allow it “View Channel”. It goes on by itself after that.',
      'missing-permission':
        'Lede may no longer post there: allow it “Send Messages” (in a thread “Send Messages in Threads”), “Embed Links” and “Read Message History”. It goes on by itself after that.',
      'thread-closed': 'The thread is closed and locked: unlock it. It goes on by itself after that.',
      'cannot-look-up':
        'Lede can’t check whether a digest arrived: allow it “Read Message History”. It goes on by itself after that.',
    },
    channelGone: (channel: string) => `The channel ${channel} was deleted, so its digest has stopped.`,
    expired: (day: string, channel: string) =>
      `The digest of ${day} for ${channel} could not be sent in time. The next one covers its hours.`,
    expiredSome: (count: number, first: string, last: string, channel: string) =>
      `Lede was away or could not post: ${f.count(count, 'digest', 'digests')} for ${channel}, ${first === last ? `of ${first}` : `from ${first} to ${last}`}, were not sent. The next one covers their hours, up to eight days back.`,
    refused: (day: string, channel: string) =>
      `Discord did not take the digest of ${day} for ${channel}. The next one covers its hours; the log of the bot says why.`,
    unknownOutcome: (day: string, channel: string) =>
      `Discord did not say whether the digest of ${day} arrived in ${channel}. To be safe it is not sent again.`,
    feedFailing: (feed: string, reason: string) => `The feed ${feed} can’t be read: ${reason}`,
    feedBack: (feed: string) => `The feed ${feed} works again.`,
    feedGone: (feed: string, reason: string) => `The feed ${feed} is gone and no longer read: ${reason}`,
    silentPolling: (minutes: number) =>
      `No outlet has been read for ${f.count(minutes, 'minute', 'minutes')}. The log of the bot says why.`,
    silentSending: (minutes: number) =>
      `No digest could be sent for ${f.count(minutes, 'minute', 'minutes')}. The log of the bot says why.`,
  },
});
