import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, FeedId, ServerId, TopicId, UserId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { countOf, replacing } from '../rows.ts';

/** Says which stories a channel gets alerts about. A member's watched words are stored as such a rule, too. */
export interface AlertRule {
  /** A topic of the catalogue or of the server. A rule with neither topic nor words matches every story. */
  topicId?: TopicId;
  /** A word that begins with "-" must not occur; of the others, at least one must. */
  words?: readonly string[];
  /** Only for a rule with `voices: 1`: which of the server's own feeds it covers; all if absent. */
  feedIds?: readonly FeedId[];
  /** Discord locale of the messages. Defaults to the locale of the channel's digest, then to the server's. */
  locale?: string;
  /**
   * How many newsrooms must report a story independently: 2 to 10, or 1 for watched words. With 1, a server's rule
   * posts every new item of its own feeds.
   */
  voices: number;
  /** The maximum number of messages a day, 1 to 50. */
  perDay: number;
  /** Quiet hours, as local times 'HH:MM'. Alerts wait for their end, unless `silent` is 'quiet'. */
  quiet?: { from: string; until: string };
  /** The zone of days and quiet hours, as an IANA name. */
  zone: string;
  /** Set in a forum: the tag for each topic, and the tag for other posts if the forum requires one. */
  forum?: { tagIds: Readonly<Record<TopicId, string>>; otherTagId?: string };
  thread?: boolean;
  /** Whether alerts are published to the servers that follow this announcement channel. */
  crosspost?: boolean;
  /** The role that alerts ping. */
  roleId?: string;
  /** Posts without a notification: 'always', or 'quiet' in quiet hours only. */
  silent?: 'always' | 'quiet';
}

export interface AlertRecord extends AlertRule {
  channelId: ChannelId;
  /** Empty for a member's watched words. */
  serverId: ServerId;
  userId?: UserId;
  createdAt: EpochMs;
  /** When watching stopped because the member doesn't accept direct messages. The words are kept. */
  closedAt?: EpochMs;
}

/** Whether the rule wants each new item of the server's own feeds rather than stories with several newsrooms. */
export const isOfItems = ({ voices, serverId }: Pick<AlertRecord, 'voices' | 'serverId'>): boolean =>
  voices === 1 && serverId !== '';

export const ruleOf = ({
  settings,
  userId,
  mark,
  closedAt,
  atOnce,
  ...row
}: Selectable<Tables['alerts']>): AlertRecord => ({
  ...(JSON.parse(settings) as AlertRule),
  ...row,
  ...(userId === null ? {} : { userId }),
  ...(closedAt === null ? {} : { closedAt }),
});

/** A checksum of the rule. The sum of all checksums (`version`) shows whether any rule changed. */
const markOf = (rule: AlertRecord): number => createHash('sha256').update(JSON.stringify(rule)).digest().readUInt32BE();

export function alertRecords(db: Kysely<Tables>) {
  const all = () => db.selectFrom('alerts').selectAll('alerts').orderBy('alerts.createdAt').orderBy('alerts.channelId');
  const present = () =>
    db
      .selectFrom('alerts')
      .leftJoin('servers', 'servers.id', 'alerts.serverId')
      .where((where) => where.or([where('servers.present', '=', 1), where('alerts.serverId', '=', '')]))
      .where('alerts.closedAt', 'is', null);
  return {
    async byChannel(channelId: ChannelId): Promise<AlertRecord | undefined> {
      const row = await all().where('channelId', '=', channelId).executeTakeFirst();
      return row && ruleOf(row);
    },

    /** Updates the columns derived from the channel's rule, after its row was restored in part. */
    async renew(channelId: ChannelId): Promise<void> {
      const rule = await this.byChannel(channelId);
      if (rule !== undefined) await this.save(rule);
    },

    /** The rules of the server's channels. Members' rules, whose server is '', are never returned. */
    async ofServer(serverId: ServerId): Promise<AlertRecord[]> {
      const rows = await all().where('serverId', '=', serverId).where('userId', 'is', null).execute();
      return rows.map(ruleOf);
    },

    async ofUser(userId: UserId): Promise<AlertRecord | undefined> {
      const row = await all().where('userId', '=', userId).executeTakeFirst();
      return row && ruleOf(row);
    },

    async watchers(): Promise<number> {
      return countOf(db.selectFrom('alerts').where('userId', 'is not', null));
    },

    /** The rules of members, and of all servers that Lede is in. */
    async listPresent(): Promise<AlertRecord[]> {
      return (await present().selectAll('alerts').execute()).map(ruleOf);
    },

    /** Changes whenever one of the rules of `listPresent` does. */
    async version(): Promise<string> {
      const { rules, marks } = await present()
        .select(({ fn }) => [fn.countAll<number>().as('rules'), fn.sum<number | null>('alerts.mark').as('marks')])
        .executeTakeFirstOrThrow();
      return `${rules} ${marks ?? 0}`;
    },

    async save(record: AlertRecord): Promise<void> {
      const { channelId, serverId, userId, createdAt, closedAt, ...rule } = record;
      const derived = { mark: markOf(record), atOnce: isOfItems(record) ? 1 : 0 };
      await db
        .insertInto('alerts')
        .values({ channelId, serverId, userId, createdAt, closedAt, settings: JSON.stringify(rule), ...derived })
        .onConflict(replacing('alerts', 'userId', 'createdAt', 'closedAt', 'settings', 'mark', 'atOnce'))
        .execute();
    },

    /** Stops watching a member's words, because the member doesn't accept direct messages. */
    async close(channelId: ChannelId, closedAt: EpochMs): Promise<void> {
      await db
        .updateTable('alerts')
        .set({ closedAt })
        .where('channelId', '=', channelId)
        .where('serverId', '=', '')
        .where('closedAt', 'is', null)
        .execute();
    },

    async remove(channelId: ChannelId): Promise<void> {
      await db.deleteFrom('alerts').where('channelId', '=', channelId).execute();
    },
  };
}
