import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptySetup, type SetupFile } from '../../commands/setup/file.ts';
import { defaultSchedule } from '../../src/schedule/schedule.ts';
import { day, firstDay, hour, itemOf, openDesk, type TestDesk } from './desk.ts';
import { events } from './events.ts';
import type { Ask, Changes } from './everything.ts';
import { quietMorning } from './newsstand.ts';

const word = { all: ['annasword'], any: [], not: [] };
/** Texts that only Anna's server, or the member Mia, may see. */
const secrets = /annas|miasword|9990001|first of annas/i;

let at: TestDesk;
let anna: Awaited<ReturnType<typeof furnish>>;
/** Bert, who asks and changes with Anna's ids. He manages another server and is a member of Anna's. */
let bert: { serverId: string; userId: string; serverLocale: string };
const mia = { userId: '777000111222333444', placeId: '777000111222333555' };

/** Creates everything that a server can have, in Anna's server. */
async function furnish() {
  const { change, ask } = at;
  const { by, serverId, channelId } = at;
  const other = at.server.setup.addChannel(serverId, { name: 'other' }).id;
  const topic = await change.createTopic(by, 'Annas topic', word);
  await change.subscribe(by, channelId, ['world', topic.id]);
  await change.saveSettings(by, channelId, { zone: 'UTC', times: '08:00', language: 'de' });
  await change.setLogChannel(by, other);
  await change.mute(by, 'annasmute');
  await change.setAlert(by, channelId, { words: 'annasalert', roleId: '9990001', voices: 3 });
  const url = `${at.sites[0]?.origin}/own.xml?key=annaskey`;
  const feed = await change.addFeed(by, { url, title: 'Annas feed', items: [] }, topic.id);
  await change.setOutlets(by, channelId, [['harbour-post', 'muted']]);
  await change.setOutlets(by, channelId, [['courier', 'preferred']]);
  await change.watch({ userId: mia.userId, locale: 'de' }, mia.placeId, 'miasword');
  await at.drain();
  await at.to(0, '08:00');
  const story = await ask.story('ferry', { serverId });
  if (story.kind !== 'found') throw new Error('no story');
  const { card } = story;
  await change.followInMessages({ userId: mia.userId, locale: 'de' }, mia.placeId, card);
  await change.followInThread({ ...by, locale: 'de', interactionId: '1' }, channelId, card);
  const [first] = at.rows<{ id: string }>('select id from articles where story_id = ?', card.storyId);
  const said = { storyId: card.storyId, articleId: first?.id ?? '', manager: true };
  const { undo } = await change.splitOff(by, said);
  const { undo: muted } = await change.mute(by, 'annasother');
  await change.giveAddress(by, channelId);
  return { serverId, channelId, topicId: topic.id, feedId: feed.id, card, said, undo, muted };
}

/** All stored rows of Anna's server, of members and of all servers, except those that Bert created as a member. */
function stored(): unknown {
  const tables = [
    ...['own_topics', 'own_feeds', 'mutes', 'channels', 'subscriptions', 'channel_outlets', 'alerts', 'deliveries'],
    ...['follows', 'notices', 'apart', 'apart_votes', 'digest_feeds'],
  ];
  const rows = tables.map((table) => {
    const all = at.rows<object>(`select * from ${table} where server_id in (?, '')`, anna.serverId);
    return all.map((row) => JSON.stringify(row)).filter((row) => !row.includes(bert.userId));
  });
  const edits = at.rows(
    'select e.* from edits e join deliveries d on d.id = e.delivery_id where d.server_id = ?',
    anna.serverId,
  );
  const preferences = at.rows(
    "select key, value from keyv where namespace = 'servers' and key like ?",
    `%${anna.serverId}`,
  );
  return {
    rows: rows.map((of) => of.sort()),
    edits,
    preferences,
    servers: at.rows("select * from servers where id in (?, '')", anna.serverId),
  };
}

