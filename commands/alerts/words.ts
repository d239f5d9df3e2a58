import type { CommandText } from '../../src/discord/commandText.ts';
import type { FieldText } from '../../src/discord/forms/fields.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['alerts', 'Get told at once: stories that newsrooms confirm, or each new item of your own feeds'],
    subcommands: {
      set: ['set', 'Choose what a channel is told at once; what you leave out stays as it is'],
      off: ['off', 'Stop a channel’s alerts'],
      list: ['list', 'Which channels get alerts, and about what'],
    },
    options: {
      topic: ['topic', 'Only this topic; “everything” for all'],
      words: ['words', 'Only what mentions one of these words; separate them with commas; “off” for everything'],
      voices: ['voices', 'How many newsrooms must report it independently, 2 to 10; 1: each item of your own feeds'],
      feed: ['feed', 'Each new item of this own feed; “all” for all of them'],
      per_day: ['per_day', 'How many messages a day at most, 1 to 50; 5 at first, 20 for own feeds'],
      quiet: ['quiet', 'Quiet hours, such as 22-7; what came in between is posted afterwards; “off” ends them'],
      silent: ['silent', 'Post without notifying anybody: always, or at once in quiet hours'],
      thread: ['thread', 'A thread below each alert, to talk about it'],
      crosspost: [
        'crosspost',
        'In an announcement channel: publish alerts to the servers that follow; yes if left out',
      ],
      language: ['language', 'In which language Lede writes them; at first that of the channel’s digest or the server'],
      role: ['role', 'A role to ping, which members take with a button; @everyone for none'],
      channel: ['channel', 'Which channel; this one if left out'],
    },
    choices: {
      default: 'As the digest or the server',
      never: 'no',
      always: 'always',
      quiet: 'in quiet hours, instead of waiting',
    },
  } satisfies CommandText,
  /** What somebody types to take a topic, a feed, or another value away. */
  everything: 'everything',
  allFeeds: 'all',
  off: 'off',
  /** Heading of an alert with one story. */
  confirmed: (newsrooms: number) => `${f.count(newsrooms, 'newsroom reports', 'newsrooms report')} independently`,
  /** Heading of an alert with several stories, as after quiet hours. */
  several: (stories: number) => `${f.count(stories, 'new story', 'new stories')}, each confirmed by several newsrooms`,
  /** The origins of the story, each linked. */
  reports: (list: string) => `Origins: ${list}`,
  /** `source` is an outlet or agency whose own report Lede hasn’t read. */
  citedBy: (source: string, outlet: string) => `${source}, cited by ${outlet}`,
  span: (first: string, latest: string) =>
    first === latest ? `reported ${first}` : `first report ${first}, latest ${latest}`,
  notify: 'Notify me',
  /** Heading of a message with several items of own feeds, and what stands below the last one. */
  items: (count: number) => f.count(count, 'new item', 'new items'),
  more: (count: number) => `and ${f.number(count)} more`,
  /** Below an item: the other own feeds that tell the same. */
  alsoBy: (list: string) => `Also: ${list}`,
  /** Says what a rule with one voice does. `about` is `ownFeeds`, `someFeeds` or `ownFeedsOn`; `holding` may be ''. */
  setAtOnce: (channel: string, about: string, holding: string, perDay: number) =>
    `${channel} gets each new item of ${about}${holding}, within minutes. At most ${f.count(perDay, 'message', 'messages')} a day; what is more comes the day after.`,
  ownFeeds: 'this server’s own feeds',
  someFeeds: (feeds: string) => feeds,
  ownFeedsOn: (topic: string) => `this server’s own feeds on ${topic}`,
  feedsGone: 'feeds that this server no longer has',
  holding: (words: string) => ` that mentions ${words}`,
  silent: 'They are posted without a notification.',
  values: {
    everything: 'everything',
    all: 'all',
    none: 'none',
    unsaid: 'as the digest or the server',
    yes: 'yes',
    no: 'no',
  },
  /** The forms of a channel's rule: each field's label (45 characters) and description (100). */
  form: {
    /** Plain text, 45 characters with the channel's name, which may be cut. */
    title: (channel: string) => `Alerts in ${channel}`,
    /** A button: opens the form of quiet hours, role, language and the like. */
    how: 'Quiet hours, role …',
    /** In a list of all rules. */
    pick: 'Change the alerts of a channel',
    voices: (count: number) =>
      count === 1 ? 'each new item of this server’s own feeds' : f.count(count, 'newsroom', 'newsrooms'),
    fields: {
      topic: ['Topic', 'Only this one; if yours isn’t listed, choose it with /alerts set'],
      words: ['Words', 'Only what mentions one of them, separated by commas. For stories: words or a topic, not both'],
      voices: ['Who must report it', 'How many newsrooms, independently of each other'],
      feed: [
        'Own feeds',
        'Choose some to get each of their new items at once; for all of them, choose own feeds above',
      ],
      per_day: ['At most a day', 'How many messages; at first 5, for own feeds 20'],
      quiet: ['Quiet hours', 'Such as 22-7; what came in between is posted afterwards'],
      silent: ['Without a notification'],
      role: ['Role to ping', 'Members take it with a button below an alert'],
      language: ['Language', 'In which Lede writes the alerts'],
      more: ['Also'],
    } satisfies Record<string, FieldText>,
    boxes: {
      thread: 'A thread below each alert, to talk about it',
      crosspost: 'Publish alerts to the servers that follow this channel',
    },
  },
  /** `changes` is "quiet none → 22:00–07:00" and so on. */
  saved: (changes: string) => `Saved: ${changes}`,
  same: 'Nothing changed: that holds already.',
  /** `about` is `anything`, `ofTopic` or `words`. */
  set: (channel: string, about: string, voices: number, perDay: number) =>
    `${channel} gets an alert as soon as ${f.count(voices, 'newsroom', 'newsrooms')} have independently reported ${about}. At most ${f.count(perDay, 'alert', 'alerts')} a day.`,
  anything: 'a story',
  ofTopic: (topic: string) => `a story on ${topic}`,
  words: (words: string) => `a story that mentions ${words}`,
  quiet: (from: string, until: string, zone: string) =>
    `Nothing is posted from ${from} to ${until} (${zone}); afterwards comes what was held back.`,
  /** Instead of `quiet`, if nothing is held back. */
  quietly: (from: string, until: string, zone: string) =>
    `From ${from} to ${until} (${zone}) they are posted without a notification.`,
  posts: 'Each story gets its own post, tagged with its topic, which grows as newsrooms join.',
  threads: 'Each alert gets a thread for discussion.',
  crossposts: 'Alerts are published to the servers that follow this channel.',
  written: (language: string) => `Lede writes them in ${language}.`,
  pings: (role: string) => `Each alert pings ${role}. Members take or drop the role with **Notify me** below an alert.`,
  ended: (channel: string) => `${channel} gets no more alerts.`,
  none: 'No channel of this server gets alerts. /alerts set starts them.',
  heading: 'Alerts',
  gotRole: (role: string) => `You now have ${role} and will be notified of alerts. Press again to stop.`,
  lostRole: (role: string) => `You no longer have ${role}, so alerts won’t notify you.`,
  noRole: 'This alert’s role has changed since. Use the button below the next alert.',
  roleDeleted: 'The role of these alerts was deleted, so there is nothing to take. The server’s admins are told.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
