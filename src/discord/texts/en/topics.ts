import type { Formats } from '../formats.ts';

/** Words of /topics and /feeds. */
export const topics = (f: Formats) => ({
  none: 'This server has no topics of its own. /topics create makes one from words you choose.',
  heading: 'Topics of this server',
  all: (words: string) => `all of: ${words}`,
  any: (words: string) => `any of: ${words}`,
  not: (words: string) => `none of: ${words}`,
  tried: (matches: number, of: number) =>
    matches === 0
      ? `None of the ${f.count(of, 'story', 'stories')} of the last 7 days would match. Fewer or more common words find more.`
      : `${f.number(matches)} of the ${f.count(of, 'story', 'stories')} of the last 7 days would match, such as:`,
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
  delete: 'Delete',
  expired: 'This has waited too long. Please run the command again.',
  feeds: {
    none: 'This server has no feeds of its own. /feeds add takes the address of a feed or of a site.',
    heading: 'Feeds of this server',
    state: {
      new: 'not read yet',
      ok: 'works',
      failing: 'fails',
      gone: 'gone',
    },
    lastRead: (relative: string) => `read ${relative}`,
    nextRead: (relative: string) => `next ${relative}`,
    week: (articles: number) => `${f.count(articles, 'article', 'articles')} this week`,
    found: (title: string) => `**${title}** would bring articles like these:`,
    empty: 'It has no articles at the moment.',
    choices: 'This site has more than one feed. Which one?',
    pick: 'Choose a feed',
    failed: (reason: string) => `That address can’t be added: ${reason}`,
    add: 'Add this feed',
    added: (title: string, topic: string) =>
      `**${title}** is added to the topic **${topic}**, for this server only. It is read within a minute.`,
    subscribeHint: (topic: string) => `No channel gets **${topic}** yet; /subscribe sends it to one.`,
    removed: (title: string) => `**${title}** is removed.`,
  },
});
