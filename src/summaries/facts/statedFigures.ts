import { stemOf } from '../../text/terms.ts';

/** A count as one sentence states it. */
export interface StatedFigure {
  /** As printed, with its hedge: "at least 12", "nine". */
  readonly printed: string;
  readonly value: number;
  /** "About", "more than", "nearly": near values mean the same. */
  readonly rough: boolean;
  /** As a reader would name it: "people killed", "deckhands". */
  readonly noun: string;
  /** Equal for figures on the same thing. */
  readonly key: string;
  /** Whether it counts what happened to people or animals, not only how many there are. */
  readonly toll: boolean;
  /** Given as the toll itself ("the toll rose to 80"): it counts more than another number beside it. */
  readonly named: boolean;
}

/** No sentence that counts something is longer. */
const lettersMax = 600;
const units = 'one two three four five six seven eight nine'.split(' ');
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const multipliers: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  lakh: 100_000,
  million: 1_000_000,
};

/** Alternatives whose first letter may be a capital, for patterns in which other words' letters tell names apart. */
const capitalToo = (words: string): string =>
  words.replace(/(?<=[|:])\p{Ll}(?=\p{Ll})/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);

const digits = '\\d{1,3}(?:,\\d{2,3})+|\\d{1,7}(?:\\.\\d+(?=\\s(?:lakh|million)))?';
const inWords = `(?:${tens.join('|')})(?:-(?:${units.join('|')}))?|${[...teens, ...units].join('|')}`;
const number = `(?:${digits}|${inWords})(?:\\s(?:${Object.keys(multipliers).join('|')}))?`;
const exact = 'at least|no fewer than|all|only|just';
const vague =
  'more than|over|nearly|almost|about|around|some|up to|as many as|an estimated|roughly|approximately|close to';
const hedge = `(?:${exact}|${vague})`;
/** No money, dates, ages, scores, ordinals or parts of a larger number. */
const notInside = '(?<![\\p{L}\\p{N}$€£#₹.,:/–-])';
const notWithin = '(?![\\p{L}\\p{N}%-]|[.,:/]\\d)';
const count = `${notInside}((?:${capitalToo(hedge)}\\s)?(?:another\\s)?)(${capitalToo(number)})${notWithin}`;

/** What happens to those who are counted, by the word that tells it. */
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
const fateOf = (word: string): string | undefined => fates.find(([, pattern]) => pattern.test(word))?.[0];

const stop =
  '(?:of|in|on|at|as|by|for|from|with|to|who|that|which|after|before|when|and|or|but|including|among|near|during)';
const fateWords =
  'killed|dead|died|die|deaths?|fatalities|injured|wounded|hurt|missing|unaccounted|trapped|stranded|displaced|' +
  'evacuated|arrested|detained|rescued|infected|sickened|infections|cases';
/** "the death toll in the region rose to 80", "cases top 3,200", "deaths of 15 elephants" */
const totalled = new RegExp(
  `\\b(toll|deaths|fatalities|cases|infections|injuries|evacuations?)(?:\\s[^.;:!?]{0,70}?)?\\s` +
    `(?:to|at|of|tops?|topped|nears?|nearing|reach(?:es|ed|ing)?|hits?|pass(?:es|ed)|exceed(?:s|ed))\\s${count}`,
  'giu',
);
/** "13 people were killed", "41 missing", "Fifteen elephants found dead" */
const suffered = new RegExp(`${count}((?:\\s(?!${stop}\\s)[\\p{L}’'-]+){0,6}?)\\s(${fateWords})(?![\\p{L}-])`, 'giu');
/** "killing at least 13 people", "claimed the lives of three workers" */
const inflicted = new RegExp(
  `\\b((?:kill|injur|wound|arrest|detain|displac|rescu|evacuat|infect|sicken|claim)(?:s|ed|es|ing)?)\\s` +
    `(?:the\\slives\\sof\\s)?${count}`,
  'giu',
);
/** "1,200 deckhands": a large count of something, with at most two words between. */
const counted = new RegExp(
  `${count}((?:\\s(?!${stop}\\s)\\p{Ll}[\\p{L}’'-]+){0,2}?)\\s([\\p{Ll}-]{3,}s)(?![\\p{L}-])`,
  'gu',
);
/** Smaller counts of things differ too often because they are other things. */
const countMin = 100;

