/** Name and description of a command, subcommand, option or choice, as Discord lists them. */
export interface Named {
  name: string;
  description: string;
}

/** A command with its parts, named as in the code. */
export interface CommandText extends Named {
  subcommands?: Record<string, Named>;
  options?: Record<string, Named>;
  choices?: Record<string, string>;
}

/**
 * What Discord shows while a command is typed; names are lower case without blanks, descriptions have at most 100
 * characters.
 */
export const commands = {
  story: {
    name: 'story',
    description: 'Read one story: what happened, who reported it, and where they differ',
    options: {
      query: { name: 'query', description: 'Words of the headline; without any, today’s top story' },
    },
  },
  headlines: {
    name: 'headlines',
    description: 'The top stories right now, for you alone',
    options: {
      topic: { name: 'topic', description: 'Only this topic' },
      since: { name: 'since', description: 'How far back' },
    },
    choices: { today: 'today', '3days': '3 days', digest: 'last digest' },
  },
  subscriptions: {
    name: 'subscriptions',
    description: 'Which channels get a digest, of what, and when the next one comes',
  },
  help: { name: 'help', description: 'What Lede does and how to start' },
  subscribe: {
    name: 'subscribe',
    description: 'Send a daily digest to a channel',
    options: {
      topic: { name: 'topic', description: 'What about; leave it out to choose several' },
      channel: { name: 'channel', description: 'Where to; this channel if left out' },
    },
  },
  unsubscribe: {
    name: 'unsubscribe',
    description: 'Take a topic out of a channel’s digest',
    options: {
      topic: { name: 'topic', description: 'Which topic' },
      channel: { name: 'channel', description: 'From where; this channel if left out' },
    },
  },
  digest: {
    name: 'digest',
    description: 'Preview, post, set up or pause a channel’s digest',
    subcommands: {
      preview: { name: 'preview', description: 'Show what the next digest would hold now, to you alone' },
      post: { name: 'post', description: 'Post a digest right now' },
      settings: { name: 'settings', description: 'Time, zone, days, length, muted words, log channel' },
      pause: { name: 'pause', description: 'Stop the digest of a channel for now' },
      resume: { name: 'resume', description: 'Start the digest of a channel again' },
    },
    options: {
      channel: { name: 'channel', description: 'Which channel’s digest; this channel if left out' },
      time: { name: 'time', description: 'When: 8, 8am, 20.30, or more than one: 08:00, 18:00' },
      zone: { name: 'zone', description: 'Time zone: type a city or a country' },
      days: { name: 'days', description: 'On which days: daily, weekdays, Mon-Fri, Sat, Sun' },
      stories: { name: 'stories', description: 'How many stories, 3 to 9' },
      mute: {
        name: 'mute',
        description: 'Hide stories with this word in all channels of this server; the same word again shows them',
      },
      mute_days: { name: 'mute_days', description: 'For how many days the word is muted; for good if left out' },
      log: { name: 'log', description: 'Where notices go; the same channel again turns it off' },
    },
  },
  topics: {
    name: 'topics',
    description: 'Make topics of your own from words',
    subcommands: {
      list: { name: 'list', description: 'The topics of this server' },
      create: { name: 'create', description: 'Make a topic from words; you see what it would find first' },
      edit: { name: 'edit', description: 'Change the name or the words of a topic' },
      delete: { name: 'delete', description: 'Delete a topic' },
    },
    options: {
      topic: { name: 'topic', description: 'Which topic' },
      name: { name: 'name', description: 'Its name, up to 40 characters' },
      all: { name: 'all', description: 'Words that must all occur, separated by commas' },
      any: { name: 'any', description: 'Words of which one must occur, separated by commas' },
      not: { name: 'not', description: 'Words that must not occur, separated by commas' },
    },
  },
  feeds: {
    name: 'feeds',
    description: 'Read feeds of your own, for this server only',
    subcommands: {
      list: { name: 'list', description: 'The feeds of this server and whether they work' },
      add: { name: 'add', description: 'Add a feed; you see what it brings first' },
      remove: { name: 'remove', description: 'Stop reading a feed' },
      import: { name: 'import', description: 'Add the feeds of an OPML file, as other feed readers write it' },
      export: { name: 'export', description: 'Get the feeds of this server as an OPML file' },
    },
    options: {
      url: { name: 'url', description: 'Address of a feed, or of a site that has one' },
      topic: { name: 'topic', description: 'Topic it joins in this server; “Our feeds” if left out' },
      feed: { name: 'feed', description: 'Which feed' },
      file: { name: 'file', description: 'OPML file of at most 1 MB and 500 feeds' },
      topicForAll: {
        name: 'topic',
        description: 'Topic they all join; if left out, a folder named like a topic counts',
      },
    },
  },
  status: { name: 'status', description: 'Whether Lede reads and sends as it should' },
} satisfies Record<string, CommandText>;
