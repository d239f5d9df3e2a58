import { either } from '../words.ts';
import { opensSentence } from './sentenceWords.ts';
import { type SpeechVerb, speechVerbs } from './speechVerbs.ts';

const day = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';

/** Auxiliaries, adverbs and times between a subject and its verb. */
const between = either(`
  has have had also then later once just even still always never again first himself herself would will could did does
  may might must can now often recently reportedly today yesterday \\p{Ll}{3,}ly
`);
const trailing = new RegExp(
  `(?:^|[\\s,])(?:${between}|(?:went|goes) on to|(?:continued|began|wanted|likes?|liked|used|tried|seemed) to|` +
    `(?:(?:on|late|early|earlier|last)\\s+)*${day}(?:\\s(?:morning|afternoon|evening|night))?|` +
    `(?:earlier )?(?:this|last) (?:week|month|year)|` +
    `in (?:an?|his|her|the) (?:\\p{L}+\\s+){0,3}(?:statement|interview|tweet|post|speech|letter|email|video|report))$`,
  'u',
);
/** Words that begin an apposition after a name. */
const appositionWords = either(`
  who whose which where the an? in of at from for on with during by after now then also his her its their one as to when
  while former currently \\p{Ll}+ing \\p{Ll}+ed chief chair director president head founder professor Jr Sr
`);
const apposition = new RegExp(
  `^(?:(?:${appositionWords})\\b|\\d|[RDI]-|\\p{Ll}|(?:\\p{Lu}[\\p{L}.-]*\\s)*\\p{Lu}[\\p{L}.-]*[’']s?\\s+\\p{Ll})`,
  'u',
);
const clauseEdge =
  /[,;:”]|\s[—–―]|--|\s-\s|…|\b(?:that|which|who|when|while|because|after|before|as|if|but|so|where|whether|since|although|though|until|unless|how|[Ww]hat|why|than)\s/g;

/** The text after the last clause boundary. */
function lastClause(text: string): string {
  let from = 0;
  for (const edge of text.matchAll(clauseEdge)) from = edge.index + edge[0].length;
  return text.slice(from);
}

/** Words that open a sentence before its subject. */
const openers = either(`
  But And Yet So Or Then Later Meanwhile However Instead Now Still Also Once Even Only Earlier Today Yesterday Again
  Indeed Moreover Perhaps Finally Recently and or then yet later
`);
const leading = new RegExp(
  `^(?:(?:${openers}|\\p{Lu}\\p{Ll}+ly(?=,|\\s\\p{Ll}|\\s(?:The|He|She|They)\\b))[\\s,]+)+`,
  'u',
);

/** Pronouns that refer to a person named before. */
export const personal = /^(?:he|she|he or she)$/i;
const pronoun = /^(?:he|she|they|it|I)$/i;
/** "fans", "colleagues" */
const plural = /^(?!(?:always|perhaps|sometimes|besides|afterwards|towards)$)\p{Ll}{2,}[^\Wsui]s$/u;
const someone = /^(?:another|others|some|many|several|one|a third|(?:some|every)(?:one|body)|no one|nobody)$/i;

const role =
  /(?:^|\s)(?:boy|captain|chief|coach|cook|girl|guard|head|judge|mayor|nurse|pilot|suspect|thief|victim|youth)s?$|\p{Ll}(?:man|woman|men|women|person|or|er|ers|ors|ist|ists|ian|ians|ant|ent|ents|ials?|ics|yst|ysts|ources?|ple|ands|ees?|aign|ement|eport|ice|ources)$/u;
const preposition = /^(?:in|on|at|during|after|for|with|by|from|to|of|under|before|since|despite|following)\s/i;
const determiner = /^(?:the|a|an|one|another|some|many|several|his|her|their|its|our|two|three|four|both|most|no)\b/i;