/** A whole word that is one of these. */
const oneOf = (words: string): RegExp => new RegExp(`^(?:${words.split(/\s+/).join('|')})$`, 'iu');
const anyone = /^(?:people|persons?|lives|victims?|civilians?|individuals|others?)$/i;
const measure =
  oneOf(`years? days? hours? minutes? months? weeks? times? seconds? miles? k(?:ilo)?met(?:re|er)s? met(?:re|er)s? feet
    degrees? points? percent pounds? dollars? euros? crowns? rupees? tons? tonnes? acres? hectares? words?`);
const filler =
  oneOf(`was were have has had been be are is found confirmed reported reportedly left still also now being already
    remain remained went gone officially`);
/** An increment, or what nobody knows yet. */
const partial = /\b(?:more|new|further|additional|fresh|feared|suspected|could|may|might|not)\b/i;
/** Of another time, or over a span of time. */
const otherTime = new RegExp(
  `\\b(?:in\\s(?:the\\s)?(?:past|last|previous)|last\\s(?:week|month|year|summer|winter)|ago|since|so\\sfar\\sthis|` +
    `(?:each|per|every|a)\\s(?:day|week|month|year)|earlier|previous(?:ly)?|annually|combined|` +
    `(?:in|over|within)\\s(?:\\p{L}+|\\d+)\\s(?:hours|days|weeks|months|years|decades))\\b`,
  'iu',
);
/** "The 13 injured passengers were discharged": some of those who were counted before. */
const referring = new RegExp(`\\b(?:the|these|those|his|her|its|their)\\s(?:${hedge}\\s)?$`, 'iu');
const firm = new RegExp(`^(?:${exact}|another)`, 'iu');
const isRest = new RegExp(`\\band\\s(?:${hedge}\\s)?(?:${number})\\s(?:\\p{L}+\\s)?others?\\b`, 'iu');
const months = 'January February March April May June July August September October November December'.split(' ');
const inMonth = new RegExp(`\\bin\\s(${months.join('|')})\\b`, 'gu');
const year = /(?<![\d,.])(?:19|20)\d\d(?![\d,.]\d|\d)/g;
/** What did not happen, might, or is only claimed to be planned. */
const unreal =
  /\b(?:not|never|without|could|might|if|avoid\p{L}*|fears?|plott?\p{L}*|threat\p{L}*|den(?:y|ied|ies|ying))\b/iu;
const ofWar = new RegExp(
  `\\b(?:air\\s?strikes?|strikes|drones?|missiles?|rockets?|shell(?:s|ed|ing)|bombard\\p{L}*|troops|soldiers?|army|` +
    `militar\\p{L}+|militias?|rebels?|fighters|forces|wars?|ceasefire|frontline|siege)\\b`,
  'iu',
);

function amountOf(printed: string): number {
  const [first = '', multiplier] = printed.toLowerCase().split(/\s/);
  const [ten = '', unit = ''] = first.split('-');
  const small = [...units, ...teens].indexOf(first) + 1;
  const value = /^\d/.test(first)
    ? Number(first.replaceAll(',', ''))
    : small > 0
      ? small
      : (tens.indexOf(ten) + 2) * 10 + units.indexOf(unit) + 1;
  return value * (multipliers[multiplier ?? ''] ?? 1);
}

const anyCount = new RegExp(count, 'giu');

/** Every number of a headline, whatever it counts. */
export const numbersIn = (title: string): ReadonlySet<number> =>
  new Set([...title.matchAll(anyCount)].map(([, , printed = '']) => amountOf(printed)));

/** Whether a text holds a count; where it does not, `statedFigures` finds nothing in it. */
export const mayStateFigure = (text: string): boolean =>
  [suffered, inflicted, totalled, counted].some((pattern) => text.slice(0, lettersMax).search(pattern) >= 0);

/** In a war each side counts its own and the other's dead. */
export const tellsOfWar = (text: string): boolean => ofWar.test(text);

const behind = new RegExp(`^((?:\\s(?!${stop}\\s)[\\p{L}’'-]+){0,3})`, 'u');

/** What stands behind a number: undefined for people, `false` where it is no count. */
function nounBehind(text: string): string | undefined | false {
  const words = behind.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  if (measure.test(words[0] ?? '') || partial.test(words.slice(0, 2).join(' '))) return false;
  const noun = words.find(
    (word) => anyone.test(word) || /^(?:children|women|men|crew)$/i.test(word) || /\p{Ll}s$/u.test(word),
  );
  return noun === undefined || anyone.test(noun) ? undefined : noun;
}

