import { type Around, sinceQuote } from './around.ts';
import { isNoSpeaker } from './germanSpeech.ts';
import { saysAnothersWords, speaksBehind } from './othersWords.ts';
import { answerer, owner } from './owners.ts';
import { judgesHere, passiveSpeaker, undergoneAt } from './passives.ts';
import { isPerson } from './people.ts';
import { type SpeechVerb, speechVerbs } from './speechVerbs.ts';
import { mainSubject, personal, subjectAfter, subjectBefore, subjectInverted, verbsMax } from './subjects.ts';
import { ownedBy, subjectOf } from './verbSubjects.ts';

const lastOf = <T>(list: readonly T[], fits: (one: T) => boolean): T | undefined => list.filter(fits).at(-1);

const untilQuote = (text: string): string => {
  const at = text.indexOf('“');
  return at < 0 ? text : text.slice(0, at);
};

const quotedAs =
  /(?:^|[\s,])(?:(\p{Lu}[^,“”]{1,60}?) (?:is|was|has been) quoted(?: by [^,“”]{2,40})?(?: as saying)?\b|quoted ([^,“”]{2,60}?) as saying\b)/u;

/** "NAME was quoted as saying", "the paper quoted NAME as saying": the one in the middle speaks. */
function quotedBy(text: string): string | undefined {
  const [, subject, object] = quotedAs.exec(text) ?? [];
  if (object === undefined) return subject && subjectBefore(subject).subject;
  return { him: 'he', her: 'she', them: 'they' }[object] ?? subjectAfter(object);
}