/** The phrase as a subject, if it reads like one. */
function tidy(phrase: string): string | undefined {
  const text = phrase
    .replace(/^[^\p{L}\p{N}$@]+/u, '')
    .replace(leading, '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[,\s—–-]+$|\s+that$/, '')
    .trim();
  const words = text.split(' ');
  if (pronoun.test(text) || someone.test(text)) return text;
  if (isOpener(text)) return undefined;
  const isSubject =
    /^(?!(?:I|We|You|It|That|This|What|There|If|When|While|As|These|Those|Who|Here|Why|How)\b)\p{Lu}/u.test(text) ||
    (determiner.test(text) && words.length > 1) ||
    (role.test(text) && words.length <= 4) ||
    plural.test(text);
  return isSubject && words.length <= 8 ? text : capitalRun(text);
}

function capitalRun(text: string): string | undefined {
  const run =
    /(?:\p{Lu}[\p{L}\p{N}.'’-]*\s+(?:(?:of|de|van|von|der|al|bin|for|the|and)\s+)?){0,6}\p{Lu}[\p{L}\p{N}.'’-]*$/u.exec(
      text,
    )?.[0];
  return run !== undefined && !/^(?:I|We|You|It)$/.test(run) && !isOpener(run) ? run : undefined;
}

/** Whether a phrase is a single capitalised word that nobody is called. */
const isOpener = (phrase: string): boolean =>
  !/\s/.test(phrase) &&
  (opensSentence(`${phrase} `) ||
    /^(?:To|Of|For|Like|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/.test(
      phrase,
    ));

/**
 * The subject of the verb that follows this text: a name, pronoun or role. `shared` if an earlier verb has the same
 * subject ("… and said").
 */
export function subjectBefore(clause: string): { subject?: string; shared?: boolean } {
  let text = clause.slice(-400).trimEnd();
  for (let turn = 0; turn < 4; turn++) {
    const shorter = text.replace(trailing, '').trimEnd();
    if (shorter === text) break;
    text = shorter;
  }
  if (/(?:^|[\s,])(?:and|but|before|by|then|or|while|after|as|in|when)$/i.test(text)) return { shared: true };
  for (let turn = 0; turn < 5 && /[,—–]$/.test(text); turn++) {
    text = text.replace(/[,\s—–]+$/, '');
    const edge = Math.max(text.lastIndexOf(', '), text.lastIndexOf(' — '), text.lastIndexOf(' – '));
    const segment = edge < 0 ? text : text.slice(edge + 1).replace(/^[\s—–]+/, '');
    if (edge < 0 || !apposition.test(segment)) break;
    text = `${text.slice(0, edge).trimEnd()},`;
  }
  let phrase = lastClause(text);
  const and = /^(.*)\band\s+(.+)$/s.exec(phrase);
  if (and && !/\p{Lu}[\p{L}.’'-]*\s$/u.test(and[1] ?? '')) phrase = and[2] ?? phrase;
  const subject = tidy(phrase);
  return subject === undefined ? {} : { subject };
}

const phraseEnds = either(`
  said who whom when while after before in on at during as about to with from because last this that and but if through
  under via by recently today yesterday earlier later released published filed obtained
`);
const endOfPhrase = new RegExp(
  `[,;:—–“”"()!?]|\\s-|(?<!\\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Lt|Gen|Col|Capt|Maj|Sgt|Prof|Rev|St|[A-Z]))\\.|` +
    `(?<!-)\\b(?:${phraseEnds}|${day})\\b(?!-)`,
);

/** The subject after an inverted verb ("said Ida Brandt, a deckhand"). */
export function subjectAfter(text: string): string | undefined {
  const phrase = text.slice(0, 200).trimStart().split(endOfPhrase, 1)[0]?.trim() ?? '';
  if (pronoun.test(phrase) || someone.test(phrase) || plural.test(phrase)) return phrase;
  const words = phrase.split(/\s+/);
  if (phrase === '' || words.length > 10) return undefined;
  if (/^[\p{Lu}@]/u.test(phrase) && !/^(?:I|We|You|It)\b/.test(phrase)) return phrase;
  const isNamed = determiner.test(phrase) || /\p{Lu}[\p{L}’'-]+$/u.test(phrase);
  return words.length > 1 && isNamed ? phrase : undefined;
}

/** No real sentence has more verbs of speech. */
export const verbsMax = 8;

/** The subject of a sentence's first verb of speech, else the name that opens its main clause. */
export function mainSubject(text: string): string | undefined {
  const open = opening(text);
  for (const verb of speechVerbs(open).slice(0, verbsMax)) {
    if (verb.participle) continue;
    const { subject } = subjectBefore(open.slice(0, verb.start));
    if (subject !== undefined) return subject;
  }
  return openingName(open);
}

const dateline = /^\p{Lu}[\p{Lu}\s,.’'-]+(?:,\s[\p{L}.]{2,14}(?:\s[\p{L}.]{2,14})?\s)?(?:\([^)]{1,30}\)\s)?[—–-]+\s/u;
/** The main clause without a leading phrase, a dateline or words such as "But". */
function opening(text: string): string {
  const rest =
    /^(?:In|On|At|Over|Under|Amid|Through|Throughout|During|After|As|When|While|Before|By|With|For|Since|Despite|Speaking|Asked|Following)\b.{0,150}?,\s+(?=(?:(?:the|[\p{Ll}-]*(?:er|or|man|woman|ist|ian|ant|ent|yst|coach|chief))\s+)?\p{Lu}|s?he\b)(.*)$/su.exec(
      text,
    )?.[1] ?? text;
  return rest.replace(dateline, '').replace(leading, '');
}

function openingName(open: string): string | undefined {
  const run =
    /^(?:[Tt]he\s+)?(?:\p{Lu}[\p{L}.'’-]*\s+(?:(?:of|de|van|von|der|al|bin)\s+)?){0,5}\p{Lu}[\p{L}'’-]*(?:\.(?=\s\p{Lu}))?/u.exec(
      open,
    )?.[0];
  if (run === undefined || /^(?:I|We|You|It)$/.test(run) || preposition.test(run)) return undefined;
  const opens = isOpener(run) || (!/\s/.test(run) && opensSentence(open));
  return opens && !personal.test(run) ? undefined : run;
}

/** "is saying", "he’s saying", "can be heard saying" */
const progressiveAuxiliary =
  /(?:\b(?:is|was|are|were|been|kept|keeps|(?:can|could|may)\sbe)|(?<=\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey))[’'](?:s|re))\s+(?:\p{L}+ly\s+)?(?:(?:caught|filmed|heard|seen|shown)\s+)?$/u;

/** The subject of a verb of speech, if its sentence names one. */
export function subjectOf(text: string, verb: SpeechVerb): string | undefined {
  const left = text.slice(0, verb.start);
  const progressive = verb.participle && progressiveAuxiliary.test(left);
  if (verb.participle && !progressive) {
    // "footage of Brandt saying": no comma between a name and its participle.
    const name = /(?:^|(?<!\bto)[\s“])((?:\p{Lu}[\p{L}.'’-]*\s+){1,4})$/u.exec(left)?.[1]?.trim();
    return name !== undefined && !isOpener(name) ? name : mainSubject(left);
  }
  const { subject, shared } = subjectBefore(progressive ? left.replace(progressiveAuxiliary, '') : left);
  return shared ? mainSubject(left) : subject;
}
