import type { Formats } from '../formats.ts';

/** Texts in the picture of a story's coverage, and its alternative text. */
export const picture = (f: Formats) => ({
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
});
