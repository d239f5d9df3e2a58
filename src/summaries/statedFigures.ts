import { stemOf, termsOf } from '../text/terms.ts';
import { deedOf } from './deeds.ts';
import { type FigureClause, figureClause } from './figureClauses.ts';

/** A count as one sentence states it. */
export interface StatedFigure {
  /** As printed: "1,200", "nine". */
  readonly printed: string;
  readonly value: number;
  /** Whether the sentence says exactly this, at least this, at most this, or about this. */
  readonly kind: 'exact' | 'least' | 'most' | 'about';
  /** As a reader would name it: "deckhands", "people killed". */
  readonly noun: string;
  /** The stem of what is counted. */
  readonly thing: string;
  /** Equal for figures on the same thing. */
  readonly key: string;
  /** What happened to those who are counted; then no deed is looked for. */
  readonly fate: string | undefined;
  /** What is done with what is counted: "close", "have"; undefined where no verb stands beside it, and of votes for or against. */
  readonly deed: string | undefined;
  readonly clause: FigureClause;
  /** What else the sentence speaks of. */
  readonly context: ReadonlySet<string>;
}

/** No sentence that counts something is longer. */
const lettersMax = 1_000;
const numberWords = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at) => [word, at + 2]),
);

const number = `\\d{1,3}(?:,\\d{3})+|\\d{1,7}|${[...numberWords.keys()].join('|')}`;
/** A number and the noun it counts, with at most two words between; no money, dates, ages, scores, ordinals or parts of a larger number. */
const counted = new RegExp(
  `(?<![\\p{L}\\p{N}$€£#.,:/–-])(${number})\\s+((?:[\\p{Ll}][\\p{L}’'-]*\\s+){0,2}?)(people|children|men|women|civilians|[\\p{Ll}][\\p{Ll}-]{2,}s|dead)(?![\\p{L}-])`,
  'giu',
);
const hedges: readonly (readonly [RegExp, StatedFigure['kind']])[] = [
  [/\b(?:at least|more than|over|upwards of|no fewer than)\s*$/i, 'least'],
  [/\b(?:up to|fewer than|less than|under|as many as|at most|nearly|almost)\s*$/i, 'most'],
  [/\b(?:about|around|some|roughly|approximately|an estimated|estimated)\s*$/i, 'about'],
];
/** "12 November residents", "November 12 residents", "Flight 370 passengers": a date or a name. */
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
const inDate = new RegExp(`\\b${month}\\b`, 'u');
const dateBefore = new RegExp(`\\b${month}\\.?\\s*$`, 'u');
const numbered =
  /\b(?:airbus|apollo|area|article|block|boeing|bus|channel|chapter|class|day|district|division|episode|exit|flight|gate|grade|group|hall|highway|interstate|junction|lane|level|line|no\.?|number|page|part|phase|pier|platform|radio|room|route|season|section|size|stage|step|terminal|tier|train|tram|type|unit|ward|week|windows|zone|year)\s*$/iu;
