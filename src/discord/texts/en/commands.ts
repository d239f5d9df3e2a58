/** Name and description of a command, subcommand or option, as Discord lists them. */
export type Named = readonly [name: string, description: string];

/** A command with its parts, named as in the code. */
export interface CommandText {
  named: Named;
  subcommands?: Record<string, Named>;
  options?: Record<string, Named>;
  choices?: Record<string, string>;
  /** The entry in the menu of a message: at most 32 characters; capitals and blanks are allowed. */
  menu?: string;
}

/**
 * What Discord shows while a command is typed; names are lower case without blanks, descriptions have at most 100
 * characters.
 */
export const commands = {
  story: {
    named: ['story', 'Read one story: what happened, who reported it, and where reports differ'],
    options: { query: ['query', 'Words from the headline; leave it out for today’s top story'] },
  },
  coverage: {
    named: ['coverage', 'Who else reports this article? Also in a message’s menu, under Apps'],
    options: { url: ['url', 'Address of the article'] },
    menu: 'Who else reports this?',
  },
  why: {
    named: ['why', 'Why a story stood where it stood in this channel’s last digest, or did not stand in it'],
    options: { query: ['query', 'Words from the headline'] },
  },
  headlines: {
    named: ['headlines', 'The top stories right now, shown only to you'],
    options: {
      topic: ['topic', 'Only this topic'],
      since: ['since', 'How far back'],
    },
    choices: { today: 'today', '3days': '3 days', digest: 'last digest' },
  },
  subscriptions: {
    named: ['subscriptions', 'Which channels get a digest, on which topics, and when the next one comes'],
  },
  help: { named: ['help', 'What Lede does and how to start'] },
  subscribe: {
    named: ['subscribe', 'Send a daily digest to a channel'],
    options: {
      topic: ['topic', 'Which topic; leave it out to choose several'],
      channel: ['channel', 'Which channel; this one if left out'],
    },
  },
  unsubscribe: {
    named: ['unsubscribe', 'Take a topic out of a channel’s digest'],
    options: {
      topic: ['topic', 'Which topic'],
      channel: ['channel', 'Which channel; this one if left out'],
    },
  },
  digest: {
    named: ['digest', 'Preview, post, set up or pause a channel’s digest'],
    subcommands: {
      preview: ['preview', 'See what /digest post would send now; only you see it'],
      post: ['post', 'Post a digest right now'],
      settings: ['settings', 'Time, zone, days, length, muted words, log channel'],
      pause: ['pause', 'Pause a channel’s digest'],
      resume: ['resume', 'Resume a channel’s digest'],
    },
    options: {
      channel: ['channel', 'Which channel; this one if left out'],
      time: ['time', 'When: 8, 8am, 20.30, or several: 08:00, 18:00'],
      zone: ['zone', 'Time zone: type a city or a country'],
      days: ['days', 'On which days: daily, weekdays, Mon-Fri, Sat, Sun'],
      stories: ['stories', 'How many stories, 3 to 9'],
      languages: ['languages', 'Which languages’ stories count: English, German, or all'],
      language: [
        'language',
        'In which language Lede writes here; automatic: that of the stories if one, else the server’s',
      ],
      quiet: ['quiet', 'What a day without stories gets'],
      style: ['style', 'How much a digest shows of each story'],
      crosspost: ['crosspost', 'In an announcement channel: publish digests to the servers that follow it'],
      thread: ['thread', 'A thread below each digest, to talk about it'],
      copy_from: ['copy_from', 'Take over the settings of this channel; what else you give here comes on top'],
      mute: ['mute', 'Hide stories with this word on the whole server; for a muted word you get an Unmute button'],
      mute_days: ['mute_days', 'For how many days to mute the word; forever if left out'],
      log: ['log', 'Where notices go; choose the same channel again for a button that uses none'],
    },
    choices: {
      auto: 'automatic',
      en: 'English',
      de: 'Deutsch',
      post: 'a short digest that says so',
      skip: 'nothing',
      full: 'full: headline and sentence',
      compact: 'compact: headlines only',
      on: 'yes',
      off: 'no',
    },
  },
  alerts: {
    named: ['alerts', 'Be told at once of stories that several newsrooms confirm'],
    subcommands: {
      set: ['set', 'Tell a channel of new stories as soon as enough newsrooms report them'],
      off: ['off', 'Stop a channel’s alerts'],
      list: ['list', 'Which channels get alerts, and of what'],
    },
    options: {
      topic: ['topic', 'Only this topic'],
      words: ['words', 'Only stories with one of these words; separate them with commas'],
      voices: ['voices', 'How many newsrooms must report it independently, 2 to 10; 3 if left out'],
      per_day: ['per_day', 'How many alerts a day at most, 1 to 10; 5 if left out'],
      quiet: ['quiet', 'Quiet hours, such as 22-7; one message afterwards tells what came meanwhile'],
      thread: ['thread', 'A thread below each alert, to talk about it'],
      crosspost: [
        'crosspost',
        'In an announcement channel: publish alerts to the servers that follow; yes if left out',
      ],
      language: [
        'language',
        'In which language Lede writes them; that of the channel’s digest or the server if left out',
      ],
      role: ['role', 'A role to ping; members take it with a button'],
      channel: ['channel', 'Which channel; this one if left out'],
    },
    choices: { en: 'English', de: 'Deutsch' },
  },
  watch: {
    named: ['watch', 'Get a direct message when a new story has one of your words'],
    subcommands: {
      add: ['add', 'Watch words'],
      remove: ['remove', 'Stop watching a word'],
      list: ['list', 'The words that you watch'],
    },
    options: {
      words: ['words', 'Words, with commas between them; ten in all'],
      word: ['word', 'Which word'],
    },
  },
  catchup: {
    named: ['catchup', 'The top stories since you last looked'],
    options: { topic: ['topic', 'Only this topic'] },
  },
  me: {
    named: ['me', 'What Lede stores about you'],
    subcommands: {
      export: ['export', 'Get all of it as a file'],
      delete: ['delete', 'Delete all of it'],
    },
  },
  following: { named: ['following', 'See the stories that you follow, and stop following one'] },
  topics: {
    named: ['topics', 'Make your own topics from words'],
    subcommands: {
      list: ['list', 'This server’s own topics'],
      create: ['create', 'Make a topic from words; you first see what it would find'],
      edit: ['edit', 'Change the name or the words of a topic'],
      delete: ['delete', 'Delete a topic'],
    },
    options: {
      topic: ['topic', 'Which topic'],
      name: ['name', 'Its name, up to 40 characters'],
      all: ['all', 'All of these words must occur; separate them with commas'],
      any: ['any', 'At least one of these words must occur; separate them with commas'],
      not: ['not', 'None of these words may occur; separate them with commas'],
    },
  },
  feeds: {
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
  },
  outlets: {
    named: ['outlets', 'Leave outlets out of a channel’s digest, or put them first'],
    subcommands: {
      mute: ['mute', 'Leave an outlet out of a channel’s digest'],
      prefer: ['prefer', 'Show an outlet’s headline and sentence first where it reports a story'],
      list: ['list', 'Which outlets a channel mutes and prefers'],
    },
    options: {
      outlet: ['outlet', 'Which outlet; type a part of its name'],
      channel: ['channel', 'Which channel; this one if left out'],
    },
  },
  setup: {
    named: ['setup', 'Save this server’s whole set-up as a file, or take one in'],
    subcommands: {
      export: ['export', 'Get subscriptions, settings, own topics, feeds, muted words and outlets as a file'],
      import: ['import', 'Take in such a file; you first see what it would change'],
    },
    options: { file: ['file', 'A file from /setup export, at most 256 KB'] },
  },
  status: { named: ['status', 'Check that Lede is working'] },
} satisfies Record<string, CommandText>;
