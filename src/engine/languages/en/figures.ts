import type { StatedFigure } from '../statedFigure.ts';
import { stem } from './stem.ts';

const units = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const multipliers: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  lakh: 100_000,
  million: 1_000_000,
};

const digits = '\\d{1,3}(?:,\\d{2,3})+|\\d{1,7}(?:\\.\\d+(?=\\s(?:lakh|million)))?';
const inWords = `(?:${tens.join('|')})(?:-(?:${units.join('|')}))?|${[...teens, ...units].join('|')}`;
const number = `(?:${digits}|${inWords})(?:\\s(?:${Object.keys(multipliers).join('|')}))?`;
const exact = 'at least|no fewer than|all|only|just';
const vague =
  'more than|over|nearly|almost|about|around|some|up to|as many as|an estimated|roughly|approximately|close to';
const hedge = `(?:${exact}|${vague})`;
/** Matches a count. Excludes money, percentages, scores, ordinals, "34-year-old" and parts of a larger number. */
const count = `(?<![\\p{L}\\p{N}$€£#₹.,:/–-])((?:${hedge}\\s)?(?:another\\s)?)(${number})(?![\\p{L}\\p{N}%-]|[.,:/]\\d)`;

/** Each fate, with the beginnings of the words for it. */
const fates: readonly (readonly [string, RegExp])[] = [
  ['killed', /^(?:kill|dead|die|death|toll|fatalit|claim)/i],
  ['injured', /^(?:injur|wound|hurt)/i],
  ['missing', /^(?:missing|unaccounted)/i],
  ['arrested', /^(?:arrest|detain)/i],
  ['rescued', /^rescu/i],
  ['evacuated', /^evacuat/i],
  ['displaced', /^displac/i],
  ['trapped', /^(?:trapped|stranded)/i],
  ['infected', /^(?:infect|sicken|cases)/i],
];
const fateOf = (word: string): string => fates.find(([, pattern]) => pattern.test(word))?.[0] ?? '';

const stop =
  '(?:of|in|on|at|as|by|for|from|with|to|who|that|which|after|before|when|and|or|but|including|among|near|during)';
const words = (max: number): string => `((?:\\s(?!${stop}\\s)[\\p{L}’'-]+){0,${max}}?)`;
/** "the death toll in the region rose to 80", "cases top 3,200", "deaths of 15 elephants" */
const totalled = new RegExp(
  `\\b(toll|deaths|fatalities|cases|infections|injuries|evacuations?)(?:\\s[^.;:!?]{0,70}?)?\\s` +
    `(?:to|at|of|tops?|topped|nears?|nearing|reach(?:es|ed|ing)?|hits?|pass(?:es|ed)|exceed(?:s|ed))\\s${count}`,
  'giu',
);
/** "13 people were killed", "41 missing", "Fifteen elephants found dead" */
const suffered = new RegExp(
  `${count}${words(6)}\\s(killed|dead|died|die|deaths?|fatalities|injured|wounded|hurt|missing|unaccounted|trapped|` +
    `stranded|displaced|evacuated|arrested|detained|rescued|infected|sickened|infections|cases)(?![\\p{L}-])`,
  'giu',
);
/** "killing at least 13 people", "claimed the lives of three workers" */
const inflicted = new RegExp(
  `\\b((?:kill|injur|wound|arrest|detain|displac|rescu|evacuat|infect|sicken|claim)(?:s|ed|es|ing)?)\\s` +
    `(?:the\\slives\\sof\\s)?${count}`,
  'giu',
);
const behind = new RegExp(`^((?:\\s(?!${stop}\\s)[\\p{L}’'-]+){0,3})`, 'u');

const anyone = /^(?:people|persons?|lives|victims?|civilians?|individuals|others?)$/i;
const notCounted = /^(?:years?|days?|hours?|minutes?|months?|weeks?|times?|seconds?|miles?|k(?:ilo)?met(?:re|er)s?)$/i;
const filler =
  /^(?:was|were|have|has|had|been|be|are|is|found|confirmed|reported|reportedly|left|still|also|now|being|already|remain|remained|went|gone|officially)$/i;
/** Words for an increment or an uncertain number. */
const partial = /\b(?:more|new|further|additional|fresh|feared|suspected|could|may|might|not)\b/i;
/** Words for another time or for a span of time: "last year", "per week". */
const otherTime = new RegExp(
  `\\b(?:in\\s(?:the\\s)?(?:past|last|previous)|last\\s(?:week|month|year|summer|winter)|ago|since|so\\sfar\\sthis|` +
    `(?:each|per|every|a)\\s(?:day|week|month|year)|earlier|previous(?:ly)?|annually|combined|` +
    `(?:in|over|within)\\s(?:\\p{L}+|\\d+)\\s(?:hours|days|weeks|months|years|decades))\\b`,
  'iu',
);
const year = /(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)/g;
/** Words before a repeated count: "The" in "The 13 injured passengers were discharged". */
const referring = new RegExp(`\\b(?:the|these|those|his|her|its|their)\\s(?:${hedge}\\s)?$`, 'iu');
/** Words for something that did not happen, only might happen, or is denied, feared or planned. */
const unreal =
  /\b(?:not|never|without|could|might|if|avoid\p{L}*|fears?|plott?\p{L}*|threat\p{L}*|den(?:y|ied|ies|ying))\b/iu;
