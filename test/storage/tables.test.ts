import { expect, test } from 'vitest';
import type { TableFacts, TableOf } from '../../src/storage/tables.ts';

/** A new table, which names a server, a member and an article. */
interface Pins {
  serverId: string;
  userId: string | null;
  articleId: string;
  at: number;
}

type Fact = TableFacts<Pins>;

test('a table does not compile unless it states the fate of its rows for each server, member or article', () => {
  const said = { serverId: 'goes', userId: 'cleared', articleId: 'goes' } as const;
  const rest = { key: ['serverId', 'articleId'], setup: false, sweep: { by: 'at', after: 'retention' } } as const;
  const { serverId, userId, articleId } = said;
  const facts = [
    { ...rest, serverId, userId, articleId } satisfies Fact,
    // @ts-expect-error: the member's rows would outlive `/me delete`.
    { ...rest, serverId, articleId } satisfies Fact,
    // @ts-expect-error: the server's rows would outlive its purge.
    { ...rest, userId, articleId } satisfies Fact,
    // @ts-expect-error: the article's rows would outlive it.
    { ...rest, serverId, userId } satisfies Fact,
    // @ts-expect-error: a column that can't be null can't be cleared.
    { ...rest, ...said, serverId: 'cleared' } satisfies Fact,
    // @ts-expect-error: nothing says whether Undo puts its rows back.
    { ...said, key: rest.key, sweep: 'no' } satisfies Fact,
    // @ts-expect-error: nothing says when its rows are over.
    { ...said, key: rest.key, setup: false } satisfies Fact,
    // @ts-expect-error: the table has no such column for its key.
    { ...rest, ...said, key: ['storyId'] } satisfies Fact,
    // @ts-expect-error: the table has no such column to sweep by.
    { ...rest, ...said, sweep: { by: 'endedAt', after: 0 } } satisfies Fact,
    // @ts-expect-error: the table has no column for a story.
    { ...rest, ...said, storyId: 'goes' } satisfies Fact,
  ];
  expect(facts).toHaveLength(10);
});

test('a table that names members does not compile without its part of `/me export`', () => {
  type Parts = Record<TableOf<'member'>, object>;
  const some = { follows: {} } as Omit<Parts, 'servers'>;
  // @ts-expect-error: the part of the table `servers` is missing, which names the member who last changed settings.
  const lacking: Parts = some;
  const all: Parts = { ...some, servers: {} };
  expect([Object.keys(lacking), Object.keys(all)]).toEqual([['follows'], ['follows', 'servers']]);
});
