import { type APIComponentInContainer, ButtonStyle } from 'discord.js';
import type { EpochMs } from '../../src/clock.ts';
import {
  type CorrectionForm,
  correctionForms,
  correctionsMarkdown,
  noCorrections,
} from '../../src/discord/cards/corrections.ts';
import { createLinks, escapeMarkdown, type Links, oneLine } from '../../src/discord/cards/escape.ts';
import {
  button,
  buttons,
  container,
  fits,
  mention,
  message,
  messageLimits,
  select,
  separator,
  text,
  threadRules,
  withPicture,
} from '../../src/discord/cards/parts.ts';
import { choiceOf, drawPlace, postedOf } from '../../src/discord/cards/place.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import { type Texts, textsFor } from '../../src/discord/texts/texts.ts';
import type { FeedId } from '../../src/ids.ts';
import type { Drawn, Payload, RenderOptions } from '../../src/outbox/ports.ts';
import type { DigestLine, PostContent, Report } from '../../src/storage/postContent.ts';

/** Stories that enough outlets reported independently, or new items of own feeds. */
export interface Alert extends PostContent {
  /** Set for new items of own feeds: their feeds, and the number of items that the message only counts. */
  items?: { feedIds: readonly FeedId[]; more: number };
  roleId?: string;
  /** When the numbers of the posted alert last grew. */
  joinedAt?: EpochMs;
}

interface Form extends CorrectionForm {
  /** Maximum number of outlets named below each item. */
  reports: number;
}

/** The alert as one message, with as many corrections and other feeds' outlets as fit. */
export function renderAlert(alert: Alert, options: RenderOptions): Drawn {
  const texts = textsFor(alert.locale);
  const drawings = formsOf(alert)
    .values()
    .map((form) => drawWith(alert, form, options, texts));
  const { body, told } = drawings.find((one) => fits(one.body)) ?? drawWith(alert, plain, options, texts);
  const [first] = [...alert.places, ...alert.also];
  return { payloads: [body as unknown as Payload], title: first?.title, told };
}

/** A forum post with the alert. Its name is the first headline; with several items, their number. */
export function renderPost(alert: Alert, options: RenderOptions): Drawn {
  const { payloads, told } = renderAlert(alert, options);
  const texts = textsFor(alert.locale);
  const [first, ...others] = [...alert.places, ...alert.also];
  const title = alert.items !== undefined && others.length > 0 ? itemsOf(alert, texts) : first?.title;
  const name = oneLine(title ?? '', threadRules.nameMax) || texts.digest.removed;
  const start = { name, applied_tags: alert.tagIds ?? [], auto_archive_duration: threadRules.archivedAfterMinutes };
  // A new post needs name and tags; an edit only changes its first message.
  if (options.messages !== undefined) return { payloads, told };
  return {
    // A phone's notification shows the post's name, so the message needs no `content`.
    payloads: payloads.map(({ content, ...message }) => ({ ...start, message })),
    told: told.map((one) => ({ ...one, path: one.path && `message.${one.path}` })),
  };
}

const plain: Form = { told: noCorrections, counted: [], reports: 0 };

function formsOf({ places, also }: Alert): Form[] {
  const numbered = places.map((place, index) => ({ place, number: index + 1 }));
  const corrections = [...correctionForms(numbered, also)];
  return [10, 4, 0].flatMap((reports) => corrections.map((form) => ({ ...form, reports })));
}

