import type { EpochMs } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { quietHoursAt } from '../schedule/quietHours.ts';
import type { AlertRule } from '../storage/records/servers/alerts.ts';
import type { Records } from '../storage/storage.ts';

/** The rule's quiet hours at `now`: whether they apply, and when they begin and end. Undefined if it has none. */
export const quietHoursOf = ({ quiet, zone }: Pick<AlertRule, 'quiet' | 'zone'>, now: EpochMs) =>
  quiet === undefined ? undefined : quietHoursAt(quiet, zone, now);

/** Whether an alert of this rule is posted at `now` without a notification. */
export const isSilent = (rule: Pick<AlertRule, 'silent' | 'quiet' | 'zone'>, now: EpochMs): boolean =>
  rule.silent === 'always' || (rule.silent === 'quiet' && quietHoursOf(rule, now)?.isQuiet === true);

/**
 * Whether an update is posted in the channel at `now` without a notification. The setting of the channel's digest
 * decides; a channel without a digest uses the setting of its alerts.
 */
export async function isSilentIn({ channels, alerts }: Records, channelId: ChannelId, now: EpochMs): Promise<boolean> {
  const channel = await channels.byId(channelId);
  if (channel !== undefined) return channel.schedule.silent === 'on';
  const rule = await alerts.byChannel(channelId);
  return rule !== undefined && isSilent(rule, now);
}
