import { ChannelType } from 'discord.js';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { feedLabel } from '../../src/discord/cards/feedLabel.ts';
import { type Choice, choicesMax, choicesOf } from '../../src/discord/cards/parts.ts';
import { topicLabel } from '../../src/discord/cards/topic.ts';
import type { CommandContext, CommandForm } from '../../src/discord/command.ts';
import { checksField, radioField, roleField, selectField, textField } from '../../src/discord/forms/fields.ts';
import { channelNamed } from '../../src/discord/forms/open.ts';
import { changerOf, type UserInteraction } from '../../src/discord/interaction.ts';
import { checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import { findTopic } from '../../src/discord/topicOption.ts';
import type { ChannelId } from '../../src/ids.ts';
import { spokenLanguages } from '../../src/schedule/languages.ts';
import { type AlertView, alertQuestions } from './ask.ts';
import { silentChoices, voicesIfUnsaid } from './change.ts';
import { setRule } from './setRule.ts';

/** Value of the choices "all topics" and "default language". No topic has this id. */
const none = '-';
const voicesMax = 10;
const perDayChoices = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 30, 40, 50];

/** Null for an emptied field, to remove its value. */
const orNull = (value: string | undefined) => (value === '' ? null : value);
/** The chosen number; undefined if it is none of `numbers`. */
const among = (numbers: readonly number[], value = '') => numbers.find((one) => String(one) === value);
const upTo = (max: number) => Array.from({ length: max }, (_, nth) => nth + 1);

const ruleOf = ({ interaction, desk }: CommandContext, channelId: ChannelId) =>
  desk.use(alertQuestions).alert(changerOf(interaction).serverId, channelId);

/** The form for what a channel's alerts are about. It makes a rule if the channel has none. */
export const aboutForm: CommandForm = {
  async draw(context, channelId) {
    const { interaction, texts } = context;
    checkTarget(interaction, channelId, { forums: true });
    const { form, values } = texts.alerts;
    const rule = await ruleOf(context, channelId);
    const feeds = await feedsFor(context, rule);
    const voices = rule?.voices ?? voicesIfUnsaid;
    const perDay = [...new Set([...perDayChoices, ...(rule ? [rule.perDay] : [])])].sort((a, b) => a - b);
    const counts = upTo(voicesMax).filter((count) => count > 1 || voices === 1 || feeds.length > 0);
    const voicesChoices = choicesOf(counts, voices, (count) => form.voices({ count }));
    return {
      title: form.title({ channel: channelNamed(interaction, channelId) }),
      fields: [
        selectField('topic', form.fields.topic, [
          { label: values.everything, value: none, chosen: rule?.topicId === undefined },
          ...(await topicsFor(context, channelId, rule)),
        ]),
        textField('words', form.fields.words, rule?.words?.join(', ') ?? ''),
        selectField('voices', form.fields.voices, voicesChoices),
        ...(feeds.length === 0 ? [] : [selectField('feed', form.fields.feed, feeds, { many: true })]),
        selectField('per_day', form.fields.per_day, choicesOf(perDay, rule?.perDay, texts.f.number), {
          optional: rule === undefined,
        }),
      ],
    };
  },

  async submit(context, channelId, { topic, words, voices, feed, per_day }) {
    const { interaction, desk } = context;
    const { serverId } = changerOf(interaction);
    const topics = topic && topic !== none ? await desk.use(headlineQuestions).topics(serverId) : [];
    await setRule(context, channelId, {
      topicId: topic === none ? null : topic && findTopic(topics, topic).id,
      words: orNull(words),
      voices: among(upTo(voicesMax), voices),
      feedIds: feed === undefined ? undefined : await feedsChosen(context, channelId, feed),
      perDay: among(upTo(50), per_day),
    });
  },
};

