import { expect, test } from 'vitest';
import { textOf } from '../../playground/discord/reading.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import { day, firstDay, hour, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { recordFigures } from '../figures.ts';
import { Diary } from './diary.ts';
import { createReaders } from './grouping.ts';
import { createNursery, type Life } from './lede.ts';
import { openPress, pressWords } from './press.ts';
import { createRandom, type Random } from './random.ts';

const killsMin = 100;
/** Events confirmed at least this long before the end must have been posted, verified and edited. */
const settledMs = 8 * hour;
const calmMs = 4 * day;

/** The line of a message from which an article was removed. */
const takenOutLine = 'Corrected: an article about another event was taken out';

/** The requests during which the process is killed. */
const requests = [
  { method: 'POST', path: /\/messages$/ },
  { method: 'POST', path: /\/threads$/ },
  { method: 'POST', path: /\/crosspost$/ },
  { method: 'PATCH', path: /\/messages\/\d+$/ },
  { method: 'PATCH', path: /^\/channels\/\d+$/ },
  { method: 'GET', path: /\/messages$/ },
  { method: 'GET', path: /\/threads\/active$/ },
] as const;

/** The town of a message's event; the headline begins with it. */
const townOf = (message: WireMessage) => /\[([A-Z][a-z]+):/.exec(textOf(message))?.[1] ?? '';

test('a hundred kills amid alerts, posts, threads, follows and corrections: each story is complete and posted once in each place', async () => {
  const time = { now: firstDay };
  const press = await openPress(() => time.now);
  const { catalogue, hosts } = press;
  const at = await openDesk({
    sites: ['Unread'],
    settings: { catalogue, privateOrigins: hosts },
    server: { settings: { nonceMs: 0 } },
  });
  const { setup, world } = at.server;
  const news = setup.addChannel(at.serverId, { name: 'announcements', kind: 'announcement' }).id;
  const forum = setup.addChannel(at.serverId, { name: 'stories', kind: 'forum' }).id;
  const dm = setup.dm(at.admin).id;
  const { change } = at;
  // Filters by words, because the model that recognizes news was not trained on this press.
  const rule = { words: pressWords.join(', '), voices: 2, perDay: 10 };
  await change.setAlert(at.by, at.channelId, rule);
  await change.setAlert(at.by, news, { ...rule, crosspost: true, thread: true });
  await change.setAlert(at.by, forum, { ...rule, forum: { tagIds: {} } });
  await change.watch({ userId: at.admin, locale: 'en-GB' }, dm, 'museum, coast guard');
  const talk = setup.addChannel(at.serverId, { name: 'talk' }).id;
  const members = ['Max', 'Eva'].map((name) => setup.addUser({ name }).id) as [string, string];
  for (const id of members) setup.addMember(at.serverId, id);
  const guild = setup.addGuild({ name: 'Second Room', locale: 'en-GB' });
  const second = { serverId: guild.id, userId: guild.ownerId, serverLocale: 'en-GB' };
  const theirs = setup.addChannel(guild.id, { name: 'news' }).id;
  await change.setAlert(second, theirs, rule);
  // The readers start with stories that have existed for a while.
  await at.drain();
  for (const ms of [6 * hour, 6 * hour, 7 * day, 6 * hour, 12 * hour, 12 * hour, 3 * hour]) {
    time.now = at.now + ms;
    await at.skip(ms);
  }
  await at.app.stop();
  const followed = setup.dm(members[1]).id;
  const readers = createReaders(at, { first: at.by, second, members }, { talk, dm: followed });
  const begins = at.now;
  const random = createRandom(20_261_128);
  const nursery = createNursery(new Diary());
  let [kills, life, calmUntil] = [0, undefined as Life | undefined, Number.POSITIVE_INFINITY];
  while (at.now < calmUntil) {
    time.now = at.now;
    if (life === undefined) {
      life = await nursery.next();
      await life.order({ do: 'open', now: at.now, settings: at.settings });
      await expect.poll(() => at.rows('select owner from processes')).toHaveLength(1);
    }
    at.server.clearFaults();
    const arriving = Promise.withResolvers<void>();
    if (kills < killsMin) {
      trap(at, life, random, arriving.promise);
      if (random.chance(0.1)) closeOne(at, forum, random);
    } else if (calmUntil === Number.POSITIVE_INFINITY && !readers.isBusy()) calmUntil = at.now + calmMs;
    const isCalm = calmUntil < Number.POSITIVE_INFINITY;
    const mayKill = kills < killsMin && random.chance(0.15);
    const said = await readers.act(life, random, mayKill, kills >= killsMin || isCalm);
    const { died } = said.died ? said : await life.order({ do: 'run', now: at.now });
    if (died) {
      kills += 1;
      life = undefined;
      // Requests that the process had sent arrive before the clock moves.
      await at.server.quiet();
    }
    // An edit that was delayed on its way arrives after everything that was sent since.
    arriving.resolve();
    await arriving.promise;
    // Downtime after a kill stays short, because a pending message may be at most half an hour late.
    at.now += died ? random.between(35, 90) * 1_000 : random.between(1, 20) * minute;
  }
  const ends = at.now;
  await life?.kill();
  await nursery.close();
  await press.close();

  const posts = [...world.channels.values()].filter(({ parentId }) => parentId === forum);
  const told = {
    alerts: at.messages(),
    published: at.messages(news),
    posts: posts.flatMap(({ id }) => at.messages(id)).filter(townOf),
    theirs: at.messages(theirs),
  };
  const towns = townsOf(at);
  const due = towns.filter(({ confirmedAt }) => confirmedAt > begins && confirmedAt < ends - settledMs - calmMs);
  expect(due.length).toBeGreaterThan(20);
  const { scenes, follows } = readers;
  for (const [place, messages] of Object.entries(told)) {
    const names = messages.map(townOf);
    expect(doubledIn(names), place).toEqual([]);
    const lost = due.filter(({ town }) => !names.includes(town));
    expect(lost, place).toEqual([]);
    for (const message of messages) {
      // Events older than the retention period are no longer in the archive.
      const event = towns.find(({ town }) => town === townOf(message));
      const { splitIn = [] } = scenes.find(({ town }) => town === townOf(message)) ?? {};
      const isSplit = splitIn.includes(place === 'theirs' ? 'second' : 'first');
      expect(textOf(message).split(takenOutLine), `${place} ${event?.town}`).toHaveLength(isSplit ? 2 : 1);
      // Messages from before the measured period may combine two stories.
      if (event === undefined || event.confirmedAt <= begins) continue;
      const newsrooms = event.outlets - (isSplit ? 1 : 0);
      const said = newsrooms === 1 ? '1 newsroom reports' : `${newsrooms} newsrooms report`;
      expect(textOf(message)).toContain(`${said} independently`);
    }
  }
  for (const message of told.published) {
    expect([message.flags & 2, world.channels.get(message.id)?.parentId]).toEqual([2, news]);
  }
  expect([scenes.length > 10, follows.length > 2]).toEqual([true, true]);
  for (const { town, articleId, otherId, splitIn, done } of scenes) {
    const servers = at
      .rows<{ id: string }>('select distinct server_id as id from apart where article_id = ?', articleId)
      .map(({ id }) => (id === at.serverId ? 'first' : 'second'));
    expect(done, town).toBe(true);
    expect(servers.sort(), town).toEqual(splitIn);
    expect(readers.storyOf(articleId), town).toBe(readers.storyOf(otherId));
  }
  const ending = 'Three days without news';
  const directly = at.posted(followed).filter((text) => text.includes(ending));
  expect(directly).toHaveLength(follows.filter((one) => one.in === 'message').length);
  for (const { town, in: where } of follows) {
    const begun = at.messages(talk).filter((message) => townOf(message) === town);
    expect(begun, town).toHaveLength(where === 'thread' ? 1 : 0);
    const news = where === 'message' ? directly : at.posted(begun[0]?.id ?? '');
    expect(news.filter((text) => text.includes(`**${town}:`))).toHaveLength(1);
    if (where === 'thread') expect(news.at(-1)).toContain(ending);
  }
  const silent = new Set(towns.filter(({ confirmedAt }) => confirmedAt < ends - calmMs).map(({ town }) => town));
  const isOpen = ({ messages, thread }: (typeof posts)[number]) =>
    thread?.archived !== true && messages.some((message) => silent.has(townOf(message)));
  expect(posts.filter(isOpen).map(({ name }) => name)).toEqual([]);
  const watched = at.messages(dm).map(townOf);
  expect(at.posted(dm).join()).not.toContain(takenOutLine);
  expect(doubledIn(watched)).toEqual([]);
  const wanted = due.filter(({ title }) => /museum|coast guard/.test(title)).map(({ town }) => town);
  expect(wanted.length).toBeGreaterThan(5);
  expect(wanted.filter((town) => !watched.includes(town))).toEqual([]);
  expect(at.rows('select distinct state from deliveries')).toEqual([{ state: 'sent' }]);
  recordFigures('alertKills', {
    kills,
    alerts: told.alerts.length,
    posts: posts.length,
    watched: watched.length,
    corrected: scenes.length,
    followed: follows.length,
  });
});

const doubledIn = (names: readonly string[]) => names.filter((name, nth) => names.indexOf(name) !== nth);

/**
 * Kills the process when it makes the request, before or after Discord executed it; the request may never come. An edit
 * may also be delayed on its way while the process goes on.
 */
function trap(at: TestDesk, life: Life, random: Random, lateUntil: Promise<void>): void {
  const request = random.pick(requests);
  const isEdit = request.method === 'PATCH';
  const isLate = isEdit && random.chance(0.5);
  const how = request.method === 'GET' || random.chance(0.4) ? 'reset' : 'reset-after-commit';
  const mayLive = isLate && random.chance(0.5);
  at.server.fail({
    ...request,
    how: isLate ? { lateUntil } : how,
    after: random.between(0, 1),
    when: () => {
      if (!mayLive) void life.kill();
      return true;
    },
  });
}

/** A moderator closes one of the posts. */
function closeOne(at: TestDesk, forum: string, random: Random): void {
  const posts = [...at.server.world.channels.values()].filter(({ parentId }) => parentId === forum);
  const open = posts.flatMap(({ thread }) => (thread?.archived === false ? thread : []));
  if (open.length > 0) random.pick(open).archived = true;
}

/** Events by town: how many outlets reported each, and when the second one did, according to Lede's database. */
function townsOf(at: TestDesk) {
  const rows = at.rows<{ title: string; at: number; outlet: string }>(
    'select title, news_at as at, outlet_id as outlet from articles order by news_at',
  );
  const events = Map.groupBy(rows, ({ title }) => title.split(':')[0] ?? '');
  return [...events].flatMap(([town, articles]) => {
    const [, second] = articles;
    if (second === undefined) return [];
    return { town, title: second.title, outlets: articles.length, confirmedAt: second.at };
  });
}
