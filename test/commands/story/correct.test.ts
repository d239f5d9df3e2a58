import { expect, test } from 'vitest';
import { itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { read } from '../scene.ts';
import { alerted, half, howOf, line, openServer, report, sources, splitOff, storyIdsOf } from './correcting.ts';

test('an article that a manager splits off stays out of the story, and the message says so', async () => {
  const at = await alerted();
  expect(await splitOff(at, await sources(at), 'Lantern')).toContain('no longer part of this story on this server');
  await at.skip(minute);
  const [alert = ''] = at.posted();
  expect(alert).toContain(line);
  expect(alert).toContain('2 newsrooms report independently');
  expect(read(await sources(at))).not.toContain('Lantern');
  await at.restart();
  at.sites[0]?.feed('/world.xml', [itemOf(events.ferryLater, '/later', at.now)]);
  await at.skip(half);
  const seen = read(await sources(at));
  expect([seen.includes(events.ferryLater.title), seen.includes('Lantern')]).toEqual([true, false]);
  expect(await at.say('status now')).toContain('1 correction by readers here');
});

test('two members count as much as one manager; one member does not, however often they vote', async () => {
  const at = await alerted();
  const [max, eva] = [at.addMember('Max', { locale: 'de' }), at.addMember('Eva', { locale: 'de' })];
  for (const _ of [1, 2]) expect(await splitOff(at, await sources(at, max), 'Lantern', max)).toContain('Notiert.');
  await at.skip(minute);
  expect(at.posted()[0]).not.toContain(line);
  expect(await splitOff(at, await sources(at, eva), 'Lantern', eva)).toContain('gehört der Artikel nicht mehr');
  await at.skip(minute);
  expect(at.posted()[0]).toContain(line);
});

test('each of several servers splits an article off for itself only', async () => {
  const at = await openDesk({ before: quietMorning });
  await at.change.setAlert(at.by, at.channelId, { voices: 3 });
  const other = await openServer(at, 'Other');
  await at.drain();
  for (const outlet of [0, 1, 2]) report(at, outlet, outlet);
  await at.skip(half);
  const answer = await splitOff(at, await sources(at), 'Lantern');
  expect(answer).toContain('on this server');
  await at.skip(minute);
  expect([at.posted()[0], at.posted(other.channelId)[0]].map((text) => text?.includes(line))).toEqual([true, false]);
  expect(storyIdsOf(at, 'Lantern')).toEqual(storyIdsOf(at, 'Courier'));
  expect(read(await sources(at))).not.toContain('Lantern');
  expect(read(await sources(at, other.owner, other.channelId))).toContain('Lantern');
  const third = await openServer(at, 'Third');
  const seen = await sources(at, other.owner, other.channelId);
  expect(await splitOff(at, seen, 'Lantern', other.owner)).toContain('on this server');
  await at.skip(minute);
  const [storyId = ''] = storyIdsOf(at, 'Lantern');
  expect(storyIdsOf(at, 'Courier')).toEqual([storyId]);
  const outlets = [at, other, third].map(async ({ serverId }) => {
    return (await at.ask.storyById(storyId, { serverId }))?.outlets;
  });
  expect(await Promise.all(outlets)).toEqual([2, 2, 3]);
});

test('an article from a server’s own feed is split off in that server only', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier', 'Forum'], before: quietMorning });
  const other = await openServer(at, 'Other');
  const [, , forum] = at.sites;
  forum?.feed('/own.xml', [itemOf(events.ferry[2], '/own', at.now)]);
  await at.change.addFeed(at.by, { url: `${forum?.origin}/own.xml`, title: 'Own', items: [] }, 'world');
  for (const outlet of [0, 1]) report(at, outlet, outlet);
  await at.skip(half);
  await at.skip(half);
  const [own] = at.rows<{ id: string; storyId: string }>(
    'select id, story_id as "storyId" from articles where url like ?',
    '%/own',
  );
  const seenBy = async (serverId: string) => (await at.ask.storyById(own?.storyId ?? '', { serverId }))?.outlets;
  expect([await seenBy(at.serverId), await seenBy(other.serverId)]).toEqual([3, 2]);
  const said = { storyId: own?.storyId ?? '', articleId: own?.id ?? '', manager: true };
  await expect(at.change.splitOff(other.by, said)).rejects.toMatchObject({ code: 'not-in-story' });
  expect(await howOf(at.change.splitOff(at.by, said))).toBe('done');
  await at.skip(minute);
  expect([await seenBy(at.serverId), await seenBy(other.serverId)]).toEqual([2, 2]);
});

