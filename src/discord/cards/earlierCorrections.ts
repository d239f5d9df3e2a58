import type { Digest } from '../../digests/digest.ts';
import { withoutCorrectionLabel } from '../../text/labels.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link } from './escape.ts';

/** A reader who wants more opens the story. */
const correctionsMax = 4;
const textMax = 120;

/** What outlets corrected or withdrew since of what earlier digests told, a line each; '' where there is nothing. */
export function earlierCorrections({ earlierCorrections: corrections = [] }: Digest, texts: Texts): string {
  return corrections
    .slice(0, correctionsMax)
    .map(({ kind, text, outlet, url, localDate, messageUrl }) => {
      const day = texts.digest.digestOf(texts.f.weekdayOf(localDate));
      const of = messageUrl === undefined ? escapeMarkdown(day) : link(day, messageUrl, 60);
      const words = withoutCorrectionLabel(text);
      const said = words.length > textMax ? '' : escapeMarkdown(words);
      return texts.digest.earlier[kind](of, link(outlet, url, 60), said);
    })
    .join('\n');
}
