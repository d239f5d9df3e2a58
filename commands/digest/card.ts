import { type APIComponentInContainer, ButtonStyle } from 'discord.js';
import {
  type CorrectionForm,
  type Corrections,
  correctionForms,
  correctionsMarkdown,
  earlierCorrections,
  noCorrections,
} from '../../src/discord/cards/corrections.ts';
import { createLinks, escapeMarkdown, type Links, link } from '../../src/discord/cards/escape.ts';
import {
  button,
  buttons,
  container,
  fits,
  measure,
  message,
  messageLimits,
  select,
  separator,
  text,
  withPicture,
} from '../../src/discord/cards/parts.ts';
import { choiceOf, drawPlace, marked, placeCharactersMax, postedOf } from '../../src/discord/cards/place.ts';
import { answeredOf } from '../../src/discord/cards/stories.ts';
import { type Texts, textsFor } from '../../src/discord/texts/texts.ts';
import { type Digest, hasFewStories } from '../../src/newsroom/digest.ts';
import { type Drawn, type Payload, partKey, type RenderOptions } from '../../src/outbox/ports.ts';
import type { DigestLine, DigestStory } from '../../src/storage/postContent.ts';

/** Characters reserved for parts of a message, also for later corrections; `briefTitle` limits a brief's headline. */
const budget = { header: 90, heading: 30, footer: 60, correction: 200, briefTitle: 120 } as const;
/** If fewer briefs than this fit below the places, and some don't fit, all briefs go into a second message. */
const briefMin = 6;

/** One message of a digest. Places, the stories with a sentence, are numbered across all messages. */
interface Page {
  part: number;
  isLast: boolean;
  places: readonly { place: DigestStory; number: number }[];
  brief: readonly DigestLine[];
}

/** The digest as one message, or two if places or briefs don't fit. No sentence is ever cut. */
export function renderDigest(digest: Digest, options: RenderOptions): Drawn {
  const texts = textsFor(digest.locale);
  const drawn = pagesOf(digest, options.messages, texts).map((page) => drawPage(digest, page, options, texts));
  return {
    payloads: drawn.map(({ body }) => body as unknown as Payload),
    title: texts.f.dayHeading(digest.localDate),
    told: drawn.flatMap(({ told }) => told),
  };
}

const placeholders = { corrections: noCorrections, links: link };
const everyLink = () => createLinks(Number.POSITIVE_INFINITY);

/**
 * Places fill the first message in order, then briefs if enough fit; the rest goes into a second message. A story taken
 * out of the second message moves no place of the first.
 */
function pagesOf(digest: Digest, messages: number | undefined, texts: Texts): Page[] {
  const numbered = digest.places.map((place, index) => ({ place, number: index + 1 }));
  const lengthOf = (one: (typeof numbered)[number], links = placeholders.links) =>
    drawPlace({ ...one, ...placeholders, links, digest, texts }).markdown.length;
  /** The briefs that still fit into `left` characters once the places' long addresses are linked. */
  const linesBelow = (places: typeof numbered, left: number) => {
    const addresses = places.reduce((sum, one) => sum + lengthOf(one, everyLink()) - lengthOf(one), 0);
    return linesThatFit(digest, left - addresses, texts);
  };
  const fixed = budget.header + budget.footer + budget.correction + correctedBefore(digest, texts).length;
  let room = messageLimits.characters - fixed;
  let count = 0;
  for (const one of numbered) {
    if (room < placeCharactersMax) break;
    room -= lengthOf(one);
    count += 1;
  }
  const [first, rest] = [numbered.slice(0, count), numbered.slice(count)];
  const brief = rest.length === 0 ? linesBelow(first, room) : [];
  const isOne = rest.length === 0 && brief.length >= Math.min(briefMin, digest.also.length);
  if (messages === 1 || (messages === undefined && isOne)) return [{ part: 0, isLast: true, places: first, brief }];
  const taken = rest.reduce((sum, one) => sum + lengthOf(one), budget.correction + budget.heading + budget.footer);
  return [
    { part: 0, isLast: false, places: first, brief: [] },
    { part: 1, isLast: true, places: rest, brief: linesBelow(rest, messageLimits.characters - taken) },
  ];
}

/** The briefs that fit, each with its link and room for a later correction or withdrawal. */
function linesThatFit(digest: Digest, room: number, texts: Texts): DigestLine[] {
  const labels = `**${texts.digest.inBrief}**\n`.length;
  const withdrawn =
    Math.max(
      texts.digest.retracted({ outlet: '', text: '' }).length,
      texts.digest.corrected({ outlet: '', text: '' }).length,
    ) + 1;
  let left = room - labels;
  return digest.also.filter((line) => {
    const length = briefLine(line, digest, { ...placeholders, links: everyLink() }, texts).length + withdrawn;
    if (length > left) return false;
    left -= length;
    return true;
  });
}

