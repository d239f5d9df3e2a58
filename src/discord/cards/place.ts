import type { EpochMs } from '../../clock.ts';
import type { Drawn } from '../../outbox/ports.ts';
import { localDateAt } from '../../schedule/localTime.ts';
import type { DigestLine, DigestStory, PostContent, QuotedSentence, TopicLabel } from '../../storage/postContent.ts';
import type { Texts } from '../texts/texts.ts';
import { changedLine } from './changed.ts';
import { type Corrections, correctionsMarkdown, noCorrections } from './corrections.ts';
import { escapeMarkdown, type Links, link } from './escape.ts';
import { moment } from './parts.ts';
import { topicName } from './topic.ts';

/** Maximum length of a place with markup and usual addresses. Corrections and longer addresses come on top. */
export const placeCharactersMax = 700;

interface Drawing {
  place: DigestStory;
  /** Left out in a message with a single story. */
  number?: number;
  corrections: Corrections;
  links: Links;
  digest: PostContent;
  texts: Texts;
  /** Whether the small line shows `since` as a plain time, without “first reported”. */
  isItem?: boolean;
}

/** Maximum length of the earlier headline in an update. */
const updatedMax = 90;

/**
 * Forms to try until the place fits: whole, without figures, with a shorter headline, without the sentence. The
 * headline keeps its link.
 */
const forms: readonly { titleMax: number; quoted: boolean; figured: boolean }[] = [
  { titleMax: 300, quoted: true, figured: true },
  { titleMax: 300, quoted: true, figured: false },
  { titleMax: 140, quoted: true, figured: false },
  { titleMax: 140, quoted: false, figured: false },
  { titleMax: 60, quoted: false, figured: false },
];

/** A story as it is shown in a message, with its quoted sentences. */
export const postedOf = (
  { storyId, articleId, title }: Pick<DigestLine, 'storyId' | 'articleId' | 'title'>,
  sentences: readonly QuotedSentence[],
  part = 0,
): Drawn['told'][number] => ({
  storyId,
  articleIds: [...new Set([articleId, ...sentences.map((sentence) => sentence.articleId)])].filter(Boolean),
  sentences,
  ...(articleId === '' ? {} : { title }),
  part,
});

/** A story in a select for its card. */
export const choiceOf = ({ storyId, outlet }: DigestLine, label: string) => ({
  label,
  value: storyId,
  description: outlet,
});

/** One story: headline, sentence unless compact, and a small line. `quoted` holds the sentence if shown. */
export function drawPlace(drawing: Drawing): { markdown: string; quoted: readonly QuotedSentence[] } {
  const plain = { ...drawing, corrections: noCorrections, links: link };
  const isCompact = drawing.digest.style === 'compact';
  const allowed = isCompact ? forms.map((form) => ({ ...form, quoted: false })) : forms;
  const form = allowed.find((one) => linesOf(plain, one).length <= placeCharactersMax) ?? allowed.at(-1);
  const quoted = form?.quoted ? drawing.place.sentences.slice(0, 1) : [];
  return { markdown: form ? linesOf(drawing, form) : '', quoted };
}

function linesOf(drawing: Drawing, { titleMax, quoted, figured }: (typeof forms)[number]): string {
  const { place, number, corrections, links, digest, texts } = drawing;
  const title = links(place.title, place.url, titleMax);
  return [
    `**${number === undefined ? '' : `${number} · `}${isUntitled(place) ? texts.digest.removed : title}**`,
    ...(quoted ? place.sentences.slice(0, 1).map((sentence) => sentenceOf(sentence, drawing)) : []),
    ...(figured && place.changed ? [changedLine(place.changed, digest.zone, links, texts)] : []),
    ...(place.removed && !isUntitled(place) ? [`*${texts.digest.removed}*`] : []),
    ...(place.takenOut ? [`*${texts.digest.takenOut}*`] : []),
    ...correctionsMarkdown(place, corrections, texts),
    `-# ${smallLine(drawing)}`,
  ].join('\n');
}

/** The sentence, with its outlet unless the small line already names it. */
function sentenceOf(sentence: QuotedSentence, { place, links, digest, texts }: Drawing): string {
  const said = escapeMarkdown(sentence.text);
  const by = () => marked(links(sentence.outlet, sentence.url, 60), sentence.url, digest, texts);
  return sentence.articleId === place.articleId ? said : `${said} — ${by()}`;
}

/** The outlet's name or link, with a mark for a paywall. */
export const marked = (outlet: string, url: string, { paywalled }: PostContent, texts: Texts): string =>
  paywalled?.includes(url) ? texts.digest.paywalled({ outlet }) : outlet;

/** Whether the headline was removed at its outlet's request. */
const isUntitled = ({ removed, title }: DigestStory) => removed === true && title === '';

function smallLine({ place, digest, texts, isItem }: Drawing): string {
  const topic = topicNamed(place, digest);
  const since = timeOn(place.since, digest, texts);
  const date = isItem ? since : texts.digest.firstReported({ time: since });
  return [
    ...(place.told ? [`**${texts.digest.update}** · ${toldAs(place.told, digest, texts)}`] : []),
    ...(topic ? [topicName(topic, texts)] : []),
    ...(isUntitled(place) ? [] : [marked(escapeMarkdown(place.outlet, 60), place.url, digest, texts)]),
    ...(place.outlets > 1 ? [texts.digest.outlets({ outlets: place.outlets })] : []),
    ...(place.told ? [] : [date]),
  ].join(' · ');
}

/** "yesterday: “…”" with the story's headline in the earlier message, or else only the day of that message. */
function toldAs({ at, headline }: NonNullable<DigestStory['told']>, digest: PostContent, texts: Texts): string {
  const days = daysBetween(at, digest);
  if (headline === undefined) return texts.digest.told({ daysAgo: days, ago: texts.f.daysAgo(days) });
  return texts.digest.updates({ day: dayOf(at, digest, texts), headline: escapeMarkdown(headline.title, updatedMax) });
}

/**
 * The place's topic. Undefined if readers don't need it: the channel has one topic, or at least three places and more
 * than half of all share it.
 */
function topicNamed({ topicId }: DigestStory, { topics, places }: PostContent): TopicLabel | undefined {
  const alike = places.filter((place) => place.topicId === topicId).length;
  if (topics.length < 2 || (alike > 2 && alike > places.length / 2)) return undefined;
  return topics.find(({ id }) => id === topicId);
}

/** Counts calendar days in the channel's zone: yesterday evening is one day ago. */
function daysBetween(at: EpochMs, { zone, localDate }: PostContent): number {
  const then = Temporal.PlainDate.from(localDateAt(at, zone));
  const days = then.until(Temporal.PlainDate.from(localDate), { largestUnit: 'days' }).days;
  return Math.max(0, days);
}

/** "15:10" on the message's own day, "yesterday 15:10" or "Sunday 15:10" in the week before it, else the date. */
function timeOn(at: EpochMs, digest: PostContent, texts: Texts): string {
  const days = daysBetween(at, digest);
  if (days >= 7) return moment(at, 'D');
  return [...(days === 0 ? [] : [dayOf(at, digest, texts)]), moment(at, 't')].join(' ');
}

/** "today", "yesterday", "Sunday", else the date. */
function dayOf(at: EpochMs, digest: PostContent, texts: Texts): string {
  const days = daysBetween(at, digest);
  if (days >= 7) return moment(at, 'D');
  return days < 2 ? texts.f.daysAgo(days) : texts.f.weekdayOf(localDateAt(at, digest.zone));
}
