import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['alerts', 'Get told at once when several newsrooms confirm a story'],
    subcommands: {
      set: ['set', 'Post an alert in a channel as soon as enough newsrooms report a new story'],
      off: ['off', 'Stop a channel’s alerts'],
      list: ['list', 'Which channels get alerts, and about what'],
    },
    options: {
      topic: ['topic', 'Only this topic'],
      words: ['words', 'Only stories that mention one of these words; separate them with commas'],
      voices: ['voices', 'How many newsrooms must report it independently, 2 to 10; 3 if left out'],
      per_day: ['per_day', 'How many alerts a day at most, 1 to 10; 5 if left out'],
      quiet: ['quiet', 'Quiet hours, such as 22-7; one message afterwards covers what came in between'],
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
  } satisfies CommandText,
  /** Heading of an alert with one story. */
  confirmed: (newsrooms: number) => `${f.count(newsrooms, 'newsroom reports', 'newsrooms report')} independently`,
  /** Heading of an alert with several stories, as after quiet hours. */
  several: (stories: number) => `${f.count(stories, 'new story', 'new stories')}, each confirmed by several newsrooms`,
  reports: (list: string) => `Own reports: ${list}`,
  span: (first: string, latest: string) =>
    first === latest ? `reported ${first}` : `first report ${first}, latest ${latest}`,
  notify: 'Notify me',
  /** `about` is `anything`, `ofTopic` or `words`. */
  set: (channel: string, about: string, voices: number, perDay: number) =>
    `${channel} gets an alert as soon as ${f.count(voices, 'newsroom', 'newsrooms')} have independently reported ${about}. At most ${f.count(perDay, 'alert', 'alerts')} a day.`,
  anything: 'a story',
  ofTopic: (topic: string) => `a story on ${topic}`,
  words: (words: string) => `a story that mentions ${words}`,
  quiet: (from: string, until: string, zone: string) =>
    `Nothing is posted from ${from} to ${until} (${zone}); one message afterwards covers what was confirmed in between.`,
  posts: 'Each story gets its own post, tagged with its topic, which grows as newsrooms join.',
  threads: 'Each alert gets a thread for discussion.',
  crossposts: 'Alerts are published to the servers that follow this channel.',
  written: (language: string) => `Lede writes them in ${language}.`,
  pings: (role: string) => `Each alert pings ${role}. Members take or drop the role with **Notify me** below an alert.`,
  either: 'Give a topic or words, not both. For both, set alerts in two channels.',
  off: (channel: string) => `${channel} gets no more alerts.`,
  none: 'No channel of this server gets alerts. /alerts set starts them.',
  heading: 'Alerts',
  gotRole: (role: string) => `You now have ${role} and will be notified of alerts. Press again to stop.`,
  lostRole: (role: string) => `You no longer have ${role}, so alerts won’t notify you.`,
  noRole: 'This alert’s role has changed since. Use the button below the next alert.',
  roleDeleted: 'The role of these alerts was deleted, so there is nothing to take. The server’s admins are told.',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
