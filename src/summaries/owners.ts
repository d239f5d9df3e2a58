import { type Around, sinceQuote } from './around.ts';

const saying =
  '(?:accusation|admission|allegation|announcement|answer|argument|assertion|assessment|assurance|belief|boast|call|claim|comment|complaint|conclusion|contention|declaration|demand|description|explanation|insistence|joke|message|motto|observation|plea|pledge|prediction|promise|question|remark|reply|response|slogan|statement|suggestion|threat|tweet|view|vow|warning|words)s?';
const owned = new RegExp(
  `(?:(?<!\\p{L})([Hh]is|[Hh]er)|((?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,4}\\p{Lu}[\\p{L}.-]*)(?:[’']s|(?<=s)[’']))\\s+(?:[\\p{L}\\d-]+\\s+){0,2}${saying}(?:(?:\\s+|\\s*[—–]\\s*)(?:(?:is|was)\\s)?that\\b[^“”.;:]{0,100}|\\s+of\\b[^“”.;:]{0,60}\\bas\\s+(?:an?\\s+|the\\s+)?|\\s+(?:was|is):?\\s*|(?:,\\s[^,“”:]{2,60})?\\s*[,:—–]|\\s-)\\s*$`,
  'u',
);

/** "The answer to Brandt’s question was that “…”": who answers speaks. */
const answered = /\b(?:answer|reaction|rebuttal|reply|response)\sto\s$/;
const predicate = /\s(?:is|was)(?:\sthat\b[^“”]*|:?\s*)$/;

/** "Brandt’s claim that the roof was “…”": whose words they are. */
export function owner({ before }: Around): string | undefined {
  const fragment = sinceQuote(before).slice(-250);
  const [whole = '', pronoun, named] = owned.exec(fragment) ?? [];
  if (answered.test(fragment.slice(0, fragment.length - whole.length)) && predicate.test(whole)) return undefined;
  return pronoun === undefined ? named : /^his$/i.test(pronoun) ? 'he' : 'she';
}

const answers = new RegExp(
  `^(?:was|is)\\s(\\p{Lu}[\\p{L}.’'-]*?(?:\\s\\p{Lu}[\\p{L}.’'-]*?){0,3})(?:[’']s|(?<=s)[’'])\\s(?:\\p{L}+\\s){0,2}${saying}(?!\\p{L})`,
  'u',
);

/** Whose words the text behind a quotation says they were: "“…,” was Brandt’s reply". */
export const answerer = (after: string): string | undefined => answers.exec(after)?.[1];
