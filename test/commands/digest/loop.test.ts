import { expect, test } from 'vitest';
import { headlinesCard } from '../../../src/discord/cards/headlines.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { clockOf, minute, newsInBoth, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { renderOne, textsOf } from '../../discord/digestFixture.ts';
import { subscribed } from '../../outbox/scene.ts';

const [chess] = events.chess;
const [moose] = events.moose;
const [, water] = events.water;

const titlesOf = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\*\*\d · \[([^\]]+)\]/g)].map((match) => match[1]);

test('after two missed slots, the second digest begins where the first one ended', async () => {
  const at = await subscribed();
  await at.change.saveSettings(at.by, at.channelId, { zone: 'UTC', times: '08:00, 09:00' });
  await at.to(0, '08:00');
  await at.to(0, '09:00');
  at.list(0, { '/chess': chess }, clockOf(1, '06:00'));
  await at.to(1, '06:30');
  // Lede is away until three minutes after the second slot of the day.
  await at.to(1, '09:03');
  await at.skip(minute);
  const windows = at.rows<{ start: number; end: number }>(
    'select window_start as start, window_end as end from deliveries order by local_date, ordinal',
  );
  expect(windows).toHaveLength(4);
  expect(windows[3]?.start).toBe(windows[2]?.end);
});

test('a posted story comes back as an update with a new headline and sentence', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  const { title, paragraphs } = events.ferryLater;
  // A single outlet would not be enough.
  at.list(1, { '/offer': events.ferryLater }, clockOf(0, '20:00'));
  at.list(2, { '/offer': { title: `Soundline ferries: ${title}`, paragraphs: [] } }, clockOf(0, '20:00'));
  await at.to(0, '20:30');
  await at.to(1, '08:00');
  const second = at.posted()[1] ?? '';
  expect(titlesOf(second)).toEqual([title]);
  expect(second).toContain('-# **Update** · yesterday: “');
  expect(second).toContain(paragraphs[0]);
  const before = at.rows<{ sentences: string }>("select sentences from told where delivery_id like '%11-24#0'");
  for (const { text } of before.flatMap(({ sentences }) => JSON.parse(sentences))) expect(second).not.toContain(text);
});

test('what an article already said before the digest is no update, even if the digest did not quote it', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  // The first report already said this before the digest, but the digest quoted another outlet.
  expect(at.posted()[0]).not.toContain('broke down');
  const said = (title: string) => ({ '/talks': { title, paragraphs: [] } });
  at.list(0, said('Nine hundred deckhands strike after talks broke down'), clockOf(0, '09:00'));
  at.list(2, said('Talks broke down: nine hundred deckhands strike'), clockOf(0, '09:00'));
  await at.to(0, '12:00');
  await at.to(1, '08:00');
  expect(titlesOf(at.posted()[1])).toEqual([]);
});

test('muted words hide a story in any inflection, until they expire', async () => {
  const at = await subscribed();
  await at.change.mute(at.by, 'Deckhand', 1);
  await at.change.mute(at.by, 'chess', undefined);
  await at.to(0, '08:00');
  expect(at.posted()[0]).not.toMatch(/deckhand/i);
  expect(titlesOf(at.posted()[0])).toHaveLength(2);
  at.list(2, { '/f': events.ferryLater, '/c': chess }, clockOf(1, '09:00'));
  await at.to(1, '12:00');
  await at.to(2, '08:00');
  expect(at.posted().at(-1)).toMatch(/deckhand/i);
  expect(at.posted().at(-1)).not.toMatch(/chess/i);
});

test('stories of a requested digest are not repeated the next morning', async () => {
  const at = await subscribed();
  await at.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  expect(titlesOf(at.posted()[0])).toHaveLength(3);
  await at.to(0, '08:00');
  expect(at.posted()[1]).toContain('A quiet day');
});

test('an outlet that is asked once a day counts as answering', async () => {
  const at = await openDesk({
    settings: { pollGapMsMax: undefined },
    sites: ['Harbour Post'],
    before: newsInBoth,
    digest: { topics: ['world'], quiet: 'post' },
  });
  await at.to(1, '06:30');
  await at.to(1, '08:00');
  expect(at.posted().at(-1)).toContain('A quiet day');
  expect(at.posted().at(-1)).not.toContain('answered');
});

test('before a weekly channel’s first digest, the preview shows what that digest will contain', async () => {
  // Tuesday; the first digest comes on Friday.
  const at = await openDesk({ digest: { topics: ['world'], days: 'Fri', zone: 'UTC', times: '08:00' } });
  at.list(0, { '/ferry': events.ferry[0] }, clockOf(0, '10:00'));
  at.list(1, { '/water': water }, clockOf(0, '10:00'));
  await at.to(0, '11:00');
  await at.to(3, '07:55');
  const preview = await at.ask.previewDigest(at.channelId, at.serverId);
  expect(preview.places).toHaveLength(2);
  await at.to(3, '08:00');
  for (const { title } of preview.places) expect(at.posted()[0]).toContain(title);
});

test('a preview shows what a post then sends, also after the day’s digest', async () => {
  const at = await openDesk({ news: [{ '/moose': moose }, { '/water': water }], digest: { topics: ['world'] } });
  await at.to(0, '08:00');
  at.now += 5 * minute;
  const preview = await at.ask.previewDigest(at.channelId, at.serverId);
  await at.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  expect(at.posted()[1]).toContain(moose.title);
  const { payload } = renderOne(preview, { deliveryKey: 'x', pictures: true });
  expect(textsOf(payload)).toEqual(textsOf(at.messages()[1]));
});

test('a requested digest in a weekly channel contains the news since its last one', async () => {
  const at = await openDesk({
    news: [{ '/moose': moose }],
    digest: { topics: ['world'], days: 'Tue', zone: 'UTC', times: '08:00' },
  });
  await at.to(0, '08:00');
  at.list(1, { '/water': water }, clockOf(1, '09:00'));
  await at.to(1, '10:00');
  await at.to(3, '12:00');
  expect(await at.change.postNow(at.by, at.channelId, '1')).toEqual({ empty: false });
  await at.drain();
  expect(at.posted()[1]).toContain(water.title);
  expect(at.posted()[1]).not.toContain(moose.title);
});

/** More words than may be quoted publicly from an article, as in a court report or an obituary. */
const longLead = `The supreme court of Vennmark decided on Monday that the owners of the wind farms at ${'Holm, Berg, '.repeat(30)}must be paid back.`;
const title = 'Supreme court orders ministry to pay back wind farm owners';
const short =
  'The ministry of energy said on Monday that it would pay 190 million crowns to the wind farm owners in Vennmark.';

test.each([
  ['a shorter sentence of the article stands under its headline', [longLead, short], short],
  ['the lead does where the article has no other sentence', [longLead], longLead],
])('of a lead longer than 60 words %s', async (_, paragraphs, quoted = '') => {
  const [first, second] = events.ferry;
  const at = await openDesk({
    news: [{ '/ferry': first }, { '/ferry': second }, { '/ruling': { title, paragraphs } }],
    digest: { topics: ['world'] },
  });
  const headlines = await at.ask.headlines({ serverId: at.serverId }, undefined, 'today');
  const options = { texts: textsFor('en-GB'), topicId: undefined } as const;
  await at.to(0, '08:00');
  for (const text of [at.posted()[0], textsOf(headlinesCard(headlines, options)).join('\n')]) {
    expect(text).toContain(title);
    expect(text).toContain(quoted);
    expect(text).toContain('Lantern');
    expect(text?.includes(longLead)).toBe(quoted === longLead);
  }
});