/** Draws a message with as many corrections as fit. */
function drawPage(digest: Digest, page: Page, options: RenderOptions, texts: Texts) {
  const draw = (form: CorrectionForm, room: number) => drawWith(digest, page, form, room, options, texts);
  const plain = draw({ told: noCorrections, counted: [] }, 0);
  const room = messageLimits.characters - budget.correction - measure(plain.body).characters;
  for (const form of correctionForms(page.places, page.brief)) {
    const drawn = draw(form, room);
    if (fits(drawn.body)) return drawn;
  }
  return plain;
}

/** `room`: number of characters for links with long addresses. */
function drawWith(
  digest: Digest,
  page: Page,
  form: CorrectionForm,
  room: number,
  options: RenderOptions,
  texts: Texts,
) {
  const { part, isLast, places, brief } = page;
  const links = createLinks(Math.max(0, room));
  const isCompact = digest.style === 'compact';
  const parts: APIComponentInContainer[] = [];
  const told: Drawn['told'][number][] = [];
  for (const { place, number } of places) {
    const { markdown, quoted } = drawPlace({ place, number, corrections: form.told, links, digest, texts });
    if (parts.length > 0 && !isCompact) parts.push(separator());
    // The message is one container with a header as its first part.
    const path = `components.0.components.${parts.length + 1}`;
    parts.push(withPicture(markdown, number === 1 && options.pictures && !isCompact ? place.picture : undefined));
    told.push({ ...postedOf(place, quoted, part), path });
  }
  if (brief.length > 0) {
    if (parts.length > 0) parts.push(separator());
    const lines = brief.map((line) => briefLine(line, digest, { corrections: form.told, links }, texts));
    parts.push(text([`**${texts.digest.inBrief}**`, ...lines].join('\n')));
    told.push(...brief.map((line) => postedOf(line, [], part)));
  }
  const before = part === 0 ? correctedBefore(digest, texts) : '';
  const counted =
    form.counted.length === 0 ? [] : [text(texts.digest.correctedToo({ numbers: form.counted.join(', ') }))];
  const body = message([
    container(digest.topics[0]?.colour ?? 0x5865f2, [
      text(part === 0 ? headerMarkdown(digest, texts) : `### ${texts.digest.more}`),
      ...parts,
      ...counted,
      ...(before === '' ? [] : [text(before)]),
      ...controls(digest, page, options.deliveryKey, texts),
      ...(isLast ? answeredOf(digest, texts).map((line) => text(`-# ${line}`)) : []),
    ]),
  ]);
  return { body, told };
}

/** A brief; a correction replaces the outlet's name. */
function briefLine(line: DigestLine, digest: Digest, how: { corrections: Corrections; links: Links }, texts: Texts) {
  const corrected = correctionsMarkdown(line, how.corrections, texts, false).join(' ');
  return `${how.links(line.title, line.url, budget.briefTitle)} · ${corrected || marked(escapeMarkdown(line.outlet, 60), line.url, digest, texts)}`;
}

const headerMarkdown = (digest: Digest, texts: Texts): string =>
  [
    `## ${texts.f.dayHeading(digest.localDate)}`,
    ...(hasFewStories(digest) ? [`-# ${texts.digest.quiet({ stories: digest.places.length })}`] : []),
  ].join('\n');

/** A line for each correction of an earlier digest, without the outlet's words, which the earlier message shows. */
const correctedBefore = (digest: Digest, texts: Texts): string =>
  earlierCorrections(digest, texts, 0)
    .map((line) => `-# ${line}`)
    .join('\n');

/** One control of each message has the message's key, by which Lede finds it if Discord's answer was lost. */
function controls(digest: Digest, { part, places, brief }: Page, deliveryKey: string, texts: Texts) {
  const key = partKey(deliveryKey, part);
  const choices = [
    ...places.map(({ place, number }) => choiceOf(place, `${number} · ${titleOf(place, texts)}`)),
    ...brief.map((line) => choiceOf(line, line.title)),
  ];
  const headlines = buttons(button(`headlines:open:${key}`, texts.digest.headlines, ButtonStyle.Secondary));
  if (choices.length === 0) return [headlines];
  const opens = select(`story:open:${key}`, texts.digest.open, choices);
  return hasFewStories(digest) && part === 0 ? [opens, headlines] : [opens];
}

const titleOf = (story: DigestStory, texts: Texts) =>
  story.removed && story.title === '' ? texts.digest.removed : story.title;
