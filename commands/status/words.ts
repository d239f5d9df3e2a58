import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';
import type { Signal } from '../../src/web/signals.ts';

const english = (f: Formats) => ({
  command: { named: ['status', 'Check that Lede is working'] } satisfies CommandText,
  heading: (version: string) => `Lede ${version}`,
  up: (relative: string) => `Started ${relative}`,
  outlets: (answered: number, all: number) => `${f.number(answered)} of ${f.count(all, 'outlet', 'outlets')} answered`,
  failing: (count: number) => f.count(count, 'outlet is failing', 'outlets are failing'),
  stories: (stories: number, articles: number) =>
    `${f.count(stories, 'story', 'stories')} from ${f.count(articles, 'article', 'articles')}`,
  corrections: (count: number) => f.count(count, 'correction by readers here', 'corrections by readers here'),
  lastPoll: (relative: string) => `Last read ${relative}`,
  toldByHubs: (count: number) => f.count(count, 'feed sends its news instantly', 'feeds send their news instantly'),
  lastDigest: (relative: string) => `Last digest ${relative}`,
  nextDigest: (relative: string) => `Next digest ${relative}`,
  noDigest: 'No digest is scheduled',
  pending: (count: number) => `${f.count(count, 'message is', 'messages are')} waiting to be sent`,
  processes: (count: number) => f.count(count, 'process', 'processes'),
  since: {
    group: (relative: string) => `one groups (took over ${relative})`,
    send: (relative: string) => `one sends (took over ${relative})`,
  },
  declined: (list: readonly string[]) => `Not allowed: ${list.join(' · ')}`,
  declinedBy: (what: string, count: number) => `${what} by ${f.count(count, 'outlet', 'outlets')}`,
  signals: {
    robots: 'pages (robots.txt)',
    search: 'search (Content-Signal)',
    licence: 'search (RSL licence)',
    mining: 'text mining (TDMRep)',
    snippet: 'sentences (nosnippet)',
    picture: 'pictures (max-image-preview)',
  } satisfies Record<Signal, string>,
  nobody: { group: '⚠️ none groups', send: '⚠️ none sends' },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
