import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['story', 'Read one story: what happened, who reported it, and where reports differ'],
    options: { query: ['query', 'Words from the headline; leave it out for today’s top story'] },
  } satisfies CommandText,
  nearest: (query: string, days: number) =>
    `Nothing found for “${query}”. Stories are kept for ${f.count(days, 'day', 'days')}. The closest are:`,
  top: (query: string, days: number) =>
    `Nothing matches “${query}”. Stories are kept for ${f.count(days, 'day', 'days')}. The top stories now are:`,
  nothing: (query: string, days: number) =>
    `Nothing found for “${query}”. Stories are kept for ${f.count(days, 'day', 'days')}; try one or two words from the headline, such as a place or a name.`,
  quietDay: 'There are no stories from the last 24 hours yet. The top stories of the last 3 days:',
  quietDays: 'There are no stories from the last 3 days yet. Search with words from a headline to find older ones.',
  whyHeading: (title: string) => `Why these articles are one story: ${title}`,
  whyWords: (words: string) => `in common: ${words}`,
  whyProbability: (probability: number) => `matches the others by ${Math.round(probability * 100)}% on average`,
  whyFooter:
    'Lede compares the words that two articles share, rare ones most, and the time between them. Stories are compared again as they grow.',
  outletsHeading: (title: string) => `Who reported: ${title}`,
  changedHeading: (title: string) => `What changed: ${title}`,
  hadItFirst: (outlet: string) => `**${outlet}** had it first`,
  /** Heads the reports that name an outlet or agency whose own report Lede hasn’t read. */
  unread: (source: string) => `**${source}** · not among the reports that Lede has read`,
  /** Beside an outlet whose sentence may not be quoted. */
  names: (source: string) => `names ${source}`,
  notTheSame: 'Not the same event? Choose the article',
  splitOff: {
    waiting:
      'Noted. If one more member says the same, or anyone who manages the server, the article leaves this story.',
    done: 'Done: the article is no longer part of this story on this server, and messages that included it are corrected.',
  },
  takenOut: (count: number) => `${f.count(count, 'article was', 'articles were')} taken out of this story here`,
  putBack: 'Put an article back? Choose it',
  picture: {
    /** `hours` is how much each bar covers. */
    heading: (hours: number) => {
      if (hours === 1) return 'Reports per hour';
      if (hours < 24) return `Reports per ${f.number(hours)} hours`;
      return hours === 24 ? 'Reports per day' : `Reports per ${f.number(hours / 24)} days`;
    },
    correction: 'correction',
    others: (count: number) => `${f.number(count)} others`,
    numbered: (number: number, name: string) => `${number} is ${name}`,
    altHead: (outlets: number, reports: number, first: string, last: string) =>
      `Coverage over time: ${f.count(reports, 'report', 'reports')} of ${f.count(outlets, 'outlet', 'outlets')}, from ${first} to ${last}.`,
    altFirst: (outlet: string) => `First report: ${outlet}.`,
    altNumber: (number: number, name: string) => `In the picture ${number} is ${name}.`,
    altOutlet: (outlet: string, times: string, more: number, corrections: string) =>
      `${outlet}: ${times}${more > 0 ? ` and ${f.number(more)} more` : ''}${corrections && `, corrected ${corrections}`}.`,
    altMore: (outlets: number) => `And ${f.count(outlets, 'more outlet', 'more outlets')}.`,
  },
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