/** The form for when and how alerts are posted. Throws Refusal if the channel has no rule. */
export const howForm: CommandForm = {
  async draw(context, channelId) {
    const { interaction, texts } = context;
    const { form, command } = texts.alerts;
    const rule = await ruleOf(context, channelId);
    if (rule === undefined) throw new Refusal('no-alert');
    const silent = choicesOf(silentChoices, rule.silent ?? 'never', (one) => command.choices[one]);
    const boxes = boxesOf(interaction, channelId, rule).map(({ key, isTicked: chosen }) => {
      return { label: form.boxes[key], value: key, chosen };
    });
    return {
      title: form.title({ channel: channelNamed(interaction, channelId) }),
      fields: [
        textField('quiet', form.fields.quiet, rule.quiet ? `${rule.quiet.from}-${rule.quiet.until}` : '', { max: 40 }),
        radioField('silent', form.fields.silent, silent),
        roleField('role', form.fields.role, rule.roleId),
        selectField('language', form.fields.language, [
          { label: command.choices.default, value: none, chosen: rule.locale === undefined },
          ...choicesOf<string>(spokenLanguages, rule.locale, texts.f.language),
        ]),
        ...(boxes.length === 0 ? [] : [checksField('more', form.fields.more, boxes)]),
      ],
    };
  },

  async submit(context, channelId, { quiet, silent, role, language, more }) {
    const { interaction } = context;
    const rule = await ruleOf(context, channelId);
    if (rule === undefined) throw new Refusal('no-alert');
    const ticked = more?.split(',');
    const box = (key: 'thread' | 'crosspost') =>
      boxesOf(interaction, channelId, rule).some((one) => one.key === key) ? ticked?.includes(key) : undefined;
    await setRule(context, channelId, {
      quiet: orNull(quiet),
      silent: silentChoices.find((one) => one === silent),
      roleId: orNull(role),
      locale: language === none ? null : spokenLanguages.find((one) => one === language),
      thread: box('thread'),
      crosspost: box('crosspost'),
    });
  },
};

/** The channel's checkboxes: threads unless Lede can't open them, publishing in announcement channels. */
function boxesOf(interaction: UserInteraction, channelId: ChannelId, rule: AlertView) {
  const place = checkTarget(interaction, channelId, { forums: true });
  const mayThread = !isForum(place) && (rule.thread === true || threadFault(interaction, channelId) === undefined);
  return [
    ...(mayThread ? [{ key: 'thread' as const, isTicked: rule.thread === true }] : []),
    ...(place.type === ChannelType.GuildAnnouncement
      ? [{ key: 'crosspost' as const, isTicked: rule.crosspost === true }]
      : []),
  ];
}

/**
 * All topics. A select has room for 25, so topics of the rule, the server, the channel and other channels come first.
 */
async function topicsFor(
  { interaction, desk, texts }: CommandContext,
  channelId: ChannelId,
  rule: AlertView | undefined,
): Promise<Choice[]> {
  const { serverId } = changerOf(interaction);
  const topics = await desk.use(headlineQuestions).topics(serverId);
  const subscriptions = await desk.use(subscriptionQuestions).subscriptions(serverId);
  const here = subscriptions.filter((one) => one.channelId === channelId).flatMap((one) => one.topics);
  const elsewhere = subscriptions.flatMap((one) => one.topics);
  const first = topics.filter(({ id, own }) => id === rule?.topicId || own);
  return [...first, ...here, ...elsewhere, ...topics].map((topic) => ({
    label: topicLabel(topic, texts),
    value: topic.id,
    chosen: topic.id === rule?.topicId,
  }));
}

/** The server's own feeds, those of the rule first. */
async function feedsFor({ interaction, desk }: CommandContext, rule: AlertView | undefined): Promise<Choice[]> {
  const feeds = await desk.use(ownFeedQuestions).feeds(changerOf(interaction).serverId);
  const isOfRule = (id: string) => rule?.feedIds?.includes(id) === true;
  return feeds
    .map((feed) => ({ label: feedLabel(feed, feeds), value: feed.id, chosen: isOfRule(feed.id) }))
    .sort((a, b) => Number(b.chosen) - Number(a.chosen));
}

/**
 * The chosen feeds, and feeds of the rule that had no room in the select. Null, for all feeds, if there are none.
 * Throws Refusal if a chosen feed was removed.
 */
async function feedsChosen(context: CommandContext, channelId: ChannelId, ids: string) {
  const feeds = await feedsFor(context, await ruleOf(context, channelId));
  const chosen = ids.split(',').filter((id) => id !== '');
  const gone = chosen.find((id) => !feeds.some(({ value }) => value === id));
  if (gone !== undefined) throw new Refusal('feed-unknown', gone);
  const unseen = feeds.slice(choicesMax).flatMap((feed) => (feed.chosen ? [feed.value] : []));
  const feedIds = [...chosen, ...unseen];
  return feedIds.length === 0 ? null : feedIds;
}
