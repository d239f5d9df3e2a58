import { ButtonStyle } from 'discord.js';
import type { ChannelSubscription } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, joined } from '../../src/discord/cards/lists.ts';
import {
  button,
  buttons,
  container,
  grey,
  type MessageBody,
  mention,
  message,
  moment,
  text,
} from '../../src/discord/cards/parts.ts';
import { storyLines } from '../../src/discord/cards/stories.ts';
import type { Named } from '../../src/discord/commandText.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { StoryLine } from '../../src/newsroom/lines.ts';
import { eachSetting } from '../../src/schedule/settings.ts';
import type { Rescheduled } from './change.ts';
import type { Mute } from './mutes.ts';
import { channelButtons, scheduleLines, topicNames } from './subscribedCard.ts';
import { wordsIn } from './words.ts';

/** The settings of one channel's digest, and those of the whole server. */
export interface Settings {
  channelId: ChannelId;
  subscription: ChannelSubscription | undefined;
  /** Why Lede can't post in the channel; shown while no reason for a pause is. */
  fault: string | undefined;
  mutes: readonly Mute[];
  logChannelId: ChannelId | undefined;
  /** Sentences on what was just changed. */
  changes: readonly string[];
  /** Buttons that undo the changes, or undo a setting that was made before. */
  offers: readonly ReturnType<typeof button>[];
  /** Stories that a word would have hidden, introduced by the last of `changes`. */
  hidden: readonly StoryLine[];
}

/** Each setting that was changed, with its value before and after. */
export function savedLine({ before, schedule, topics }: Rescheduled, texts: Texts): string {
  const { channels, commands, settings } = wordsIn(texts);
  const named: Partial<Record<string, Named>> = commands.digest.options;
  const labels: Partial<Record<string, string>> = commands.digest.choices;
  const changes = eachSetting().flatMap(([key, setting]) => {
    const [old, now] = [before, schedule].map((one) => setting.valueOf(one, topics.length));
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const shown = (value: unknown): string => {
      if (setting.input.kind === 'number') return texts.f.number(Number(value));
      if (setting.input.kind === 'choice') return labels[String(value)] ?? texts.f.language(String(value));
      // TypeScript can't see that each text takes the values of its own setting.
      return (channels.shown[key] as (value: unknown) => string)(value) || channels.allLanguages;
    };
    return [`\`${named[setting.option]?.[0] ?? setting.option}\` ${shown(old)} → **${shown(now)}**`];
  });
  return changes.length === 0 ? settings.same : settings.saved(changes.join(' · '));
}

export function settingsCard(settings: Settings, texts: Texts): MessageBody {
  const { channelId, subscription, fault, mutes, logChannelId, changes, offers, hidden } = settings;
  const say = wordsIn(texts).settings;
  const channel = mention.channel(channelId);
  const digest =
    subscription === undefined
      ? [wordsIn(texts).channels.noneHere(channel)]
      : [
          `**${say.topics}** ${topicNames(subscription.topics, texts)}`,
          ...(fault === undefined || subscription.paused !== undefined ? [] : [fault]),
          ...scheduleLines(subscription, texts),
          ...(subscription.isOutside ? [`-# ${wordsIn(texts).feed.outside}`] : []),
        ];
  const muted = mutes.map(({ word, expiresAt }) => {
    const short = escapeMarkdown(word, 60);
    return { short, full: expiresAt === undefined ? short : `${short} (${say.until(moment(expiresAt, 'D'))})` };
  });
  const log = `**${say.log}** ${logChannelId === undefined ? say.logNone : mention.channel(logChannelId)}`;
  const state = [`### ${say.heading(channel)}`, ...digest].join('\n');
  // The list of muted words gets less room, because the changes matter more.
  const room = charactersLeft(
    changes.join('\n'),
    state,
    `**${say.muted}** ${texts.story.andMore(muted.length)}\n${log}`,
  );
  const examples = storyLines(hidden, texts, hidden.length, room - 1);
  const told = [...changes, ...(examples === '' ? [] : [examples])].join('\n');
  const words =
    muted.length > 0
      ? joined(muted, charactersLeft(told, state, `**${say.muted}** \n${log}`), texts, ', ')
      : say.mutedNone;
  const change = button(`digest:settings:${channelId}`, wordsIn(texts).form.change, ButtonStyle.Primary);
  return message([
    ...(told === '' ? [] : [text(told)]),
    ...(offers.length === 0 ? [] : [buttons(...offers)]),
    container(subscription?.topics[0]?.colour ?? grey, [
      text(state),
      text(`**${say.muted}** ${words}\n${log}`),
      ...(subscription === undefined ? [] : [channelButtons(channelId, texts, change)]),
    ]),
  ]);
}
