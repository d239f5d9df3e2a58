import { describe, expect, test } from 'vitest';
import { hour, itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { corrected, ferry, correction as note, openHarbourPost, say, told, water } from '../../desk/harbourPost.ts';
import { morning } from '../../outbox/scene.ts';

const titled = (title: string) => ({ ...ferry, title });
/** The article on the ferry with another headline and a correction. */
const walkedIn = corrected(titled('Ferry deckhands walk in'));

const ledgerOf = (at: TestDesk, more: { serverId?: string; outlet?: string; since?: number } = {}) => {
  const { serverId = at.serverId, ...span } = more;
  return at.ask.ledger({ serverId }, { until: at.now, ...span });
};

/** The changes in short, newest first. */
const changesOf = async (at: TestDesk, more = {}) =>
  (await ledgerOf(at, more)).entries.map(
    ({ headline, note, gone }) => gone ?? note?.text ?? [headline?.before, headline?.after],
  );

test('a headline that was changed after it was shown is listed word for word, with the message that showed it', async () => {
  const at = await told();
  const after = 'Ferry deckhands  WALK back to work (at last)';
  say(at, titled(after));
  await at.to(0, '09:00');
  const change = {
    headline: { before: ferry.title, after: 'Ferry deckhands WALK back to work (at last)' },
    outlet: 'Harbour Post',
    url: `${at.sites[0]?.origin}/ferry`,
    at: at.now,
    messageUrl: `https://discord.com/channels/${at.serverId}/${at.channelId}/${at.messages()[0]?.id}`,
  };
  expect(await ledgerOf(at)).toMatchObject({ entries: [change], total: 1, articles: 2 });
  expect(await changesOf(at, { since: at.now + 1 })).toEqual([]);
  expect((await ledgerOf(at, { outlet: 'Courier' })).articles).toBe(0);
});

test('a headline that changed before it was shown is not listed, nor one that only changed its case', async () => {
  const at = await openHarbourPost();
  say(at, titled('Ferry deckhands go home'));
  await at.to(0, '07:00');
  await at.to(0, '08:00');
  say(at, titled('Ferry Deckhands Go Home!'), titled('LIVE: the water'));
  await at.to(0, '09:00');
  expect(at.posted()[0]).toContain('Ferry deckhands go home');
  expect(await ledgerOf(at)).toMatchObject({ entries: [], total: 0, articles: 2 });
});

test('a headline that changed twice is one change, and one that came back is none', async () => {
  const at = await told();
  say(at, titled('Ferry deckhands talk'), { ...water, title: `${water.title} tonight` });
  await at.to(0, '09:00');
  expect(await changesOf(at)).toHaveLength(2);
  say(at, titled('Ferry deckhands agree'));
  await at.to(0, '10:00');
  expect(await changesOf(at)).toEqual([[ferry.title, 'Ferry deckhands agree']]);
});

test('two feeds of an outlet that give an article different headlines in turn change nothing', async () => {
  const at = await told();
  for (const clock of ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00']) {
    const isLong = clock.endsWith('30');
    say(at, isLong ? titled(`${ferry.title}, says the union`) : ferry);
    await at.to(0, clock);
  }
  say(at, titled(`${ferry.title}, says the union`));
  await at.to(0, '11:30');
  expect(await changesOf(at)).toEqual([]);
});

test('corrections and withdrawals are listed with the outlet’s words, a corrected headline together with them', async () => {
  const at = await told();
  const retracted = { title: `Retracted: ${water.title}`, paragraphs: ['This article has been withdrawn.'] };
  say(at, walkedIn);
  await at.to(0, '09:00');
  say(at, walkedIn, retracted);
  await at.to(0, '10:00');
  const [withdrawn, corrected] = (await ledgerOf(at)).entries;
  expect(withdrawn).toMatchObject({ note: { kind: 'retracted', text: retracted.title } });
  expect(withdrawn?.headline).toEqual({ before: water.title, after: retracted.title });
  expect(corrected).toMatchObject({
    note: { kind: 'corrected', text: note },
    headline: { before: ferry.title, after: walkedIn.title },
  });
});

test('an outlet’s flood of headlines is kept within ten, and goes with its article', async () => {
  const at = await told();
  for (let nth = 1; nth <= 12; nth += 1) {
    say(at, titled(`Ferry deckhands, day ${nth}`));
    await at.to(0, `${String(8 + nth).padStart(2, '0')}:00`);
  }
  const kept = () => at.rows('select number from article_changes order by number');
  expect(kept()).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((number) => ({ number })));
  expect(await changesOf(at)).toEqual([[ferry.title, 'Ferry deckhands, day 12']]);
  at.sites[0]?.feed('/world.xml', []);
  await at.to(32, '12:00');
  await at.to(32, '12:30');
  expect(kept()).toEqual([]);
});

