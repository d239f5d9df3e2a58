import type { Around } from '../language.ts';
import { speechVerbs } from './speechVerbs.ts';
import { subjectAfter, subjectBefore, subjectOf, verbsMax } from './subjects.ts';

/** "according to Brandt, “…"" */
function accordingTo(before: string): string | undefined {
  const source = /\b[Aa]ccording to ([^”]+?),?\s*$/.exec(before)?.[1];
  return source === undefined ? undefined : subjectAfter(source);
}

/** "“…,” Brandt said", "“…,” said Brandt", "“…” — Brandt" */
function behind({ quote, after }: Around): string | undefined {
  const text = after.split('“', 1)[0] ?? '';
  if (!/[,?!—–-]["'’]?$/.test(quote) && !/^\s*[,—–―-]/.test(text)) return undefined;
  const named = /^[\s,]*[—–―]\s*(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,4})\s*(?:[,(@].*)?$/su.exec(text)?.[1];
  if (named !== undefined) return named;
  const clause = text.replace(/^[\s,—–-]+(?:as\s+)?/, '').slice(0, 400);
  const source = /^(?:according to|per)\s+(.+)/su.exec(clause)?.[1];
  if (source !== undefined) return subjectAfter(source);
  const verb = speechVerbs(clause).find((one) => one.strong);
  if (!verb) return undefined;
  return verb.start === 0 ? subjectAfter(clause.slice(verb.end)) : subjectBefore(clause.slice(0, verb.start)).subject;
}

/** "Brandt called it “…”": the subject of the last verb after the previous quotation, strong verbs first. */
function ahead(before: string): string | undefined {
  const from = before.lastIndexOf('”') + 1;
  const verbs = speechVerbs(before).filter((one) => one.start >= from);
  return [...verbs.filter((one) => !one.strong), ...verbs.filter((one) => one.strong)]
    .slice(-verbsMax)
    .toReversed()
    .map((verb) => subjectOf(before, verb))
    .find((subject) => subject !== undefined);
}

/** The speaker named before or after the quotation in the same sentence, worded as there. */
export const attributed = (around: Around): string | undefined =>
  accordingTo(around.before) ?? behind(around) ?? ahead(around.before);

/** The speaker that a sentence reports, with or without a quotation. */
export function reportedSpeaker(sentence: string): string | undefined {
  return speechVerbs(sentence)
    .filter((verb) => verb.strong && !verb.participle)
    .slice(-verbsMax)
    .map((verb) => subjectOf(sentence, verb))
    .findLast((subject) => subject !== undefined);
}
