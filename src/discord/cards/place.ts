import type { Digest, DigestPlace, QuotedSentence } from '../../digests/digest.ts';
import type { Texts } from '../texts/texts.ts';
import { type Corrections, correctionsMarkdown, noCorrections } from './corrections.ts';
import { escapeMarkdown, type Links, link, safeUrl } from './escape.ts';
import { moment } from './parts.ts';
import { quote } from './quoting.ts';

/** Characters with markup and URLs that a place has in any digest; it takes more where the message has room. */
export const placeBudget = { first: 820, other: 450 } as const;

interface Drawing {
  place: DigestPlace;
  number: number;
  /** Name of the topic, '' where the story before has the same one. */
  heading: string;
  sentences: readonly QuotedSentence[];
  corrections: Corrections;
  /** Characters with markup and URLs that the headline has to fit into; without, it is drawn whole. */
  charactersMax?: number;
  links: Links;
  digest: Digest;
  texts: Texts;
}

/** One story of a digest. Where it has to be short the title is, then its link goes. */
export function placeMarkdown(drawing: Drawing): string {
  const { place, charactersMax } = drawing;
  if (charactersMax === undefined) return lines(drawing, 300);
  // Drawn several times; where the headline has to be short there is no room for a long address.
  const short: Drawing = { ...drawing, links: link };
  const plain: Drawing = { ...short, corrections: noCorrections };
  const titleMax = [300, 120, 60].find((max) => lines(plain, max).length <= charactersMax);
  return titleMax === undefined
    ? lines({ ...short, place: { ...place, url: '', told: place.told && { at: place.told.at } } }, 60)
    : lines(short, titleMax);
}

function lines(drawing: Drawing, titleMax: number): string {
  const { place, sentences, links, texts } = drawing;
  const heading = isUntitled(place) ? texts.digest.removed : links(place.title, place.url, titleMax);
  const title = `**${drawing.number} · ${heading}**`;
  return [
    ...(drawing.heading === '' ? [] : [`### ${drawing.heading}`]),
    place.told === undefined ? title : `${title} · ${texts.digest.updated}`,
    ...sentences.map((sentence) => quote(sentence, sentence.articleId !== place.articleId, links)),
    ...(place.removed && !isUntitled(place) ? [`*${texts.digest.removed}*`] : []),
    ...correctionsMarkdown(place, drawing.corrections, texts),
    `-# ${meta(drawing, sentences.length > 0)}`,
  ].join('\n');
}

/** Its headline was of an outlet that wanted it out. */
const isUntitled = ({ removed, title }: DigestPlace) => removed === true && title === '';

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
