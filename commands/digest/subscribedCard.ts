import { ButtonStyle } from 'discord.js';
import type { ChannelSubscription, Pause } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown, link } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  button,
  buttons,
  container,
  type MessageBody,
  mention,
  message,
  moment,
  text,
} from '../../src/discord/cards/parts.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { eachSetting } from '../../src/schedule/settings.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import type { digestChanges } from './change.ts';
import type { FirstHeadlines } from './preview.ts';

/** With fewer outlets than this, hardly any story is reported by two. */
const thinBelow = 5;

/** The outcome of /subscribe. */
export type Subscribed = Awaited<ReturnType<ReturnType<typeof digestChanges>['subscribe']>> & {
  zoneGuessed: boolean;
  first: FirstHeadlines;
};

/** The channel's new state, the beginning of its digest, and what to do next. */
export function subscribedCard(subscribed: Subscribed, texts: Texts): MessageBody {
  const { added, joined, subscription, zoneGuessed, first } = subscribed;
  const say = texts.digest.channels;
  const channel = mention.channel(subscription.channelId);
  const names = added.map((topic) => topicName(topic, texts));
  const title = joined
    ? say.joined({ topics: names, channel, all: topicNames(subscription.topics, texts) })
    : say.subscribed({ topics: names, channel });
  const guessed = zoneGuessed ? [`-# ${say.zoneGuessed}`] : [];
  const state = [title, ...scheduleLines(subscription, texts), ...guessed].join('\n');
  const { outlets } = first;
  const isThin = outlets > 0 && outlets < thinBelow && !added.every(({ own }) => own);
  return message([
    container(subscription.topics[0]?.colour ?? accent, [
      text(state),
      text(firstLines(first, charactersLeft(state), texts)),
      ...(isThin ? [text(`-# ${say.thin({ outlets })}`)] : []),
      channelButtons(subscription.channelId, texts),
    ]),
  ]);
}

export function topicNames(topics: readonly TopicLabel[], texts: Texts): string {
  return texts.f.list(topics.map((topic) => topicName(topic, texts)));
}

export function pausedLine(pause: Pause, texts: Texts): string {
  const { channels } = texts.digest;
  const { errors } = texts;
  if (pause === 'admin') return channels.paused;
  return pause === 'channel-gone' ? channels.stopped : channels.blocked({ reason: errors.reasons[pause] });
}

/** A setting's value in words; '' for most defaults. */
export function settingShown(key: keyof Schedule, value: unknown, texts: Texts): string {
  // TypeScript can't match each text with its own setting's values.
  const say = texts.digest.channels.shown[key] as (values: { value: unknown }) => string;
  return say({ value: named(key, value, texts) });
}

function named(key: keyof Schedule, value: unknown, { f, digest }: Texts): unknown {
  switch (key) {
    case 'days':
      return f.days(value as number[], digest.channels);
    case 'zone':
      return f.city(value as string);
    case 'languages':
      return (value as string[]).map(f.language);
    case 'language':
      return value === 'auto' ? undefined : f.language(value as string);
    default:
      return value;
  }
}

/** Why the channel is paused, when its next digest comes, and its settings. */
export function scheduleLines(subscription: ChannelSubscription, texts: Texts): string[] {
  const { schedule, topics, paused, nextDueAt } = subscription;
  const why = paused === undefined ? [] : [pausedLine(paused, texts)];
  const next =
    nextDueAt === undefined
      ? []
      : [texts.digest.channels.next({ full: moment(nextDueAt, 'F'), relative: moment(nextDueAt, 'R') })];
  const shown = eachSetting().map(([key, setting]) =>
    settingShown(key, setting.valueOf(schedule, topics.length), texts),
  );
  const published = subscription.isPublished ? [`-# ${texts.digest.channels.published}`] : [];
  return [...why, ...next, `-# ${shown.filter(Boolean).join(' · ')}`, ...published];
}

function firstLines(first: Subscribed['first'], room: number, texts: Texts): string {
  if (first.reading) return texts.digest.channels.reading;
  if (first.stories.length === 0) return texts.digest.channels.noHeadlines;
  const lines = first.stories.slice(0, 3).map(({ title, url, outlet, paywalled }) => {
    const name = escapeMarkdown(outlet, 60);
    return `- ${link(title, url, 150)} ${paywalled ? texts.digest.paywalled({ outlet: name }) : name}`;
  });
  return listed(texts.digest.channels.firstHeadlines, lines, texts, room);
}

/** Buttons for settings, preview and posting now. */
export const channelButtons = (channelId: ChannelId, texts: Texts) =>
  buttons(
    button(`digest:settings:${channelId}`, texts.digest.form.change, ButtonStyle.Primary),
    button(`digest:preview:${channelId}`, texts.digest.channels.preview),
    button(`digest:post:${channelId}`, texts.digest.channels.postNow),
  );
