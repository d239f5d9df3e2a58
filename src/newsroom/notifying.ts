import type { EpochMs } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { quietHoursAt } from '../schedule/quietHours.ts';
import type { AlertRule } from '../storage/records/servers/alerts.ts';
import type { Records } from '../storage/storage.ts';

/** The rule's quiet hours: whether they apply `now`, and when they begin and end. Undefined if it has none. */
export const quietHoursOf = ({ quiet, zone }: Pick<AlertRule, 'quiet' | 'zone'>, now: EpochMs) =>
  quiet === undefined ? undefined : quietHoursAt(quiet, zone, now);

/** Whether an alert of the rule, posted `now`, notifies nobody. */
export const isSilent = (rule: Pick<AlertRule, 'silent' | 'quiet' | 'zone'>, now: EpochMs): boolean =>
  rule.silent === 'always' || (rule.silent === 'quiet' && quietHoursOf(rule, now)?.isQuiet === true);

/**
 * Whether an update posted in the channel `now` notifies nobody. The digest's setting decides, or without a digest the
 * alerts'.
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
