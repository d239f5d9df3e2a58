import type { CommandText } from '../../src/discord/commandText.ts';
import type { Formats } from '../../src/discord/texts/formats.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';
import { cityIn } from '../../src/schedule/zones.ts';

const english = (f: Formats) => ({
  command: {
    named: ['corrections', 'What outlets corrected, withdrew or retitled after it was shown here'],
    options: {
      outlet: ['outlet', 'Only this outlet'],
      since: ['since', 'How far back; 30 days if left out'],
    },
    choices: { today: 'today', '3days': '3 days', digest: 'last digest' },
  } satisfies CommandText,
  heading: (outlet: string | undefined) => (outlet === undefined ? 'Corrections' : `Corrections · ${outlet}`),
  counts: (changes: number, articles: number, start: string) =>
    `${f.count(changes, 'change', 'changes')} to the ${articles === 1 ? 'one article' : `${f.number(articles)} articles`} shown here since ${start}`,
  /** `since` is set if only later changes were asked for. */
  none: (articles: number, outlet: string | undefined, start: string, since: string | undefined) => {
    const by = outlet === undefined ? '' : ` by ${outlet}`;
    const when = since === undefined ? '' : ` since ${since}`;
    if (articles === 0) return `No article${by} has been shown here since ${start}.`;
    return articles === 1
      ? `The one article${by} shown here since ${start} was not corrected, withdrawn or given another headline${when}.`
      : `Of ${f.number(articles)} articles${by} shown here since ${start}, none was corrected, withdrawn or given another headline${when}.`;
  },
  unknownOutlet: (typed: string) =>
    `No message here has shown an article by “${typed}” lately, or several outlets have that name. Choose one from the list that appears while you type.`,
  shown: (time: string, url: string | undefined, channel: string) =>
    `${url === undefined ? `shown ${time}` : `[shown ${time}](${url})`} in ${channel}`,
  newer: 'Newer',
  older: 'Older',
  page: (number: number, of: number) => `Page ${f.number(number)} of ${f.number(of)}`,
  onlyNewest: (count: number) => `Only the newest ${f.number(count)} are listed; choose an outlet to see more`,
  zone: (zone: string) => `Times in ${cityIn(zone, f.locale)}`,
  rule: 'Case, punctuation and live pages don’t count',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