/** "40 to 50 schools", "between 40 and 50": no single number is said. */
const rangeBefore = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${number})\\s+(?:to|or)|between\\s+(?:${number})\\s+and)\\s+$`,
  'iu',
);
const rangeAfter = new RegExp(`^\\s+(?:to|or)\\s+(?:${number})\\b`, 'iu');
/** What a number is measured against. */
const compared =
  /\b(?:(?:compared|together)\s(?:with|to)|(?:up|down|rose|risen|fell|fallen|increas(?:ed|ing)|reduced|dropped|raised|grew|grown|cut|went|changed)\s(?:\p{L}+\s){0,2}?from|against|versus|(?<!\b(?:more|fewer|less|later|rather)\s)than)\s+(?:\p{L}+\s+)?$/iu;
const notBehind = [/\b(?:of|another)\s*$/i, dateBefore, numbered, rangeBefore, compared];
/** "two players in a hundred", "three of nine" */
const share = /^\s+(?:in|out of|of)\s+(?:a|every|\d|ten|nine|twenty|hundred|the \d)/i;
const notBetween =
  /\b(?:of|and|to|in|on|or|the|a|per|from|at|was|were|is|are|other|more|additional|further|hundred|thousand|million|billion|dozen|times)\b/;
/** What did not happen, or might. */
const unreal =
  /\b(?:not|never|no longer|without|neither|nor|instead of|rather than|could|might|may|if|unless|avoid(?:ed|s|ing)?|fail(?:ed|s)? to|refus(?:ed|es) to|den(?:y|ied|ies|ying))\b|n[’']t\b/u;
/** Measures and places in a row: they count nothing that two outlets would differ on. */
const measures = new Set(
  'years year days day hours hour minutes minute months month weeks week seconds times miles kilometers kilometres meters metres feet inches degrees points goals pounds dollars euros others things percents ways parts yards acres tons tonnes decades centuries wins losses games seasons stars pages series nights episodes episodes runs wickets sets seats rounds lots kinds steps stories cents quarters'.split(
    ' ',
  ),
);
const anyone = new Set(
  'people children men women civilians dead others passengers students workers soldiers officers troops victims members'.split(
    ' ',
  ),
);
const fates: readonly (readonly [string, RegExp])[] = [
  ['killed', /\b(?:kill(?:ed|ing|s)|dead|died|dying|deaths?|los[et] their lives)\b/i],
  ['injured', /\b(?:injur(?:ed|ing|ies)|wound(?:ed|ing)|hurt)\b/i],
  ['arrested', /\b(?:arrest(?:ed|ing|s)?|detain(?:ed|ing))\b/i],
  ['missing', /\bmissing\b/i],
  ['rescued', /\brescu(?:ed|ing)\b/i],
  ['evacuated', /\bevacuat(?:ed|ing)\b/i],
];

const numberOf = (printed: string): number =>
  numberWords.get(printed.toLowerCase()) ?? Number(printed.replaceAll(',', ''));

const anyNumber = new RegExp(`(?<![\\p{L}\\p{N}.,])(?:${number})(?![\\p{L}\\p{N}])`, 'giu');
/** Every number of a headline, whatever it counts. */
export const numbersIn = (title: string): ReadonlySet<number> =>
  new Set([...title.matchAll(anyNumber)].map(([printed]) => numberOf(printed)));

/** Whether a text holds a number before a noun; where it does not, `statedFigures` finds nothing in it. */
export const mayStateFigure = (text: string): boolean => text.search(counted) >= 0;

/**
 * The counts of a sentence; none where the noun needs a fate ("12 people …") and the clause tells none or two, where a range or what did
 * not happen is counted. `publishedAt` tells which dates are those of the news.
 */
export function statedFigures(given: string, publishedAt?: number): StatedFigure[] {
  const sentence = given.slice(0, lettersMax);
  const found: StatedFigure[] = [];
  let context: Set<string> | undefined;
  for (const match of sentence.matchAll(counted)) {
    const [whole, printed = '', between = '', head = ''] = match;
    const value = numberOf(printed);
    const noun = head.toLowerCase();
    // A number of four digits without a comma is a year more often than a count.
    if (
      measures.has(noun) ||
      value < 2 ||
      inDate.test(`${between}${head}`) ||
      /^(?:19|20)\d\d$/.test(printed) ||
      notBetween.test(between)
    )
      continue;
    const end = match.index + whole.length;
    const before = sentence.slice(Math.max(0, match.index - 30), match.index);
    const after = sentence.slice(end, end + 45);
    if (notBehind.some((pattern) => pattern.test(before)) || share.test(after)) continue;
    if (noun !== 'votes' && rangeAfter.test(after)) continue;
    const side = sideOf(noun, after);
    if (side === 'unknown') continue;
    const fate = fateOf(before, after, noun);
    if (fate === undefined && anyone.has(noun)) continue;
    const clause = figureClause(sentence, match.index, end, publishedAt);
    if (unreal.test(clause.before)) continue;
    const kind = hedges.find(([pattern]) => pattern.test(before))?.[1] ?? 'exact';
    const thing = noun === 'dead' ? 'people' : noun;
    const kept = thing === 'people' || fate === undefined ? between.trim() : '';
    context ??= new Set(termsOf(sentence));
    found.push({
      printed,
      value,
      kind,
      noun: fate === undefined ? `${kept} ${thing}`.trim() : `${thing} ${fate}`,
      thing: stemOf(thing),
      key: [stemOf(thing), fate, side].join('|'),
      fate,
      deed: fate === undefined && side === '' ? deedOf(clause.before, sentence.slice(end, end + 120)) : undefined,
      clause,
      context,
    });
  }
  return found;
}

/** For and against are two counts; of a vote's other numbers nobody knows which they are. */
function sideOf(noun: string, after: string): string {
  if (noun !== 'votes') return '';
  if (/^\s+(?:against|opposed)\b/.test(after)) return 'against';
  return /^\s+(?:to\s+[\p{N}\p{L}]+|in favou?r|for)\b/u.test(after) ? 'for' : 'unknown';
}

/** What happened to those who are counted: told in the words just around, and only one thing. */
function fateOf(before: string, after: string, noun: string): string | undefined {
  if (noun === 'dead') return 'killed';
  // "killed nine people and injured 40": the verb right before the number is its own.
  const object =
    /\b(\p{L}+)(?:\s+(?:at least|more than|about|some|nearly|up to|around|over|another))?\s*$/iu.exec(before)?.[1] ??
    '';
  const direct = fates.find(([, pattern]) => pattern.test(object));
  if (direct) return direct[0];
  const clause = /^.*?(?=[.;:,]|\band\b|$)/.exec(after)?.[0] ?? '';
  const behind = fates.filter(([, pattern]) => pattern.test(clause));
  if (behind.length > 0) return behind.length === 1 ? behind[0]?.[0] : undefined;
  const close = /[^.;:,]*$/.exec(before)?.[0] ?? '';
  const ahead = fates.filter(([, pattern]) => pattern.test(close));
  return ahead.length === 1 ? ahead[0]?.[0] : undefined;
}
