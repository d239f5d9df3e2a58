import { stemOf } from '../text/terms.ts';

/** What is the same deed, or a form that no ending tells of. */
const same: ReadonlyMap<string, string> = new Map(
  [
    'close closed closing closes shut shuts shutting shuttered closure closures',
    'cut cuts cutting axe axed axing slash slashed slashing shed sheds shedding scrap scrapped scrapping eliminate eliminated',
    'have has had having with employ employs employed operate operates operated run runs ran own owns owned keep keeps kept are is was were be been there',
    'lose lost loses losing',
    'sell sold sells selling',
    'buy bought buys buying',
    'build built builds building',
    'send sent sends sending deploy deployed',
    'find found finds finding',
    'take took taken takes taking',
    'make made makes making',
    'win won wins winning',
    'hold held holds holding',
    'hire hired hires hiring recruit recruited create created creates creating add added adds adding',
    'destroy destroyed destroying flatten flattened level levelled leveled',
    'cancel cancelled canceled cancels scrub scrubbed',
    'steal stole stolen',
    'hit hits hitting struck strike strikes',
    'leave left leaves leaving',
    'fire fired fires firing launch launched launches launching',
    'seize seized seizes seizing confiscate confiscated confiscates confiscating impound impounded',
    'rescue rescued rescues rescuing save saved saves saving pull pulled pulls pulling',
    'bring brought brings bringing',
    'give gave given gives giving',
    'catch caught catches catching',
    'fight fought fights fighting battle battled battles battling',
    'shoot shot shoots shooting',
  ].flatMap((row) => row.split(' ').map((word, _, all) => [word, all[0] ?? word] as const)),
);

/** Words that stand between a verb and the number of its object. */
const between =
  /\s*\b(?:at least|at most|more than|fewer than|less than|no fewer than|as many as|upwards of|up to|a total of|an estimated|over|under|about|around|some|roughly|approximately|estimated|nearly|almost|only|just|exactly|all|another|its|their|his|her|the|those|these|\p{Ll}+ly)$/u;
const noVerb =
  /^(?:about|across|after|against|all|although|among|an?|and|any|as|at|because|before|behind|between|both|but|by|during|each|every|for|from|how|if|in|into|it|its|like|near|nor|now|of|off|on|onto|or|other|our|outside|over|said|says|since|so|some|than|that|the|their|then|these|they|this|those|through|to|today|toward|towards|under|until|upon|we|when|where|which|while|who|yesterday|yet)$/;
/** "Left 5,000 residents without power", "5,000 residents are still without power" */
const lacking = /^\s(?:(?:are|were|remain|remained)\s)?(?:still\s)?without\b/u;
const done = /^[^.;:,]{0,60}?\s(?:is|was|are|were|be|been|being)\s(?:\p{Ll}+ly\s)?(\p{Ll}{3,})/u;

/** The verb whose object, or passive subject, a count is; "have" for all that only says how many there are. Undefined where neither is to be seen. */
export function deedOf(before: string, after: string): string | undefined {
  if (lacking.test(after)) return 'without';
  let left = before.trimEnd();
  for (let turn = 0; turn < 3; turn++) left = left.replace(between, '').trimEnd();
  const word = /(?:^|\s)(\p{L}+)$/u.exec(left)?.[1] ?? '';
  if (/^\p{Ll}/u.test(word) && !noVerb.test(word)) return deedName(word);
  const passive = done.exec(after)?.[1];
  return passive === undefined ? undefined : deedName(passive);
}

/** One name for the forms and synonyms of a verb. */
export const deedName = (word: string): string => same.get(word.toLowerCase()) ?? stemOf(word);
