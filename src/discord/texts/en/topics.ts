import type { Formats } from '../formats.ts';

/** Words of /topics and /feeds. */
export const topics = (f: Formats) => ({
  /** The topic of feeds that were added without one. */
  ofFeeds: 'Our feeds',
  none: 'This server has no topics of its own yet. /topics create makes one from words you choose.',
  heading: 'This server’s own topics',
  all: (words: string) => `all of: ${words}`,
  any: (words: string) => `any of: ${words}`,
  not: (words: string) => `none of: ${words}`,
  tried: (matches: number, of: number) =>
    of === 0
      ? 'There are no stories from the last 7 days yet to try it on.'
      : matches === 0
        ? `${f.form(of, 'The only story from the last 7 days would not match.', `None of the ${f.number(of)} stories from the last 7 days would match.`)} Fewer or more common words find more.`
        : `${f.form(of, 'The only story', `${f.number(matches)} of the ${f.number(of)} stories`)} from the last 7 days would match, such as:`,
  meant: (typed: string, name: string) => `There is no topic “${typed}”. Did you mean **${name}**?`,
  save: 'Save',
  cancel: 'Cancel',
  cancelled: 'Nothing was saved.',
  created: (name: string) => `**${name}** is saved. /subscribe sends it to a channel.`,
  edited: (name: string) => `**${name}** is saved.`,
  deleted: (name: string) => `**${name}** was deleted; no channel gets it any more.`,
  nothingToEdit: 'Please give a new name, or words for all, any or not. A single “-” empties a list.',
  deleteSure: (name: string, channels: string) =>
    channels === ''
      ? `Delete **${name}**? No channel gets it.`
      : `Delete **${name}**? It is in the digest of ${channels}.`,
  deleteFeeds: (feeds: number) => f.form(feeds, 'Its feed goes with it.', `Its ${f.number(feeds)} feeds go with it.`),
  deleteLast: (channels: string) =>
    `For ${channels} it is the last topic: the digest there ends, and its schedule is deleted.`,
  delete: 'Delete',
  feeds: {
    none: 'This server has no feeds of its own yet. /feeds add takes the address of a feed or a site, /feeds import a list from another reader.',
    heading: 'This server’s own feeds',
    state: {
      new: 'not read yet',
      ok: 'works',
      failing: 'failing',
      gone: 'gone',
    },
    lastRead: (relative: string) => `read ${relative}`,
    nextRead: (relative: string) => `next ${relative}`,
    toldByHub: 'sends its news instantly',
    share: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
    quota: (articles: string, pages: string, megabytes: string) =>
      `Today ${articles} new articles, ${pages} fetched pages and ${megabytes} MB`,
    quotaSpent: (relative: string) => `more ${relative}`,
    week: (articles: number) => `${f.count(articles, 'article', 'articles')} this week`,
    found: (title: string) => `**${title}** would bring articles like these:`,
    empty: 'It has no articles at the moment.',
    choices: (feeds: number) => `This site has ${f.number(feeds)} feeds. Which one?`,
    notOffered: (feeds: number) =>
      `${f.count(feeds, 'feed is', 'feeds are')} not listed here, since a list can hold 25. /feeds add also takes the address of a feed itself.`,
    notRead: 'Not read yet: choose it to see what it brings.',
    pick: 'Choose a feed',
    busy: 'Lede is still looking at another address or file for this server. Please try again in a moment.',
    failed: (reason: string) => `That address can’t be added: ${reason}`,
    add: 'Add this feed',
    added: (title: string, topic: string) =>
      `**${title}** was added to the topic **${topic}**, for this server only. It will be read within a minute.`,
    subscribeHint: (topic: string) => `No channel gets **${topic}** yet; /subscribe sends it to one.`,
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
    refused: {
      'bad-url': 'not a valid address',
      'bad-scheme': 'only http and https can be read',
      'has-credentials': 'contains a user name or password',
      'private-address': 'not on the public internet',
      'too-many-feeds': 'a server can have 50 feeds',
      'feed-forgotten': 'its outlet asked not to be read by this bot',
    },
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
    exported: (feeds: number) => `${f.count(feeds, 'feed', 'feeds')} as OPML, for /feeds import or any other reader.`,
    exportTitle: (server: string) => (server === '' ? 'Feeds from Lede' : `Feeds of ${server}`),
  },
});
