import { ChannelType } from 'discord.js';
import { type Asking, changerOf } from '../../src/discord/asking.ts';
import { choicesOf } from '../../src/discord/cards/parts.ts';
import type { CommandForm } from '../../src/discord/command.ts';
import { checksField, selectField, textField } from '../../src/discord/forms/fields.ts';
import { channelNamed } from '../../src/discord/forms/open.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { channelSettings, storyCounts, type TypedSettings } from '../../src/schedule/settings.ts';
import { cityIn, zoneTyped } from '../../src/schedule/zones.ts';
import { subscriptionOf } from './change.ts';
import { changeSettings } from './changeSettings.ts';
import { boxes } from './settingsCard.ts';
import { settingShown } from './subscribedCard.ts';

/** The channel's checkboxes, and whether each is ticked. */
function boxesOf({ client, guildId }: Asking, channelId: ChannelId, schedule: Schedule) {
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
