import { expect, test } from 'vitest';
import { features } from '../../../commands/features.ts';
import { deliveriesCard, deliveryQuestions, type LoggedDelivery } from '../../../commands/status/command.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { firstDay, hour, minute, type TestDesk, wait } from '../../desk/desk.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { textsOf } from '../../discord/digestFixture.ts';
import { always, failPosts, forbidden, refused, subscribed, withNews } from '../../outbox/scene.ts';

const said = (deliveries: readonly LoggedDelivery[], locale = 'en-GB') =>
  textsOf(deliveriesCard(deliveries, textsFor(locale))).join('\n');
const logOf = (at: TestDesk, serverId = at.serverId) => at.app.desk.use(deliveryQuestions).deliveries(serverId);

test('each message of a server’s channels is listed with its link, newest first', async () => {
  const at = await withNews();
  await at.to(0, '08:00');
  await at.skip(hour);
  await at.change.postNow(at.by, at.channelId, '1');
  await at.skip(minute);
  const log = await logOf(at);
  const url = (nth: number) => `https://discord.com/channels/${at.serverId}/${at.channelId}/${at.messages()[nth]?.id}`;
  expect(log).toMatchObject([
    { kind: 'asked', state: 'sent', url: url(1), retries: 0 },
    { kind: 'daily', state: 'sent', url: url(0), retries: 0 },
  ]);
  expect(said(log)).toContain(`**Digest** in <#${at.channelId}> · [posted](${url(0)})`);
  expect(await logOf(at, 'another')).toEqual([]);
});

test('a message that waits says why, how often it was tried, and when it is tried next; later that it was too late', async () => {
  const at = await withNews();
  failPosts(at, forbidden, always);
  await at.to(0, '08:00');
  await wait(at, 25 * minute);
  const [waiting] = await logOf(at);
  expect(waiting).toMatchObject({ state: 'pending', problem: 'missing-permission' });
  expect(waiting?.retries).toBeGreaterThan(0);
  expect(said(waiting ? [waiting] : [])).toMatch(
    /⚠️ .* · waiting · \d+ retr\S+ · next try <t:\d+:R>\n-# Lede isn’t allowed to post there/,
  );
  await wait(at, 4 * hour);
  const [expired] = await logOf(at);
  expect(expired).toMatchObject({ state: 'expired', problem: 'missing-permission' });
  expect(said(expired ? [expired] : [])).toMatch(/· not posted in time · .*\n-# Lede isn’t allowed to post there/);
});

test('what Discord rejects is listed with its words, which link, mention and format nothing', async () => {
  const at = await withNews();
  failPosts(at, { ...refused, message: '@everyone **[x](https://evil.example)**' }, always);
  await at.to(0, '08:00');
  await wait(at, 5 * minute);
  const words = said(await logOf(at));
  expect(words).toContain('rejected by Discord');
  expect(words).toContain('\\@everyone \\*\\*\\[x\\]');
});

test('slots without a digest are listed: a quiet day, and those that Lede missed', async () => {
  const at = await subscribed(['world'], quietMorning);
  await at.change.saveSettings(at.by, at.channelId, { quiet: 'skip' });
  await at.to(0, '08:00');
  await at.to(3, '12:00');
  const log = await logOf(at);
  expect(log).toMatchObject([
    { state: 'late', count: 3, dueAt: firstDay + 32 * hour },
    { state: 'quiet', count: 1, dueAt: firstDay + 8 * hour },
  ]);
  expect(said(log)).toContain('3 digests not posted: Lede was offline');
  expect(said(log)).toContain('skipped: a day without stories');
});

test('twenty deliveries with long reasons fit into one message, and the newest keep theirs', () => {
  const one: LoggedDelivery = {
    dueAt: firstDay,
    channelId: '1'.repeat(19),
    kind: 'daily',
    state: 'pending',
    count: 1,
    retries: 12,
    nextTryAt: firstDay,
    problem: 'missing-permission',
  };
  for (const locale of ['en-GB', 'de']) {
    const words = said(Array(20).fill(one), locale);
    expect(words.length).toBeLessThanOrEqual(4_000);
    expect(words.match(/<t:/g)).toHaveLength(40);
    expect(words).toContain(textsFor(locale).errors.reasons['missing-permission']);
  }
  expect(said([])).toContain('Nothing was due');
});

test('each kind of delivery that a feature sends has a name', async () => {
  const kinds = features.flatMap(({ deliveries = [] }) => deliveries.map(({ name }) => name));
  for (const locale of ['en-GB', 'de'])
    expect(Object.keys(textsFor(locale).status.deliveries.kinds).sort()).toEqual(kinds.toSorted());
});
