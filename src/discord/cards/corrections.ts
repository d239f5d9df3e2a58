import type { DigestCorrection, DigestLine } from '../../digests/digest.ts';
import { namesCorrection } from '../../text/labels.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link } from './escape.ts';

/**
 * How corrections are told: with the text, without it, or without a link either; those that are missing are not told.
 */
export type Corrections = ReadonlyMap<DigestCorrection, 'whole' | 'short' | 'bare'>;

export const noCorrections: Corrections = new Map();

/**
 * Who corrected or withdrew what of a story; one of the article that heads it has no second link where `linked` is
 * false.
 */
export function correctionsMarkdown(
  { corrections = [] }: Pick<DigestLine, 'corrections'>,
  told: Corrections,
  texts: Texts,
  linked = true,
): string[] {
  return corrections.flatMap((correction) => {
    const form = told.get(correction);
    if (form === undefined) return [];
    const { kind, outlet, url, text } = correction;
    const by = linked && form !== 'bare' ? link(outlet, url, 60) : escapeMarkdown(outlet, 60);
    // Longer than this, the outlet's own page says it better than a cut sentence.
    if (form !== 'whole' || text.length > 200) return [texts.digest[kind](by, '')];
    const said = escapeMarkdown(text);
    return [namesCorrection(text) ? `**${by}:** ${said}` : texts.digest[kind](by, said)];
  });
}
