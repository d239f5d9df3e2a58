import { expressionBuilder, type Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import { allTables, anyTables, factsOf, refTuple } from '../../anyTable.ts';
import type { Tables } from '../../schema.ts';
import type { SweptByRule } from '../../tables.ts';

/** The tables with a fixed time after which their rows are swept. */
export const sweptByRule = allTables.filter((table) => typeof factsOf(table).sweep === 'object') as SweptByRule[];

/** Deletes rows after their time by the rules in `tables`. */
export function sweepingRecords(db: Kysely<Tables>) {
  return {
    /** Deletes up to `max` rows, and returns their number. `retentionMs` is the operator's setting. */
    async sweep(table: SweptByRule, now: EpochMs, retentionMs: number, max: number): Promise<number> {
      const { key, sweep } = factsOf(table);
      if (typeof sweep !== 'object') return 0;
      const rows = anyTables(db);
      const until = now - (sweep.after === 'retention' ? retentionMs : sweep.after);
      const over = rows
        .selectFrom(table as string)
        .select([...key])
        .where(sweep.by as string, '<=', until)
        .limit(max);
      const { numDeletedRows } = await rows
        .deleteFrom(table)
        .where(expressionBuilder<Record<string, object>, string>()(refTuple(...key), 'in', over))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