beforeAll(async () => {
  at = await openDesk({
    keep: true,
    before: (sites) => {
      quietMorning(sites);
      const published = firstDay + 5 * hour;
      sites[0]?.feed('/world.xml', [itemOf(events.ferry[0], '/f0', published)]);
      sites[1]?.feed('/world.xml', [itemOf(events.ferry[1], '/f1', published)]);
      sites[2]?.feed('/world.xml', [itemOf(events.water[0], '/w0', published)]);
      const hidden = {
        title: 'First of annas items',
        paragraphs: ['Annas text about nothing that anybody else tells.'],
      };
      sites[0]?.feed('/own.xml?key=annaskey', [itemOf(hidden, '/hidden', published)]);
    },
  });
  const guild = at.server.setup.addGuild({ name: 'Bert' });
  const userId = at.server.setup.addUser({ name: 'Bert' }).id;
  at.server.setup.addMember(guild.id, userId, { admin: true });
  bert = { serverId: guild.id, userId, serverLocale: 'en-GB' };
  anna = await furnish();
});
afterAll(() => at.close());

/** Marks a function that takes a member's id and no server's. */
const ofMember = 'of a member';
const ofNobody = 'of nobody';
/** Marks a function that is called for Discord's events about a server, not for a member. */
const ofDiscord = 'by Discord';

type Given = { serverId: string; userId: string; serverLocale: string };
type Calls<Of> = Record<keyof Of, typeof ofMember | typeof ofNobody | typeof ofDiscord | ((by: Given) => unknown)>;

const isEqual = async (shown: unknown, expected: unknown): Promise<void> => {
  expect(await shown).toEqual(expected);
};

const asker = ({ serverId }: Given) => ({ serverId, channelId: anna.channelId });
const setup = (): SetupFile => ({
  ...emptySetup,
  logChannel: { id: '1', name: '' },
  topics: [],
  feeds: [],
  mutes: [],
  channels: [{ id: '1', name: '', topics: ['technology'], settings: defaultSchedule('UTC'), muted: [], preferred: [] }],
  alerts: [{ id: '1', name: '', voices: 2, perDay: 1, zone: 'UTC' }],
});
const places = () => new Map([['1', { id: anna.channelId, isForum: false, isAnnouncement: false, mayThread: true }]]);
const feed = { url: 'https://example.org/feed.xml', title: 'Own', items: [] };

