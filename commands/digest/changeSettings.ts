import { ButtonStyle, ChannelType } from 'discord.js';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { button, choicesOf, type MessageBody, mention, moment } from '../../src/discord/cards/parts.ts';
import { type CommandContext, type CommandForm, keepPending } from '../../src/discord/command.ts';
import { checksField, selectField, textField } from '../../src/discord/forms/fields.ts';
import { channelNamed } from '../../src/discord/forms/open.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { changerOf, Explained, type UserInteraction } from '../../src/discord/interaction.ts';
import { checkTarget, postFault, threadFault } from '../../src/discord/target.ts';
import { undoButtons } from '../../src/discord/undo.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { channelSettings, storyCounts, type TypedSettings } from '../../src/schedule/settings.ts';
import { cityIn, zoneTyped } from '../../src/schedule/zones.ts';
import { digestChanges, subscriptionOf } from './change.ts';
import { type Mute, muteChanges, muteQuestions } from './mutes.ts';
import { boxes, type SettingsDone, savedSettingsLine, settingsCard } from './settingsCard.ts';
import { settingShown } from './subscribedCard.ts';

/** What a member typed in /digest settings or its form. */
export interface GivenSettings {
  /** Absent if no setting was typed. */
  settings?: TypedSettings;
  logId?: ChannelId;
  copyFrom?: ChannelId;
  /** A word to mute; '' for none. */
  mute?: string;
  muteDays?: number;
}

/** Muting a word must be confirmed if it hides at least this many stories, and more than this share of all. */
const many = { stories: 5, share: 1 / 4 } as const;

export interface PendingMute {
  word: string;
  days?: number;
}

/** What was done, and how to undo it. */
interface Done extends SettingsDone {
  undos: Undo[];
}

/** Makes all changes, or none if one is refused; then shows all settings. */
export async function changeSettings(
  context: CommandContext,
  channelId: ChannelId,
  { settings, logId, copyFrom, mute: typed = '', muteDays }: GivenSettings,
): Promise<MessageBody> {
  const { interaction, desk, texts } = context;
  const by = changerOf(interaction);
  const { logChannelId } = await desk.use(subscriptionQuestions).server(by.serverId);
  // The present log channel isn't checked, because naming it again only offers to turn it off.
  if (logId !== undefined && logId !== logChannelId) checkTarget(interaction, logId);
  if (typed === '' && muteDays !== undefined) throw new Explained((say) => say.digest.settings.daysWithoutWord);
  const mute = typed === '' ? undefined : await desk.use(muteChanges).mayMute(by, typed);
  const done: Done = { changes: [], offers: [], undos: [], hidden: [] };
  const noThreads = threadFault(interaction, channelId);
  if (settings?.thread === 'on' && noThreads !== undefined) throw noThreads;
  if (copyFrom !== undefined || settings !== undefined) {
    const source = copyFrom && (await desk.use(subscriptionQuestions).subscription(by.serverId, copyFrom));
    const leavesOut = source && source.schedule.thread === 'on' && noThreads;
    const given: TypedSettings = { ...settings, ...(leavesOut ? { thread: 'off' } : {}) };
    const changed = await desk.use(digestChanges).saveSettings(by, channelId, given, copyFrom);
    done.undos.push(changed.undo);
    const copied = copyFrom && texts.digest.settings.copied({ from: mention.channel(copyFrom) });
    done.changes.push(copied ?? savedSettingsLine(changed, texts));
    if (leavesOut) done.changes.push(texts.target.threadsLeft({ why: leavesOut.say(texts) }));
  }
  if (logId !== undefined) {
    const place = mention.channel(logId);
    if (logId === logChannelId) {
      done.changes.push(texts.digest.settings.logAlready({ channel: place }));
      done.offers.push(button(`digest:nolog:${logId}`, texts.digest.settings.clearLog));
    } else {
      await desk.use(digestChanges).setLogChannel(by, logId);
      done.changes.push(texts.digest.settings.logSet({ channel: place }));
    }
  }
  // Last, because the sentence about the muted word introduces the stories that it hides.
  if (mute !== undefined) await muteOrAsk(context, mute, muteDays, done);
  done.offers.push(...(await undoButtons(context, done.undos)));
  const [subscription, mutes, server] = await Promise.all([
    desk.use(subscriptionQuestions).subscription(by.serverId, channelId),
    desk.use(muteQuestions).mutes(by.serverId),
    desk.use(subscriptionQuestions).server(by.serverId),
  ]);
  const fault = postFault(interaction, channelId)?.say(texts);
  return settingsCard({ channelId, subscription, fault, mutes, logChannelId: server.logChannelId, ...done }, texts);
}

