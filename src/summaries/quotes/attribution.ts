import { type Around, sinceQuote } from '../around.ts';
import { isNoSpeaker } from './germanSpeech.ts';
import { type SpeechVerb, speechVerbs } from './speechVerbs.ts';
import { subjectAfter, subjectBefore, subjectInverted, subjectOf, verbsMax } from './subjects.ts';

const lastOf = <T>(list: readonly T[], fits: (one: T) => boolean): T | undefined => list.filter(fits).at(-1);

const untilQuote = (text: string): string => {
  const at = text.indexOf('“');
  return at < 0 ? text : text.slice(0, at);
};

const paper =
  /^(?:an?|the|their|his|her|its)?\s?(?:\p{L}+\s){0,3}(?:affidavit|complaint|document|filing|indictment|lawsuit|paper|record|recording|report|suit|testimony|transcript|video)s?\b/u;

/** "According to a transcript of the call, the agent asked: “…"": the paper only tells who spoke. */
const tellsWhoSpoke = (source: string): boolean =>
  paper.test(source) && speechVerbs(source.slice(source.indexOf(',') + 1)).some((one) => one.strong);

/** "“…” is how Brandt puts it" */
const putBehind =
  /^(?:as|(?:is|was) how)\s+([^,.]{2,80}?)\s+(?:put|puts|describes?|described|sums up|summed up|recall(?:ed|s)|sees|saw)\s/u;

function leftDirect({ before }: Around): string | undefined {
  const fragment = sinceQuote(before);
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
  const asPut = putBehind.exec(whole)?.[1];
  if (asPut !== undefined) return asPut;
  const clause = whole.replace(/^as\s+/, '');
  // "“…,” Brandt said, according to Reuters": Brandt speaks.
  const [, ahead = '', source] = /^((?:\p{L}+,?\s+){0,3}?according to|per)\s+(.+)/su.exec(clause) ?? [];
  if (source !== undefined && speechVerbs(ahead).length === 0)
    return (paper.test(source) ? leftAnywhere({ quote, before, after }) : undefined) ?? subjectAfter(source);
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

function leftAnywhere({ before }: Around): string | undefined {
  const verbs = speechVerbs(before).slice(-verbsMax);
  const fragmentStart = before.lastIndexOf('”') + 1;
  const here = verbs.filter((one) => one.start >= fragmentStart).toReversed();
  const earlier = verbs.filter((one) => one.start < fragmentStart).toReversed();
  for (const part of [here, earlier])
    for (const verb of [...part.filter((one) => one.strong), ...part.filter((one) => !one.strong)]) {
      const subject = subjectOf(before, verb);
      if (subject !== undefined) return subject;
    }
  return undefined;
}

const name = /^[\s•–—-]*(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}(?:\s*\([^)]{1,30}\))?)\s*:\s*$/u;

/** "BRANDT: “…"" */
function label(before: string): string | undefined {
  const speaker = name.exec(before)?.[1]?.trim();
  return speaker !== undefined && !isNoSpeaker(speaker) ? speaker : undefined;
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

const asked = /^\s*(?:When\s+)?[Aa]sked\b.*[^\s,:]\s*$/su;

/** "Asked by a reporter whether it was “…”, Brandt said": part of somebody else's question; and "the so-called “…”". */
export const isForeign = ({ before }: Around): boolean => /\bso-called\s*$/.test(before) || asked.test(before);

/** The speaker whom the words before or after the quotation name in the same sentence, as they name him. */
export const attributed = (around: Around): string | undefined =>
  leftDirect(around) ?? right(around, true) ?? leftAnywhere(around) ?? label(around.before);

/** As `attributed`, for a quotation that runs on into the sentence without a mark ("… is what Brandt said"). */
export const attributedLoosely = (around: Around): string | undefined => right(around, false);

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
export const announcedSpeaker = (sentence: string): string | undefined => label(sentence) ?? reportedSpeaker(sentence);
