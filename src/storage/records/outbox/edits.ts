import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, DeliveryId, ServerId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import type { Telling } from '../../telling.ts';
import { column } from '../rows.ts';
import type { Correction } from '../stories/articles.ts';

/**
 * An edit to the message's stored content, which has changed: a forgotten outlet was removed, or newsrooms joined the
 * story.
 */
interface Stored {
  kind: 'removed' | 'joined';
  at: EpochMs;
}

/** Members split articles of another event off the story, or put them back. */
export interface Split {
  kind: 'taken-out' | 'put-back';
  articleIds: readonly ArticleId[];
  storyId: StoryId;
  at: EpochMs;
}

/**
 * Edit requests were sent at `at` and may still reach Discord. Once they can't any more, the stored messages are
 * written again.
 */
interface UnderWay {
  kind: 'under-way';
  at: EpochMs;
}

/** A one-time act on a posted message: open a thread below it, publish it to followers, or close its thread. */
export type MessageAct = { kind: 'thread'; name: string } | { kind: 'crosspost' } | { kind: 'archive' };

type Edit<Kind> = Pick<Selectable<Tables['edits']>, 'deliveryId' | 'articleId' | 'attempts'> & { amendment: Kind };
/** A pending change to the part of a message that shows an article. */
export type MessageEdit = Edit<Correction | Stored | Split | UnderWay>;
export type ActRecord = Edit<{ kind: 'act'; act: MessageAct; at: EpochMs }>;
export type EditRecord = MessageEdit | ActRecord;

/** A due edit or act, and the delivery's kind, channel and first message. */
export type DueEdit = EditRecord &
  Pick<Selectable<Tables['deliveries']>, 'kind' | 'serverId' | 'channelId' | 'messageId'>;

/** The acts that make a new message complete; others go with its edits. */
const firstActs: readonly MessageAct['kind'][] = ['thread', 'crosspost'];

export const isOfMessage = <Given extends EditRecord>(edit: Given): edit is Given & MessageEdit =>
  edit.amendment.kind !== 'act';

const underWayKey = 'under-way';

/** Differs from the article's id, because an outlet's correction can be pending under that id at the same time. */
const takenOutKey = (articleId: ArticleId) => `taken-out ${articleId}`;

const editOf = <Row extends { correction: string }>({ correction, ...row }: Row) =>
  ({ ...row, amendment: JSON.parse(correction) as unknown }) as Omit<Row, 'correction'> & EditRecord;