describe('a page shown in a message', () => {
  const [first = ''] = ferry.paragraphs;
  const teaser = { title: ferry.title, paragraphs: [`${first.slice(0, 60)}…`] };

  async function toldByPage(): Promise<TestDesk> {
    const at = await openHarbourPost({
      before: ([post]) => {
        post?.feed('/world.xml', [itemOf(teaser, '/ferry', morning)]);
        post?.page('/ferry', ferry.paragraphs);
      },
    });
    await at.to(0, '08:00');
    return at;
  }

  test('is read once more a day later, and shows its outlet’s correction in the message and in the list', async () => {
    const at = await toldByPage();
    const [post] = at.sites;
    post?.page('/ferry', corrected(ferry).paragraphs);
    await at.to(0, '23:00');
    expect(post?.count('/ferry')).toBe(1);
    await at.to(1, '05:00');
    expect(post?.count('/ferry')).toBe(2);
    expect(at.posted()[0]).toContain(note);
    expect(await changesOf(at)).toEqual([note]);
    for (const later of [1, 2, 3]) await at.to(later, '08:00');
    expect(post?.count('/ferry')).toBe(2);
  });

  test('is gone if it is missing twice within hours, and not if it was missing once', async () => {
    const at = await toldByPage();
    const [post] = at.sites;
    post?.put('/ferry', { status: 404 });
    await at.to(1, '05:00');
    expect(await changesOf(at)).toEqual([]);
    await at.to(1, '12:00');
    expect(await changesOf(at)).toEqual(['404']);
    const again = await toldByPage();
    again.sites[0]?.put('/ferry', { status: 410 });
    await again.to(1, '05:00');
    again.sites[0]?.page('/ferry', ferry.paragraphs);
    await again.to(2, '12:00');
    expect(await changesOf(again)).toEqual([]);
  });
});

test('a server sees what itself was shown, and no changes that come by another server’s feed', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Forum'], news: [{}] });
  const { change } = at;
  const [, forum] = at.sites;
  forum?.feed('/a.xml?key=secret', [itemOf(ferry, '/ferry', morning)]);
  const url = `${forum?.origin}/a.xml?key=secret`;
  const [anna, bert, other] = [await at.addServer('world'), await at.addServer('world'), await at.addServer('world')];
  await change.addFeed(anna.by, { url, title: 'Own', items: [] }, 'world');
  const feed = await change.addFeed(bert.by, { url, title: 'Own', items: [] }, 'world');
  await at.drain();
  await at.to(0, '08:00');
  await change.removeFeed(bert.by, feed.id);
  forum?.feed('/a.xml?key=secret', [itemOf(titled('Ferry deckhands walk in'), '/ferry', morning)]);
  await at.skip(3 * hour);
  expect(await changesOf(at, anna)).toEqual([[ferry.title, 'Ferry deckhands walk in']]);
  expect(await changesOf(at, bert)).toEqual([]);
  expect((await ledgerOf(at, other)).articles).toBe(0);
});

test('an article that a message only quotes is listed if it was corrected, and not for its headline', async () => {
  const at = await told();
  const [{ id: deliveryId } = { id: '' }] = at.rows<{ id: string }>('select id from deliveries');
  const { records } = at.app.storage;
  const delivery = await records.deliveries.byId(deliveryId);
  const [quoted = ''] = await records.shown.articleIds([deliveryId]);
  const storyId = delivery?.content.places[0]?.storyId ?? '';
  const shown = { storyId, articleIds: ['other', quoted], sentences: [], title: 'Other' };
  await records.deliveries.replaceShown(deliveryId, at.channelId, [shown]);
  say(at, walkedIn, { title: `${water.title} tonight`, paragraphs: [...water.paragraphs, note] });
  await at.to(0, '09:00');
  const { entries } = await ledgerOf(at);
  expect(entries.map(({ note, headline }) => [note?.text, headline])).toEqual([[note, undefined]]);
});