const questions = (ask: Ask): Calls<Ask> => ({
  suggestStories: ({ serverId }) => ask.suggestStories(serverId, 'annas'),
  story: (by) => ask.story('annas', asker(by)),
  // The same as in a channel without any digest.
  storyById: async (by) => {
    const elsewhere = await ask.storyById(anna.card.storyId, { ...asker(by), channelId: '1' });
    await isEqual(ask.storyById(anna.card.storyId, asker(by)), elsewhere);
  },
  whyGrouped: ({ serverId }) => ask.whyGrouped(anna.card.storyId, serverId),
  storiesAt: (by) => isEqual(ask.storiesAt([`${at.sites[0]?.origin}/hidden`], asker(by)), []),
  coverage: (by) => ask.coverage([`${at.sites[0]?.origin}/hidden`], asker(by), by.userId),
  whyInDigest: (by) => isEqual(ask.whyInDigest('ferry', asker(by)), { kind: 'no-digest' }),
  timeline: (by) => ask.timeline(anna.card.storyId, asker(by)),
  chart: ofNobody,
  takenOut: ({ serverId }) => isEqual(ask.takenOut(anna.card.storyId, serverId), []),
  topics: ({ serverId }) => ask.topics(serverId),
  startOf: (by) => isEqual(ask.startOf('digest', asker(by)), at.now - day),
  headlines: async (by) => {
    const shown = await ask.headlines(asker(by), anna.topicId, 'digest');
    expect(shown).toMatchObject({ topic: undefined, since: at.now - day, stories: [] });
  },
  firstHeadlines: ({ serverId }) => ask.firstHeadlines(anna.channelId, serverId, 5),
  previewDigest: ({ serverId }) => ask.previewDigest(anna.channelId, serverId),
  feeds: ({ serverId }) => ask.feeds(serverId),
  ledger: async ({ serverId }) => {
    const asked = { serverId, isAsked: () => true };
    expect(await ask.ledger(asked, { until: at.now })).toMatchObject({ entries: [], articles: 0 });
  },
  outletsShown: ({ serverId }) => isEqual(ask.outletsShown({ serverId }), []),
  deliveries: ({ serverId }) => isEqual(ask.deliveries(serverId), []),
  feedQuota: async ({ serverId }) => isEqual((await ask.feedQuota(serverId)).spent.articles, 0),
  mayPostItems: ({ serverId }) => isEqual(ask.mayPostItems(serverId, anna.channelId), true),
  lookUpFeed: ofNobody,
  readFeedFile: ofNobody,
  // The order is that of a channel without topics.
  outlets: async ({ serverId }) => isEqual(ask.outlets(serverId, anna.channelId), await ask.outlets(serverId, '1')),
  channelOutlets: ({ serverId }) => isEqual(ask.channelOutlets(serverId, anna.channelId), []),
  subscriptions: ({ serverId }) => isEqual(ask.subscriptions(serverId), []),
  subscription: ({ serverId }) => isEqual(ask.subscription(serverId, anna.channelId), undefined),
  ownTopics: ({ serverId }) => ask.ownTopics(serverId),
  tryWords: ({ serverId }) => ask.tryWords(serverId, { all: ['annas'], any: [], not: [] }),
  mutes: ({ serverId }) => ask.mutes(serverId),
  status: ({ serverId }) => ask.status(serverId),
  server: async ({ serverId }) => isEqual((await ask.server(serverId)).logChannelId, undefined),
  languageIn: ({ serverId }) => isEqual(ask.languageIn(serverId, anna.channelId), undefined),
  exportSetup: ({ serverId }) => ask.exportSetup(serverId, () => 'annas channel'),
  alerts: ({ serverId }) => isEqual(ask.alerts(serverId), []),
  alert: ({ serverId }) => isEqual(ask.alert(serverId, anna.channelId), undefined),
  follows: ofMember,
  watchOf: ofMember,
  unseenSpan: ofMember,
  aboutMe: ofMember,
});

