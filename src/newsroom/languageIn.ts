import { writingLanguageOf } from '../schedule/schedule.ts';
import type { AlertRecord } from '../storage/records/servers/alerts.ts';
import type { Records } from '../storage/storage.ts';

/** The language for posts in a channel, from its digest or else its alerts; undefined means the server's language. */
export async function languageIn(
  { channels, alerts }: Pick<Records, 'channels' | 'alerts'>,
  { serverId, channelId }: Pick<AlertRecord, 'serverId' | 'channelId'>,
): Promise<string | undefined> {
  const channel = await channels.byId(channelId);
  if (channel?.serverId === serverId) return writingLanguageOf(channel.schedule);
  const rule = await alerts.byChannel(channelId);
  return rule?.serverId === serverId ? rule.locale : undefined;
}
