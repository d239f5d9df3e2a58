import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';

export type ArticleChange = Omit<Selectable<Tables['articleChanges']>, 'number'>;

/** How many changes of an article are kept. Some feeds change a headline at each poll. */
const changesMax = 10;

export function articleChangeRecords(db: Kysely<Tables>) {
  const of = (articleId: ArticleId) => db.selectFrom('articleChanges').where('articleId', '=', articleId);
  return {
    /** Stores changes of an article. Keeps only its ten latest changes. */
    async note(
      articleId: ArticleId,
      changes: readonly Pick<ArticleChange, 'kind' | 'wording'>[],
      at: EpochMs,
    ): Promise<void> {
      if (changes.length === 0) return;
      const last = await of(articleId)
        .select(({ fn }) => fn.max('number').as('number'))
        .executeTakeFirst();
      const from = (last?.number ?? 0) + 1;
      await db
        .insertInto('articleChanges')
        .values(changes.map((change, nth) => ({ ...change, articleId, number: from + nth, at })))
        .execute();
      await db
        .deleteFrom('articleChanges')
        .where('articleId', '=', articleId)
        .where('number', '<', from + changes.length - changesMax)
        .execute();
    },

    /** The changes of these articles since `since`, in the order in which Lede noticed them. */
    async changesOf(articleIds: readonly ArticleId[], since: EpochMs): Promise<Map<ArticleId, ArticleChange[]>> {
      const rows = await db
        .selectFrom('articleChanges')
        .select(['articleId', 'kind', 'wording', 'at'])
        .where('articleId', 'in', articleIds)
        .where('at', '>=', since)
        .orderBy('articleId')
        .orderBy('number')
        .execute();
      return Map.groupBy(rows, ({ articleId }) => articleId);
    },
  };
}