/** By name or role; not "in the eyes of the law" or "of many". */
const inWords =
  /\b(?:[Tt]o quote|[Ii]n the (?:eyes|judge?ment|opinion|view|words) of) (?!(?:the\s)?(?:all|both|few|fewer|law|many|most|others?|public|several|some|state|world)\b)((?:(?:the|an?|one|his|her|its|their)\s)?(?:\p{Ll}[\p{L}-]{1,30}\s){0,2}\p{Lu}[\p{L}.’'-]{0,30}(?:\s\p{Lu}[\p{L}.’'-]{0,30}){0,4}|(?:the|an?|one|his|her|its|their)\s\p{Ll}[\p{L}-]{1,30}),?(?:\s+[^“”,]{1,40})?\s*$|\b[Ii]n (\p{Lu}[^,“”]{1,40}?)[’']s? (?:own )?words,?(?:\s+[^“”,]{1,40})?\s*$/u;

const paper =
  /^(?:an?|the|their|his|her|its)?\s?(?:\p{L}+\s){0,3}(?:affidavit|complaint|document|filing|indictment|lawsuit|paper|record|recording|report|suit|testimony|transcript|video)s?\b/u;

/** "According to a transcript of the call, the agent asked: “…"": papers only tell who spoke, as does "…, Brandt warned" of anybody. */
const tellsWhoSpoke = (source: string): boolean =>
  speaksBehind(source) ||
  (paper.test(source) && speechVerbs(source.slice(source.indexOf(',') + 1)).some((one) => one.strong));

const putting =
  '(?:put|puts|describes?|described|calls|called|sums up|summed up|summed|characteri[sz]ed) (?:it|him|her|them|this|his|their|its|the)\\b';
/** "“…,” in the words of Brandt", "“…,” in Brandt’s view" */
const inWordsBehind =
  /^in (?:the (?:eyes|judge?ment|opinion|view|words) of ([^,.“”]{2,60})|(\p{Lu}[^,.“”]{1,40}?)(?:[’']s|(?<=s)[’']) (?:estimation|eyes|judge?ment|opinion|view|words)\b)/u;
const putBehind = new RegExp(
  `^(?:as|(?:is|was) how)\\s+([^,.]{2,80}?)\\s+(?:${putting}|(?:describe[sd]|explain(?:ed|s)|recall(?:ed|s)|remember(?:ed|s)|sees|saw|tells|told)\\s(?:it\\b|this\\b|that\\b|the\\s|an?\\s|\\p{Lu}))`,
  'u',
);
/** "As Brandt put it, “…”" */
const putAhead = new RegExp(`\\b[Aa]s\\s([^,.“”]{2,80}?)\\s${putting}[^,.“”]{0,30}(?:[,:]|,[^,.“”]{1,40})\\s*$`, 'u');

/** "Harlan, in Brandt’s view, is “…”" */
const inView =
  /\b[Ii]n\s((?:\p{Lu}[\p{L}.-]*\s){0,3}\p{Lu}[\p{L}-]*)(?:[’']s|(?<=s)[’'])\s(?:account|estimation|eyes|judge?ment|opinion|reckoning|telling|view),[^“”,;:]{0,60}$/u;

function leftDirect({ before }: Around): string | undefined {
  const fragment = sinceQuote(before);
  const put = putAhead.exec(fragment)?.[1];
  if (put !== undefined) return put;
  const [, ofWhom, whose] = inWords.exec(fragment) ?? [];
  const quoted = quotedBy(fragment) ?? ofWhom ?? whose ?? inView.exec(fragment)?.[1];
  if (quoted !== undefined) return quoted;
  const accordingTo = /\b[Aa]ccording to (.+?),?\s*$/s.exec(fragment)?.[1];
  if (accordingTo !== undefined && !/,.*,/.test(accordingTo) && !tellsWhoSpoke(accordingTo))
    return subjectAfter(accordingTo);
  if (!/(?:[,:]|\bthat)\s*$/.test(fragment)) return undefined;
  const verb = lastOf(speechVerbs(fragment), (one) => one.strong);
  if (!verb) return undefined;
  if (verb.start <= 1 && /^\s*(?:Said|Says|Added|Adds|Wrote)\b/.test(fragment))
    return subjectAfter(fragment.slice(verb.end));
  return subjectOf(before, shifted(verb, before.length - fragment.length));
}

const shifted = (verb: SpeechVerb, by: number): SpeechVerb => ({ ...verb, start: verb.start + by, end: verb.end + by });

function right({ quote, before, after }: Around, punctuated: boolean): string | undefined {
  const text = untilQuote(after);
  if (punctuated && !/[,?!—–-]["'’]?$/.test(quote) && !/^\s*[,—–―-]/.test(text)) return undefined;
  const named = /^[\s,]*[—–―]\s*(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,4})\s*(?:[,(@].*)?$/su.exec(text)?.[1];
  if (named !== undefined) return named;
  const whole = text.replace(/^[\s,—–-]+/, '').slice(0, 400);
  const answer = answerer(whole);
  if (answer !== undefined) return answer;
  const [, ofWhom, whose] = inWordsBehind.exec(whole) ?? [];
  if (ofWhom !== undefined) return subjectAfter(ofWhom);
  if (whose !== undefined) return whose;
  const asPut = putBehind.exec(whole)?.[1];
  if (asPut !== undefined) return asPut;
  const clause = whole.replace(/^as\s+/, '');
  // "“…,” a phrase that traders read as a promise": said of the words, not by whom.
  const comments =
    /^(?:(?:but|and|while|which|so|because|when|after|before)\b|an?\s\p{Ll}+\s(?:that|which|from|in|of|to|he|she|they|it|often|once|long|\p{Ll}+ly|\p{Ll}+ed\sby)\b)/u;
  if (punctuated && comments.test(clause)) return undefined;
  // "“…,” Brandt said, according to Reuters": Brandt speaks.
  const [, ahead = '', source] = /^((?:\p{L}+,?\s+){0,3}?according to|per)\s+(.+)/su.exec(clause) ?? [];
  if (source !== undefined && speechVerbs(ahead).length === 0)
    return (paper.test(source) ? leftAnywhere({ quote, before, after }) : undefined) ?? subjectAfter(source);
  const quoted = quotedBy(clause);
  if (quoted !== undefined) return quoted;
  // "“A poem,” Brandt called it."
  const caller = /^([^,.“”]{2,60}?)\s(?:called|calls)\s(?:it|him|her|them|this|that)\b/.exec(clause)?.[1];
  if (caller !== undefined) return subjectBefore(caller).subject;
  // "a smiling Brandt told"
  const strong = speechVerbs(clause).filter((one) => one.strong);
  const verb = strong.find((one) => !one.participle) ?? strong[0];
  if (!verb) return undefined;
  if (verb.start === 0) {
    if (verb.lemma === 'tell') return undefined;
    return subjectAfter(clause.slice(verb.end).replace(/^\s+(?:also|then|later)\b/, ''));
  }
  return subjectInverted(clause, verb) ?? subjectBefore(clause.slice(0, verb.start)).subject;
}

/** What goes on in a head, or is a list. */
const inward =
  /^(?:believe|compare|consider|expect|fear|feel|find|hear|hope|know|list|offer|order|read|regard|remember|rule|see|sing|suppose|think|title|worry)$/;
const ofIt = /\bwhat\s(?:it|they)\s(?:has\s|have\s|had\s)?$/;
/** "What was striking, said Ida Brandt, was “…”" */
const parenthetical = (before: string, verb: SpeechVerb): string | undefined =>
  verb.strong &&
  !verb.participle &&
  /,\s*$/.test(before.slice(0, verb.start)) &&
  /^\s\p{Lu}[^“”]*,/u.test(before.slice(verb.end))
    ? subjectAfter(before.slice(verb.end))
    : undefined;

/** "Brandt called it “…”, Dahl “…”", "Brandt said “…”; Dahl took it for “…”": these are not Brandt's. */
export function isParted({ before }: Around): boolean {
  const between = sinceQuote(before);
  return (
    between !== before && (between.includes(';') || /^,\s(?:and\s|but\s)?(?:the\s)?\p{Lu}[^,]{0,60}$/u.test(between))
  );
}

/** "Brandt, accused by Dahl": she says nothing. */
const byOther = /^\sby\s/;

function leftAnywhere(around: Around): string | undefined {
  const { before } = around;
  const passiveAt = undergoneAt(before);
  const verbs = speechVerbs(before)
    .filter(
      (one) =>
        one.start !== passiveAt &&
        !(!one.strong && byOther.test(before.slice(one.end)) && /,\s$/.test(before.slice(0, one.start))),
    )
    .slice(-verbsMax);
  const fragmentStart = before.lastIndexOf('”') + 1;
  // Whoever speaks around it: "critics say the plan, which Brandt has called “…”".
  const nearest = verbs.at(-1);
  if (nearest && !nearest.participle && judgesHere.test(before.slice(nearest.start))) {
    const subject = subjectOf(before, nearest);
    if (subject !== undefined && !/^(?:it|they)$/.test(subject)) return subject;
  }
  const here = verbs.filter((one) => one.start >= fragmentStart).toReversed();
  const earlier = isParted(around) ? [] : verbs.filter((one) => one.start < fragmentStart).toReversed();
  const inOrder = [here, earlier].flatMap((part) => [
    ...part.filter((one) => one.strong),
    ...part.filter((one) => !one.strong),
  ]);
  let back: string | undefined;
  for (const verb of inOrder) {
    const subject = parenthetical(before, verb) ?? subjectOf(before, verb);
    // "The council condemned what it termed “…”": it is the council.
    if (subject !== undefined && !ofIt.test(before.slice(0, verb.start))) return subject;
    back ??= subject;
  }
  if (back !== undefined) return back;
  // "Brandt used the meeting to accuse the board of “…”"
  const last = verbs.at(-1);
  return last && last.start >= fragmentStart && !inward.test(last.lemma) && /\bto\s$/.test(before.slice(0, last.start))
    ? mainSubject(before)
    : undefined;
}

const colonWordsMax = 12;
const englishVerb = /\s(?:was|is|were|are|had|has|did|put|made|gave|went|kept|took|left|summed|seemed|sounded)\s/;
const name =
  /^[\s•–—-]*(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}(?:\s*\([^)]{1,30}\))?)\s*(,\s[^:“”]{2,150}|\son\s[^:“”]{2,80})?:\s*$/u;

/** "Ida Brandt, accused by Per Ravn: “…”": the words may be his. */
const agent = /\s(?:by|dal?|par|por|von|vom)\s/;

/** "BRANDT: “…"", "Coach Ida Brandt, who has lost six in a row: “…"": a person's name where a label may also be a heading. */
function label(before: string): string | undefined {
  const [, found, more] = name.exec(before) ?? [];
  const speaker = found?.trim();
  return speaker !== undefined &&
    !isNoSpeaker(speaker) &&
    (more === undefined || (/\s/.test(speaker) && isPerson(speaker) && !agent.test(more)))
    ? speaker
    : undefined;
}

/** In small letters in no title: the words are a sentence. */
const smallVerb = /^(?:am|are|be|can|did|gab|had|has|hat|is|ist|sei|tut|war|was)$/;
const smallInTitles = /^(?:about|after|before|between|from|into|over|than|that|through|under|upon|with|without)$/;

/** "The Sound at Night": a work, whose words nobody in the sentence speaks. */
export function isTitle(quote: string): boolean {
  const words = quote.replace(/[,.!?]$/, '').split(/\s+/);
  if (words.length < 2 || words.length > 9 || /[.!?]\s/.test(quote)) return false;
  return (
    words.every(
      (word) =>
        (word.length <= 3 && !smallVerb.test(word)) || smallInTitles.test(word) || /^[\p{Lu}\d'’(&-]/u.test(word),
    ) &&
    /^\p{Lu}/u.test(words[0] ?? '') &&
    /^\p{Lu}/u.test(words.at(-1) ?? '') &&
    words.filter((word) => /^\p{Lu}/u.test(word) && word !== 'I').length >= words.length / 2
  );
}

/** "Brandt was blunt: “…": before a colon the subject of a short clause speaks, whatever its verb. */
function leftColon({ before }: Around): string | undefined {
  const clause = sinceQuote(before);
  if (!/:\s*$/.test(clause) || !englishVerb.test(clause) || clause.split(/\s+/).length > colonWordsMax)
    return undefined;
  const found = mainSubject(clause);
  const subject = ownedBy(found, clause);
  return subject !== undefined && (subject !== found || personal.test(subject) || isPerson(subject))
    ? subject
    : undefined;
}

const asked = /^\s*(?:When\s+)?[Aa]sked\b.*[^\s,:]\s*$/su;

const cheered =
  /\b(?:amid|drawing|drew|prompted|prompting|sparked|sparking|to)\s(?:\p{L}+\s)?(?:chants|cheers|cries|jeers|shouts) of\s*$/u;

/** "im „Haldener Boten“": a name in marks. */
const isNamed = ({ quote, before, after }: Around): boolean =>
  /(?<!\p{L})(?:beim|das|de[mnrs]|die|im|vom|zu[mr])\s$/u.test(before) &&
  /^(?:\p{Lu}[\p{L}-]*\s?){1,3}$/u.test(quote) &&
  /^\s/.test(after);

/**
 * "Asked by a reporter whether it was “…”, Brandt said": part of a question that somebody else put; "the so-called “…”"; and "he said, to
 * chants of “…”"; and what a speaker denies having said or reads out.
 */
export const isForeign = (around: Around): boolean =>
  /\bso-called\s*$/.test(around.before) ||
  isNamed(around) ||
  cheered.test(around.before) ||
  saysAnothersWords(around.before) ||
  (asked.test(around.before) && owner(around) === undefined);

/** The speaker whom the words before or after the quotation name in the same sentence, as they name him. */
export function attributed(around: Around): string | undefined {
  return (
    passiveSpeaker(around) ??
    leftDirect(around) ??
    owner(around) ??
    right(around, true) ??
    leftAnywhere(around) ??
    label(around.before)
  );
}

/** As `attributed`, for a quotation that runs on into the sentence without a mark ("… is what Brandt said"), or that a colon announces. */
export function attributedLoosely(around: Around): string | undefined {
  return right(around, false) ?? leftColon(around);
}

/** The subject of a short clause that follows a quotation's full stop ("… years.” Brandt said."). */
export function attributedAfterStop(sentence: string): string | undefined {
  if (sentence.split(/\s+/).length > 7 || sentence.includes('“')) return undefined;
  const verb = speechVerbs(sentence).find((one) => one.strong);
  if (!verb) return undefined;
  return verb.start === 0
    ? subjectAfter(sentence.slice(verb.end))
    : subjectBefore(sentence.slice(0, verb.start)).subject;
}

/** Whom a sentence reports as speaking, with or without a quotation. */
export function reportedSpeaker(sentence: string): string | undefined {
  for (const verb of speechVerbs(sentence).slice(-verbsMax).toReversed()) {
    if (!verb.strong || verb.participle) continue;
    const found = subjectInverted(sentence, verb) ?? subjectOf(sentence, verb);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whose words follow in the next paragraph, as the sentence with a colon that ends this one tells. */
export function announcedSpeaker(sentence: string): string | undefined {
  const around = { quote: '', before: sentence, after: '' };
  return owner(around) ?? leftColon(around) ?? label(sentence) ?? reportedSpeaker(sentence);
}
