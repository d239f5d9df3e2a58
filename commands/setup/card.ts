import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, listed } from '../../src/discord/cards/lists.ts';
import {
  accent,
  type button,
  buttons,
  container,
  type MessageBody,
  mention,
  message,
  text,
} from '../../src/discord/cards/parts.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { SetupPlan } from './plan.ts';
import { wordsIn } from './words.ts';

/** Whether the file changes nothing here. */
export const changesNothing = ({ topics, feeds, mutes, channels, alerts, logChannelId }: SetupPlan): boolean =>
  [topics, feeds, mutes, channels, alerts].every(({ length }) => length === 0) && logChannelId === undefined;

/**
 * What the file changes, and a line for each thing that can't be imported. `missing` are such lines about channels.
 */
export function setupCard(
  heading: string,
  { topics, feeds, mutes, channels, alerts, logChannelId, refused, refusedFeeds }: SetupPlan,
  missing: readonly string[],
  offers: readonly ReturnType<typeof button>[],
  texts: Texts,
): MessageBody {
  const say = wordsIn(texts);
  const count = (parts: readonly { isNew: boolean }[], isNew: boolean) =>
    parts.filter((part) => part.isNew === isNew).length;
  const counts = [
    [count(topics, true), say.counts.topics],
    [count(topics, false), say.counts.topicsChanged],
    [feeds.length, say.counts.feeds],
    [mutes.length, say.counts.mutes],
    [count(channels, true), say.counts.channels],
    [count(channels, false), say.counts.channelsChanged],
    [count(alerts, true), say.counts.alerts],
    [count(alerts, false), say.counts.alertsChanged],
  ] as const;
  const brought = [
    ...counts.flatMap(([parts, words]) => (parts > 0 ? [`- ${words(parts)}`] : [])),
    ...(logChannelId === undefined ? [] : [`- ${say.counts.logChannel}`]),
  ];
  const lines = [
    ...missing,
    ...refused.map(({ name, channelId, fault }) => {
      const where = channelId === undefined ? [] : [mention.channel(channelId)];
      const what = name === undefined ? [] : [`**${escapeMarkdown(name, 60)}**`];
      return `${[...where, ...what].join(' · ')}: ${say.refused[fault]}`;
    }),
    ...refusedFeeds.map(({ url, code }) => `${escapeMarkdown(url, 100)}: ${texts.topics.refused[code]}`),
  ].map((line) => `- ${line}`);
  const state = [`## ${heading}`, ...brought].join('\n');
  const left = lines.length === 0 ? [] : [text(listed(`**${say.left}**`, lines, texts, charactersLeft(state)))];
  return message([container(accent, [text(state), ...left]), ...(offers.length === 0 ? [] : [buttons(...offers)])]);
}
