import type { CommandText } from '../../src/discord/commandText.ts';
import type { FieldText } from '../../src/discord/forms/fields.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';
import { cityIn } from '../../src/schedule/zones.ts';

const dayGroups = { everyDay: 'every day', weekdays: 'Monday to Friday', weekend: 'Saturday and Sunday' };

const english = (f: Formats) => ({
  commands: {
    subscriptions: {
      named: ['subscriptions', 'Which channels get a digest, on which topics, and when the next one comes'],
    },
    subscribe: {
      named: ['subscribe', 'Post a daily digest in a channel'],
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
        preview: ['preview', 'See the digest that would be posted now; only you see it'],
        post: ['post', 'Post a digest right now'],
        settings: ['settings', 'Time, zone, days, length, muted words, log channel'],
        feed: ['feed', 'Get a secret address at which the digest can be read outside Discord'],
        pause: ['pause', 'Pause a channel’s digest'],
        resume: ['resume', 'Resume a channel’s digest'],
      },
      options: {
        channel: ['channel', 'Which channel; this one if left out'],
        languages: ['languages', 'Which languages’ stories count: English, German, or all'],
        language: ['language', 'Which language Lede writes here; automatic: that of the stories, or else the server’s'],
        copy_from: ['copy_from', 'Copy the settings of this channel; anything else you give here overrides them'],
        mute: ['mute', 'Hide stories with this word on the whole server; for a muted word you get an Unmute button'],
        mute_days: ['mute_days', 'For how many days to mute the word; forever if left out'],
        log: ['log', 'Where notices go; choose the same channel again for a button that turns it off'],
      },
      choices: { auto: 'automatic' },
    },
  } satisfies Record<string, CommandText>,
  channels: {
    pick: (channel: string) =>
      `**What should ${channel} get?** Choose one or more topics; they all go into the same digest.`,
    pickTopics: 'Choose topics',
    subscribeTo: (topic: string) => `Subscribe to ${topic}`,
    pickMore: 'Choose further topics',
    pickOwn: 'Choose from this server’s own topics',
    allTaken: (channel: string) =>
      `${channel} already gets every topic. Make your own from words you choose: /topics create.`,
    subscribed: (topics: readonly string[], channel: string) => `${channel} now gets **${f.list(topics)}**.`,
    joined: (topics: readonly string[], channel: string, all: string) =>
      `New in the digest of ${channel}: **${f.list(topics)}**. It now covers ${all}.`,
    next: (full: string, relative: string) => `Next digest: ${full}, ${relative}.`,
    /** Values of the channel's settings, each by itself. */
    shown: {
      times: (times: readonly string[]) => f.list(times),
      days: (days: readonly number[]) => f.days(days, dayGroups),
      zone: (zone: string) => (zone === 'UTC' ? zone : `${cityIn(zone, f.locale)} time`),
      stories: (stories: number) => f.count(stories, 'story', 'stories'),
      /** Empty for the default. */
      languages: (languages: readonly string[]) =>
        languages.length === 0 ? '' : `only in ${f.list(languages.map(f.language))}`,
      language: (language: string): string => (language === 'auto' ? '' : `Lede writes in ${f.language(language)}`),
      quiet: (quiet: string): string => (quiet === 'skip' ? 'nothing on quiet days' : ''),
      style: (style: string): string => (style === 'compact' ? 'compact' : ''),
      crosspost: (crosspost: string): string => (crosspost === 'off' ? 'not published' : ''),
      thread: (thread: string): string => (thread === 'on' ? 'a thread below each' : ''),
      silent: (silent: string): string => (silent === 'on' ? 'without a notification' : ''),
    },
    allLanguages: 'all languages',
    published: 'Digests are published to the servers that follow this channel.',
    zoneGuessed: 'The time zone is a guess from this server’s language. **Change settings** sets it.',
    firstHeadlines: 'Right now it would start with:',
    noHeadlines: 'There was nothing new on this in the last 24 hours.',
    reading: 'Lede is reading its outlets for the first time. This takes about a minute.',
    stillReading: 'Reading is taking longer than usual. The digest will still come on time.',
    preview: 'Preview',
    postNow: 'Post one now',
    unsubscribed: (topic: string, channel: string, left: string) =>
      `${channel} no longer gets **${topic}**. Its digest still covers ${left}.`,
    unsubscribedAll: (topic: string, channel: string) =>
      `**${topic}** was the last topic of ${channel}. Its digest has ended and its schedule was deleted.`,
    none: 'No channel on this server gets a digest yet. Anyone who manages the server can start one with /subscribe; it takes half a minute.',
    noneHere: (channel: string) => `${channel} doesn’t get a digest yet. /subscribe starts one.`,
    heading: 'Digests on this server',
    lastDigest: (url: string, relative: string) => `[last digest](${url}) ${relative}`,
    paused: 'Paused. /digest resume starts it again.',
    resumed: 'Resumed.',
    blocked: (reason: string) => `Paused. ${reason}`,
    stopped: 'Stopped: the channel was deleted.',
  },
  digest: {
    counts: (stories: number, articles: number, minutes: number) =>
      `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')} · ${f.count(minutes, 'minute', 'minutes')} to read`,
    quiet: (stories: number, articles: number) =>
      articles === 0
        ? 'A quiet day: nothing new.'
        : `A quiet day: ${f.count(articles, 'article', 'articles')}, ${stories === 0 ? 'nothing new' : f.count(stories, 'story', 'stories')}.`,
    inBrief: 'In brief',
    more: 'More stories',
    footer: (window: string, answered: number, all: number) =>
      `${window} · ${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')} · Every sentence is quoted as published.`,
  },
  /** The digest outside Discord: the answer to /digest feed, then the page. */
  feed: {
    off: 'Digests can’t be read outside Discord here: the operator of this Lede has set up no public address for them.',
    heading: (channel: string) => `The digest of ${channel} outside Discord`,
    warning:
      'Anybody with one of these addresses can read the digests without Discord. Share them only with people who may read them. Copy them now: they are not shown again.',
    hidden:
      'The channel has an address already. Lede keeps only a hash of it and can’t show it again: ask somebody who uses it, or make a new one. The old one then stops working.',
    page: 'Page',
    atom: 'Atom, for feed readers',
    json: 'JSON Feed, for feed readers and programs',
    kept: (digests: number, days: number) =>
      `Up to ${f.count(digests, 'digest', 'digests')} of the last ${f.count(days, 'day', 'days')}, corrected when the messages here are.`,
    renew: 'New address',
    end: 'End the address',
    renewed: 'The channel has a new address. The old one no longer works.',
    ended: (channel: string) => `The digest of ${channel} can no longer be read outside Discord.`,
    outside: 'Can be read outside Discord: /digest feed renews or ends the address.',
    /** Plain text, without a topic's markup. */
    title: (topics: readonly string[]) => f.list(topics),
    untitled: 'Digest',
    entry: (day: string, time: string) => `${day}, ${time}`,
    posted: 'posted',
    corrected: 'corrected',
    feeds: 'Feeds',
    none: 'No digest has been posted yet. The next one will be here.',
    changed: (changes: number) => `What outlets changed later (${f.number(changes)})`,
  },
  /** The form of a channel's settings: each field's label (45 characters) and description (100). */
  form: {
    /** Plain text, 45 characters with the channel's name, which may be cut. */
    title: (channel: string) => `Digest of ${channel}`,
    change: 'Change settings',
    fields: {
      times: ['Time of day', 'One to six times: 8, 8am, 20.30, or 08:00, 18:00'],
      days: ['Days', 'daily, weekdays, Mon-Fri, or Sat, Sun'],
      zone: ['Time zone', 'A city or a country'],
      stories: ['Length', 'How many stories have a place at most'],
      more: ['Also', 'All other settings are options of /digest settings'],
    } satisfies Record<string, FieldText>,
    boxes: {
      style: 'Headlines only',
      quiet: 'Nothing on a day without stories',
      thread: 'A thread below each digest, to talk about it',
      silent: 'Post without notifying anybody',
      crosspost: 'Publish digests to the servers that follow this channel',
    },
  },
  settings: {
    previewOf: (channel: string) => `What ${channel} would get if you posted a digest now. Only you see this.`,
    posting: (channel: string) => `The digest is on its way to ${channel}.`,
    postedEmpty: (channel: string) =>
      `There is nothing new for ${channel} since its last digest, so a quiet one is on its way.`,
    heading: (channel: string) => `Digest of ${channel}`,
    topics: 'Topics',
    muted: 'Muted in all channels of this server',
    mutedNone: 'none',
    log: 'Log channel',
    logNone: 'none: the member who last changed a setting gets a direct message',
    until: (time: string) => `until ${time}`,
    /** `changes` is "`time` 08:00 → 18:00" and so on. */
    saved: (changes: string) => `Saved: ${changes}`,
    same: 'Nothing changed: these settings hold already.',
    copied: (from: string) => `Saved, with the settings of ${from}.`,
    mutes: (word: string, hidden: number, of: number) =>
      [
        `**${word}** is muted in all channels of this server.`,
        ...(of === 0
          ? []
          : hidden === 0
            ? [
                `In the last 7 days it would ${f.form(of, 'not have hidden the only story', `have hidden none of ${f.number(of)} stories`)}.`,
              ]
            : [
                `In the last 7 days it would have hidden ${f.form(of, 'the only story', `${f.number(hidden)} of ${f.number(of)} stories`)}:`,
              ]),
      ].join(' '),
    alreadyMuted: (word: string, until: string | undefined) =>
      `**${word}** is already muted on this server${until === undefined ? '' : `, until ${until}`}.`,
    unmute: (word: string) => `Unmute “${word}”`,
    muteSure: (word: string, hidden: number, of: number) =>
      `**${word}** is not muted yet: in the last 7 days it would have hidden ${f.number(hidden)} of ${f.number(of)} stories. Mute it all the same?`,
    muteAnyway: 'Mute it',
    unmuted: (word: string) => `**${word}** is no longer muted on this server.`,
    logSet: (channel: string) => `Notices about digests and feeds go to ${channel}.`,
    logAlready: (channel: string) => `Notices about digests and feeds already go to ${channel}.`,
    clearLog: 'Use no log channel',
    logCleared:
      'Notices no longer go to a log channel. The member who last changed a setting gets them as direct messages.',
    daysWithoutWord: 'Please give the word to mute too: `mute_days` only says for how long. Nothing was changed.',
    yes: 'yes',
    no: 'no',
    muteExpires: (word: string, days: number) => `${word} · ${f.count(days, 'day', 'days')} left`,
  },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
