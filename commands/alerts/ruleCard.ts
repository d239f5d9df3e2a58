import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { feedLabel } from '../../src/discord/cards/feedLabel.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  container,
  type MessageBody,
  mention,
  message,
  select,
  sentence,
  text,
} from '../../src/discord/cards/parts.ts';
import { topicName } from '../../src/discord/cards/topic.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import { alertWords } from '../../src/engine/stories/topics.ts';
import type { ChannelId } from '../../src/ids.ts';
import { isOfItems } from '../../src/storage/records/servers/alerts.ts';
import type { AlertView } from './ask.ts';

/** What the rule does, one sentence per setting. */
export function ruleLinesOf(alert: AlertView, texts: Texts): string[] {
  const { locale, quiet, zone, roleId, forum, thread, crosspost, silent } = alert;
  const words = texts.alerts;
  return [
    isOfItems(alert) ? atOnceLine(alert, texts) : storiesLine(alert, texts),
    ...(forum === undefined ? [] : [words.posts]),
    ...(thread ? [words.threads] : []),
    ...(crosspost ? [words.crossposts] : []),
    ...(silent === 'always' ? [words.silent] : []),
    ...(quiet === undefined
      ? []
      : [
          words[silent === 'quiet' ? 'quietly' : 'quiet']({
            from: quiet.from,
            until: quiet.until,
            zone: texts.digest.timeIn({ zone: texts.f.city(zone) }),
          }),
        ]),
    ...(locale === undefined ? [] : [words.written({ language: texts.f.language(locale) })]),
    ...(roleId === undefined ? [] : [words.pings({ role: mention.role(roleId) })]),
  ];
}

function storiesLine({ channelId, topic, words, voices, perDay }: AlertView, texts: Texts): string {
  const say = texts.alerts;
  const about =
    topic !== undefined
      ? say.ofTopic({ topic: `**${topicName(topic, texts)}**` })
      : words !== undefined
        ? `${say.words({ words: boldWords(alertWords(words).any, texts) })}${lacking(words, texts)}`
        : say.anything;
  return say.set({ channel: mention.channel(channelId), about, voices, perDay });
}

function atOnceLine({ channelId, topic, words, feedIds, feeds, perDay }: AlertView, texts: Texts): string {
  const say = texts.alerts;
  const { any } = alertWords(words);
  const named = feeds.map((feed) => `**${escapeMarkdown(feedLabel(feed, feeds), 60)}**`);
  const about =
    topic !== undefined
      ? say.ownFeedsOn({ topic: `**${topicName(topic, texts)}**` })
      : feedIds === undefined
        ? say.ownFeeds
        : named.length > 0
          ? say.someFeeds({ feeds: texts.f.list(named) })
          : say.feedsGone;
  return say.setAtOnce({
    channel: mention.channel(channelId),
    about,
    holding: `${any.length > 0 ? say.holding({ words: boldWords(any, texts) }) : ''}${lacking(words, texts)}`,
    perDay,
  });
}

const boldWords = (words: readonly string[], { f }: Texts) =>
  f.either(words.map((word) => `**${escapeMarkdown(word, 60)}**`));

const lacking = (words: AlertView['words'], texts: Texts) => {
  const { not } = alertWords(words);
  return not.length > 0 ? texts.alerts.lacking({ words: boldWords(not, texts) }) : '';
};

/** The changed values, before and after, with the labels of the forms. */
export function savedRuleLine(before: AlertView, after: AlertView, texts: Texts): string {
  const say = texts.alerts;
  const { everything, all, none, unsaid, yes, no } = say.values;
  const bool = (is: boolean | undefined) => (is ? yes : no);
  const { more: _, ...fields } = say.form.fields;
  const labels = { ...fields, thread: [say.form.boxes.thread], crosspost: [say.form.boxes.crosspost] } as const;
  const shown: Record<keyof typeof labels, (alert: AlertView) => string> = {
    topic: ({ topic }) => (topic ? topicName(topic, texts) : everything),
    words: ({ words }) => (words ? words.map((word) => escapeMarkdown(word, 60)).join(', ') : everything),
    voices: ({ voices }) => say.form.voices({ count: voices }),
    feed: ({ feedIds, feeds, voices }) =>
      voices > 1 ? none : feedIds ? feeds.map((one) => escapeMarkdown(feedLabel(one, feeds), 60)).join(', ') : all,
    per_day: ({ perDay }) => texts.f.number(perDay),
    quiet: ({ quiet }) => (quiet ? `${quiet.from}–${quiet.until}` : none),
    silent: ({ silent }) => say.command.choices[silent ?? 'never'],
    role: ({ roleId }) => (roleId ? mention.role(roleId) : none),
    language: ({ locale }) => (locale ? texts.f.language(locale) : unsaid),
    thread: ({ thread }) => bool(thread),
    crosspost: ({ crosspost }) => bool(crosspost),
  };
  const changes = Object.entries(shown).flatMap(([key, show]) => {
    const [was, is] = [show(before), show(after)];
    const [label] = labels[key as keyof typeof labels];
    return was === is ? [] : [`*${label}* ${was || none} → **${is || none}**`];
  });
  return changes.length === 0 ? say.same : say.saved({ changes: changes.join(' · ') });
}

/** All rules of a server, with a select that opens one rule's form; `nameOf` gives a channel's name as plain text. */
export function alertsCard(
  alerts: readonly AlertView[],
  texts: Texts,
  nameOf: (channelId: ChannelId) => string,
): MessageBody {
  if (alerts.length === 0) return sentence(texts.alerts.none);
  const lines = alerts.map((alert) => ruleLinesOf(alert, texts).join('\n'));
  const choices = alerts.map(({ channelId }) => ({ label: nameOf(channelId), value: channelId }));
  const pick = select('alerts:set:', texts.alerts.form.pick, choices);
  return message([container(accent, [text(listed(`### ${texts.alerts.heading}`, lines, texts)), pick])]);
}
