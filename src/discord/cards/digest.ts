import { type APIComponentInContainer, ButtonStyle } from 'discord.js';
import type { Payload, RenderedDigest } from '../../desk/ports.ts';
import type { Digest, DigestPlace, QuotedSentence } from '../../digests/digest.ts';
import { wordCount } from '../../text/wordCount.ts';
import type { Texts } from '../texts/texts.ts';
import { textsFor } from '../texts/texts.ts';
import { type CorrectionForm, correctionForms } from './correctionForms.ts';
import { type Corrections, correctionsMarkdown, noCorrections } from './corrections.ts';
import { type Plan, plansOf } from './digestPlan.ts';
import { createLinks, escapeMarkdown, type Links, link, oneLine } from './escape.ts';
import {
  button,
  buttons,
  container,
  fits,
  measure,
  message,
  messageLimits,
  moment,
  select,
  separator,
  text,
  withPicture,
} from './parts.ts';
import { placeBudget, placeMarkdown } from './place.ts';
import { fairly, inPublic } from './quoting.ts';
import { topicName } from './topic.ts';

/** Characters with markup and URLs. Room for a correction is kept free: what comes after a digest was sent takes nothing of it away. */
const budget = { header: 170, footer: 230, also: 600, alsoTitle: 90, correction: 200 } as const;
const alsoMax = 3;
const wordsPerMinute = 220;

export interface DigestOptions {
  /** Stands at the end of one custom_id. */
  deliveryKey: string;
  pictures: boolean;
}

/**
 * The digest as a message. While it is over Discord's bounds something is left out, see `plansOf`; no sentence is ever cut. What is left
 * out does not depend on long addresses and corrections: they have what room there is then, see `createLinks`, `correctionForms`.
 */
export function renderDigest(digest: Digest, options: DigestOptions): RenderedDigest {
  const texts = textsFor(digest.locale);
  const places = byTopic(digest.places);
  const whole = places.map(({ sentences }, place) => fairly(sentences, inPublic).slice(0, place === 0 ? 2 : 1));
  const all = { ...digest, places };
  const isLong = (place: number) => {
    const sentences = whole[place]?.slice(0, 1) ?? [];
    return (
      drawPlace(all, place, { sentences, corrections: noCorrections, links: link, texts }).length > budgetOf(place)
    );
  };
  for (const plan of plansOf(places, whole, isLong)) {
    const planned = { ...digest, places: plan.shown.flatMap(({ place }) => places[place] ?? []) };
    const plain = renderPlan(planned, plan, { told: noCorrections, counted: [] }, 0, options, texts);
    if (!fits(plain.body, budget.correction)) continue;
    const addressRoom = messageLimits.characters - budget.correction - measure(plain.body).characters;
    for (const form of correctionForms(planned)) {
      const { body, told } = renderPlan(planned, plan, form, addressRoom, options, texts);
      if (fits(body)) return { payloads: [body as unknown as Payload], told };
    }
  }
  throw new RangeError('A digest without stories does not fit into a message');
}

const budgetOf = (place: number) => (place === 0 ? placeBudget.first : placeBudget.other);

function drawPlace(
  digest: Digest,
  index: number,
  how: {
    sentences: readonly QuotedSentence[];
    corrections: Corrections;
    charactersMax?: number;
    links: Links;
    texts: Texts;
  },
): string {
  const [place, before] = [digest.places[index], digest.places[index - 1]];
  if (!place) return '';
  const topic = digest.topics.find(({ id }) => id === place.topicId);
  const isNamed = digest.topics.length > 1 && place.topicId !== before?.topicId;
  const heading = topic && isNamed ? topicName(topic, how.texts) : '';
  return placeMarkdown({ ...how, place, number: index + 1, heading, digest });
}