function drawWith(alert: Alert, form: Form, options: RenderOptions, texts: Texts) {
  const { places, also, roleId } = alert;
  const links = createLinks(messageLimits.characters);
  const isOne = places.length + also.length === 1;
  const isItem = isOne && alert.items !== undefined;
  const parts: APIComponentInContainer[] = isItem ? [] : [text(headingOf(alert, texts))];
  const headed = parts.length;
  const told: Drawn['told'][number][] = [];
  for (const [index, place] of places.entries()) {
    const number = isOne ? undefined : index + 1;
    const drawing = { place, number, corrections: form.told, links, digest: alert, texts };
    const { markdown, quoted } = drawPlace({ ...drawing, isItem: alert.items !== undefined });
    if (parts.length > headed) parts.push(separator());
    const path = `components.${roleId === undefined ? 0 : 1}.components.${parts.length}`;
    const picture = options.pictures && index === 0 ? place.picture : undefined;
    parts.push(withPicture([markdown, ...alsoBy(alert, place, form, links, texts)].join('\n'), picture));
    told.push({ ...postedOf(place, quoted), path });
  }
  for (const line of also) {
    const corrected = correctionsMarkdown(line, form.told, texts, false).join(' ') || escapeMarkdown(line.outlet, 60);
    const headline = `**${links(line.title, line.url, 200)}** · ${corrected}`;
    parts.push(text([headline, ...alsoBy(alert, line, form, links, texts)].join('\n')));
    told.push(postedOf(line, []));
  }
  const more = alert.items?.more ?? 0;
  if (more > 0) parts.push(text(`-# ${texts.alerts.more({ count: more })}`));
  const stories = [...places, ...also];
  const choices = stories.map((story) => choiceOf(story, story.title || story.outlet));
  const counted =
    form.counted.length === 0 ? [] : [text(texts.digest.correctedToo({ numbers: form.counted.join(', ') }))];
  const body = message([
    ...(roleId === undefined ? [] : [text(mention.role(roleId))]),
    container(alert.topics.find(({ id }) => id === stories[0]?.topicId)?.colour ?? alert.topics[0]?.colour ?? 0, [
      ...parts,
      ...counted,
      ...(stories.length > 0 && !opensByButton(alert, options)
        ? [select(`story:open:${options.deliveryKey}`, texts.digest.open, choices)]
        : []),
      ...controlsOf(alert, options, texts),
    ]),
  ]);
  const roles = roleId === undefined ? {} : { roles: [roleId] };
  const headline = escapeMarkdown(stories[0]?.title ?? '', 200);
  const content = roleId === undefined ? headline : `${mention.role(roleId)} ${headline}`;
  return { body: { ...body, content, allowed_mentions: { parse: [], ...roles } }, told };
}

/**
 * Whether a button can open the message's only story, because the delivery's key names that story. The key may name a
 * story that was taken out of the message; then a select opens the remaining one.
 */
const opensByButton = ({ places, also }: Alert, { deliveryKey }: RenderOptions): boolean =>
  places.length + also.length === 1 && [...places, ...also][0]?.storyId === deliveryKey.split('/')[2];

/** The buttons. A button or the select has the delivery's key, to find the message if Discord's answer was lost. */
function controlsOf(alert: Alert, options: RenderOptions, texts: Texts) {
  const { places, also, roleId, channelId, serverId, items } = alert;
  const { deliveryKey } = options;
  const [only, ...others] = [...places, ...also];
  const all = [
    ...(opensByButton(alert, options) ? [button(`story:card:${deliveryKey}`, texts.story.openStory)] : []),
    ...(only === undefined || others.length > 0 || items !== undefined
      ? []
      : [button(`story:follow:${only.storyId}`, texts.follow.button)]),
    ...(serverId === '' ? [button('watch:stop:', texts.people.stopWatching)] : []),
    ...(roleId === undefined ? [] : [button(`alerts:notify:${channelId}`, texts.alerts.notify)]),
    ...(places.length + also.length > 0
      ? []
      : [button(`headlines:open:${deliveryKey}`, texts.digest.headlines, ButtonStyle.Secondary)]),
  ];
  return all.length === 0 ? [] : [buttons(...all)];
}

const itemsOf = ({ places, also, items }: Alert, texts: Texts) =>
  texts.alerts.items({ count: places.length + also.length + (items?.more ?? 0) });

function headingOf(alert: Alert, texts: Texts): string {
  const { places, also, serverId, topics, items } = alert;
  if (items !== undefined) return `### ${itemsOf(alert, texts)}`;
  // An alert without a server is about a member's watched words, which its only topic names.
  if (serverId === '')
    return `### ${texts.people.watched({ words: topics.map((topic) => topicName(topic, texts)).join(', ') })}`;
  const stories = places.length + also.length;
  const [only] = stories === 1 ? places : [];
  const words =
    only === undefined ? texts.alerts.several({ stories }) : texts.alerts.confirmed({ newsrooms: only.voices });
  return `### ${words}`;
}

/** Below an item, the outlets of other own feeds that report on it. */
function alsoBy({ reports = {} }: Alert, { storyId }: DigestLine, form: Form, links: Links, texts: Texts): string[] {
  const named = (reports[storyId] ?? []).slice(0, form.reports).map((report) => reportOf(report, links, texts));
  return named.length === 0 ? [] : [`-# ${texts.alerts.alsoBy({ list: named.join(' · ') })}`];
}

const reportOf = ({ outlet, url, country }: Report, links: Links, texts: Texts): string =>
  `${links(outlet, url, 60)}${country === undefined ? '' : ` (${texts.f.country(country)})`}`;
