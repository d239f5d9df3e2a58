import { expect, test } from 'vitest';
import { renderDigest } from '../../../commands/digest/card.ts';
import { headlinesCard } from '../../../src/discord/cards/headlines.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { day, firstDay, hour, itemOf, minute, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { textsOf } from '../../discord/digestFixture.ts';
import { morning, subscribed } from '../../outbox/scene.ts';

const titlesOf = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\*\*\d · \[([^\]]+)\]/g)].map((match) => match[1]);

test('after two missed slots, the second digest begins where the first one ended', async () => {
  const at = await subscribed();
  await at.change.saveSettings(at.by, at.channelId, { zone: 'UTC', times: '08:00, 09:00' });
  await at.to(0, '08:00');
  await at.to(0, '09:00');
  at.sites[0]?.feed('/world.xml', [itemOf(events.chess[0], '/chess', firstDay + 30 * hour)]);
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
  const { title } = events.ferryLater;
  // A single outlet would not be enough.
  at.sites[1]?.feed('/world.xml', [itemOf(events.ferryLater, '/offer', firstDay + 20 * hour)]);
  at.list(2, { '/offer': { title: `Soundline ferries: ${title}`, paragraphs: [] } }, firstDay + 20 * hour);
  await at.to(0, '20:30');
  await at.to(1, '08:00');
  const second = at.posted()[1] ?? '';
  expect(titlesOf(second)).toEqual([events.ferryLater.title]);
  expect(second).toContain('-# **Update** · yesterday: “');
  expect(second).toContain(events.ferryLater.paragraphs[0]);
  for (const { sentences } of at.rows<{ sentences: string }>(
    'select sentences from told where delivery_id like ?',
    '%11-24#0',
  )) {
    for (const { text } of JSON.parse(sentences) as { text: string }[]) expect(second).not.toContain(text);
  }
});

test('what an article already said before the digest is no update, even if the digest did not quote it', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  // The first report already said this before the digest, but the digest quoted another outlet.
  const titles = [
    'Nine hundred deckhands strike after talks broke down',
    'Talks broke down: nine hundred deckhands strike',
  ];
  expect(at.posted()[0]).not.toContain('broke down');
  for (const [nth, title] of titles.entries()) {
    at.sites[2 * nth]?.feed('/world.xml', [itemOf({ title, paragraphs: [] }, '/talks', firstDay + 9 * hour)]);
  }
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
  at.list(2, { '/f': events.ferryLater, '/c': events.chess[0] }, firstDay + day + 9 * hour);
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
    before: ([post]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
      post?.feed('/tech.xml', [itemOf(events.phones[0], '/phones', morning)]);
    },
    digest: { topics: ['world'], quiet: 'post' },
  });
  await at.to(1, '06:30');
  await at.to(1, '08:00');
  expect(at.posted().at(-1)).toContain('A quiet day');
  expect(at.posted().at(-1)).not.toContain('answered');
});

test('before a weekly channel’s first digest, the preview shows what that digest will contain', async () => {
  const at = await openDesk();
  await at.change.subscribe(at.by, at.channelId, ['world']);
  // Tuesday; the first digest comes on Friday.
  await at.change.saveSettings(at.by, at.channelId, { days: 'Fri', zone: 'UTC', times: '08:00' });
  await at.drain();
  at.sites[0]?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 10 * hour)]);
  at.sites[1]?.feed('/world.xml', [itemOf(events.water[1], '/water', firstDay + 10 * hour)]);
  await at.to(0, '11:00');
  await at.to(3, '07:55');
  const preview = await at.ask.previewDigest(at.channelId, at.serverId);
  expect(preview.places).toHaveLength(2);
  await at.to(3, '08:00');
  for (const { title } of preview.places) expect(at.posted()[0]).toContain(title);
});

test('a preview shows what a post then sends, also after the day’s digest', async () => {
  const at = await openDesk({
    news: [{ '/moose': events.moose[0] }, { '/water': events.water[1] }],
    digest: { topics: ['world'] },
  });
  await at.to(0, '08:00');
  at.now += 5 * 60_000;
  const { payloads } = renderDigest(await at.ask.previewDigest(at.channelId, at.serverId), {
    deliveryKey: 'x',
    pictures: true,
  });
  await at.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  expect(at.posted()).toHaveLength(2);
  expect(at.posted()[1]).toContain(events.moose[0].title);
  expect(textsOf(payloads[0]).join()).toBe(textsOf(at.messages()[1]).join());
});

test('a requested digest in a weekly channel contains the news since its last one', async () => {
  const at = await openDesk({
    news: [{ '/moose': events.moose[0] }],
    digest: { topics: ['world'], days: 'Tue', zone: 'UTC', times: '08:00' },
  });
  await at.to(0, '08:00');
  at.sites[1]?.feed('/world.xml', [itemOf(events.water[1], '/water', firstDay + day + 9 * hour)]);
  await at.to(1, '10:00');
  await at.to(3, '12:00');
  expect(await at.change.postNow(at.by, at.channelId, '1')).toEqual({ empty: false });
  await at.drain();
  expect(at.posted()[1]).toContain(events.water[1]?.title);
  expect(at.posted()[1]).not.toContain(events.moose[0].title);
});

/** A sentence of 66 words, as in a court report or an obituary: more than may be quoted publicly from an article. */
const longLead =
  'The supreme court of Vennmark decided on Monday after a hearing of nine months that the owners of the seventeen wind farms along the northern coast, who had sued the ministry of energy and the two grid companies over the rules for the sale of power in the winters of the past three years, must be paid back one hundred and ninety million crowns with interest by the end of March next year.';
const title = 'Supreme court orders ministry to pay back wind farm owners';
const short =
  'The ministry of energy said on Monday that it would pay 190 million crowns to the wind farm owners in Vennmark.';

test.each([
  ['a shorter sentence of the article stands under its headline', [longLead, short], short],
  ['the lead does where the article has no other sentence', [longLead], longLead],
])('of a lead longer than 60 words %s', async (_, paragraphs, quoted = '') => {
  const at = await openDesk({
    before: ([post, courier, lantern]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
      courier?.feed('/world.xml', [itemOf(events.ferry[1], '/ferry', morning)]);
      lantern?.feed('/tech.xml', [itemOf({ title, paragraphs }, '/ruling', morning)]);
    },
    digest: { topics: ['world', 'technology'] },
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
