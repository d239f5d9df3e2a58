import { expect, test } from 'vitest';
import { half, howOf, openServer, report } from '../commands/story/correcting.ts';
import { hour, itemOf, minute, openDesk, type TestDesk } from './desk.ts';
import { events } from './events.ts';
import { quietMorning, type Site } from './newsstand.ts';

type Server = Awaited<ReturnType<typeof openServer>>;

/** Two servers, and a story that three outlets of the catalogue report. Forum's feed is not in the catalogue. */
async function openBoth() {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier', 'Lantern', 'Forum'], before: quietMorning });
  await at.change.setAlert(at.by, at.channelId, { voices: 3 });
  const other = await openServer(at, 'Other');
  await at.drain();
  const reportedAt = at.now;
  for (const outlet of [0, 1, 2]) report(at, outlet, outlet);
  await at.skip(half);
  const [, , , forum] = at.sites;
  return { at, other, forum: forum as Site, reportedAt };
}

const addFeed = async (at: TestDesk, by: Server['by'], forum: Site, path: string) => {
  await at.change.addFeed(by, { url: `${forum.origin}${path}`, title: 'Own', items: [] }, 'world');
  await at.skip(half);
};

const idOf = (at: TestDesk, path: string) =>
  at.rows<{ id: string }>('select id from articles where url like ?', `%${path}`)[0]?.id ?? '';

const storyOf = (at: TestDesk, path: string) =>
  at.rows<{ id: string }>('select story_id as id from articles where url like ?', `%${path}`)[0]?.id ?? '';

const said = (at: TestDesk, path: string) => ({ storyId: storyOf(at, path), articleId: idOf(at, path), manager: true });

const outletsFor = async (at: TestDesk, serverId: string, path: string) =>
  (await at.ask.storyById(storyOf(at, path), { serverId }))?.outlets;

const edits = ({ server, channelId }: TestDesk) =>
  server.requests.list('PATCH', /\/messages\//).filter(({ path }) => path.includes(channelId));

test('a server that splits off its own copy of an article takes that article out of no other server’s story', async () => {
  const { at, other, forum, reportedAt } = await openBoth();
  forum.feed('/own.xml', [itemOf(events.ferry[2], '/copy', reportedAt - hour)]);
  await addFeed(at, other.by, forum, '/own.xml');
  expect(storyOf(at, '/copy')).toBe(storyOf(at, '/f2'));
  const [before, edited] = [at.posted(), edits(at)];
  const { undo } = await at.change.splitOff(other.by, said(at, '/copy'));
  await at.skip(minute);
  expect([await outletsFor(at, at.serverId, '/f0'), await outletsFor(at, other.serverId, '/f0')]).toEqual([3, 3]);
  expect(at.posted()).toEqual(before);
  expect(await at.change.undo(other.by, undo)).toMatchObject({ said: 'back' });
  expect(await outletsFor(at, other.serverId, '/f0')).toBe(4);
  await at.skip(minute);
  expect(at.posted()).toEqual(before);
  expect(edits(at)).toEqual(edited);
});

test('a server that splits off its own copy takes no article of a feed that another server also reads out of that server’s story', async () => {
  const { at, other, forum, reportedAt } = await openBoth();
  forum.feed('/shared.xml', [itemOf(events.ferryLater, '/shared', reportedAt)]);
  forum.feed('/alone.xml', [itemOf(events.ferryLater, '/alone', reportedAt - hour)]);
  await addFeed(at, at.by, forum, '/shared.xml');
  await addFeed(at, other.by, forum, '/shared.xml');
  await addFeed(at, other.by, forum, '/alone.xml');
  expect([storyOf(at, '/shared'), storyOf(at, '/alone')]).toEqual([storyOf(at, '/f0'), storyOf(at, '/f0')]);
  expect(await howOf(at.change.splitOff(other.by, said(at, '/alone')))).toBe('done');
  await at.skip(minute);
  expect(await outletsFor(at, at.serverId, '/f0')).toBe(4);
});

test('an article of an own feed does not tie two articles together: splitting one of them off leaves the other', async () => {
  const { at, other, forum, reportedAt } = await openBoth();
  const both = [events.ferry[1], events.ferry[2]].flatMap(({ paragraphs }) =>
    paragraphs.map((one) => one.slice(0, 300)),
  );
  forum.feed('/own.xml', [itemOf({ title: events.ferry[2].title, paragraphs: both }, '/both', reportedAt - hour)]);
  await addFeed(at, other.by, forum, '/own.xml');
  expect(storyOf(at, '/both')).toBe(storyOf(at, '/f0'));
  await at.change.splitOff(other.by, said(at, '/f2'));
  const kept = at.rows<{ id: string }>(
    'select distinct article_id as id from apart where server_id = ?',
    other.serverId,
  );
  expect(kept).toEqual([{ id: idOf(at, '/f2') }]);
});
