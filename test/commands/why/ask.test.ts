import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, newsInBoth, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';

const at7 = firstDay + 7 * hour;

/** A desk whose channel gets only World, at eight UTC. */
async function openWorld(): Promise<TestDesk> {
  const at = await openDesk({ before: newsInBoth, digest: { topics: ['world'], zone: 'UTC' } });
  return at;
}

/** An article about a separate event. */
const news = (subject: string, detail: string) => ({
  title: `${subject} seen above Orn by gardeners`,
  paragraphs: [
    `A ${subject.toLowerCase()} with a long ${detail} was seen above Orn by gardeners on their way home on Tuesday.`,
    `Nobody in Orn had seen a ${subject.toLowerCase()} since the year in which the ${detail} was measured for the first time.`,
  ],
});

const why = (at: TestDesk, query: string, more: { channelId?: string; serverId?: string } = {}) =>
  at.ask.whyInDigest(query, { serverId: at.serverId, channelId: at.channelId, ...more });

const standing = async (at: TestDesk, query: string) => {
  const found = await why(at, query);
  return found.kind === 'standing' ? found.standing : expect.fail(found.kind);
};

test('for a story in the digest, the answer comes from the stored digest, with its points', async () => {
  const at = await openWorld();
  expect(await why(at, 'ferry')).toEqual({ kind: 'no-digest' });
  await at.to(0, '08:00');
  expect(at.posted()).toHaveLength(1);
  const found = await standing(at, 'moose train');
  expect(found).toMatchObject({
    story: { title: expect.stringContaining('Moose') },
    stood: { where: 'place', number: expect.any(Number) },
    digest: { localDate: '2026-11-24' },
    url: expect.stringContaining(at.messages()[0]?.id ?? '-'),
    importance: { leadingOutlets: 1, articles: 0 },
  });
  expect(found.why).toBeUndefined();
  expect(found.digest.places.length).toBeGreaterThan(1);
  // Later reports don't change the answer.
  at.sites[1]?.feed('/world.xml', [itemOf(events.moose[0], '/moose', at.now)]);
  await at.skip(hour);
  expect(await standing(at, 'moose train')).toMatchObject({ stood: found.stood, importance: found.importance });
});

test('the answer says if a story has a muted word, belongs to another topic, or came too late', async () => {
  const at = await openWorld();
  await at.change.mute(at.by, 'moose', undefined);
  await at.to(0, '08:00');
  expect(at.posted().join()).not.toContain('oose');
  expect(await standing(at, 'moose')).toMatchObject({ why: { kind: 'muted', word: 'moose' } });
  expect(await standing(at, events.phones[0].title)).toMatchObject({ why: { kind: 'other-topic' } });
  expect((await standing(at, 'moose')).stood).toBeUndefined();
  await at.change.unmute(at.by, 'moose');
  expect(await standing(at, 'moose')).toMatchObject({ why: { kind: 'beaten' } });
  at.sites[2]?.feed('/world.xml', [itemOf(news('Comet', 'tail'), '/c', at.now + hour)]);
  await at.skip(2 * hour);
  const late = await standing(at, 'comet');
  expect(late.why?.kind).toBe('after');
});

test('the answer says if the channel got the story the day before, or if it is old, or no news', async () => {
  const at = await openWorld();
  await at.to(0, '08:00');
  const quiz = { title: 'Quiz: how well do you know your operas?', paragraphs: ['Test yourself.'] };
  at.list(0, { '/l': news('Lantern', 'wick'), '/quizzes/operas': quiz }, at7 + 20 * hour);
  await at.to(1, '08:00');
  expect(at.posted().length).toBeGreaterThan(1);
  const told = await standing(at, 'moose train');
  expect(told.digest.localDate).toBe('2026-11-25');
  expect(told.why).toMatchObject({
    kind: 'told',
    told: { messageUrl: expect.stringContaining(at.messages()[0]?.id ?? '-') },
  });
  const other = await standing(at, events.phones[0].title);
  expect(other.why).toMatchObject({ kind: 'before' });
  expect((await standing(at, 'quiz operas')).why).toEqual({ kind: 'no-news' });
});

test('only for the server’s own channel, and for words that name one story', async () => {
  const at = await openWorld();
  await at.to(0, '08:00');
  const other = at.server.setup.addGuild({ name: 'Other' }).id;
  expect(await why(at, 'ferry', { serverId: other })).toEqual({ kind: 'no-digest' });
  expect(await why(at, 'ferry', { channelId: '1' })).toEqual({ kind: 'no-digest' });
  expect(await why(at, 'xyzzy')).toEqual({ kind: 'unknown', nearest: [] });
  const near = await why(at, 'ferry xyzzy');
  expect(near.kind === 'unknown' && near.nearest.length).toBeGreaterThan(0);
});

test('/why answers over the wire', async () => {
  const at = await openWorld();
  await at.to(0, '08:00');
  const life = at.server.acts.run({
    user: at.admin,
    channel: at.channelId,
    command: 'why',
    options: { query: 'moose' },
  });
  const shown = await life.shown;
  const words = JSON.stringify(shown.kind === 'message' && shown.message.components);
  expect(words).toMatch(/It was \d\w\w of \d in the \[digest of Tuesday 24 November\]/);
  expect(words).toContain('points:');
});
