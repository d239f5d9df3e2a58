import { idOf } from '../articles/fromItem.ts';
import type { EpochMs } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import type { Loop } from './loop.ts';
import type { Notice, Render, Sender } from './ports.ts';

/** Opens a notice unless the same one is open; the tell loop brings it to an admin, once. */
export async function noticeOf(
  storage: Storage,
  serverId: string,
  subject: string,
  now: EpochMs,
  notice: Notice,
): Promise<void> {
  await storage.transaction((records) =>
    records.servers.notice({
      id: idOf(serverId, subject, String(now)),
      serverId,
      subject,
      notice: JSON.stringify(notice),
      at: now,
    }),
  );
}

export interface TellParts {
  storage: Storage;
  sender: Sender;
  render: Render;
  log: Log;
  localeOf(serverId: string): Promise<string>;
  logChannelOf(serverId: string): Promise<string | undefined>;
}

/** Brings open notices to the log channel, else to who set Lede up, else to the system channel. */
export function createTell(parts: TellParts): Loop {
  const { storage, sender, render, log } = parts;
  return {
    name: 'tell',
    every: '*/10 * * * * *',
    async run(now) {
      const { servers } = storage.records;
      const notices = await servers.noticesToTell(20);
      for (const { id, serverId, notice } of notices) {
        const locale = await parts.localeOf(serverId);
        const payload = render.notice(JSON.parse(notice) as Notice, locale);
        // Marked first: a notice that is lost in a crash still stands in /subscriptions and /status, one told twice annoys.
        await servers.noticeTold(id, now);
        const told = await sender.tell(
          { serverId, logChannelId: await parts.logChannelOf(serverId), userId: await servers.lastChangedBy(serverId) },
          payload,
        );
        log.info({ server: serverId, notice: id, told }, 'notice');
      }
      return notices.length;
    },
  };
}
