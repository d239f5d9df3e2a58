import type { Digest, DigestPlace, QuotedSentence } from '../../digests/digest.ts';
import { namesCorrection } from '../../text/labels.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown, link, safeUrl } from './escape.ts';
import { moment } from './parts.ts';
import { quote } from './quoting.ts';

/** Characters with markup and URLs, for every digest; one with few stories has room for more. */
export const placeBudget = { first: 820, other: 450 } as const;

interface Drawing {
  place: DigestPlace;
  number: number;
  /** Name of the topic, '' where the story before has the same one. */
  heading: string;
  sentences: readonly QuotedSentence[];
  /** Characters with markup and URLs. */
  charactersMax: number;
  digest: Digest;
  texts: Texts;
}

/** One story of a digest within its budget: sentences are left out whole, then the title is shortened, then its link goes. */
export function placeMarkdown(drawing: Drawing): { markdown: string; sentences: readonly QuotedSentence[] } {
  const max = drawing.charactersMax;
  for (let count = drawing.sentences.length; count >= 0; count -= 1) {
    const sentences = drawing.sentences.slice(0, count);
    const markdown = lines(drawing, sentences, 300);
    if (markdown.length <= max) return { markdown, sentences };
  }
  for (const titleMax of [120, 60]) {
    const markdown = lines(drawing, [], titleMax);
    if (markdown.length <= max) return { markdown, sentences: [] };
  }
  const bare = { ...drawing, place: { ...drawing.place, url: '', told: undefined, correction: undefined } };
  return { markdown: lines(bare, [], 60), sentences: [] };
}

function lines(drawing: Drawing, sentences: readonly QuotedSentence[], titleMax: number): string {
  const { place, texts } = drawing;
  const heading = isUntitled(place) ? texts.digest.removed : link(place.title, place.url, titleMax);
  const title = `**${drawing.number} · ${heading}**`;
  return [
    ...(drawing.heading === '' ? [] : [`### ${drawing.heading}`]),
    place.told === undefined ? title : `${title} · ${texts.digest.updated}`,
    ...sentences.map((sentence) => quote(sentence, sentence.articleId !== place.articleId)),
    ...(place.removed && !isUntitled(place) ? [`*${texts.digest.removed}*`] : []),
    ...correction(place, texts),
    `-# ${meta(drawing, sentences.length > 0)}`,
  ].join('\n');
}

/** Its headline was of an outlet that wanted it out. */
const isUntitled = ({ removed, title }: DigestPlace) => removed === true && title === '';

function correction(place: DigestPlace, texts: Texts): string[] {
  if (place.correction === undefined) return [];
  const { kind, outlet, url, text } = place.correction;
  const by = link(outlet, url, 60);
  // Longer than this, the outlet's own page says it better than a cut sentence.
  if (text.length > 200) return [texts.digest[kind](by, '')];
  return [namesCorrection(text) ? `**${by}:** ${escapeMarkdown(text)}` : texts.digest[kind](by, escapeMarkdown(text))];
}

function meta({ place, digest, texts }: Drawing, quoted: boolean): string {
  return [
    // A story without a sentence would otherwise not name whose headline it is.
    ...(quoted || isUntitled(place) ? [] : [escapeMarkdown(place.outlet, 60)]),
    texts.digest.outlets(place.outlets, place.voices),
    place.told === undefined ? texts.digest.since(moment(place.since, 'R')) : told(place.told, digest, texts),
  ].join(' · ');
}

function told(before: NonNullable<DigestPlace['told']>, digest: Digest, texts: Texts): string {
  const words = texts.digest.told(daysBetween(before.at, digest));
  const url = before.messageUrl === undefined ? undefined : safeUrl(before.messageUrl);
  return url === undefined ? words : `[${words}](${url})`;
}

/** Calendar days in the channel's zone, so that yesterday evening is yesterday. */
function daysBetween(at: number, digest: Digest): number {
  const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(digest.zone).toPlainDate();
  const days = then.until(Temporal.PlainDate.from(digest.localDate), { largestUnit: 'days' }).days;
  return Math.max(0, days);
}
