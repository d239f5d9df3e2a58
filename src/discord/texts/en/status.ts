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
  lastDigest: (relative: string) => `Last digest ${relative}`,
  nextDigest: (relative: string) => `Next digest ${relative}`,
  noDigest: 'No digest is due',
  pending: (count: number) => `${f.count(count, 'message waits', 'messages wait')} to be sent`,
  notices: 'Latest notices',
  more: (count: number) => `and ${f.number(count)} more`,
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
