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
    description: 'Read one story: what happened, who reported it, and where reports differ',
    options: {
      query: { name: 'query', description: 'Words from the headline; leave it out for today’s top story' },
    },
  },
  headlines: {
    name: 'headlines',
    description: 'The top stories right now, shown only to you',
    options: {
      topic: { name: 'topic', description: 'Only this topic' },
      since: { name: 'since', description: 'How far back' },
    },
    choices: { today: 'today', '3days': '3 days', digest: 'last digest' },
  },
  subscriptions: {
    name: 'subscriptions',
    description: 'Which channels get a digest, on which topics, and when the next one comes',
  },
  help: { name: 'help', description: 'What Lede does and how to start' },
  subscribe: {
    name: 'subscribe',
    description: 'Send a daily digest to a channel',
    options: {
      topic: { name: 'topic', description: 'Which topic; leave it out to choose several' },
      channel: { name: 'channel', description: 'Which channel; this one if left out' },
    },
  },
  unsubscribe: {
    name: 'unsubscribe',
    description: 'Take a topic out of a channel’s digest',
    options: {
      topic: { name: 'topic', description: 'Which topic' },
      channel: { name: 'channel', description: 'Which channel; this one if left out' },
    },
  },
  digest: {
    name: 'digest',
    description: 'Preview, post, set up or pause a channel’s digest',
    subcommands: {
      preview: { name: 'preview', description: 'See what the next digest would contain now; only you see it' },
      post: { name: 'post', description: 'Post a digest right now' },
      settings: { name: 'settings', description: 'Time, zone, days, length, muted words, log channel' },
      pause: { name: 'pause', description: 'Pause a channel’s digest' },
      resume: { name: 'resume', description: 'Resume a channel’s digest' },
    },
    options: {
      channel: { name: 'channel', description: 'Which channel; this one if left out' },
      time: { name: 'time', description: 'When: 8, 8am, 20.30, or several: 08:00, 18:00' },
      zone: { name: 'zone', description: 'Time zone: type a city or a country' },
      days: { name: 'days', description: 'On which days: daily, weekdays, Mon-Fri, Sat, Sun' },
      stories: { name: 'stories', description: 'How many stories, 3 to 9' },
      mute: {
        name: 'mute',
        description: 'Hide stories with this word on the whole server; enter it again to show them',
      },
      mute_days: { name: 'mute_days', description: 'For how many days to mute the word; forever if left out' },
      log: { name: 'log', description: 'Where notices go; choose the same channel again to turn them off' },
    },
  },
  topics: {
    name: 'topics',
    description: 'Make your own topics from words',
    subcommands: {
      list: { name: 'list', description: 'This server’s own topics' },
      create: { name: 'create', description: 'Make a topic from words; you first see what it would find' },
      edit: { name: 'edit', description: 'Change the name or the words of a topic' },
      delete: { name: 'delete', description: 'Delete a topic' },
    },
    options: {
      topic: { name: 'topic', description: 'Which topic' },
      name: { name: 'name', description: 'Its name, up to 40 characters' },
      all: { name: 'all', description: 'Words that must all occur, separated by commas' },
      any: { name: 'any', description: 'Words of which at least one must occur, separated by commas' },
      not: { name: 'not', description: 'Words that must not occur, separated by commas' },
    },
  },
  feeds: {
    name: 'feeds',
    description: 'Read your own feeds, for this server only',
    subcommands: {
      list: { name: 'list', description: 'This server’s own feeds, and whether they work' },
      add: { name: 'add', description: 'Add a feed; you first see what it brings' },
      remove: { name: 'remove', description: 'Stop reading a feed' },
      import: { name: 'import', description: 'Add the feeds of an OPML file, as other feed readers export it' },
      export: { name: 'export', description: 'Get this server’s own feeds as an OPML file' },
    },
    options: {
      url: { name: 'url', description: 'Address of a feed, or of a site that has one' },
      topic: { name: 'topic', description: 'Which topic it joins; “Our feeds” if left out' },
      feed: { name: 'feed', description: 'Which feed' },
      file: { name: 'file', description: 'OPML file of at most 1 MB and 500 feeds' },
      topicForAll: {
        name: 'topic',
        description: 'Which topic they all join; if left out, a folder named like a topic counts',
      },
    },
  },
  status: { name: 'status', description: 'Check that Lede is working' },
} satisfies Record<string, CommandText>;