/** Mutes the word, or asks first if it hides many stories. Offers to unmute a muted word if `days` is undefined. */
async function muteOrAsk(
  context: CommandContext,
  { word, already }: { word: string; already: Mute | undefined },
  days: number | undefined,
  done: Done,
): Promise<void> {
  const { interaction, desk } = context;
  const by = changerOf(interaction);
  const words = context.texts.digest.settings;
  if (already !== undefined && days === undefined) {
    const until = already.expiresAt === undefined ? undefined : moment(already.expiresAt, 'D');
    done.changes.push(words.alreadyMuted({ word: escapeMarkdown(already.word, 60), until }));
    done.offers.push(button(`digest:unmute:${already.word}`, words.unmute({ word: already.word })));
    return;
  }
  const shown = escapeMarkdown(word, 60);
  const { matches, of, examples } = await desk
    .use(wordQuestions)
    .tryWords(by.serverId, { all: [], any: [word], not: [] });
  done.hidden = examples;
  if (already === undefined && matches >= many.stories && matches > of * many.share) {
    const id = await keepPending(context, { word, days } satisfies PendingMute);
    done.changes.push(words.muteSure({ word: shown, hidden: matches, of }));
    done.offers.push(button(`digest:mute:${id}`, words.muteAnyway, ButtonStyle.Danger));
  } else {
    done.undos.push((await desk.use(muteChanges).mute(by, word, days)).undo);
    done.changes.push(words.mutes({ word: shown, hidden: matches, of }));
  }
}

/** The channel's checkboxes, and whether each is ticked. */
function boxesOf({ client, guildId }: UserInteraction, channelId: ChannelId, schedule: Schedule) {
  const isAnnouncement = serversOf(client).place(guildId ?? '', channelId)?.type === ChannelType.GuildAnnouncement;
  return boxes.flatMap(([key, ticked, unticked]) => {
    if (key === 'crosspost' && !isAnnouncement) return [];
    return [{ key, ticked, unticked, isTicked: channelSettings[key].valueOf(schedule, 0) === ticked }];
  });
}

/** The form for a digest's settings except languages. */
export const settingsForm: CommandForm = {
  async draw(context, channelId) {
    const { interaction, desk, texts } = context;
    const { schedule, topics } = await subscriptionOf(desk, changerOf(interaction), channelId);
    const { form, channels } = texts.digest;
    const places = channelSettings.stories.valueOf(schedule, topics.length);
    const counts = choicesOf(storyCounts, places, (value) => channels.shown.stories({ value }));
    const checks = boxesOf(interaction, channelId, schedule).map(({ key, isTicked: chosen }) => {
      return { label: form.boxes[key], value: key, chosen };
    });
    return {
      title: form.title({ channel: channelNamed(interaction, channelId) }),
      fields: [
        textField('times', form.fields.times, schedule.times.join(', '), { required: true, max: 100 }),
        textField('days', form.fields.days, settingShown('days', schedule.days, texts), { required: true, max: 100 }),
        textField('zone', form.fields.zone, cityIn(schedule.zone, texts.f.locale), { required: true, max: 100 }),
        selectField('stories', form.fields.stories, counts),
        checksField('more', form.fields.more, checks),
      ],
    };
  },

  async submit(context, channelId, { times, days, zone, stories, more }) {
    const { interaction, answer, desk, locale } = context;
    const { schedule } = await subscriptionOf(desk, changerOf(interaction), channelId);
    const ticked = more?.split(',');
    const changed = boxesOf(interaction, channelId, schedule).filter(
      ({ key, isTicked }) => ticked !== undefined && ticked.includes(key) !== isTicked,
    );
    const settings: TypedSettings = {
      times,
      days,
      // A form has no suggestions, so members type cities in their own language.
      zone: zone === undefined ? undefined : (zoneTyped(zone, locale) ?? zone),
      stories,
      ...Object.fromEntries(changed.map((box) => [box.key, box.isTicked ? box.unticked : box.ticked])),
    };
    await answer.replace(await changeSettings(context, channelId, { settings }));
  },
};
