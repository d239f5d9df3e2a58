import type { EpochMs } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { quietHoursAt } from '../schedule/quietHours.ts';
import type { AlertRule } from '../storage/records/servers/alerts.ts';
import type { Records } from '../storage/storage.ts';

/** The rule's quiet hours as of `now`: whether they apply, and when they begin and end. Undefined if it has none. */
export const quietOf = ({ quiet, zone }: Pick<AlertRule, 'quiet' | 'zone'>, now: EpochMs) =>
  quiet === undefined ? undefined : quietHoursAt(quiet, zone, now);

/** Whether an alert of the rule that is posted `now` notifies nobody. */
export const isSilent = (rule: Pick<AlertRule, 'silent' | 'quiet' | 'zone'>, now: EpochMs): boolean =>
  rule.silent === 'always' || (rule.silent === 'quiet' && quietOf(rule, now)?.isQuiet === true);

/**
 * Whether an update that is posted in the channel `now` notifies nobody. Its digest's setting decides, or its alerts'
 * if it has no digest.
 */
export async function isSilentIn(
  { channels, alerts }: Pick<Records, 'channels' | 'alerts'>,
  channelId: ChannelId,
  now: EpochMs,
): Promise<boolean> {
  const channel = await channels.byId(channelId);
  if (channel !== undefined) return channel.schedule.silent === 'on';
  const rule = await alerts.byChannel(channelId);
  return rule !== undefined && isSilent(rule, now);
}