const firm = new RegExp(`^(?:${exact})`, 'iu');
/** A number of further people: "Brandt and nine others". */
const isRest = new RegExp(`\\band\\s(?:${hedge}\\s)?(?:${number})\\s(?:\\p{L}+\\s)?others?\\b|\\banother\\s`, 'iu');
export const war = new RegExp(
  `\\b(?:air\\s?strikes?|strikes|drones?|missiles?|rockets?|shell(?:s|ed|ing)|bombard\\p{L}*|troops|soldiers?|army|` +
    `militar\\p{L}+|militias?|rebels?|fighters|forces|wars?|ceasefire|frontline|siege)\\b`,
  'iu',
);

function amountOf(printed: string): number {
  const [first = '', multiplier = ''] = printed.toLowerCase().split(/\s/);
  const [ten = '', unit = ''] = first.split('-');
  const small = [...units, ...teens].indexOf(first) + 1;
  const inTens = (tens.indexOf(ten) + 2) * 10 + units.indexOf(unit) + 1;
  return (/^\d/.test(first) ? Number(first.replaceAll(',', '')) : small || inTens) * (multipliers[multiplier] ?? 1);
}

const anyCount = new RegExp(count, 'giu');

export const numbersIn = (title: string): number[] =>
  [...title.matchAll(anyCount)].map(([, , printed = '']) => amountOf(printed));

/**
 * The counted noun among the words after a number. Undefined if there is none, false if the number is no count.
 */
function nounBehind(text: string): string | undefined | false {
  const near = behind.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  if (notCounted.test(near[0] ?? '') || partial.test(near.slice(0, 2).join(' '))) return false;
  return near.find(
    (word) => anyone.test(word) || /^(?:children|women|men|crew)$/i.test(word) || /\p{Ll}s$/u.test(word),
  );
}

/** The noun between number and fate in "N … killed": the last word not in `filler`. False for an increment. */
function nounBetween(between: string): string | undefined | false {
  if (partial.test(between)) return false;
  return between.split(/\s+/).findLast((word) => word !== '' && !filler.test(word));
}

/** The counts in an English sentence, except increments, repeats, other times, and what did not happen. */
export function figures(sentence: string, publishedAt?: number): StatedFigure[] {
  const found: StatedFigure[] = [];
  const taken = new Set<number>();
  const add = (at: number, hedged: string, printed: string, fateWord: string, noun: string | undefined | false) => {
    const fate = fateOf(fateWord);
    const near = sentence.slice(Math.max(0, at - 40), at + 60);
    if (noun === false || taken.has(at) || isOther(sentence, at, publishedAt)) return;
    if (fate === 'killed' && isRest.test(near)) return;
    taken.add(at);
    const thing = noun === undefined || anyone.test(noun) ? 'people' : noun.toLowerCase();
    found.push({
      printed: `${hedged.replace(/another\s/i, '')}${printed}`,
      value: amountOf(printed),
      rough: hedged !== '' && !firm.test(hedged),
      noun: `${thing} ${fate}`,
      fate,
      key: `${stem(thing)}|${fate}`,
      named: /^(?:toll|deaths|fatalities|cases|infections|injuries|evacuations?)$/i.test(fateWord),
    });
  };
  for (const pattern of [totalled, inflicted]) {
    for (const match of sentence.matchAll(pattern)) {
      const [whole, word = '', hedged = '', printed = ''] = match;
      const end = match.index + whole.length;
      add(end - printed.length, hedged, printed, word, nounBehind(sentence.slice(end)));
    }
  }
  for (const match of sentence.matchAll(suffered)) {
    const [, hedged = '', printed = '', between = '', word = ''] = match;
    add(match.index + hedged.length, hedged, printed, word, nounBetween(between));
  }
  return found;
}

/** Whether the words around a number say that it is of another time, unreal, or a repeated count. */
function isOther(sentence: string, at: number, publishedAt: number | undefined): boolean {
  const clause = `${/[^;:]{0,80}$/.exec(sentence.slice(0, at))?.[0]}${/^[^;:]{0,80}/.exec(sentence.slice(at))?.[0]}`;
  const before = /[^,;:]{0,40}$/.exec(sentence.slice(0, at))?.[0] ?? '';
  const now = publishedAt === undefined ? undefined : new Date(publishedAt).getUTCFullYear();
  return (
    otherTime.test(clause) ||
    unreal.test(before) ||
    referring.test(before) ||
    [...clause.matchAll(year)].some(([stated]) => Number(stated) !== now)
  );
}