function renderPlan(
  digest: Digest,
  plan: Plan,
  form: CorrectionForm,
  addressRoom: number,
  options: DigestOptions,
  texts: Texts,
) {
  const parts: APIComponentInContainer[] = [];
  const told: RenderedDigest['told'][number][] = [];
  const also = plan.also ? alsoLine(digest, form.told, texts) : { markdown: '', told: [] };
  const links = createLinks(addressRoom);
  let reading = 0;
  digest.places.forEach((place, index) => {
    const first = index === 0;
    const { sentences = [], isShort = false } = plan.shown[index] ?? {};
    const charactersMax = isShort ? budgetOf(index) : undefined;
    const markdown = drawPlace(digest, index, { sentences, corrections: form.told, charactersMax, links, texts });
    if (!first) parts.push(separator());
    // The message holds one container, whose first part is the header.
    const path = `components.0.components.${parts.length + 1}`;
    parts.push(withPicture(markdown, first && options.pictures ? place.picture : undefined));
    told.push({ ...toldOf(place, sentences), path });
    reading += wordCount(place.title) + sentences.reduce((sum, one) => sum + wordCount(one.text), 0);
  });
  if (also.markdown !== '') parts.push(separator(), text(also.markdown));
  const header = text(headerMarkdown(digest, digest.places.length, Math.ceil(reading / wordsPerMinute), texts));
  const body = message([
    container(digest.topics[0]?.colour ?? 0x5865f2, [
      header,
      ...parts,
      ...controls(digest, also.told, options, texts),
      text(footerMarkdown(digest, form, texts)),
    ]),
  ]);
  return { body, told: [...told, ...also.told.map((line) => toldOf(line, []))] };
}

/** Stories of one topic stand together, in the order in which topics first appear; the story that leads stays first. */
function byTopic(places: readonly DigestPlace[]): DigestPlace[] {
  const groups = Map.groupBy(places, (place) => place.topicId);
  return [...groups.values()].flat();
}

function toldOf(place: { storyId: string; articleId: string }, sentences: readonly QuotedSentence[]) {
  return {
    storyId: place.storyId,
    part: 0,
    articleIds: [...new Set([place.articleId, ...sentences.map((sentence) => sentence.articleId)])].filter(Boolean),
    sentences,
  };
}

function headerMarkdown(digest: Digest, stories: number, minutes: number, texts: Texts): string {
  const day = texts.f.day(digest.localDate);
  const below = digest.quiet
    ? texts.digest.quiet(stories, digest.articles)
    : texts.digest.counts(stories, digest.articles, Math.max(1, minutes));
  const names = digest.topics.map((topic) => topicName(topic, texts));
  for (let shown = names.length; shown > 0; shown -= 1) {
    const topics = texts.digest.topicsAndMore(names.slice(0, shown), names.length - shown);
    const markdown = `## ${texts.digest.heading(day, topics)}\n-# ${below}`;
    if (markdown.length <= budget.header) return markdown;
  }
  return `## ${day}\n-# ${below}`;
}

/** Lines are chosen without their corrections, which take the place of the outlet's name. */
function alsoLine(digest: Digest, corrections: Corrections, texts: Texts) {
  const label = `**${texts.digest.also}**`;
  const entries: string[] = [];
  const told: Digest['also'][number][] = [];
  let characters = label.length;
  for (const line of digest.also.slice(0, alsoMax)) {
    const heading = link(line.title, line.url, budget.alsoTitle);
    const outlet = escapeMarkdown(line.outlet, 60);
    const more = ` · ${heading} ${outlet}`.length;
    if (characters + more > budget.also) continue;
    characters += more;
    const corrected = correctionsMarkdown(line, corrections, texts, false).join(' ');
    entries.push(`${heading} ${corrected || outlet}`);
    told.push(line);
  }
  return { markdown: told.length > 0 ? [label, ...entries].join(' · ') : '', told };
}

function controls(digest: Digest, also: Digest['also'], options: DigestOptions, texts: Texts) {
  const stories = [...digest.places, ...also];
  const choices = stories.map((story, index) => ({
    label: index < digest.places.length ? `${index + 1} · ${titleOf(story, texts)}` : story.title,
    value: story.storyId,
    description: oneLine(story.outlet, 100),
  }));
  return [
    ...(choices.length > 0 ? [select(`story:open:${options.deliveryKey}`, texts.digest.open, choices)] : []),
    ...(digest.quiet
      ? [buttons(button(`headlines:open:${options.deliveryKey}`, texts.digest.headlines, ButtonStyle.Secondary))]
      : []),
  ];
}

const titleOf = (story: Digest['also'][number] & { removed?: boolean }, texts: Texts) =>
  story.removed && story.title === '' ? texts.digest.removed : story.title;

function footerMarkdown(digest: Digest, { counted }: CorrectionForm, texts: Texts): string {
  const corrections = counted.length === 0 ? '' : `${texts.digest.correctedToo(counted.join(', '))}\n`;
  const window = `${moment(digest.windowStart, 'f')} – ${moment(digest.windowEnd, 'f')}`;
  const footer = `-# ${texts.digest.footer(window, digest.outletsAnswered, digest.outletsAll)}`.slice(0, budget.footer);
  return corrections + footer;
}