/** The queue of edits to posted messages, and of acts on them. */
export function editRecords(db: Kysely<Tables>) {
  /** Queues an edit in place of an earlier one for the same article. */
  const put = async (edit: Omit<EditRecord, 'attempts'>, nextTryAt: EpochMs, attempts = 0): Promise<void> => {
    const { deliveryId, articleId, amendment } = edit;
    const values = { correction: JSON.stringify(amendment), state: 'pending', nextTryAt, attempts } as const;
    await db
      .insertInto('edits')
      .values({ deliveryId, articleId, ...values })
      .onConflict((conflict) => conflict.columns(['deliveryId', 'articleId']).doUpdateSet(values))
      .execute();
  };

  /** Matches the edit unless a newer amendment replaced it meanwhile. */
  const same = ({ deliveryId, articleId, amendment }: EditRecord) =>
    db.updateTable('edits').where(({ and }) => and({ deliveryId, articleId, correction: JSON.stringify(amendment) }));

  return {
    /** Queues an edit of every message that told this article since `since`, under whatever story. */
    async queue(article: { id: ArticleId; correction: Correction }, since: EpochMs, now: EpochMs): Promise<number> {
      const { id: articleId, correction } = article;
      const rows = await db
        .selectFrom('toldArticles')
        .innerJoin('deliveries', 'deliveries.id', 'toldArticles.deliveryId')
        .select('toldArticles.deliveryId')
        .where('toldArticles.articleId', '=', articleId)
        .where('deliveries.dueAt', '>=', since)
        .where('deliveries.state', 'in', ['sent', 'pending', 'unknown'])
        .execute();
      for (const { deliveryId } of rows) await put({ deliveryId, articleId, amendment: correction }, now);
      return rows.length;
    },

    /**
     * Queues an edit for each article that was corrected since `since` and whose correction the digest doesn't show.
     * This closes a race: the outlet may correct an article while the digest is being made, when there is no message
     * yet to edit.
     */
    async queueUnshown(
      made: readonly { id: DeliveryId; content: Telling; articleIds: readonly ArticleId[]; since: EpochMs }[],
      now: EpochMs,
    ): Promise<void> {
      const rows = await db
        .selectFrom('articles')
        .select(['id', 'correction'])
        .where(
          'id',
          'in',
          made.flatMap(({ articleIds }) => articleIds),
        )
        .where('correction', 'is not', null)
        .execute();
      for (const { id: deliveryId, content, articleIds, since } of made) {
        for (const { id, correction } of rows.filter((row) => articleIds.includes(row.id))) {
          const { kind, text, at } = JSON.parse(correction ?? '{}') as Correction;
          const shown = [...content.places, ...content.also].some(({ corrections }) =>
            corrections?.some((one) => one.articleId === id && one.text === text),
          );
          if (at < since || shown) continue;
          await put({ deliveryId, articleId: id, amendment: { kind, text, at } }, now);
        }
      }
    },

    /**
     * Queues an edit of every message of the server since `since` that told the story or one of the articles taken out of
     * it. Only the edit itself finds out whether the message tells these articles together with others.
     */
    async queueTakenOut(
      serverId: ServerId,
      { articleIds, storyId }: Pick<Split, 'articleIds' | 'storyId'>,
      since: EpochMs,
      now: EpochMs,
    ): Promise<void> {
      const tellIt = db.selectFrom('told').select('deliveryId').where('storyId', '=', storyId);
      const tellThem = db.selectFrom('toldArticles').select('deliveryId').where('articleId', 'in', articleIds);
      const ids = await column(
        'id',
        db
          .selectFrom('deliveries')
          .select('id')
          .where('id', 'in', tellIt.union(tellThem))
          .where('dueAt', '>=', since)
          .where('state', 'in', ['sent', 'pending', 'unknown'])
          .where('serverId', '=', serverId),
      );
      const amendment = { kind: 'taken-out', articleIds, storyId, at: now } as const;
      const articleId = takenOutKey(articleIds[0] ?? '');
      for (const deliveryId of ids) await put({ deliveryId, articleId, amendment }, now);
    },

    /** Queues the reverse edit for every message of the server from which these articles were to be taken out. */
    async queuePutBack(serverId: ServerId, articleIds: readonly ArticleId[], now: EpochMs): Promise<void> {
      const rows = await db
        .selectFrom('edits')
        .innerJoin('deliveries', 'deliveries.id', 'edits.deliveryId')
        .select(['edits.deliveryId', 'edits.articleId', 'edits.correction'])
        .where('edits.articleId', 'in', articleIds.map(takenOutKey))
        .where('deliveries.serverId', '=', serverId)
        .execute();
      for (const { correction, ...edit } of rows) {
        const takenOut = JSON.parse(correction) as Split;
        await put({ ...edit, amendment: { ...takenOut, kind: 'put-back', at: now } }, now);
      }
    },

    /** Queues an edit, due at once, that takes a forgotten outlet out of the message. */
    async queueRemoval(deliveryId: DeliveryId, domain: string, now: EpochMs): Promise<void> {
      await put({ deliveryId, articleId: domain, amendment: { kind: 'removed', at: now } }, 0);
    },

    /** Queues an edit, due at once, of an alert whose story more newsrooms joined. */
    async queueJoined(deliveryId: DeliveryId, now: EpochMs): Promise<void> {
      await put({ deliveryId, articleId: 'joined', amendment: { kind: 'joined', at: now } }, now);
    },

    /** Queues an act on a message, which is due once the message is posted. */
    async queueAct(deliveryId: DeliveryId, act: MessageAct, now: EpochMs): Promise<void> {
      await put({ deliveryId, articleId: act.kind, amendment: { kind: 'act', act, at: now } }, now);
    },

    /** Notes that edit requests are sent at `at`, or were sent earlier with an unknown outcome. */
    async noteUnderWay(deliveryId: DeliveryId, at: EpochMs, nextTryAt: EpochMs, attempts: number): Promise<void> {
      const amendment: UnderWay = { kind: 'under-way', at };
      await put({ deliveryId, articleId: underWayKey, amendment }, nextTryAt, attempts);
    },

    /** Notes that no edit request is in flight any more. */
    async arrived(deliveryId: DeliveryId): Promise<void> {
      await db.deleteFrom('edits').where('deliveryId', '=', deliveryId).where('articleId', '=', underWayKey).execute();
    },

    async dropOf(articleIds: readonly ArticleId[]): Promise<void> {
      await db.deleteFrom('edits').where('articleId', 'in', articleIds).execute();
    },

    /** What is due on posted messages: the first acts on new ones, or everything else. */
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

    /** Postpones all pending edits of these deliveries, but no first acts, without counting attempts. */
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

    async again(edit: EditRecord, nextTryAt: EpochMs): Promise<void> {
      await same(edit)
        .set((set) => ({ nextTryAt, attempts: set('attempts', '+', 1) }))
        .execute();
    },

    async end(edit: EditRecord, state: 'done' | 'failed'): Promise<void> {
      await same(edit).set({ state }).execute();
    },
  };
}
