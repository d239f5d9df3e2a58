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
import { eachSetting } from '../../src/schedule/settings.ts';
import type { TopicLabel } from '../../src/storage/telling.ts';
import type { FirstHeadlines } from './preview.ts';
import { wordsIn } from './words.ts';

/** The outcome of /subscribe. */
export interface Subscribed {
  added: readonly TopicLabel[];
  /** The channel had a digest before. */
  joined: boolean;
  subscription: ChannelSubscription;
  zoneGuessed: boolean;
  first: FirstHeadlines;
}

/** The new state of the channel, what its digest would start with, and what to do next. */
export function subscribedCard(subscribed: Subscribed, texts: Texts): MessageBody {
  const { added, joined, subscription, zoneGuessed } = subscribed;
  const say = wordsIn(texts).channels;
  const channel = mention.channel(subscription.channelId);
  const names = added.map((topic) => topicName(topic, texts));
  const title = joined
    ? say.joined(names, channel, topicNames(subscription.topics, texts))
    : say.subscribed(names, channel);
  const state = [title, ...scheduleLines(subscription, texts), ...(zoneGuessed ? [`-# ${say.zoneGuessed}`] : [])].join(
    '\n',
  );
  return message([
    container(subscription.topics[0]?.colour ?? accent, [
      text(state),
      text(firstLines(subscribed.first, charactersLeft(state), texts)),
      channelButtons(subscription.channelId, texts),
    ]),
  ]);
}

/** Names in the reader's language, as a list. */
export function topicNames(topics: readonly TopicLabel[], texts: Texts): string {
  return texts.f.list(topics.map((topic) => topicName(topic, texts)));
}

/** Why the channel gets no digest. */
export function pausedLine(pause: Pause, texts: Texts): string {
  const { channels } = wordsIn(texts);
  const { errors } = texts;
  if (pause === 'admin') return channels.paused;
  return pause === 'channel-gone' ? channels.stopped : channels.blocked(errors.reasons[pause]);
}

/** The channel's next digest and settings, and why it gets none if it is paused. */
export function scheduleLines(subscription: ChannelSubscription, texts: Texts): string[] {
  const { schedule, topics, paused, nextDueAt } = subscription;
  const why = paused === undefined ? [] : [pausedLine(paused, texts)];
  const next =
    nextDueAt === undefined ? [] : [wordsIn(texts).channels.next(moment(nextDueAt, 'F'), moment(nextDueAt, 'R'))];
  const shown = eachSetting().map(([key, setting]) => {
    // TypeScript can't see that each text takes the values of its own setting.
    const say = wordsIn(texts).channels.shown[key] as (value: unknown) => string;
    return say(setting.valueOf(schedule, topics.length));
  });
  const published = subscription.isPublished ? [`-# ${wordsIn(texts).channels.published}`] : [];
  return [...why, ...next, `-# ${shown.filter(Boolean).join(' · ')}`, ...published];
}

function firstLines(first: Subscribed['first'], room: number, texts: Texts): string {
  if (first.reading) return wordsIn(texts).channels.reading;
  if (first.stories.length === 0) return wordsIn(texts).channels.noHeadlines;
  const lines = first.stories.slice(0, 3).map(({ title, url, outlet, paywalled }) => {
    const name = escapeMarkdown(outlet, 60);
    return `- ${link(title, url, 150)} ${paywalled ? texts.digest.paywalled(name) : name}`;
  });
  return listed(wordsIn(texts).channels.firstHeadlines, lines, texts, room);
}

/** Buttons for the form of the settings, preview and posting now. */
export const channelButtons = (channelId: ChannelId, texts: Texts) =>
  buttons(
    button(`digest:settings:${channelId}`, wordsIn(texts).form.change, ButtonStyle.Primary),
    button(`digest:preview:${channelId}`, wordsIn(texts).channels.preview),
    button(`digest:post:${channelId}`, wordsIn(texts).channels.postNow),
  );
