import { type APIComponentInContainer, ButtonStyle } from 'discord.js';
import type { Payload, RenderedDigest } from '../../desk/ports.ts';
import type { Digest, DigestPlace, QuotedSentence } from '../../digests/digest.ts';
import type { Texts } from '../texts/texts.ts';
import { textsFor } from '../texts/texts.ts';
import { escapeMarkdown, link, oneLine } from './escape.ts';
import { button, buttons, container, fits, message, moment, select, separator, text, withPicture } from './parts.ts';
import { placeBudget, placeMarkdown } from './place.ts';
import { fairly, inPublic, words } from './quoting.ts';
import { topicName } from './topic.ts';

/** Characters with markup and URLs; the sum for five stories leaves room for "Also" within Discord's 4,000. */
const budget = { header: 170, footer: 230, also: 600, alsoTitle: 90 } as const;
const alsoMax = 3;
/** Of the text of one message. */
const messageMax = 4_000;
const wordsPerMinute = 220;

export interface DigestOptions {
  locale: string;
  /** Stands at the end of one custom_id. */
  deliveryKey: string;
  pictures: boolean;
}

/** What is left out, one step after the other, until the message is within Discord's bounds. */
interface Plan {
  also: boolean;
  sentencesFirst: number;
  places: number;
}

/** The digest as a message. Over budget it loses "Also", then second sentences, then its last stories; no sentence is ever cut. */
export function renderDigest(digest: Digest, options: DigestOptions): RenderedDigest {
  const texts = textsFor(options.locale);
  const places = byTopic(digest.places);
  const plans: Plan[] = [
    { also: true, sentencesFirst: 2, places: places.length },
    { also: false, sentencesFirst: 2, places: places.length },
  ];
  for (let count = places.length; count >= 0; count -= 1) plans.push({ also: false, sentencesFirst: 1, places: count });
  for (const plan of plans) {
    const rendered = renderPlan({ ...digest, places: places.slice(0, plan.places) }, plan, options, texts);
    if (fits(rendered.body)) return { payload: rendered.body as unknown as Payload, told: rendered.told };
  }
  throw new RangeError('A digest without stories does not fit into a message');
}

function renderPlan(digest: Digest, plan: Plan, options: DigestOptions, texts: Texts) {
  const parts: APIComponentInContainer[] = [];
  const told: RenderedDigest['told'][number][] = [];
  const topics = new Map(digest.topics.map((topic) => [topic.id, topic]));
  const also = plan.also ? alsoLine(digest, texts) : { markdown: '', told: [] };
  // A sentence that is lost for want of room while the message has some is a loss without need.
  const room = messageMax - budget.header - budget.footer - budget.also - placeBudget.first;
  const otherMax = Math.max(placeBudget.other, Math.floor(room / Math.max(1, digest.places.length - 1)));
  let reading = 0;
  let topicBefore = '';
  digest.places.forEach((place, index) => {
    const first = index === 0;
    const topic = topics.get(place.topicId);
    const heading = topic && digest.topics.length > 1 && place.topicId !== topicBefore ? topicName(topic, texts) : '';
    topicBefore = place.topicId;
    const sentences = fairly(place.sentences, inPublic).slice(0, first ? plan.sentencesFirst : 1);
    const charactersMax = first ? placeBudget.first : otherMax;
    const drawn = placeMarkdown({ place, number: index + 1, heading, sentences, charactersMax, digest, texts });
    if (!first) parts.push(separator());
    // The message holds one container, whose first part is the header.
    const path = `components.0.components.${parts.length + 1}`;
    parts.push(withPicture(drawn.markdown, first && options.pictures ? place.picture : undefined));
    told.push({ ...toldOf(place, drawn.sentences), path });
    reading += words(place.title) + drawn.sentences.reduce((sum, one) => sum + words(one.text), 0);
  });
  if (also.markdown !== '') parts.push(separator(), text(also.markdown));
  const header = text(headerMarkdown(digest, digest.places.length, Math.ceil(reading / wordsPerMinute), texts));
  const body = message([
    container(digest.topics[0]?.colour ?? 0x5865f2, [
      header,
      ...parts,
      ...controls(digest, also.told, options, texts),
      text(footerMarkdown(digest, texts)),
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

function alsoLine(digest: Digest, texts: Texts) {
  let markdown = '';
  const told: Digest['also'][number][] = [];
  for (const line of digest.also.slice(0, alsoMax)) {
    const one = `${link(line.title, line.url, budget.alsoTitle)} ${escapeMarkdown(line.outlet, 60)}`;
    const longer = markdown === '' ? `**${texts.digest.also}** · ${one}` : `${markdown} · ${one}`;
    if (longer.length > budget.also) continue;
    markdown = longer;
    told.push(line);
  }
  return { markdown, told };
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

function footerMarkdown(digest: Digest, texts: Texts): string {
  const window = `${moment(digest.windowStart, 'f')} – ${moment(digest.windowEnd, 'f')}`;
  return `-# ${texts.digest.footer(window, digest.outletsAnswered, digest.outletsAll)}`.slice(0, budget.footer);
}
