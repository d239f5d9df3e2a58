import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';
import type { DropReason } from '../../src/storage/records/outbox/outbox.ts';
import type { Signal } from '../../src/web/signals.ts';

const english = (f: Formats) => ({
  command: {
    named: ['status', 'Check that Lede is working, or what it posted'],
    subcommands: {
      now: ['now', 'Check that Lede is working'],
      deliveries: ['deliveries', 'The last 20 messages to this server’s channels, or why one was not posted'],
    },
  } satisfies CommandText,
  heading: (version: string) => `Lede ${version}`,
  up: (relative: string) => `Started ${relative}`,
  outlets: (answered: number, all: number) => `${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')} answered`,
  failing: (count: number) => f.count(count, 'outlet is failing', 'outlets are failing'),
  stories: (stories: number, articles: number) =>
    `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')}`,
  corrections: (count: number) => f.count(count, 'correction by readers here', 'corrections by readers here'),
  lastPoll: (relative: string) => `Last read ${relative}`,
  lastDigest: (relative: string) => `Last digest ${relative}`,
  nextDigest: (relative: string) => `Next digest ${relative}`,
  noDigest: 'No digest is scheduled',
  pending: (count: number) => `${f.count(count, 'message is', 'messages are')} waiting to be sent`,
  processes: (count: number) => f.count(count, 'process', 'processes'),
  since: {
    group: (relative: string) => `one groups (took over ${relative})`,
    send: (relative: string) => `one sends (took over ${relative})`,
  },
  declined: (list: readonly string[]) => `Not allowed: ${list.join(' · ')}`,
  declinedBy: (what: string, count: number) => `${what} by ${f.count(count, 'outlet', 'outlets')}`,
  signals: {
    robots: 'pages (robots.txt)',
    search: 'search (Content-Signal)',
    licence: 'search (RSL licence)',
    mining: 'text mining (TDMRep)',
    snippet: 'sentences (nosnippet)',
    picture: 'pictures (max-image-preview)',
  } satisfies Record<Signal, string>,
  deliveries: {
    heading: 'Deliveries',
    newest: 'The last 20 on this server, newest first',
    none: 'Nothing was due on this server yet. /subscribe starts a digest.',
    in: (channel: string) => `in ${channel}`,
    message: 'Message',
    kinds: {
      daily: 'Digest',
      asked: 'Digest on request',
      alert: 'Alert',
      post: 'Alert',
      item: 'New item of a feed',
      'item-post': 'New item of a feed',
      follow: 'Followed story',
      update: 'Update on a story',
    } as Readonly<Record<string, string>>,
    states: {
      sent: 'posted',
      part: 'posted in part',
      pending: 'waiting',
      expired: 'not posted in time',
      refused: 'rejected by Discord',
      unknown: 'not confirmed by Discord, so not posted again',
      lost: 'dropped',
      quiet: 'skipped: a day without stories',
    },
    late: (count: number) =>
      `${count === 1 ? '' : `${f.number(count)} digests `}not posted: Lede was away, or an earlier one was held up`,
    retries: (count: number) => f.count(count, 'retry', 'retries'),
    next: (relative: string) => `next try ${relative}`,
    dropped: {
      'channel is gone': 'The channel was deleted.',
      'direct messages are closed': 'The member takes no direct messages.',
      'its channel gets no such message now': 'The channel was paused, or is no longer set up for it.',
      'its channel gets no more alerts': 'The channel’s alerts were turned off.',
      'no topic is left': 'The last topic of the channel’s digest was taken out.',
      'paused by an admin': 'The channel’s digest was paused.',
    } satisfies Record<DropReason, string>,
    /** By the problem that the outbox stores. */
    reasons: {
      'rate limit': 'Discord asked Lede to wait.',
      'outcome unknown': 'Discord did not answer. Lede checks whether the message arrived.',
      'internal error': 'An error in Lede; the bot’s log says which.',
      unauthorized: 'Discord rejects the bot’s token.',
      'Discord denied the channel': 'Discord says that the channel is gone. Lede asks once more.',
      'too late': '',
      'it could not be found out whether the message was posted': '',
    },
    answered: (words: string) => `Discord, or the way to it, answered: ${words}`,
  },
  nobody: { group: '⚠️ none groups', send: '⚠️ none sends' },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