test('splits that are not offered are refused: of another story’s article, the last report, or too many', async () => {
  const at = await alerted();
  const [storyId = ''] = storyIdsOf(at, 'Lantern');
  const refusal = (articleId: string, by = at.by) =>
    at.change.splitOff(by, { storyId, articleId, manager: false }).catch(({ code }) => code);
  expect(await refusal('none')).toBe('not-in-story');
  const ids = at.rows<{ id: string }>('select id from articles order by outlet_name').map(({ id }) => id);
  const [courier = '', post = '', lantern = ''] = ids;
  for (let n = 0; n < 10; n++) await at.app.storage.records.splits.vote(voteOf(at, `a${n}`));
  expect(await refusal(lantern)).toBe('too-many-corrections');
  const by = { ...at.by, userId: 'manager' };
  const { splits } = at.app.storage.records;
  const twenty = Array.from({ length: 20 }, (_, n) => `gone${n}`);
  await splits.keep(at.serverId, twenty, ['other'], at.now);
  expect(await refusal(lantern, by)).toBe('too-many-corrections');
  await splits.end(at.serverId, twenty);
  const as = (articleId: string) => howOf(at.change.splitOff(by, { storyId, articleId, manager: true }));
  expect(await as(lantern)).toBe('done');
  expect(await as(post)).toBe('done');
  await expect(as(courier)).rejects.toMatchObject({ code: 'only-report' });
});

const voteOf = (at: TestDesk, articleId: string) => ({
  ...{ serverId: at.serverId, articleId, userId: at.admin, manager: false, at: at.now },
});

test('an article that a server split off provides no headline and is not counted there', async () => {
  const at = await openDesk({ before: quietMorning });
  const other = await openServer(at, 'Other');
  await at.change.removeAlert(other.by, other.channelId);
  for (const { by, channelId } of [at, other]) {
    await at.change.subscribe(by, channelId, ['world']);
    await at.change.saveSettings(by, channelId, { zone: 'UTC', times: '08:00' });
  }
  await at.drain();
  for (const outlet of [0, 1, 2]) report(at, outlet, outlet);
  await at.skip(half);
  const [storyId = ''] = storyIdsOf(at, 'Courier');
  const [head] = at.rows<{ id: string; title: string }>(
    'select a.id, a.title from articles a join stories s on s.lead_article_id = a.id where s.id = ?',
    storyId,
  );
  const seenBy = async (serverId: string) => {
    const { stories } = await at.ask.headlines({ serverId }, undefined, 'today');
    const suggested = await at.ask.suggestStories(serverId, '');
    const [line] = stories;
    return { title: line?.title, outlets: line?.outlets, voices: line?.voices, suggested: suggested[0]?.title };
  };
  const before = { title: head?.title, outlets: 3, voices: 3, suggested: head?.title };
  expect([await seenBy(at.serverId), await seenBy(other.serverId)]).toEqual([before, before]);
  await at.change.splitOff(at.by, { storyId, articleId: head?.id ?? '', manager: true });
  const here = await seenBy(at.serverId);
  expect(here).toMatchObject({ outlets: 2, voices: 2, suggested: here.title });
  expect(here.title).not.toBe(head?.title);
  expect(await seenBy(other.serverId)).toEqual(before);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain('2 outlets');
  expect(at.posted()[0]).not.toContain(head?.title);
  expect(at.posted(other.channelId)[0]).toContain(head?.title);
});