/** The noun of "N … killed": its last word that is no auxiliary. */
function nounBetween(between: string): string | undefined | false {
  if (partial.test(between)) return false;
  const words = between
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !filler.test(word));
  if (words.some((word) => measure.test(word))) return false;
  const noun = words.at(-1);
  return noun === undefined || anyone.test(noun) ? undefined : noun;
}

/** The counts of a sentence; none of a war, another time or what did not happen, nor of a thing with two numbers. */
export function statedFigures(given: string, publishedAt?: number): StatedFigure[] {
  const sentence = given.slice(0, lettersMax);
  if (tellsOfWar(sentence)) return [];
  const found: StatedFigure[] = [];
  const taken: number[] = [];
  const add = (
    at: number,
    hedged: string,
    printed: string,
    fate: string,
    noun: string | undefined | false,
    named = false,
  ) => {
    if (noun === false || taken.includes(at) || isOther(sentence, at, publishedAt)) return;
    // "Brandt and nine others died": not all of them.
    if (fate === 'killed' && (/another/i.test(hedged) || isRest.test(sentence.slice(Math.max(0, at - 40), at + 60))))
      return;
    taken.push(at);
    const thing = noun?.toLowerCase();
    found.push({
      printed: `${hedged.replace(/another\s/i, '')}${printed}`,
      value: amountOf(printed),
      rough: hedged !== '' && !firm.test(hedged),
      noun: fate === '' ? (thing ?? 'people') : `${thing ?? 'people'} ${fate}`,
      key: `${stemOf(thing ?? 'people')}|${fate}`,
      toll: fate !== '',
      named,
    });
  };
  for (const match of sentence.matchAll(totalled)) {
    const [whole, what = '', hedged = '', printed = ''] = match;
    const end = match.index + whole.length;
    add(end - printed.length, hedged, printed, fateOf(what) ?? 'injured', nounBehind(sentence.slice(end)), true);
  }
  for (const match of sentence.matchAll(suffered)) {
    const [, hedged = '', printed = '', between = '', word = ''] = match;
    add(match.index + hedged.length, hedged, printed, fateOf(word) ?? '', nounBetween(between));
  }
  for (const match of sentence.matchAll(inflicted)) {
    const [whole, verb = '', hedged = '', printed = ''] = match;
    const end = match.index + whole.length;
    add(end - printed.length, hedged, printed, fateOf(verb) ?? '', nounBehind(sentence.slice(end)));
  }
  for (const match of sentence.matchAll(counted)) {
    const [whole, hedged = '', printed = '', between = '', noun = ''] = match;
    const side = noun === 'votes' ? sideOf(sentence.slice(match.index + whole.length)) : '';
    const isLarge = amountOf(printed) >= countMin && !/^(?:19|20)\d\d$/.test(printed);
    if (!(side === '' ? isLarge : side) || partial.test(between) || measure.test(noun)) continue;
    add(match.index + hedged.length, hedged, printed, '', `${noun}${side}`);
  }
  return found.filter(
    (one) => !found.some((other) => other.key === one.key && other.value !== one.value && (other.named || !one.named)),
  );
}

/** For and against are two counts; of a vote's other numbers nobody knows which they are. */
function sideOf(after: string): string | undefined {
  if (/^\s(?:against|opposed)\b/.test(after)) return ' against';
  return /^\s(?:to\s[\p{N}\p{L}]+|in\sfavou?r|for)\b/u.test(after) ? ' for' : undefined;
}

/** Whether the words around a number put it into another time or take it back. */
function isOther(sentence: string, at: number, publishedAt: number | undefined): boolean {
  const clause = `${/[^;:]{0,80}$/.exec(sentence.slice(0, at))?.[0]}${/^[^;:]{0,80}/.exec(sentence.slice(at))?.[0]}`;
  const before = /[^,;:]{0,40}$/.exec(sentence.slice(0, at))?.[0] ?? '';
  if (otherTime.test(clause) || unreal.test(before) || referring.test(before)) return true;
  const now = publishedAt === undefined ? undefined : new Date(publishedAt);
  return (
    [...clause.matchAll(year)].some(([found]) => Number(found) !== now?.getUTCFullYear()) ||
    [...clause.matchAll(inMonth)].some(([, found = '']) => months.indexOf(found) !== now?.getUTCMonth())
  );
}
