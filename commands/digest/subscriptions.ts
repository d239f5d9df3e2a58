import { PermissionFlagsBits } from 'discord.js';
import { statusQuestions } from '../../src/desk/status.ts';
import { type ChannelSubscription, subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { charactersLeft, type Entry, listed } from '../../src/discord/cards/lists.ts';
import { warningsMarkdown } from '../../src/discord/cards/notice.ts';
import { accent, container, type MessageBody, mention, message, moment, text } from '../../src/discord/cards/parts.ts';
import { someOf } from '../../src/discord/cards/stories.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Command } from '../../src/discord/command.ts';
import { changerOf } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { maySee } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { Notice } from '../../src/outbox/ports.ts';
import { pausedLine, scheduleLines, topicNames } from './subscribedCard.ts';

const topicsInShort = 3;

export default {
  data: localizer((texts) => texts.digest.commands.subscriptions).inServer(),
  audience: 'everyone',

  execute: async ({ interaction, answer, desk, texts }) => {
    const { serverId } = changerOf(interaction);
    const [subscriptions, status] = await Promise.all([
      desk.use(subscriptionQuestions).subscriptions(serverId),
      desk.use(statusQuestions).status(serverId),
    ]);
    const visible = subscriptions.filter(({ channelId }) => maySee(interaction, channelId));
    const isManager = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
    await answer.show(subscriptionsCard(visible, isManager ? status.notices : [], texts));
  },
} satisfies Command;

/** Each channel's topics and next digest. First come channels that Lede had to pause, then those paused by an admin. */
export function subscriptionsCard(
  subscriptions: readonly ChannelSubscription[],
  notices: readonly Notice[],
  texts: Texts,
): MessageBody {
  const hindered = ({ paused }: ChannelSubscription) => (paused === undefined ? 2 : paused === 'admin' ? 1 : 0);
  const lines = subscriptions
    .toSorted((a, b) => hindered(a) - hindered(b))
    .map((subscription) => subscriptionEntry(subscription, texts));
  // The entry of a paused channel already says why it is paused.
  const others = notices.filter(({ kind }) => kind !== 'paused');
  const above = warningsMarkdown(others, texts);
  const list = listed(`## ${texts.digest.channels.heading}`, lines, texts, charactersLeft(above));
  return message([
    ...(above === '' ? [] : [text(above)]),
    lines.length === 0 ? text(texts.digest.channels.none) : container(accent, [text(list)]),
  ]);
}

function subscriptionEntry(subscription: ChannelSubscription, texts: Texts): Entry {
  const { channelId, topics, paused, nextDueAt, lastSent } = subscription;
  const name = `**${(paused === 'channel-gone' ? mention.goneChannel : mention.channel)(channelId)}**`;
  const names = topics.slice(0, topicsInShort).map((topic) => topicName(topic, texts));
  const state = [someOf(names, topics.length, texts), ...(nextDueAt === undefined ? [] : [moment(nextDueAt, 'R')])];
  return {
    full: [
      `${name} · ${topicNames(topics, texts)}`,
      ...scheduleLines(subscription, texts),
      ...(lastSent === undefined
        ? []
        : [`-# ${texts.digest.channels.lastDigest({ url: lastSent.url, relative: moment(lastSent.at, 'R') })}`]),
    ].join('\n'),
    short: [name, ...(paused === undefined ? state : [pausedLine(paused, texts)])].join(' · '),
  };
}
