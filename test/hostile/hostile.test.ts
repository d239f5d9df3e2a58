import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HostileDesk, openHostileDesk } from './hostileDesk.ts';
import { injections } from './pieces.ts';
import { hostileDay, hostileEnd, hostileRound } from './round.ts';

/** Every kind of message to servers and members, and every kind of change to posted messages. */
const every = {
  toServers: ['alert', 'daily', 'follow', 'item', 'item-post', 'post', 'update'],
  toMembers: ['alert', 'update'],
  done: ['act', 'facts', 'stored'],
};

function kindsIn({ at }: HostileDesk): typeof every {
  const sent = at.rows<{ kind: string; server: string }>(
    "select kind, server_id as server from deliveries where state = 'sent'",
  );
  const done = at.rows<{ correction: string }>("select correction from edits where state = 'done'");
  const sorted = (kinds: string[]) => [...new Set(kinds)].sort();
  return {
    toServers: sorted(sent.flatMap(({ kind, server }) => (server === '' ? [] : kind))),
    toMembers: sorted(sent.flatMap(({ kind, server }) => (server === '' ? kind : []))),
    done: sorted(done.map(({ correction }) => JSON.parse(correction).kind)),
  };
}

test('nothing that a feed writes becomes a mention, markup, a time, a command or a link in any card', async () => {
  const [named = []] = fc.sample(injections, { numRuns: 1, seed: 7 });
  const desk = await openHostileDesk(named);
  const check = fc.asyncProperty(hostileDay, async (given) => {
    expect(await hostileRound(desk, given)).toEqual([]);
  });
  await fc.assert(check, { numRuns: 2, seed: 7, endOnFailure: true });
  expect(desk.at.rows('select 1 from apart').length).toBeGreaterThan(0);
  expect(await hostileEnd(desk)).toEqual([]);
  expect(desk.at.rows('select 1 from apart')).toEqual([]);
  expect(kindsIn(desk)).toEqual(every);
  expect(desk.read.constructs).toBeGreaterThan(20);
});
