import type { Around } from './around.ts';
import { subjectAfter } from './subjects.ts';

const judged =
  '(?:called|described|dubbed|labell?ed|branded|denounced|dismissed|hailed|criticized|criticised|derided|praised|characteri[sz]ed|termed|billed|deemed|portrayed|condemned|lauded|referred to)';
const judgedBy = new RegExp(`\\b${judged}\\s+by\\s+([^,“”]{2,80}?)\\s+as(?:\\s+(?:an?|the))?\\s*$`, 'u');
/** "which Brandt has called “…”", "described the mood as “…”": the words of a judgement that end here. */
export const judgesHere = new RegExp(
  `^${judged}\\s+(?:(?:it|him|her|them)\\s+|[^“”,;:]{2,60}\\sas\\s+|as\\s+|(?<=(?:called|dubbed|branded|termed|labell?ed)\\s)(?:the|this|that|his|her|its|their)\\s(?:\\p{L}+\\s){1,3})?(?:(?:an?|the)\\s+)?$`,
  'u',
);
const judgedAs = new RegExp(`\\b${judged}\\s+(?:as\\s+)?(?:(?:an?|the)\\s+)?$`, 'u');

const toldBy =
  /\b(?:is|was|are|were|been|being)\s+(?:told|warned|advised|assured|informed|reminded)\s+by\s+([^,“”]{2,80}?)(?:,[^“”]{2,80},)?\s+that\b[^“”.;:]{0,120}$/u;

/** "called “…” by Brandt", "described by colleagues as “…”". */
export function passiveSpeaker({ before, after }: Around): string | undefined {
  const named = judgedBy.exec(before)?.[1];
  if (named !== undefined) return subjectAfter(named) ?? named;
  const informant = toldBy.exec(before)?.[1];
  if (informant !== undefined) return subjectAfter(informant);
  const by = judgedAs.test(before) ? /^\s*by\s+(.+)/su.exec(after)?.[1] : undefined;
  return by === undefined ? undefined : subjectAfter(by);
}

/** "The house, once described as “…”", "was widely called “…”": with no object the participle is passive, unless "what" or "which" is the object. */
const undergone = new RegExp(
  `(?:,\\s+(?:(?:once|often|long|also|sometimes|later|now|\\p{Ll}+ly)\\s+)*|\\b(?:is|was|are|were|be|been|being)\\s+(?:(?:once|often|long|also|sometimes|later|now|\\p{Ll}+ly)\\s+)+)(?=${judged}\\s+(?:as\\s+)?(?:(?:an?|the)\\s+)?$)`,
  'u',
);
const heldByWhat = /\b(?:what|which|that|whom)\s[^“”.;:]{0,80}$/i;

/** "books deemed “…”": things do not judge. */
const things = new RegExp(
  `(?<!\\p{L})(?:(?:an?|the)\\s(?:(?!(?:that|what|which|whom?)\\s)[\\p{L}’-]+\\s){0,3}\\p{Ll}{2,}(?<!(?:aide|ant|ee|ent|er|ess|expert|ial|ian|ic|ist|m[ae]n|or|yst)s?)|\\p{Ll}{2,}(?<!(?:aid|alli|ant|colleagu|ee|ent|er|expert|fan|friend|ial|ian|ic|ist|or|relativ|yst)e?)s)\\s+(?=${judged}\\s+(?:as\\s+)?(?:(?:an?|the)\\s+)?$)`,
  'u',
);

/** "The chair, poet Ida Brandt, praised “…”": without an "as" these have words for their object. */
const praises = /,\s(?:condemned|critici[sz]ed|denounced|derided|dismissed|hailed|lauded|praised)\s(?:(?:an?|the)\s)?$/;

/** The words before a verb of judging that leave the judge unnamed begin here; none such where -1. */
export function undergoneAt(before: string): number {
  if (praises.test(before)) return -1;
  const match = undergone.exec(before) ?? things.exec(before);
  return match && !heldByWhat.test(before.slice(0, match.index)) ? match.index + match[0].length : -1;
}
