import { describe, expect, test } from 'vitest';
import {
  article,
  type Dialect,
  day,
  delivery,
  emptyStorage,
  feed,
  hour,
  idsOf,
  minute,
  now,
  schedule,
  sharedStorage,
  slot,
  story,
} from './dialect.ts';

const correction = { kind: 'corrected' as const, text: 'Correction: it was Tuesday.', at: now };

export function recordsSuite(dialect: Dialect): void {
  describe(`records in ${dialect.name}`, () => {
    const shared = sharedStorage(dialect);

    test('come back unchanged, without omitted fields', async () => {
      const { articles } = shared.storage.records;
      const whole = { imageUrl: 'https://o.example/i', imageAlt: 'i', language: 'de', categories: ['x', 'y'] };
      await articles.insert([article('bare'), article('whole', { ...whole, paragraphs: ['One.', 'Two “ÅÄÖ”.'] })], now);
      await articles.change('bare', { title: 'New', url: 'https://o.example/new', correction });
      const [bare, full] = await articles.byIds(['bare', 'none', 'whole', 'bare']);
      expect(bare).toMatchObject({ title: 'New', correction, categories: [], topicShares: new Map() });
      expect(bare).not.toHaveProperty('imageUrl');
      expect(full).toMatchObject({ ...whole, paragraphs: ['One.', 'Two “ÅÄÖ”.'], newsAt: now, pageAttempts: 0 });
      for (const id of ['bare', 'whole'])
        await articles.pageRead(id, { state: 'done', text: { paragraphs: ['Page.'], imageAlt: 'P' } });
      const read = await articles.byIds(['bare', 'whole']);
      const shown = read.map(({ id, imageAlt, pageAttempts }) => [id, [imageAlt, pageAttempts]]);
      expect(Object.fromEntries(shown)).toEqual({ bare: ['P', 1], whole: ['i', 1] });
      expect(await articles.byIds([])).toEqual([]);
      expect(await articles.byIds(['whole'], 1_000)).toEqual([read[1]]);
    });

    test('of several messages name each outlet and each article once', async () => {
      const { articles, deliveries, shown } = (await emptyStorage(dialect)).records;
      await articles.insert([article('a'), article('b'), article('c', { outletName: 'P' })], now);
      const told = (...articleIds: string[]) => [{ storyId: 's', articleIds, sentences: [], title: 'T' }];
      await deliveries.add({ delivery: delivery('one'), told: told('a', 'b') }, now);
      await deliveries.add({ delivery: delivery('two'), told: told('a', 'c') }, now);
      expect(await shown.outlets(['one', 'two'])).toEqual(['O', 'P']);
      expect((await shown.articleIds(['one', 'two'])).sort()).toEqual(['a', 'b', 'c']);
      expect(await shown.articleIds(['one', 'two'], 'P')).toEqual(['c']);
    });

    test('of a long text are read up to a given length, without half of a sentence', async () => {
      const { articles } = shared.storage.records;
      const paragraphs = ['One stands. Two goes on', 'Three waits.'];
      await articles.insert([article('long', { paragraphs }), article('endless', { paragraphs: ['on and on'] })], now);
      const opening = async (id: string, characters: number) =>
        (await articles.byIds([id], characters)).flatMap((one) => one.paragraphs);
      expect(await opening('long', 14)).toEqual(['One stands.']);
      expect(await opening('long', 30)).toEqual(['One stands. Two goes on']);
      expect(await opening('long', 100)).toEqual(paragraphs);
      expect(await opening('endless', 4)).toEqual([]);
    });

    test('of more rows than a statement has parameters are written and found', async () => {
      const { articles } = shared.storage.records;
      const entries = Array.from({ length: 33_000 }, (_, n) => ({ feedId: 'keys', key: `${n}`, articleId: `${n}` }));
      await shared.storage.transaction((records) => records.articles.markSeen(entries, now));
      expect(await articles.seen('keys', entries.map(({ key }) => key).concat('none'))).toHaveProperty('size', 33_000);
    });

    test('a key that a feed lists twice refers to the last item', async () => {
      const { articles } = shared.storage.records;
      const twice = ['a', 'b'].map((articleId) => ({ feedId: 'twice', key: 'k', articleId }));
      await articles.markSeen([...twice, { feedId: 'twice', key: 'nul\0', articleId: 'c' }], now);
      expect([...(await articles.seen('twice', ['k', 'other\0']))]).toEqual([['k', 'b']]);
    });

    test('a notice of one subject is opened once, sent once, and can be opened again after it was closed', async () => {
      const { servers, sweeping } = shared.storage.records;
      const paused = { matter: 'paused', about: 'c', detail: '' };
      const open = (id: string, notice: string) => servers.notice({ id, serverId: 's', ...paused, notice, at: now });
      expect(await open('1', '{}')).toBe(true);
      expect(await open('2', '{"a":1}')).toBe(false);
      expect(await servers.noticed('s', paused)).toBe('{"a":1}');
      expect(idsOf(await servers.noticesToTell([], 10))).toEqual(['1']);
      expect(await servers.noticesToTell(['1'], 10)).toEqual([]);
      await servers.noticesTold(['1'], now);
      expect(await servers.noticesToTell([], 10)).toEqual([]);
      expect(await servers.noticeOver('s', paused, now)).toBe(true);
      expect(await servers.noticeOver('s', paused, now)).toBe(false);
      expect(await servers.openNotices('s')).toEqual([]);
      expect(await open('3', '{}')).toBe(true);
      // A channel whose id begins with the other's.
      await servers.notice({ id: '4', serverId: 's', ...paused, about: 'cc', notice: '{}', at: now + hour });
      await servers.channelNoticesDropped('s', 'c', now);
      expect(idsOf(await servers.openNotices('s'))).toEqual(['4']);
      expect(await sweeping.sweep('notices', now + hour, hour, 1)).toBe(1);
    });

    test('of a story with more articles than are read, the latest ones that the server may see are read', async () => {
      const { feeds, articles, placed, ownTopicsAndFeeds, listings } = shared.storage.records;
      await feeds.add({ ...feed('many'), general: true }, ['world'], now);
      await feeds.add(feed('few', false), [], now);
      await ownTopicsAndFeeds.addFeed('s', 'few', 'birds', now);
      const ids = Array.from({ length: 160 }, (_, n) => `big-${n}`);
      await articles.insert([...ids.map((id, n) => article(id, { publishedAt: now + n })), article('ours')], now);
      const topicShares = new Map([['art', 0.5]]);
      for (const id of [...ids, 'ours'])
        await placed.place(id, { storyId: 'big', terms: '', reasons: '{}', topicShares }, now + minute);
      await articles.listedBy(ids.map((articleId) => ({ feedId: 'many', articleId })));
      await articles.listedBy([{ feedId: 'few', articleId: 'ours' }]);
      expect(idsOf((await listings.articlesOf(['big'], 's')).get('big'))).toEqual(ids.slice(-150));
      await placed.move('big', 'small', { articleIds: ['ours', 'big-0'], reasons: '{}' });
      expect((await listings.articlesOf(['small'], 's')).get('small')).toMatchObject([
        { id: 'big-0', open: true, general: true, topicIds: ['world'], topicShares, newsAt: now + minute },
        { id: 'ours', open: false, general: false, topicIds: ['birds'], topicShares: new Map() },
      ]);
      expect(idsOf((await listings.articlesOf(['small'], 'elsewhere')).get('small'))).toEqual(['big-0']);
    });

    test('a split-off article is hidden only in that server, as long as it is in a story with the others', async () => {
      const { splits, feeds, articles, placed, listings, servers } = shared.storage.records;
      await feeds.add(feed('split'), ['world'], now);
      const ids = ['x', 'x-copy', 'y', 'z'];
      for (const id of ids) await articles.insert([article(id)], now);
      await articles.listedBy(ids.map((articleId) => ({ feedId: 'split', articleId })));
      for (const id of ids) await placed.place(id, { storyId: 'mixed', terms: '', reasons: '{}' }, now);
      const seenBy = async (serverId?: string, storyId = 'mixed') =>
        idsOf((await listings.articlesOf([storyId], serverId)).get(storyId));
      const vote = { serverId: 's', articleId: 'x', userId: 'u', manager: true, at: now };
      await splits.vote({ ...vote, manager: false, at: now - hour });
      await splits.vote(vote);
      expect(await splits.votesOn('s', 'x', now)).toEqual([vote]);
      expect([await splits.votesBy('s', 'u', now), await splits.votesBy('s', 'u', now + 1)]).toEqual([1, 0]);
      const [articleIds, otherIds] = [ids.slice(0, 2), ids.slice(2)];
      for (const _ of [1, 2]) await splits.keep('s', articleIds, otherIds, now);
      expect([await seenBy('s'), await seenBy('t'), await seenBy()]).toEqual([['y', 'z'], ids, ids]);
      expect([await splits.countOf('s', now), await splits.countOf('t', now)]).toEqual([2, 0]);
      expect(await splits.votesOn('t', 'x', 0)).toEqual([]);
      const out = async () => (await splits.takenOutOf('mixed', 's')).map((one) => one.articleId);
      expect(await out()).toEqual(['x', 'x-copy']);
      await placed.move('mixed', 'own', { articleIds: ['x'], reasons: '{}' });
      expect([await out(), await seenBy('s', 'own')]).toEqual([['x-copy'], ['x']]);
      expect(await splits.decided('s', 'x-copy')).toEqual({ articleIds, otherIds, at: now });
      const back = (by?: string) => splits.takeBack('s', articleIds, by, now);
      expect([await back('other'), await back('u'), await back()]).toEqual([0, 1, 0]);
      expect([await splits.votesOn('s', 'x', 0), await splits.votesBy('s', 'u', now)]).toEqual([[], 1]);
      await splits.vote(vote);
      expect(await splits.votesOn('s', 'x', 0)).toMatchObject([{ at: now + 1, takenBackAt: now }]);
      await placed.move('own', 'mixed', { reasons: '{}' });
      await splits.end('s', ['x']);
      expect([await splits.decided('s', 'x'), await seenBy('s')]).toEqual([undefined, ['x', 'y', 'z']]);
      await servers.purge('s');
      expect([await splits.countOf('s', 0), await splits.votesOn('s', 'x', 0)]).toEqual([0, []]);
      expect(await seenBy('s')).toEqual(ids);
    });

    test('a feed gets the topics and outlet of a changed catalogue, and keeps its polling state', async () => {
      const { feeds } = shared.storage.records;
      await feeds.add(feed('changing'), ['world', 'politics'], now);
      await feeds.postpone('changing', now + 5);
      const changed = { outletName: 'New name', language: 'de' };
      await feeds.add({ ...feed('changing'), ...changed }, ['science'], now + 99);
      expect(await feeds.topicsOf('changing')).toEqual(['science']);
      expect(await feeds.byId('changing')).toMatchObject({ ...changed, nextDueAt: now + 5 });
    });

    test('a story without articles is deleted, together with the ids that led to it', async () => {
      const { stories } = shared.storage.records;
      await stories.save(story('loser'), []);
      await stories.save(story('winner'), []);
      await stories.alias('loser', 'winner');
      expect((await stories.byId('loser'))?.id).toBe('winner');
      await stories.remove('winner');
      expect(await stories.byId('loser')).toBeUndefined();
      await stories.save(story('lost'), []);
      await stories.alias('lost', 'nowhere');
      expect(await stories.sweepAliases(10)).toBe(1);
      expect(await stories.sweepAliases(10)).toBe(0);
    });

    test('the outlets of some topics are counted once each, and how many of them answered', async () => {
      const { feeds, ownTopicsAndFeeds, feedFigures, channels } = shared.storage.records;
      await feeds.add(feed('counted'), ['birds', 'boats'], now);
      await feeds.add(feed('also'), ['birds'], now);
      await feeds.add(feed('ours', false), [], now);
      await ownTopicsAndFeeds.addFeed('s', 'ours', 'birds', now);
      const polled = { title: 'T', state: 'active' as const, nextDueAt: now, polling: '{}', polledAt: now };
      await feeds.polled([
        { id: 'counted', ...polled, failures: 0, succeeded: true },
        { id: 'also', ...polled, failures: 1, succeeded: false, problem: { reason: 'r', code: 'c', host: 'h' } },
      ]);
      expect(await feeds.byId('also')).toMatchObject({ title: 'T', problem: { reason: 'r', code: 'c', host: 'h' } });
      expect(await feedFigures.answered(['birds'], 's', now)).toEqual({ outletsAll: 1, outletsAnswered: 1 });
      await channels.subscribe('reader', 's', ['birds', 'boats'], now);
      const subscribers = await feedFigures.subscribers(['counted', 'ours', 'none']);
      expect(Object.fromEntries(subscribers)).toEqual({ counted: 1, ours: 1 });
    });
  });

  test(`in ${dialect.name} each topic lists the stories that most outlets report, even behind many stories of other topics`, async () => {
    const storage = await emptyStorage(dialect);
    await storage.transaction(async ({ stories }) => {
      for (let n = 0; n < 620; n += 1) await stories.save(story(`w${n}`, { outlets: 9 }), ['world']);
      await stories.save(story('comet'), ['space']);
      await stories.save(story('rover', { outlets: 2 }), ['space']);
    });
    const found = await storage.records.listings.weightiest(0, now, ['world', 'space'], 2);
    expect(found.filter((id) => id.startsWith('w'))).toHaveLength(2);
    expect(found.slice(2)).toEqual(['rover', 'comet']);
  });

  describe(`deliveries in ${dialect.name}`, () => {
    test('count under the stories’ present ids, and a known one stays', async () => {
      const { deliveries, told, stories } = (await emptyStorage(dialect)).records;
      for (const id of ['one', 'two', 'old']) await stories.save(story(id), []);
      await stories.alias('old', 'two');
      const made = (id: string, channelId: string, storyId: string) => ({
        delivery: delivery(id, { channelId, kind: 'alert', ordinal: Number(id) }),
        told: [{ storyId, articleIds: [], sentences: [] }],
      });
      expect(await deliveries.add(made('1', 'c', 'one'), now)).toBe(true);
      expect(await deliveries.add(made('2', 'e', 'old'), now)).toBe(true);
      expect(await deliveries.add(made('2', 'e', 'one'), now)).toBe(false);
      expect(await deliveries.add(made('3', 'e', 'one'), now)).toBe(true);
      const toldIn = await Promise.all(['c', 'e', 'f'].map((id) => told.among(id, ['one', 'two'])));
      expect(toldIn).toEqual([new Set(['one']), new Set(['one', 'two']), new Set()]);
      expect(await told.among('e', ['old'])).toEqual(new Set(['old']));
      const { localDate } = delivery('1');
      const count = (channelId: string, day = localDate) =>
        deliveries.countOfDay({ channelId, kind: 'alert', localDate: day });
      expect(await Promise.all([count('c'), count('f'), count('e'), count('e', '2020-01-01')])).toEqual([1, 0, 2, 0]);
    });

    test('a corrected article edits the messages that contain it, until their records change or are swept', async () => {
      const { edits, deliveries, told, articles } = (await emptyStorage(dialect)).records;
      const entries = [
        { storyId: 'one', articleIds: ['a', 'b'], sentences: [] },
        { storyId: 'two', articleIds: ['b', 'c'], sentences: [] },
      ];
      expect(await deliveries.add({ delivery: delivery('d'), told: entries }, now)).toBe(true);
      expect(await deliveries.add({ delivery: delivery('d'), told: entries }, now)).toBe(false);
      await deliveries.posted('d', ['m', 'n'], now, true);
      expect(await deliveries.byId('d')).toMatchObject({ state: 'sent', messageIds: ['m', 'n'], sentAt: now });
      const queued = (id: string) => edits.queueFacts({ articleIds: [id] }, 0, now);
      for (const id of ['a', 'b', 'c']) expect(await queued(id)).toBe(1);
      expect(await queued('d')).toBe(0);
      const [first] = await edits.due('others', now, 1);
      if (!first) throw new Error('no edit');
      await edits.reschedule(first, now + minute);
      expect(await edits.due('others', now, 9)).toEqual([]);
      await articles.insert([article('a')], now);
      const later = { ...correction, at: now + 1 };
      await articles.change('a', { title: 'a', url: 'https://o.example/a', correction: later });
      expect(await told.correctedSince('c', now, now + 1)).toMatchObject([{ messageId: 'm', correction: later }]);
      await deliveries.replaceShown('d', 'c', [{ storyId: 'one', articleIds: ['b'], sentences: [] }]);
      expect(await queued('a')).toBe(0);
      await deliveries.sweep(now + 1, 10);
      expect(await queued('b')).toBe(0);
    });

    test('a changed story is due from the time it is news until it was processed, under its current id', async () => {
      const { changed, stories, sweeping } = (await emptyStorage(dialect)).records;
      for (const id of ['one', 'two']) await stories.save(story(id), []);
      await changed.note('one', now);
      await changed.note('two', now + minute);
      expect(await changed.due('alert', now - 1, 9)).toEqual([]);
      const [first] = await changed.due('alert', now, 9);
      expect(first).toMatchObject({ storyId: 'one', channelId: '' });
      // A change noted meanwhile gets a separate row.
      await changed.note('one', now);
      await changed.processed([first?.id ?? '']);
      await stories.alias('one', 'two');
      const due = await changed.due('alert', now + minute, 9);
      expect(due.map(({ storyId }) => storyId)).toEqual(['two', 'two']);
      expect(await changed.due('follow', now + minute, 9)).toHaveLength(3);
      await changed.processed(idsOf(due));
      const later = { storyId: 'two', dueAt: now + hour };
      for (const channelId of ['b', 'a', 'a']) await changed.requeue('alert', [{ ...later, channelId }]);
      await changed.requeue('alert', [{ ...later, channelId: 'a', storyId: 'one', dueAt: now + hour }]);
      expect(await changed.due('alert', now + hour - 1, 9)).toEqual([]);
      // The last channel's rows are returned together, beyond the limit.
      expect(idsOf(await changed.due('alert', now + hour, 1))).toHaveLength(2);
      expect(await changed.due('alert', now + hour, 9)).toHaveLength(3);
      const sweep = (dueUntil: number) => sweeping.sweep('changedStories', dueUntil + 3 * day, 0, 9);
      expect(await sweep(now + hour - 1)).toBe(3);
      expect(await sweep(now + hour)).toBe(3);
    });

    test('the version of the rules changes with each of them, and with the servers that Lede is in', async () => {
      const { alerts, servers } = (await emptyStorage(dialect)).records;
      const rule = { voices: 2, perDay: 5, zone: 'UTC', createdAt: now };
      const versions = [await alerts.version()];
      const counted = async (change: Promise<unknown>) => {
        await change;
        versions.push(await alerts.version());
      };
      await servers.present('s');
      await counted(alerts.save({ ...rule, channelId: 'c', serverId: 's' }));
      await counted(alerts.save({ ...rule, channelId: 'c', serverId: 's', words: ['flood'] }));
      await counted(alerts.save({ ...rule, channelId: 'dm', serverId: '', userId: 'u', words: ['flood'] }));
      await counted(servers.left('s', now));
      await counted(alerts.remove('dm'));
      expect(versions.every((version, nth) => version !== versions[nth - 1])).toBe(true);
      expect(await servers.present('s')).toBe(true);
      expect(await alerts.version()).toBe(versions[2]);
      expect(await alerts.listPresent()).toMatchObject([{ channelId: 'c', words: ['flood'] }]);
    });

    test('a message about two stories counts for the story into which they merged', async () => {
      const { deliveries, told, stories } = (await emptyStorage(dialect)).records;
      const one = { storyId: 'one', articleIds: ['a'], sentences: [] };
      const two = { storyId: 'two', articleIds: ['b'], sentences: [], part: 1 };
      await deliveries.add({ delivery: delivery('d'), told: [one, two] }, now);
      for (const id of ['one', 'two']) await stories.save(story(id), []);
      await told.move('two', 'one');
      await stories.alias('two', 'one');
      expect(await told.postedIn('c', ['two'])).toMatchObject([{ storyId: 'two', articleIds: ['a', 'b'], part: 0 }]);
      expect(await told.ofStoriesSince(now)).toEqual(new Set(['one']));
      await deliveries.posted('d', ['m'], now, false);
      await deliveries.end('d', 'refused', 'no');
      expect(await deliveries.byId('d')).toMatchObject({ state: 'sent', problem: 'no' });
    });
  });

  describe(`the upkeep of ${dialect.name}`, () => {
    test('counts feeds and deliveries by state, including slots that were never made', async () => {
      const { feeds, deliveries, servers, vitals, channels } = (await emptyStorage(dialect)).records;
      for (const id of ['a', 'b']) await feeds.add(feed(id), [], now);
      const failed = { failures: 2, polledAt: now, succeeded: false };
      await feeds.polled([{ id: 'a', state: 'active', nextDueAt: now, polling: '{}', ...failed }]);
      expect(await vitals.feeds()).toEqual({ ok: 0, failing: 1, new: 1, gone: 0 });
      await deliveries.add({ delivery: delivery('d'), told: [] }, now);
      await deliveries.add({ delivery: delivery('e', { ordinal: 1 }), told: [] }, now);
      expect(await vitals.waitingSince()).toBe(now);
      await deliveries.posted('d', ['m'], now + 1, true);
      const expired = { serverId: 's', notice: '{"missed":{"count":3}}', at: now };
      await servers.notice({ id: 'n', matter: 'expired', about: 'c', detail: '2026-11-20#0', ...expired });
      expect(await vitals.deliveries(now)).toEqual({ sent: 1, pending: 1, expired: 3 });
      expect(await vitals.lastSentAt(now + 1)).toBe(now + 1);
      expect(await deliveries.counts('s')).toEqual({ pending: 1, lastSentAt: now + 1 });
      await channels.save({ channelId: 'c', serverId: 's', schedule }, { dueAt: now, ...slot }, now);
      await servers.left('s', now);
      expect(await vitals.waitingSince()).toBeUndefined();
      await servers.purge('s');
      expect(await vitals.deliveries(now)).toEqual({});
    });

    test('says how large the database is, which grows with what is stored', async () => {
      const storage = await emptyStorage(dialect);
      const before = await storage.bytes();
      const paragraphs = Array.from({ length: 4_000 }, (_, nth) => `Paragraph ${nth ** 3} of ${nth ** 5}.`);
      await storage.records.articles.insert([article('long', { paragraphs })], now);
      expect(await storage.bytes()).toBeGreaterThan(before);
    });

    test('sweeps what is over, a bounded number at a time', async () => {
      const { feeds, articles, stories, placed, ownTopicsAndFeeds, sweeping } = (await emptyStorage(dialect)).records;
      await feeds.add(feed('listed'), [], now);
      await feeds.add(feed('unwanted', false), [], now);
      const keys = (...names: string[]) => names.map((key) => ({ feedId: 'listed', key, articleId: key }));
      await articles.markSeen(keys('a', 'b', 'c', 'd'), now);
      await articles.markSeen(keys('d'), now + minute);
      const max = { feeds: 1, rows: 2 };
      expect(await articles.sweepSeen('', now + 1, max)).toEqual({ next: 'listed', forgotten: 2 });
      expect(await articles.sweepSeen('', now + 1, max)).toEqual({ next: 'listed', forgotten: 1 });
      expect(await articles.seen('listed', ['a', 'b', 'c', 'd'])).toEqual(new Map([['d', 'd']]));
      expect([await feeds.sweepUnwanted(now + 1, 9), await feeds.sweepUnwanted(now + 1, 9)]).toEqual([1, 0]);
      await articles.insert([article('old')], now);
      await placed.place('old', { storyId: 'old', terms: '', reasons: '{}' }, now);
      await stories.save(story('old'), ['world']);
      expect(await stories.sweep(now, 9)).toEqual({ gone: [], left: [] });
      expect(await stories.sweep(now + 1, 9)).toEqual({ gone: ['old'], left: [] });
      expect(await articles.byIds(['old'])).toEqual([]);
      await ownTopicsAndFeeds.mute('s', 'word', now);
      expect([await ownTopicsAndFeeds.mutes('s', now), await sweeping.sweep('mutes', now, 0, 9)]).toEqual([[], 1]);
    });

    test('keeps a channel’s outlet settings until the channel, its server or the outlet is removed', async () => {
      const { outlets, channels, servers } = (await emptyStorage(dialect)).records;
      const of = (channelId: string) => outlets.ofChannel(channelId);
      for (const [at, channelId] of ['o1', 'o2', 'o3'].entries()) {
        await outlets.set({ channelId, serverId: `os${at}` }, 'post', 'muted', now);
        await outlets.set({ channelId, serverId: `os${at}` }, 'radio', 'preferred', now + 1);
      }
      await outlets.set({ channelId: 'o1', serverId: 'os0' }, 'post', 'preferred', now + 9);
      expect(await of('o1')).toEqual([
        { outletId: 'post', stance: 'preferred' },
        { outletId: 'radio', stance: 'preferred' },
      ]);
      await outlets.reset('o1', 'radio');
      expect(await of('o1')).toEqual([{ outletId: 'post', stance: 'preferred' }]);
      await channels.remove('o1');
      await servers.purge('os1');
      expect([await of('o1'), await of('o2')]).toEqual([[], []]);
      await outlets.forget(['post', 'nobody']);
      expect(await of('o3')).toEqual([{ outletId: 'radio', stance: 'preferred' }]);
    });

    test('reads a server’s set-up as rows that can be restored, and makes dropped messages pending again', async () => {
      const { ownTopicsAndFeeds, channels, deliveries, outlets, setups } = (await emptyStorage(dialect)).records;
      await channels.save({ channelId: 'c', serverId: 's', schedule }, { ...slot, dueAt: now }, now);
      await channels.subscribe('c', 's', ['world', 'birds'], now);
      await outlets.set({ channelId: 'c', serverId: 's' }, 'post', 'muted', now);
      await ownTopicsAndFeeds.mute('s', 'word', undefined);
      await ownTopicsAndFeeds.mute('other', 'word', now);
      await deliveries.add({ delivery: delivery('waits'), told: [] }, now);
      const before = await setups.setupOf('s');
      expect(before.waiting).toEqual([{ id: 'waits', channelId: 'c' }]);
      expect(before.rows.mutes).toEqual([{ serverId: 's', word: 'word', expiresAt: null }]);
      await deliveries.dropUnattempted('c', ['running-digest'], 'channel-gone');
      await channels.remove('c');
      await setups.remove('mutes', { serverId: 's', word: 'word' });
      expect(Object.values((await setups.setupOf('s')).rows).flat()).toEqual([]);
      // Puts each row twice, because it may exist already.
      for (const [table, rows] of Object.entries(before.rows))
        for (const row of [...rows, ...rows]) await setups.put(table as keyof typeof before.rows, row);
      await setups.wait('other', ['waits'], now);
      expect((await setups.setupOf('s')).waiting).toEqual([]);
      await setups.wait('s', ['waits', 'nothing'], now);
      expect(await setups.setupOf('s')).toEqual(before);
      expect(await ownTopicsAndFeeds.mutes('other', 0)).toHaveLength(1);
    });

    test('reads everything page by page to forget an outlet', async () => {
      const storage = await emptyStorage(dialect);
      const { feeds, articles, deliveries, forgotten, ownTopicsAndFeeds } = storage.records;
      await feeds.add(feed('f', false), [], now);
      await ownTopicsAndFeeds.addFeed('s', 'f', 'birds', now);
      await articles.insert([article('a'), article('b')], now);
      await articles.listedBy([{ feedId: 'f', articleId: 'b' }]);
      expect(await forgotten.articles('', 1)).toMatchObject([{ id: 'a', listedBy: [] }]);
      expect(await forgotten.articles('a', 9)).toMatchObject([{ id: 'b', listedBy: ['f'] }]);
      const told = ['x', 'y'].map((storyId) => ({ storyId, articleIds: ['a'], sentences: [] }));
      await deliveries.add({ delivery: delivery('d'), told }, now);
      const [first] = await forgotten.told({ channelId: '', storyId: '', deliveryId: '' }, 1);
      expect(first).toMatchObject({ storyId: 'x', articleIds: ['a'] });
      expect(await forgotten.told({ ...first, channelId: 'c', storyId: 'x', deliveryId: 'd' }, 9)).toHaveLength(1);
      expect(await forgotten.removeFeeds(['f'])).toEqual([{ serverId: 's', feedId: 'f' }]);
      const robots = storage.keyv<string>('robots');
      const kept = { 'https://f.example': 'x', 'https://g.example': 'x', 'https://h.example': 'All of F.Example' };
      for (const [origin, record] of Object.entries(kept)) await robots.set(origin, record);
      await forgotten.removeKept('f.example');
      const records = await Promise.all(Object.keys(kept).map((origin) => robots.get(origin)));
      expect(records).toEqual([undefined, 'x', undefined]);
    });
  });
}
