import { headlineQuestions } from '../../src/desk/headlines.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import {
  button,
  buttons,
  type MessageBody,
  mention,
  message,
  select,
  sentence,
  text,
} from '../../src/discord/cards/parts.ts';
import { topicLabel, topicName } from '../../src/discord/cards/topic.ts';
import type { Command, CommandContext } from '../../src/discord/command.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { channelOption, checkTarget, fitTarget } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { findTopic, meant, namedTopic, suggestTopicsHere } from '../../src/discord/topicOption.ts';
import type { ChannelId, TopicId } from '../../src/ids.ts';
import type { TopicLabel } from '../../src/storage/postContent.ts';
import { digestChanges } from './change.ts';
import { previewQuestions } from './preview.ts';
import { type Subscribed, subscribedCard } from './subscribedCard.ts';

const { managed, option } = localizer((texts) => texts.digest.commands.subscribe);
const firstMax = 3;
/** Discord's limit of choices in a select. */
const selectMax = 25;
// Less than the 15 minutes in which an answer can be edited.
const watchMs = 13 * 60_000;

export default {
  data: managed()
    .addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100))
    .addChannelOption((channel) => fitTarget(option(channel, 'channel'))),
  audience: 'managers',

  execute: async (context) => {
    const { interaction, desk, texts, answer } = context;
    const channelId = channelOption(interaction);
    checkTarget(interaction, channelId);
    const typed = interaction.options.getString('topic');
    if (typed === null) return answer.show(await picker(context, channelId));
    const topics = await desk.use(headlineQuestions).topics(interaction.guildId ?? undefined);
    const near = namedTopic(topics, typed) === undefined ? meant(topics, typed) : undefined;
    if (near !== undefined) return answer.show(didYouMean(near, typed, channelId, texts));
    await subscribe(context, channelId, [findTopic(topics, typed).id], answer.show);
  },

  autocomplete: suggestTopicsHere,

  component: async (context, control) => {
    if (!/^(?:topics|more\d*|own|one)$/.test(control.action)) throw new Explained((say) => say.errors.expired);
    const [channelId = '', one] = control.rest.split(':');
    checkTarget(context.interaction, channelId);
    const topicIds = one === undefined ? control.values : [one];
    await subscribe(context, channelId, topicIds, context.answer.replace);
  },
} satisfies Command;

/** Asks about the topic probably meant, with a button for it. */
function didYouMean(topic: TopicLabel, typed: string, channelId: ChannelId, texts: Texts): MessageBody {
  const label = texts.digest.channels.subscribeTo({ topic: topicLabel(topic, texts) });
  return message([
    text(texts.topics.meant({ typed: escapeMarkdown(typed, 100), name: topicName(topic, texts) })),
    buttons(button(`subscribe:one:${channelId}:${topic.id}`, label)),
  ]);
}

/** Topics that the channel doesn't get yet, in selects of 25; the server's own in another one. */
async function picker({ interaction, desk, texts }: CommandContext, channelId: ChannelId): Promise<MessageBody> {
  const [topics, subscription] = await Promise.all([
    desk.use(headlineQuestions).topics(interaction.guildId ?? undefined),
    desk.use(subscriptionQuestions).subscription(interaction.guildId ?? '', channelId),
  ]);
  const has = new Set(subscription?.topics.map((topic) => topic.id));
  const free = topics.filter((topic) => !has.has(topic.id));
  if (free.length === 0) return sentence(texts.digest.channels.allTaken({ channel: mention.channel(channelId) }));
  const say = texts.digest.channels;
  const [listed, made] = [free.filter(({ own }) => !own), free.filter(({ own }) => own)];
  const selectOf = (kind: string, placeholder: string, of: typeof free) => {
    const choices = of.map((topic) => ({ label: topicLabel(topic, texts), value: topic.id }));
    return choices.length > 0 ? [select(`subscribe:${kind}:${channelId}`, placeholder, choices, selectMax)] : [];
  };
  const further = Array.from({ length: Math.ceil(listed.length / selectMax) - 1 }, (_, n) => n + 1);
  return message([
    text(say.pick({ channel: mention.channel(channelId) })),
    ...selectOf('topics', say.pickTopics, listed.slice(0, selectMax)),
    ...further.flatMap((n) => selectOf(`more${n}`, say.pickMore, listed.slice(n * selectMax, (n + 1) * selectMax))),
    ...selectOf('own', say.pickOwn, made),
  ]);
}

async function subscribe(
  context: CommandContext,
  channelId: ChannelId,
  topicIds: readonly TopicId[],
  show: (body: MessageBody) => Promise<void>,
): Promise<void> {
  const { interaction, desk, texts } = context;
  const by = changerOf(interaction);
  const { zone } = await desk.use(subscriptionQuestions).server(by.serverId);
  const done = await desk.use(digestChanges).subscribe(by, channelId, topicIds);
  const first = await desk.use(previewQuestions).firstHeadlines(channelId, by.serverId, firstMax);
  const subscribed: Subscribed = { ...done, zoneGuessed: zone === undefined && !done.joined, first };
  await show(subscribedCard(subscribed, texts));
  if (!first.reading) return;
  context.later(async () => {
    for (let waitedMs = 0; waitedMs < watchMs; waitedMs += context.readyCheckMs) {
      if (!(await context.pause(context.readyCheckMs))) return;
      const now = await desk.use(previewQuestions).firstHeadlines(channelId, by.serverId, firstMax);
      if (!now.reading) return show(subscribedCard({ ...subscribed, first: now }, texts));
    }
    await show(sentence(texts.digest.channels.stillReading));
  });
}
