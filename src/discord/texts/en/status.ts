import type { Formats } from '../formats.ts';

/** Words of /status and /help. */
export const status = (f: Formats) => ({
  heading: (version: string) => `Lede ${version}`,
  up: (relative: string) => `Started ${relative}`,
  outlets: (answered: number, all: number) => `${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')} answered`,
  failing: (count: number) => f.count(count, 'outlet fails', 'outlets fail'),
  stories: (stories: number, articles: number) =>
    `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')}`,
  lastPoll: (relative: string) => `Last read ${relative}`,
  toldByHubs: (count: number) => f.count(count, 'feed tells its news at once', 'feeds tell their news at once'),
  lastDigest: (relative: string) => `Last digest ${relative}`,
  nextDigest: (relative: string) => `Next digest ${relative}`,
  noDigest: 'No digest is due',
  pending: (count: number) => `${f.count(count, 'message waits', 'messages wait')} to be sent`,
  notices: {
    paused: (channel: string) => `The digest of ${channel} is paused: its entry in /subscriptions says why.`,
    'channel-gone': (channel: string) => `The channel ${channel} was deleted; its digest has stopped.`,
    expired: (channel: string) => `A digest for ${channel} could not be sent in time; the next one covers its hours.`,
    refused: (channel: string) => `Discord did not take a digest for ${channel}; the next one covers its hours.`,
    'unknown-outcome': (channel: string) => `It is not known whether a digest arrived in ${channel}.`,
    'feed-failing': (feed: string) => `The feed ${feed} can’t be read: /feeds list says why.`,
    'feed-back': (feed: string) => `The feed ${feed} works again.`,
    'feed-gone': (feed: string) => `The feed ${feed} is gone and no longer read.`,
  },
  help: {
    heading: 'Lede, a news desk for your server',
    what: 'Lede reads many outlets, puts articles about the same event together, and posts one calm digest a day. Every sentence is quoted word for word, with its outlet and a link. Nothing is written by a machine.',
    start: (command: string) =>
      `**To start:** ${command} in a channel, and choose topics. The first digest can come right away.`,
    startDm: 'Add Lede to a server to get digests there. Here you can ask for stories.',
    everyone: 'For everyone',
    managers: 'For those who manage the server',
    footer: 'Answers to commands are seen by you alone.',
  },
});
