import { namesCorrection, withoutCorrectionLabel } from '../../engine/text/labels.ts';
import type { DigestCorrection, DigestLine, DigestStory, PostContent } from '../../storage/postContent.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link } from './escape.ts';

/**
 * How each correction is shown: with its text (`whole`), without it (`short`), or also without a link (`bare`). A
 * correction that is not in the map is not shown.
 */
export type Corrections = ReadonlyMap<DigestCorrection, 'whole' | 'short' | 'bare'>;

export const noCorrections: Corrections = new Map();

/** Maximum length of a correction's text. A longer one is left out, because a cut sentence would be worse. */
const textMax = 300;
/** Maximum length of a headline in a correction of an earlier digest. */
const titleMax = 90;
/** Maximum number of corrections of earlier digests in one message; the story's card shows more. */
const earlierMax = 4;

/**
 * A line for each of the story's corrections and withdrawals that are in `told`. With `linked` false the outlet is not
 * linked, because the line's headline has the link.
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
    if (form !== 'whole' || text.length > textMax) return [texts.digest[kind]({ outlet: by, text: '' })];
    const said = escapeMarkdown(text);
    return [namesCorrection(text) ? `**${by}:** ${said}` : texts.digest[kind]({ outlet: by, text: said })];
  });
}

/** A line for each correction of earlier digests, at most four; wordings longer than `charactersMax` are left out. */
export function earlierCorrections(
  { earlierCorrections: corrections = [] }: PostContent,
  texts: Texts,
  charactersMax = textMax,
): string[] {
  return corrections.slice(0, earlierMax).map(({ kind, text, title = '', outlet, url, localDate, messageUrl }) => {
    const day = texts.digest.digestOf({ weekday: texts.f.weekdayOf(localDate) });
    const of = messageUrl === undefined ? escapeMarkdown(day) : link(day, messageUrl, 60);
    const words = withoutCorrectionLabel(text);
    const said = words.length > charactersMax ? '' : escapeMarkdown(words);
    return texts.digest.earlier[kind]({
      of,
      outlet: link(outlet, url, 60),
      text: said,
      title: escapeMarkdown(title, titleMax),
    });
  });
}

/**
 * One way to show a message's corrections. `counted` holds the numbers of stories whose corrections are not shown; the
 * message lists these numbers.
 */
export interface CorrectionForm {
  told: Corrections;
  counted: readonly number[];
}

/**
 * Yields ever shorter forms: all corrections with their text, all without it, all also without links, then one fewer
 * each time. Withdrawals stay longest. A line in brief has no number to be listed by, so its correction always stays.
 */
export function* correctionForms(
  places: readonly { place: DigestStory; number: number }[],
  brief: readonly DigestLine[],
): Generator<CorrectionForm> {
  const ofLines = brief.flatMap(({ corrections = [] }) => corrections);
  const ofPlaces = places.flatMap(({ place: { corrections = [] }, number }) =>
    corrections.map((correction) => ({ correction, number })),
  );
  const toldOf = (some: typeof ofPlaces, form: 'whole' | 'short' | 'bare'): Corrections =>
    new Map([...some.map(({ correction }) => correction), ...ofLines].map((one) => [one, form]));
  for (const form of ['whole', 'short'] as const) yield { told: toldOf(ofPlaces, form), counted: [] };
  const { retracted = [], corrected = [] } = Object.groupBy(ofPlaces, ({ correction }) => correction.kind);
  const ranked = [...retracted, ...corrected];
  for (let count = ranked.length; count >= 0; count -= 1) {
    const counted = new Set(ranked.slice(count).map(({ number }) => number));
    yield { told: toldOf(ranked.slice(0, count), 'bare'), counted: [...counted].sort((a, b) => a - b) };
  }
}
