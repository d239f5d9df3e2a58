import type { Formats } from '../formats.ts';

/** Words of /status and /help. */
export const status = (f: Formats) => ({
  heading: (version: string) => `Lede ${version}`,
  up: (relative: string) => `Started ${relative}`,
  outlets: (answered: number, all: number) => `${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')} answered`,
  failing: (count: number) => f.count(count, 'outlet is failing', 'outlets are failing'),
  stories: (stories: number, articles: number) =>
    `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')}`,
  corrections: (count: number) => f.count(count, 'correction by readers here', 'corrections by readers here'),
  lastPoll: (relative: string) => `Last read ${relative}`,
  toldByHubs: (count: number) => f.count(count, 'feed sends its news instantly', 'feeds send their news instantly'),
  lastDigest: (relative: string) => `Last digest ${relative}`,
  nextDigest: (relative: string) => `Next digest ${relative}`,
  noDigest: 'No digest is scheduled',
  pending: (count: number) => `${f.count(count, 'message is', 'messages are')} waiting to be sent`,
  processes: (count: number) => f.count(count, 'process', 'processes'),
  since: {
    group: (relative: string) => `one groups (took over ${relative})`,
    send: (relative: string) => `one sends (took over ${relative})`,
  },
  nobody: { group: '⚠️ none groups', send: '⚠️ none sends' },
  help: {
    heading: 'Lede, a news desk for your server',
    what: 'Lede reads many outlets, groups articles about the same event, and posts one calm digest a day. Every sentence is quoted word for word, with its outlet and a link. Nothing is written by a machine.',
    start: (command: string) =>
      `**To start:** run ${command} in a channel and choose topics. The first digest can come right away.`,
    startDm: 'Add Lede to a server to get digests there. Here you can look up stories.',
    everyone: 'For everyone',
    managers: 'For those who manage the server',
    footer: 'Only you see the answers to your commands.',
  },
});
