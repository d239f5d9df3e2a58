import type { EpochMs } from '../clock.ts';
import type { ChannelId } from '../ids.ts';
import { quietHoursAt } from '../schedule/quietHours.ts';
import type { AlertRule } from '../storage/records/servers/alerts.ts';
import type { Records } from '../storage/storage.ts';

/** Whether the quiet hours of a rule are on, and until when. */
export const quietOf = ({ quiet, zone }: Pick<AlertRule, 'quiet' | 'zone'>, now: EpochMs) =>
  quiet === undefined ? undefined : quietHoursAt(quiet, zone, now);

/** Whether the rule's alerts notify nobody now. */
export const isSilent = (rule: Pick<AlertRule, 'silent' | 'quiet' | 'zone'>, now: EpochMs): boolean =>
  rule.silent === 'always' || (rule.silent === 'quiet' && quietOf(rule, now)?.isQuiet === true);

/** Whether updates in the channel notify nobody now: by the settings of its digest, or of its alerts if it has none. */
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
