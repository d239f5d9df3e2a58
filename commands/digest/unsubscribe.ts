import { headlineQuestions } from '../../src/desk/headlines.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { type ChannelSubscription, subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { mention } from '../../src/discord/cards/parts.ts';
import { topicLabel, topicName } from '../../src/discord/cards/topic.ts';
import type { Command } from '../../src/discord/command.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { changerOf } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { channelOption, fitTarget } from '../../src/discord/target.ts';
import { findTopic, suggestTopics } from '../../src/discord/topicOption.ts';
import { withUndo } from '../../src/discord/undo.ts';
import { digestChanges } from './change.ts';
import { topicNames } from './subscribedCard.ts';

const { managed, option } = localizer((texts) => texts.digest.commands.unsubscribe);

export default {
  data: managed()
    .addStringOption((topic) => option(topic, 'topic').setRequired(true).setAutocomplete(true).setMaxLength(100))
    .addChannelOption((channel) => fitTarget(option(channel, 'channel'))),
  audience: 'managers',

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const by = changerOf(interaction);
    // A suggestion for another channel has the form topic@channel.
    const given = interaction.options.getString('topic', true);
    const elsewhere = /@(\d+)$/.exec(given);
    const channelId = elsewhere?.[1] ?? channelOption(interaction);
    const typed = given.slice(0, elsewhere?.index);
    const before = await desk.use(subscriptionQuestions).subscription(by.serverId, channelId);
    // A topic that left the catalogue is only in the subscription.
    const its = before?.topics ?? [];
    const topic = findTopic([...(await desk.use(headlineQuestions).topics(by.serverId)), ...its], typed);
    if (before === undefined) throw new Refusal('not-subscribed');
    if (!before.topics.some(({ id }) => id === topic.id)) throw new Refusal('not-subscribed', topicLabel(topic, texts));
    const { left, undo } = await desk.use(digestChanges).unsubscribe(by, channelId, topic.id);
    const name = topicName(topic, texts);
    const channel = mention.channel(channelId);
    const words =
      left === undefined
        ? texts.digest.channels.unsubscribedAll({ topic: name, channel })
        : texts.digest.channels.unsubscribed({ topic: name, channel, left: topicNames(left.topics, texts) });
    await answer.show(await withUndo(words, context, undo));
  },

  autocomplete: async (interaction, { desk, texts }) => {
    const subscriptions = await desk.use(subscriptionQuestions).subscriptions(interaction.guildId ?? '');
    const typed = interaction.options.getFocused();
    const asked = String(interaction.options.get('channel')?.value ?? interaction.channelId);
    const here = subscriptions.find(({ channelId }) => channelId === asked);
    if (here !== undefined) return suggestTopics(here.topics, typed, texts);
    if (interaction.options.get('channel') !== null) return [];
    const servers = serversOf(interaction.client);
    const nameOf = ({ serverId, channelId }: ChannelSubscription) => servers.place(serverId, channelId)?.name;
    return subscriptions.flatMap((subscription) =>
      suggestTopics(subscription.topics, typed, texts).map(({ name, value }) => ({
        name: `${name} · #${nameOf(subscription) ?? '?'}`,
        value: `${value}@${subscription.channelId}`,
      })),
    );
  },
} satisfies Command;
