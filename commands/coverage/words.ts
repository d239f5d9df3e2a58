import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = (f: Formats) => ({
  command: {
    named: ['coverage', 'Who else reports this article? Also in a message’s menu, under Apps'],
    options: { url: ['url', 'Address of the article'] },
    menu: 'Who else reports this?',
  } satisfies CommandText,
  byPage: (link: string) => `Lede has no article at ${link}. Going by its title and opening, it belongs to this story:`,
  alone: (outlet: string) => `So far only ${outlet} reports this.`,
  latest: (time: string) => `latest report ${time}`,
  reportedBy: 'Reported by',
  noCountry: 'Country unknown',
  owners: (owners: string) => `Owners: ${owners}`,
  /** An owner, and how many of the outlets belong to it. */
  owner: (name: string, outlets: number) => (outlets > 1 ? `${name} (${f.number(outlets)})` : name),
  ownersUnknown: (outlets: number) => `unknown for ${f.number(outlets)}`,
  agree: 'They agree',
  noLink: 'There is no link to an article in this message. Choose a message with one, or give the address: /coverage',
  onlyFirst: (count: number) => `This message has more links; Lede looked up the first ${f.number(count)}.`,
  noPage: (typed: string) => `“${typed}” isn’t a web address. Paste the article’s whole address, with https://`,
  unknown: (link: string) => `None of Lede’s outlets has a story that fits ${link}.`,
  nearest: (link: string) => `None of Lede’s outlets has a story that clearly fits ${link}. The closest are:`,
  closed: (link: string) =>
    `Lede has no article at ${link}, and the site doesn’t let bots read the page. Try /story with words from its headline.`,
  unanswered: (link: string) =>
    `Lede has no article at ${link}, and the page couldn’t be read just now. Try again in a minute, or try /story with words from its headline.`,
  spent: (link: string) =>
    `Lede has no article at ${link}, and it has read many pages for you in the last hour. Try again later, or try /story with words from its headline.`,
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
