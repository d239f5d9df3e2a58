import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, DeliveryId, ServerId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { column } from '../rows.ts';
import { messageIdsOf } from './delivery.ts';

export type ShownArticle = Selectable<Tables['toldArticles']>;

export function shownRecords(db: Kysely<Tables>) {
  /** The articles in these deliveries; only those of `outlet` if it is given. */
  const told = (deliveryIds: readonly DeliveryId[], outlet: string | undefined) =>
    db
      .selectFrom('toldArticles')
      .where('deliveryId', 'in', deliveryIds)
      .$if(outlet !== undefined, (query) =>
        query.where('articleId', 'in', (articles) =>
          articles
            .selectFrom('articles')
            .select('id')
            .whereRef('articles.id', '=', 'toldArticles.articleId')
            .where('outletName', '=', outlet ?? ''),
        ),
      );

  return {
    /** The server's deliveries of these kinds, or of all, whose first message was posted since then, newest first. */
    async deliveries(
      serverId: ServerId,
      since: EpochMs,
      max: number,
      kinds: readonly string[] | undefined,
    ): Promise<{ id: DeliveryId; channelId: ChannelId; windowEnd: EpochMs; sentAt: EpochMs }[]> {
      return db
        .selectFrom('deliveries')
        .select(['id', 'channelId', 'windowEnd', 'sentAt'])
        .where('serverId', '=', serverId)
        .where('sentAt', '>=', since)
        .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
        .$narrowType<{ sentAt: EpochMs }>()
        .orderBy('sentAt', 'desc')
        .limit(max)
        .execute();
    },

    async messages(
      deliveryIds: readonly DeliveryId[],
    ): Promise<Map<DeliveryId, { kind: string; messageIds: readonly string[] }>> {
      const rows = await db
        .selectFrom('deliveries')
        .select(['id', 'kind', 'messageId', 'laterMessageIds'])
        .where('id', 'in', deliveryIds)
        .execute();
      return new Map(rows.map((row) => [row.id, { kind: row.kind, messageIds: messageIdsOf(row) }]));
    },

    articleIds: (deliveryIds: readonly DeliveryId[], outlet?: string) =>
      column('articleId', told(deliveryIds, outlet).select('articleId').distinct()),

    /** Articles in these deliveries that their outlets changed after they were stored. */
    changed: (deliveryIds: readonly DeliveryId[], outlet?: string): Promise<ShownArticle[]> =>
      told(deliveryIds, outlet)
        .selectAll()
        .where('articleId', 'in', db.selectFrom('articleChanges').select('articleId'))
        .execute(),

    /** The names of the outlets whose articles these deliveries show. */
    outlets: (deliveryIds: readonly DeliveryId[]): Promise<string[]> =>
      column(
        'outletName',
        db
          .selectFrom('toldArticles')
          .innerJoin('articles', 'articles.id', 'toldArticles.articleId')
          .select('outletName')
          .distinct()
          .where('deliveryId', 'in', deliveryIds)
          .orderBy('outletName'),
      ),
  };
}
