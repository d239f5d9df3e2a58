import type { ChannelSubscription, Mute } from '../../desk/desk.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown } from './escape.ts';
import { container, type MessageBody, mention, message, moment, text } from './parts.ts';
import { channelButtons, scheduleLines, topicNames } from './subscription.ts';

/** How one channel's digest is set, with what is set for the whole server. */
export interface Settings {
  channelId: string;
  subscription: ChannelSubscription | undefined;
  mutes: readonly Mute[];
  logChannelId: string | undefined;
  /** Sentences on what was just changed. */
  changes: readonly string[];
}

const grey = 0x8a8f98;

export function settingsCard(settings: Settings, texts: Texts): MessageBody {
  const { channelId, subscription, mutes, logChannelId, changes } = settings;
  const say = texts.settings;
  const channel = mention.channel(channelId);
  const digest =
    subscription === undefined
      ? [texts.channels.noneHere(channel)]
      : [`**${say.topics}** ${topicNames(subscription.topics, texts)}`, ...scheduleLines(subscription, texts)];
  const muted = mutes.map(({ word, expiresAt }) => {
    const shown = escapeMarkdown(word, 60);
    return expiresAt === undefined ? shown : `${shown} (${say.until(moment(expiresAt, 'D'))})`;
  });
  const log = logChannelId === undefined ? say.logNone : mention.channel(logChannelId);
  return message([
    ...(changes.length > 0 ? [text(changes.join('\n'))] : []),
    container(subscription?.topics[0]?.colour ?? grey, [
      text([`### ${say.heading(channel)}`, ...digest].join('\n')),
      text(`**${say.muted}** ${muted.length > 0 ? muted.join(', ') : say.mutedNone}\n**${say.log}** ${log}`),
      ...(subscription === undefined ? [] : [channelButtons(channelId, texts)]),
    ]),
  ]);
}
