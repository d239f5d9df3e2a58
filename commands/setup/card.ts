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
import type { SetupReport } from './change.ts';
import { wordsIn } from './words.ts';

/** Whether the file changes nothing here. */
export const changesNothing = ({ topics, feeds, mutes, channels, alerts, logChannel }: SetupReport): boolean =>
  [topics, channels, alerts].every(({ added, changed }) => added + changed === 0) && feeds + mutes === 0 && !logChannel;

/**
 * What the file changes, and a line for each thing that can't be imported. `missing` are such lines about what Discord
 * lacks or denies here.
 */
export function setupCard(
  heading: string,
  report: SetupReport,
  missing: readonly string[],
  offers: readonly ReturnType<typeof button>[],
  texts: Texts,
): MessageBody {
  const say = wordsIn(texts);
  const { topics, feeds, mutes, channels, alerts, logChannel, refused, refusedFeeds } = report;
  const counts = [
    [topics.added, say.counts.topics],
    [topics.changed, say.counts.topicsChanged],
    [feeds, say.counts.feeds],
    [mutes, say.counts.mutes],
    [channels.added, say.counts.channels],
    [channels.changed, say.counts.channelsChanged],
    [alerts.added, say.counts.alerts],
    [alerts.changed, say.counts.alertsChanged],
  ] as const;
  const brought = [
    ...counts.flatMap(([count, words]) => (count > 0 ? [`- ${words(count)}`] : [])),
    ...(logChannel ? [`- ${say.counts.logChannel}`] : []),
  ];
  const lines = [
    ...missing,
    ...refused.map(({ name, channelId, fault }) => {
      const where = channelId === undefined ? '' : `${mention.channel(channelId)} · `;
      return `${where}**${escapeMarkdown(name, 60)}**: ${say.refused[fault]}`;
    }),
    ...refusedFeeds.map(({ url, code }) => `${escapeMarkdown(url, 100)}: ${texts.topics.refused[code]}`),
  ].map((line) => `- ${line}`);
  const state = [`## ${heading}`, ...brought].join('\n');
  const left = lines.length === 0 ? [] : [text(listed(`**${say.left}**`, lines, texts, charactersLeft(state)))];
  return message([container(accent, [text(state), ...left]), ...(offers.length === 0 ? [] : [buttons(...offers)])]);
}
