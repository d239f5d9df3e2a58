import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['feeds', 'Read your own feeds, for this server only'],
    subcommands: {
      list: ['list', 'This server’s own feeds, and whether they work'],
      add: ['add', 'Add a feed; you first see what it brings'],
      remove: ['remove', 'Stop reading a feed'],
      import: ['import', 'Add the feeds of an OPML file, as other feed readers export it'],
      export: ['export', 'Get this server’s own feeds as an OPML file'],
    },
    options: {
      url: ['url', 'Address of a feed, or of a site that has one'],
      topic: ['topic', 'Which topic it joins; “Our feeds” if left out'],
      feed: ['feed', 'Which feed'],
      file: ['file', 'OPML file of at most 1 MB and 500 feeds'],
      topicForAll: ['topic', 'Which topic they all join; if left out, a folder named like a topic counts'],
    },
  } satisfies CommandText,
  none: 'This server has no feeds of its own yet. /feeds add takes the address of a feed or a site, /feeds import a list from another feed reader.',
  heading: 'This server’s own feeds',
  state: {
    new: 'not read yet',
    ok: 'works',
    failing: 'failing',
    gone: 'gone',
  },
  lastRead: (relative: string) => `read ${relative}`,
  nextRead: (relative: string) => `next ${relative}`,
  share: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
  quota: (articles: string, pages: string, requests: string, megabytes: string) =>
    `Today ${articles} new articles, ${pages} fetched pages, ${requests} other requests and ${megabytes} MB`,
  quotaSpent: (relative: string) => `more ${relative}`,
  week: (articles: number) => `${f.count(articles, 'article', 'articles')} this week`,
  found: (title: string) => `**${title}** would bring articles like these:`,
  empty: 'It has no articles at the moment.',
  choices: (feeds: number) => `This site has ${f.number(feeds)} feeds. Which one?`,
  notOffered: (feeds: number) =>
    `${f.count(feeds, 'feed is', 'feeds are')} not listed here, since a list can hold 25. /feeds add also takes the address of a feed itself.`,
  notRead: 'Not read yet: choose it to see what it brings.',
  pick: 'Choose a feed',
  failed: (reason: string) => `That address can’t be added: ${reason}`,
  add: 'Add this feed',
  added: (title: string, topic: string) =>
    `**${title}** was added to the topic **${topic}**, for this server only. It will be read within a minute.`,
  subscribeHint: (topic: string) => `No channel gets **${topic}** yet; /subscribe adds it to a channel’s digest.`,
  atOnceHint: 'Each new item can also be posted at once: here by the button, elsewhere by /alerts set.',
  atOnce: 'Post each new item here, at once',
  removed: (title: string) => `**${title}** was removed.`,
  several: (typed: string) =>
    `Several feeds of this server fit “${typed}”, so none was removed. Choose one from the list that appears while you type.`,
  imported: (added: number, known: number, refused: number) =>
    [
      `${f.count(added, 'feed', 'feeds')} added`,
      ...(known > 0 ? [`${f.number(known)} already known`] : []),
      ...(refused > 0 ? [`${f.number(refused)} refused`] : []),
    ].join(' · '),
  inTopic: (feeds: number, topic: string) => `${f.number(feeds)} in **${topic}**`,
  readSoon: 'They will be read within 5 minutes; /feeds list shows any that can’t be.',
  notAdded: 'Not added',
  tooMany: (feeds: number) => `${f.number(feeds)} more: a server can have 50 feeds`,
  report: { added: 'added', known: 'already known', refused: 'refused' },
  file: {
    unreachable: 'The file could not be loaded from Discord. Please attach it again.',
    'too-large': 'This file is larger than 1 MB, which is too much. Nothing was added.',
    'too-slow': 'Reading this file took too long, so it was stopped. Nothing was added.',
    'no-list': 'This is not an OPML file. Feed readers write one when they export their feeds. Nothing was added.',
    broken: 'This OPML file is too damaged to read. Nothing was added.',
    empty: 'This OPML file lists no feeds.',
    'too-many': 'This file lists more than 500 feeds. Split it, or leave some out. Nothing was added.',
  },
  exported: (feeds: number) =>
    `${f.count(feeds, 'feed', 'feeds')} as OPML, for /feeds import or any other feed reader.`,
  exportTitle: (server: string) => (server === '' ? 'Feeds from Lede' : `Feeds of ${server}`),
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
