import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { dayMs, type EpochMs } from '../../../clock.ts';
import type { ArticleId, DeliveryId, ServerId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { column, replacing } from '../rows.ts';

/** Messages older than this are not edited for new facts. */
export const editAgeMsMax = 14 * dayMs;

/**
 * Why a message is drawn again. `facts`: something that it shows was corrected, split off or put back; `stored`: its
 * stored content changed. Each change gets a new `mark`, so that an edit that began earlier doesn't complete it.
 */
interface Redraw {
  kind: 'facts' | 'stored';
  at: EpochMs;
  mark: string;
}

/** Edit requests sent at `at` that may reach Discord late. When this entry is due, all messages are edited again. */
interface UnderWay {
  kind: 'under-way';
  at: EpochMs;
}

/** A one-time act on a posted message: open a thread below it, publish it to followers, or close its thread. */
export type MessageAct = { kind: 'thread'; name: string } | { kind: 'crosspost' } | { kind: 'archive' };

type Edit<Kind> = Pick<Selectable<Tables['edits']>, 'deliveryId' | 'articleId' | 'attempts'> & { amendment: Kind };
/** A pending change to a message. */
export type MessageEdit = Edit<Redraw | UnderWay>;
export type ActRecord = Edit<{ kind: 'act'; act: MessageAct; at: EpochMs }>;
export type EditRecord = MessageEdit | ActRecord;

/** A due edit or act, with the delivery's kind, channel and first message. */
export type DueEdit = EditRecord &
  Pick<Selectable<Tables['deliveries']>, 'kind' | 'serverId' | 'channelId' | 'messageId'>;

/** The acts that complete a new message. The others are done together with edits. */
const firstActs: readonly MessageAct['kind'][] = ['thread', 'crosspost'];

export const isOfMessage = <Given extends EditRecord>(edit: Given): edit is Given & MessageEdit =>
  edit.amendment.kind !== 'act';

/** Selects messages that show any of these articles, in one server if `serverId` is set. */
interface Shown {
  articleIds: readonly ArticleId[];
  /** Also selects messages about the stories of these articles. */
  storiesOf?: readonly ArticleId[];
  serverId?: ServerId;
}

const underWayKey = 'under-way';

const editOf = <Row extends { correction: string }>({ correction, ...row }: Row) =>
  ({ ...row, amendment: JSON.parse(correction) as unknown }) as Omit<Row, 'correction'> & EditRecord;

/** The queue of edits to posted messages, and of acts on them. */
export function editRecords(db: Kysely<Tables>) {
  /** Queues an edit in place of an earlier one of the same kind. */
  const put = async (edit: Omit<EditRecord, 'attempts'>, nextTryAt: EpochMs, attempts = 0): Promise<void> => {
    const { deliveryId, articleId, amendment } = edit;
    await db
      .insertInto('edits')
      .values({ deliveryId, articleId, correction: JSON.stringify(amendment), state: 'pending', nextTryAt, attempts })
      .onConflict(replacing('edits', 'correction', 'state', 'nextTryAt', 'attempts'))
      .execute();
  };

  const putRedraw = (deliveryId: DeliveryId, kind: Redraw['kind'], at: EpochMs, dueAt: EpochMs): Promise<void> =>
    put({ deliveryId, articleId: kind, amendment: { kind, at, mark: randomUUID() } }, dueAt);

  /** The stored edit, unless a newer amendment has replaced it. */
  const same = ({ deliveryId, articleId, amendment }: EditRecord) =>
    db.updateTable('edits').where(({ and }) => and({ deliveryId, articleId, correction: JSON.stringify(amendment) }));

  return {
    /**
     * Queues a redraw of every delivery due since `since` that showed one of these articles or, for `storiesOf`, their
     * stories. The redraw finds out whether the message changes. Returns the number of deliveries.
     */
    async queueFacts({ articleIds, storiesOf = [], serverId }: Shown, since: EpochMs, now: EpochMs): Promise<number> {
      const stories = db
        .selectFrom('articles')
        .select('storyId')
        .where('id', 'in', storiesOf)
        .where('storyId', 'is not', null);
      const tellThem = db.selectFrom('toldArticles').select('deliveryId').where('articleId', 'in', articleIds);
      const tellStory = db
        .selectFrom('told')
        .select('deliveryId')
        .where('storyId', 'in', stories.$narrowType<{ storyId: StoryId }>());
      const ids = await column(
        'id',
        db
          .selectFrom('deliveries')
          .select('id')
          .where('id', 'in', storiesOf.length > 0 ? tellThem.union(tellStory) : tellThem)
          .where('dueAt', '>=', since)
          .where('state', 'in', ['sent', 'pending', 'unknown'])
          .$if(serverId !== undefined, (query) => query.where('serverId', '=', serverId ?? '')),
      );
      for (const id of ids) await putRedraw(id, 'facts', now, now);
      return ids.length;
    },

    /**
     * Queues a redraw of a new message if one of these articles, which it shows, is corrected: outlets may correct an
     * article while the digest is being made.
     */
    async queueCorrected(deliveryId: DeliveryId, articleIds: readonly ArticleId[], now: EpochMs): Promise<void> {
      const corrected = await db
        .selectFrom('articles')
        .select('id')
        .where('id', 'in', articleIds)
        .where('correction', 'is not', null)
        .executeTakeFirst();
      if (corrected !== undefined) await putRedraw(deliveryId, 'facts', now, now);
    },

    /** Queues a redraw of a message whose stored content changed; it is due at `dueAt`. */
    async queueStored(deliveryId: DeliveryId, now: EpochMs, dueAt = now): Promise<void> {
      await putRedraw(deliveryId, 'stored', now, dueAt);
    },

    /** Queues an act. It is due once the message is posted. */
    async queueAct(deliveryId: DeliveryId, act: MessageAct, now: EpochMs): Promise<void> {
      await put({ deliveryId, articleId: act.kind, amendment: { kind: 'act', act, at: now } }, now);
    },

    /** Records that edit requests leave at `at`. Their outcome is unknown until `arrived`. */
    async noteUnderWay(deliveryId: DeliveryId, at: EpochMs, nextTryAt: EpochMs, attempts: number): Promise<void> {
      const amendment: UnderWay = { kind: 'under-way', at };
      await put({ deliveryId, articleId: underWayKey, amendment }, nextTryAt, attempts);
    },

    /** Records that no edit request of the delivery is in flight any more. */
    async arrived(deliveryId: DeliveryId): Promise<void> {
      await db.deleteFrom('edits').where('deliveryId', '=', deliveryId).where('articleId', '=', underWayKey).execute();
    },

    /** Due work on posted messages: the first acts on new messages, or edits and all other acts. */
    async due(which: 'first acts' | 'others', now: EpochMs, max: number): Promise<DueEdit[]> {
      const rows = await db
        .selectFrom('edits')
        .innerJoin('deliveries', 'deliveries.id', 'edits.deliveryId')
        .select(['edits.deliveryId', 'edits.articleId', 'edits.correction', 'edits.attempts'])
        .select(['deliveries.kind', 'deliveries.serverId', 'deliveries.channelId', 'deliveries.messageId'])
        .where('edits.state', '=', 'pending')
        .where('edits.nextTryAt', '<=', now)
        .where('edits.articleId', which === 'others' ? 'not in' : 'in', firstActs)
        .where('deliveries.state', '=', 'sent')
        .orderBy('edits.nextTryAt')
        .limit(max)
        .execute();
      return rows.map(editOf);
    },

    /** The delivery's pending edits, in the order in which they were due. */
    async ofMessage(deliveryId: DeliveryId): Promise<MessageEdit[]> {
      const rows = await db
        .selectFrom('edits')
        .select(['deliveryId', 'articleId', 'correction', 'attempts'])
        .where('deliveryId', '=', deliveryId)
        .where('state', '=', 'pending')
        .orderBy('nextTryAt')
        .execute();
      return rows.map(editOf).filter(isOfMessage);
    },

    /** Postpones the pending edits of these deliveries, except first acts, without counting an attempt. */
    async notBefore(deliveryIds: readonly DeliveryId[], at: EpochMs): Promise<void> {
      await db
        .updateTable('edits')
        .set({ nextTryAt: at })
        .where('deliveryId', 'in', deliveryIds)
        .where('articleId', 'not in', firstActs)
        .where('state', '=', 'pending')
        .where('nextTryAt', '<', at)
        .execute();
    },

    async reschedule(edit: EditRecord, nextTryAt: EpochMs): Promise<void> {
      await same(edit)
        .set((set) => ({ nextTryAt, attempts: set('attempts', '+', 1) }))
        .execute();
    },

    async end(edit: EditRecord, state: 'done' | 'failed'): Promise<void> {
      await same(edit).set({ state }).execute();
    },
  };
}
