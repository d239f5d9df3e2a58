import { languageOf } from '../schedule/schedule.ts';
import type { AlertRecord } from '../storage/records/servers/alerts.ts';
import type { Records } from '../storage/storage.ts';

/**
 * The language of posts in a channel: that of its digest, or of its alerts if it has no digest. Undefined means the
 * server's language.
 */
export async function languageIn(
  { channels, alerts }: Pick<Records, 'channels' | 'alerts'>,
  { serverId, channelId }: Pick<AlertRecord, 'serverId' | 'channelId'>,
): Promise<string | undefined> {
  const channel = await channels.byId(channelId);
  if (channel?.serverId === serverId) return languageOf(channel.schedule);
  const rule = await alerts.byChannel(channelId);
  return rule?.serverId === serverId ? rule.locale : undefined;
}
