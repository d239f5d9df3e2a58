import { expect, test } from 'vitest';
import { textOf } from '../../playground/discord/reading.ts';
import { hour, minute, openDesk, wait } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { quietMorning } from '../desk/newsstand.ts';
import { correct } from './correct.ts';
import { always, naming, patch, refused } from './scene.ts';

const half = 30 * minute;

/** A desk with a posted alert of the ferry story, in a channel or as a forum post. */
async function withAlert(kind: 'text' | 'forum' = 'text') {
  const at = await openDesk({ server: { settings: { nonceMs: 0 } }, before: quietMorning });
  const channel = at.server.setup.addChannel(at.serverId, { name: 'alerts', kind }).id;
  const forum = kind === 'forum' ? { forum: { tagIds: {} } } : {};
  await at.change.setAlert(at.by, channel, { voices: 2, ...forum });
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  const place = kind === 'text' ? channel : [...at.server.world.channels.values()].at(-1)?.id;
  if (place === undefined) throw new Error('no post');
  const text = () => at.posted(place)[0] ?? '';
  const versions: string[] = [];
  at.server.on((event) => {
    if (event.type === 'message' && event.change === 'edited') versions.push(textOf(event.message));
  });
  const [{ id } = { id: '' }] = at.rows<{ id: string }>('select article_id as id from told_articles order by 1');
  const say = (words: string) => correct(at.app.storage, id, words, at.now);
  const edits = () => at.server.requests.list('PATCH', `/channels/${place}/messages/${at.messages(place)[0]?.id}`);
  return { at, place, text, versions, correct: say, edits };
}

test('an edit that arrives late does not replace a newer one for good', async () => {
  const { at, text, correct } = await withAlert();
  const { promise: lateUntil, resolve: arrive } = Promise.withResolvers<void>();
  at.server.fail({ ...patch, how: { lateUntil } });
  await correct('The older words.');
  await at.skip(5_000);
  await correct('The newer words.');
  await at.skip(5_000);
  await at.skip(12_000);
  arrive();
  await expect.poll(text).toContain('The older words.');
  await wait(at, 5 * minute, 5_000);
  expect(text()).toContain('The newer words.');
  expect(text()).not.toContain('The older words.');
});

test('an edit that arrives late does not hide what was stored since, even after a kill and without a newer edit', async () => {
  const { at, text, correct } = await withAlert();
  const { promise: lateUntil, resolve: arrive } = Promise.withResolvers<void>();
  at.server.fail({ ...patch, how: { lateUntil } });
  await correct('Words that are taken back.');
  await at.skip(5_000);
  const { edits } = at.app.storage.records;
  await correct('Words that stay.');
  const [{ id: deliveryId } = { id: '' }] = at.rows<{ id: string }>('select id from deliveries');
  for (const one of await edits.ofMessage(deliveryId)) if (one.amendment.kind === 'facts') await edits.end(one, 'done');
  await at.restart();
  await at.skip(10_000);
  arrive();
  await expect.poll(text).toContain('taken back');
  await wait(at, 5 * minute, 5_000);
  expect(text()).not.toContain('taken back');
});

test('a correction whose edit has an unknown outcome does not vanish while a newsroom joins', async () => {
  const { at, versions, correct, text } = await withAlert();
  at.server.fail({ ...patch, how: '500-after-commit' });
  at.report(2, events.ferry[2], '/ferry');
  await correct('It were nine hours.');
  await at.skip(half);
  await wait(at, 5 * minute, 5_000);
  expect(versions.filter((version) => !version.includes('It were nine hours.'))).toEqual([]);
  expect(text()).toContain('3 newsrooms report independently');
});

test('if Discord refuses one part of an edit, its other parts are still shown', async () => {
  const { at, correct, text } = await withAlert();
  at.server.fail({ ...patch, how: refused, ...always, ...naming('refused words') });
  at.report(2, events.ferry[2], '/ferry');
  await correct('The refused words.');
  await at.skip(half);
  await wait(at, 5 * minute, 5_000);
  expect(at.rows("select 1 from edits where state != 'done'")).toEqual([]);
  expect(text()).toContain('3 newsrooms report independently');
  expect(text()).toContain('**Corrected** by');
  expect(text()).not.toContain('refused words');
});

test.each(['an edit goes through', 'the process ends before its edit arrives'])(
  'a closed post is opened for a correction and closed again, when %s',
  async (how) => {
    const { at, place, text, correct } = await withAlert('forum');
    const thread = at.server.setup.channel(place).thread ?? expect.fail('no thread');
    thread.archived = true;
    if (how !== 'an edit goes through') at.server.fail({ ...patch, after: 1, how: 'reset' });
    await correct('It were nine hours.');
    await at.skip(5_000);
    if (how !== 'an edit goes through') await at.restart();
    await wait(at, 3 * minute, 5_000);
    expect(text()).toContain('It were nine hours.');
    expect(thread.archived).toBe(true);
    expect(at.rows("select 1 from edits where state != 'done'")).toEqual([]);
  },
);

test('a correction in a post that is closed and locked is given up at once, and logged', async () => {
  const { at, place, text, correct, edits } = await withAlert('forum');
  const thread = at.server.setup.channel(place).thread ?? expect.fail('no thread');
  Object.assign(thread, { archived: true, locked: true });
  await correct('It were nine hours.');
  await at.skip(5_000);
  await wait(at, 2 * hour, half);
  expect(text()).not.toContain('nine hours');
  expect(edits()).toHaveLength(1);
  expect(at.rows("select state from edits where article_id != 'archive'")).toEqual([{ state: 'failed' }]);
  expect(at.log.filter(({ values }) => values.reason === 'thread-closed')).toHaveLength(1);
});
