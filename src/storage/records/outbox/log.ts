import type { Kysely, Selectable } from 'kysely';
import type { ServerId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { keepStored } from '../rows.ts';
import { type DeliveryRecord, deliveryOf } from './delivery.ts';

export type SkippedSlot = Selectable<Tables['skippedSlots']>;

/** A server's latest deliveries, and its slots without a digest. */
export function outboxLog(db: Kysely<Tables>) {
  return {
    /** The server's `max` deliveries that were due last, newest first. */
    async deliveries(serverId: ServerId, max: number): Promise<DeliveryRecord[]> {
      // Sorts only ids, because rows hold whole messages.
      const latest = db
        .selectFrom('deliveries')
        .select('id')
        .where('serverId', '=', serverId)
        .orderBy('dueAt', 'desc')
        .orderBy('id')
        .limit(max);
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('id', 'in', latest)
        .orderBy('dueAt', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(deliveryOf);
    },

    async skippedSlots(serverId: ServerId, max: number): Promise<SkippedSlot[]> {
      return db
        .selectFrom('skippedSlots')
        .selectAll()
        .where('serverId', '=', serverId)
        .orderBy('dueAt', 'desc')
        .limit(max)
        .execute();
    },

    /** Notes that a slot gets no digest. */
    async skip(slot: SkippedSlot): Promise<void> {
      await db.insertInto('skippedSlots').values(slot).onConflict(keepStored).execute();
    },
  };
}
