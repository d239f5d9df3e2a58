import type { Formats } from '../formats.ts';

/** Words of /topics and /feeds. */
export const topics = (f: Formats) => ({
  /** The topic of feeds that were added without one. */
  ofFeeds: 'Our feeds',
  none: 'This server has no topics of its own. /topics create makes one from words you choose.',
  heading: 'Topics of this server',
  all: (words: string) => `all of: ${words}`,
  any: (words: string) => `any of: ${words}`,
  not: (words: string) => `none of: ${words}`,
  tried: (matches: number, of: number) =>
    of === 0
      ? 'There are no stories of the last 7 days yet to try it on.'
      : matches === 0
        ? `${f.form(of, 'The only story of the last 7 days would not match.', `None of the ${f.number(of)} stories of the last 7 days would match.`)} Fewer or more common words find more.`
        : `${f.form(of, 'The only story', `${f.number(matches)} of the ${f.number(of)} stories`)} of the last 7 days would match, such as:`,
  save: 'Save',
  cancel: 'Cancel',
  cancelled: 'Nothing was saved.',
  created: (name: string) => `**${name}** is saved. /subscribe sends it to a channel.`,
  edited: (name: string) => `**${name}** is saved.`,
  deleted: (name: string) => `**${name}** is deleted, and channels no longer get it.`,
  nothingToEdit: 'Please give a new name, or words: all, any or not. A single “-” empties a list.',
  deleteSure: (name: string, channels: string) =>
    channels === ''
      ? `Delete **${name}**? No channel gets it.`
      : `Delete **${name}**? It is in the digest of ${channels}.`,
  deleteFeeds: (feeds: number) =>
    f.form(feeds, 'Its feed is removed with it.', `Its ${f.number(feeds)} feeds are removed with it.`),
  deleteLast: (channels: string) =>
    `For ${channels} it is the last topic: no digest comes there any more, and its times are forgotten.`,
  delete: 'Delete',
  expired: 'This has waited too long. Please run the command again.',
  feeds: {
    none: 'This server has no feeds of its own. /feeds add takes the address of a feed or of a site, /feeds import a list from another reader.',
    heading: 'Feeds of this server',
    state: {
      new: 'not read yet',
      ok: 'works',
      failing: 'fails',
      gone: 'gone',
    },
    lastRead: (relative: string) => `read ${relative}`,
    nextRead: (relative: string) => `next ${relative}`,
    toldByHub: 'tells its news at once',
    week: (articles: number) => `${f.count(articles, 'article', 'articles')} this week`,
    found: (title: string) => `**${title}** would bring articles like these:`,
    empty: 'It has no articles at the moment.',
    choices: (feeds: number) => `This site has ${f.number(feeds)} feeds. Which one?`,
    notOffered: (feeds: number) =>
      `${f.count(feeds, 'feed is', 'feeds are')} not offered here, since a list can hold 25. /feeds add takes the address of a feed itself, too.`,
    notRead: 'Not looked at yet: choose it to see what it brings.',
    pick: 'Choose a feed',
    busy: 'Lede is still looking at another address or file for this server. Please try again when that is done.',
    failed: (reason: string) => `That address can’t be added: ${reason}`,
    add: 'Add this feed',
    added: (title: string, topic: string) =>
      `**${title}** is added to the topic **${topic}**, for this server only. It is read within a minute.`,
    subscribeHint: (topic: string) => `No channel gets **${topic}** yet; /subscribe sends it to one.`,
    removed: (title: string) => `**${title}** is removed.`,
    sameTitle: (title: string) =>
      `More than one feed of this server is called “${title}”, so none was removed. Choose one from the list that appears while you type.`,
    imported: (added: number, known: number, refused: number) =>
      [
        `${f.count(added, 'feed', 'feeds')} added`,
        ...(known > 0 ? [`${f.number(known)} known already`] : []),
        ...(refused > 0 ? [`${f.number(refused)} refused`] : []),
      ].join(' · '),
    inTopic: (feeds: number, topic: string) => `${f.number(feeds)} in **${topic}**`,
    readSoon: 'The first reading comes within 5 minutes; /feeds list shows what could not be read.',
    notAdded: 'Not added',
    refused: {
      'bad-url': 'no valid address',
      'bad-scheme': 'only http and https can be read',
      'has-credentials': 'holds a user name or password',
      'private-address': 'not on the public internet',
      'too-many-feeds': 'a server can have 50 feeds',
      'feed-forgotten': 'it asked not to be read by this bot',
    },
    tooMany: (feeds: number) => `${f.number(feeds)} more: a server can have 50 feeds`,
    report: { added: 'added', known: 'known', refused: 'refused' },
    file: {
      unreachable: 'Discord did not hand over the file. Please attach it again.',
      'too-large': 'This file is larger than 1 MB, which is more than is read. Nothing was added.',
      'too-slow': 'Reading this file took too long, so it was stopped. Nothing was added.',
      'no-list': 'This is no OPML file. Feed readers write one when they export their feeds. Nothing was added.',
      broken: 'This OPML file is too damaged to be read. Nothing was added.',
      empty: 'This OPML file lists no feeds.',
      'too-many': 'This file lists more than 500 feeds. Split it, or leave some out. Nothing was added.',
    },
    exported: (feeds: number) => `${f.count(feeds, 'feed', 'feeds')} as OPML, for /feeds import or any other reader.`,
    exportTitle: (server: string) => (server === '' ? 'Feeds from Lede' : `Feeds of ${server}`),
  },
});