const changes = (change: Changes): Calls<Changes> => ({
  setAlert: (by) => change.setAlert(by, anna.channelId, { voices: 2 }),
  addFeedAtOnce: (by) => change.addFeedAtOnce(by, anna.channelId, anna.feedId, {}),
  postNewest: (by) => change.postNewest(by, anna.channelId),
  removeAlert: (by) => change.removeAlert(by, anna.channelId),
  rolePressed: ({ serverId }) => change.rolePressed(serverId, anna.channelId, '1'),
  rolesGone: ({ serverId }) => change.rolesGone((_, id) => id === '9990001', serverId),
  followInMessages: ({ userId }) => change.followInMessages({ userId, locale: 'en' }, mia.placeId, anna.card),
  followInThread: (by) => change.followInThread({ ...by, locale: 'en', interactionId: '2' }, anna.channelId, anna.card),
  unfollow: ({ userId }) => change.unfollow(userId, mia.placeId, anna.card.storyId),
  watch: ({ userId }) => change.watch({ userId, locale: 'en' }, mia.placeId, 'another'),
  unwatch: ({ userId }) => change.unwatch({ userId, locale: 'en' }),
  watchClosed: ({ userId }) => change.watchClosed(userId),
  caughtUp: ofMember,
  forgetMe: ({ userId }) => change.forgetMe(userId),
  subscribe: (by) => change.subscribe(by, anna.channelId, ['technology']),
  unsubscribe: (by) => change.unsubscribe(by, anna.channelId, 'world'),
  saveSettings: async (by) => {
    await expect(change.saveSettings(by, '1', {}, anna.channelId)).rejects.toThrow();
    return change.saveSettings(by, anna.channelId, { times: '09:00' });
  },
  giveAddress: (by) => change.giveAddress(by, anna.channelId),
  renewAddress: (by) => change.renewAddress(by, anna.channelId),
  endAddress: (by) => change.endAddress(by, anna.channelId),
  pause: (by) => change.pause(by, anna.channelId),
  resume: (by) => change.resume(by, anna.channelId),
  postNow: (by) => change.postNow(by, anna.channelId, '3'),
  channelGone: ({ serverId }) => change.channelGone(serverId, anna.channelId),
  splitOff: (by) => change.splitOff(by, anna.said),
  putBack: (by) => change.putBack(by, anna.said),
  mayMute: async (by) => isEqual((await change.mayMute(by, 'annasmute')).already, undefined),
  mute: (by) => change.mute(by, 'another'),
  unmute: (by) => change.unmute(by, 'annasmute'),
  setLogChannel: async (by) => {
    await change.setLogChannel(by, anna.channelId).catch(() => {});
    expect((await at.ask.server(by.serverId)).logChannelId).toBeUndefined();
  },
  mayTopic: (by) => change.mayTopic(by, { name: 'Other', words: { ...word, all: ['other'] } }, anna.topicId),
  createTopic: (by) => change.createTopic(by, 'Annas topic', word).then(() => {}),
  editTopic: (by) => change.editTopic(by, anna.topicId, { name: 'Other' }),
  deleteTopic: (by) => change.deleteTopic(by, anna.topicId),
  setOutlets: (by) => change.setOutlets(by, anna.channelId, [['lantern', 'muted']]),
  addFeed: (by) => change.addFeed(by, feed, anna.topicId),
  importFeeds: (by) => change.importFeeds(by, [{ url: feed.url, folders: [] }], anna.topicId),
  removeFeed: (by) => change.removeFeed(by, anna.feedId),
  serverJoined: ofDiscord,
  serverLocale: ofDiscord,
  serverAnnounces: ofDiscord,
  serverLeft: ofDiscord,
  serversPresent: ofDiscord,
  importSetup: (by) => change.importSetup(by, setup(), places()),
  undo: async (by) => {
    for (const undo of [anna.undo, anna.muted]) {
      await expect(change.undo(by, undo)).rejects.toThrow();
      // Tries an undo that claims to be of the server itself.
      await change.undo(by, { ...undo, serverId: by.serverId }).catch(() => {});
    }
  },
});

test('every question and change of the desk is in the lists below', () => {
  const { ask, change } = at;
  expect(Object.keys(questions(ask)).sort()).toEqual(Object.keys(ask).sort());
  expect(Object.keys(changes(change)).sort()).toEqual(Object.keys(change).sort());
});

describe.each([
  ['another server', () => bert],
  ['no server', () => ({ ...bert, serverId: '' })],
])('with Anna’s ids and the id of %s,', (_, by) => {
  const tried = async (call: Calls<Ask>[keyof Ask] | undefined): Promise<unknown> => {
    if (typeof call !== 'function') return undefined;
    try {
      return await call(by());
    } catch (error) {
      if ((error as Error).name === 'Refusal') return error;
      throw error;
    }
  };

  test.each(Object.keys(questions({} as Ask)) as (keyof Ask)[])(
    'the question %s shows nothing of hers',
    async (name) => {
      const shown = await tried(questions(at.ask)[name]);
      expect(JSON.stringify(shown) ?? '').not.toMatch(secrets);
    },
  );

  test.each(Object.keys(changes({} as Changes)) as (keyof Changes)[])(
    'the change %s changes nothing of hers',
    async (name) => {
      const before = stored();
      const shown = await tried(changes(at.change)[name]);
      expect(stored()).toEqual(before);
      expect(JSON.stringify(shown) ?? '').not.toMatch(secrets);
    },
  );
});
