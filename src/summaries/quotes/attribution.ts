import { speechVerbs } from './speechVerbs.ts';
import { subjectAfter, subjectBefore, subjectOf, verbsMax } from './subjects.ts';

/** The words of one sentence around one quotation; other quotations in it stand as “Qn”. */
export interface Around {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** "according to Brandt, “…"", "Brandt said: “…"" */
function rightAhead(before: string): string | undefined {
  const from = before.lastIndexOf('”') + 1;
  const fragment = before.slice(from);
  const source = /\b[Aa]ccording to (.+?),?\s*$/s.exec(fragment)?.[1];
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

/** The subject of the nearest verb of speech ahead, strong verbs and those since the quotation before this one first. */
function ahead(before: string): string | undefined {
  const from = before.lastIndexOf('”') + 1;
  const verbs = speechVerbs(before).slice(-verbsMax).toReversed();
  const here = verbs.filter((one) => one.start >= from);
  const earlier = verbs.filter((one) => one.start < from);
  for (const part of [here, earlier])
    for (const verb of [...part.filter((one) => one.strong), ...part.filter((one) => !one.strong)]) {
      const subject = subjectOf(before, verb);
      if (subject !== undefined) return subject;
    }
  return undefined;
}

/** The speaker whom the words before or after the quotation name in the same sentence, as they name him. */
export const attributed = (around: Around): string | undefined =>
  rightAhead(around.before) ?? behind(around) ?? ahead(around.before);

/** Whom a sentence reports as speaking, with or without a quotation. */
export function reportedSpeaker(sentence: string): string | undefined {
  for (const verb of speechVerbs(sentence).slice(-verbsMax).toReversed()) {
    if (!verb.strong || verb.participle) continue;
    const found = subjectOf(sentence, verb);
    if (found !== undefined) return found;
  }
  return undefined;
}
