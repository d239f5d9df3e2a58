import { expect, test } from 'vitest';
import type { HostileDesk } from './hostileDesk.ts';
import { hostileDays } from './round.ts';

/** Every kind of message to servers and members, and every kind of change to posted messages. */
const every = {
  toServers: ['alert', 'daily', 'follow', 'item', 'item-post', 'post', 'update'],
  toMembers: ['alert', 'update'],
  done: ['act', 'facts', 'stored'],
};

function kindsIn({ at }: HostileDesk): typeof every {
  const isSent = "select kind, server_id as server from deliveries where state = 'sent'";
  const sent = at.rows<{ kind: string; server: string }>(isSent);
  const done = at.rows<{ correction: string }>("select correction from edits where state = 'done'");
  const sorted = (kinds: string[]) => [...new Set(kinds)].sort();
  return {
    toServers: sorted(sent.flatMap(({ kind, server }) => (server === '' ? [] : kind))),
    toMembers: sorted(sent.flatMap(({ kind, server }) => (server === '' ? kind : []))),
    done: sorted(done.map(({ correction }) => JSON.parse(correction).kind)),
  };
}

test('nothing that a feed writes becomes a mention, markup, a time, a command or a link in any card', async () => {
  const desk = await hostileDays(2, 7, ({ at }) => expect(at.rows('select 1 from apart')).not.toEqual([]));
  expect(desk.at.rows('select 1 from apart')).toEqual([]);
  expect(kindsIn(desk)).toEqual(every);
  expect(desk.read.constructs).toBeGreaterThan(20);
});
