import { expect, test } from 'vitest';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { day, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { controls, read } from '../scene.ts';
import { alerted, half, line, openServer, report, sources, split } from './correcting.ts';

/** Presses Undo below an answer. */
async function undo(at: TestDesk, answer: WireMessage, user = at.admin): Promise<string> {
  const customId = controls(answer).find((one) => one.startsWith('story:undo:')) ?? '';
  return read(await at.press(answer, customId, user));
}

/** Chooses a value in a select below the list of sources. */
async function choose(at: TestDesk, message: WireMessage, action: string, value: string, user = at.admin) {
  const customId = controls(message).find((one) => one.startsWith(`story:${action}:`)) ?? '';
  return read(await at.pick(message, customId, [value], user));
}

const idOf = (at: TestDesk, outlet: string) =>
  at.rows<{ id: string }>('select id from articles where outlet_name = ?', outlet)[0]?.id ?? '';

test('Undo before the edit leaves the message unchanged, and Undo ends after ten minutes', async () => {
  const at = await alerted();
  const [before = ''] = at.posted();
  expect(await undo(at, await split(at, await sources(at), 'Lantern'))).toContain('Taken back');
  await at.skip(minute);
  expect(at.posted()).toEqual([before]);
  const answer = await split(at, await sources(at), 'Lantern');
  await at.skip(11 * minute);
  expect(await undo(at, answer)).toContain('that time has passed');
  expect(at.posted()[0]).toContain(line);
});

test('a member can take back only their own vote, before or after a second one', async () => {
  const at = await alerted();
  const [max, eva] = ['Max', 'Eva'].map((name) => at.addMember(name)) as [string, string];
  const first = await split(at, await sources(at, max), 'Lantern', max);
  expect(await undo(at, first, max)).toContain('no longer counts');
  // Only Eva's vote is left.
  const second = await split(at, await sources(at, eva), 'Lantern', eva);
  expect(read(second)).toContain('Noted');
  const done = await split(at, await sources(at, max), 'Lantern', max);
  expect(read(done)).toContain('no longer part of this story');
  expect(await undo(at, done, max)).toContain('here again');
  await at.skip(minute);
  expect(at.posted()[0]).not.toContain(line);
  // Eva's vote still counts.
  expect(read(await split(at, await sources(at, max), 'Lantern', max))).toContain('no longer part of this story');
});

test('managers find removed articles in the list of sources and can put them back; members only see them', async () => {
  const at = await alerted();
  const [before = ''] = at.posted();
  const max = at.addMember('Max');
  await split(at, await sources(at), 'Lantern');
  await at.skip(2 * day);
  const seen = await sources(at, max);
  expect(read(seen)).toContain('1 article was taken out of this story here');
  expect(controls(seen).some((id) => id.startsWith('story:back:'))).toBe(false);
  const asked = await sources(at);
  expect(await choose(at, asked, 'back', idOf(at, 'Lantern'))).toContain('Taken back');
  await at.skip(minute);
  expect(at.posted()).toEqual([before]);
  expect(read(await sources(at))).not.toContain('taken out');
});

test('a member who no longer manages the server can’t put an article back by an open answer', async () => {
  const at = await alerted();
  const max = at.addMember('Max');
  at.server.setup.addMember(at.serverId, max, { permissions: ['ManageGuild'] });
  await split(at, await sources(at), 'Lantern');
  const seen = await sources(at, max);
  at.server.setup.addMember(at.serverId, max);
  expect(await choose(at, seen, 'back', idOf(at, 'Lantern'), max)).toContain('Manage Server');
  await at.skip(minute);
  expect(at.posted()[0]).toContain(line);
});

test('Undo puts the article back into the story of its server, also after a restart, and other servers are unaffected', async () => {
  const at = await openDesk({ before: quietMorning });
  await at.change.setAlert(at.by, at.channelId, { voices: 3 });
  const other = await openServer(at, 'Other');
  await at.drain();
  for (const outlet of [0, 1, 2]) report(at, outlet, outlet);
  await at.skip(half);
  const before = [at.posted(), at.posted(other.channelId)];
  const answer = await split(at, await sources(at), 'Lantern');
  await at.skip(minute);
  expect(read(await sources(at))).not.toContain('· [Lantern');
  expect(at.posted()[0]).toContain(line);
  expect(await undo(at, answer)).toContain('part of this story here again');
  // The pending edit is stored, so that the next process makes it.
  await at.restart();
  await at.skip(minute);
  expect(read(await sources(at))).toContain('Lantern');
  expect([at.posted(), at.posted(other.channelId)]).toEqual(before);
});
