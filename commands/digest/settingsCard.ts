import type { ChannelSubscription } from '../../src/desk/subscriptions.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { charactersLeft, joined } from '../../src/discord/cards/lists.ts';
import {
  type button,
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
import type { FieldText } from '../../src/discord/forms/fields.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { StoryLine } from '../../src/newsroom/lines.ts';
import { eachSetting } from '../../src/schedule/settings.ts';
import type { Rescheduled } from './change.ts';
import type { Mute } from './mutes.ts';
import { channelButtons, scheduleLines, settingShown, topicNames } from './subscribedCard.ts';

/** The changes just made to a digest's settings. */
export interface SettingsDone {
  /** Sentences on the changes. */
  changes: string[];
  /** Buttons to undo these changes, to confirm a change, or to clear what is already set. */
  offers: ReturnType<typeof button>[];
  /** Stories that a muted word hides, or would have hidden; the last of `changes` introduces them. */
  hidden: readonly StoryLine[];
}

/** Settings of a channel's digest and of the whole server. */
interface DigestSettings extends SettingsDone {
  channelId: ChannelId;
  subscription: ChannelSubscription | undefined;
  /** Why Lede can't post in the channel; not shown if a pause already gives a reason. */
  fault: string | undefined;
  mutes: readonly Mute[];
  logChannelId: ChannelId | undefined;
}

/** Settings with a checkbox in the form: [setting, value if ticked, value if not]. */
export const boxes = [
  ['style', 'compact', 'full'],
  ['quiet', 'post', 'skip'],
  ['thread', 'on', 'off'],
  ['silent', 'on', 'off'],
  ['crosspost', 'on', 'off'],
] as const;

/** Each changed setting, before and after. */
export function savedSettingsLine({ before, schedule, topics }: Rescheduled, texts: Texts): string {
  const { channels, commands, form, settings } = texts.digest;
  const fields: Partial<Record<string, FieldText>> = { ...form.fields, ...commands.digest.options };
  const changes = eachSetting().flatMap(([key, setting]) => {
    const [old, now] = [before, schedule].map((one) => setting.valueOf(one, topics.length));
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    const box = boxes.find(([name]) => name === key);
    if (box !== undefined) {
      const shown = (value: unknown) => (value === box[1] ? settings.yes : settings.no);
      return [`*${form.boxes[box[0]]}* ${shown(old)} → **${shown(now)}**`];
    }
    const say = (value: unknown) => settingShown(key, value, texts);
    const unset = key === 'language' ? commands.digest.choices.auto : channels.allLanguages;
    return [`*${fields[key]?.[0] ?? key}* ${say(old) || unset} → **${say(now) || unset}**`];
  });
  return changes.length === 0 ? settings.same : settings.saved({ changes: changes.join(' · ') });
}

export function settingsCard(settings: DigestSettings, texts: Texts): MessageBody {
  const { channelId, subscription, fault, mutes, logChannelId, changes, offers, hidden } = settings;
  const say = texts.digest.settings;
  const channel = mention.channel(channelId);
  const digest =
    subscription === undefined
      ? [texts.digest.channels.noneHere({ channel })]
      : [
          `**${say.topics}** ${topicNames(subscription.topics, texts)}`,
          ...(fault === undefined || subscription.paused !== undefined ? [] : [fault]),
          ...scheduleLines(subscription, texts),
          ...(subscription.isOutside ? [`-# ${texts.digest.feed.outside}`] : []),
        ];
  const muted = mutes.map(({ word, expiresAt }) => {
    const short = escapeMarkdown(word, 60);
    const until = expiresAt === undefined ? '' : ` (${say.until({ time: moment(expiresAt, 'D') })})`;
    return { short, full: `${short}${until}` };
  });
  const log = `**${say.log}** ${logChannelId === undefined ? say.logNone : mention.channel(logChannelId)}`;
  const state = [`### ${say.heading({ channel })}`, ...digest].join('\n');
  // Muted words get the room that is left, because the changes matter more.
  const rest = `**${say.muted}** ${texts.story.andMore({ count: muted.length })}\n${log}`;
  const room = charactersLeft(changes.join('\n'), state, rest);
  const examples = storyLines(hidden, texts, hidden.length, room - 1);
  const told = [...changes, ...(examples === '' ? [] : [examples])].join('\n');
  const words =
    muted.length > 0
      ? joined(muted, charactersLeft(told, state, `**${say.muted}** \n${log}`), texts, ', ')
      : say.mutedNone;
  return message([
    ...(told === '' ? [] : [text(told)]),
    ...(offers.length === 0 ? [] : [buttons(...offers)]),
    container(subscription?.topics[0]?.colour ?? grey, [
      text(state),
      text(`**${say.muted}** ${words}\n${log}`),
      ...(subscription === undefined ? [] : [channelButtons(channelId, texts)]),
    ]),
  ]);
}
