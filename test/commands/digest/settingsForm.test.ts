import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { subscriptionQuestions } from '../../../src/desk/subscriptions.ts';
import { controlIn, controls, createScene, fieldsOf, instead, isForOne, read, sceneForAll } from '../scene.ts';

const at = await sceneForAll();
beforeEach(async () => {
  at.enterServer();
  await at.run('subscribe', { topic: 'world' });
});

const openButton = (channelId = at.channelId) => `digest:settings:${channelId}`;
const change = async () => at.pressForm(await at.run('digest settings'), openButton());
const schedule = async () => (await at.ask.subscription(at.serverId, at.channelId))?.schedule;

describe('the form of a channel’s settings', () => {
  test('shows the current values, and changes only the fields that were changed, with Undo', async () => {
    const before = await schedule();
    const form = await change();
    expect(form.modal.title).toBe('Digest of #front-page');
    expect(fieldsOf(form)).toEqual({ times: '08:00', days: 'every day', zone: 'New York', stories: ['8'], more: [] });
    // Another admin changes something while the form is open.
    await at.change.saveSettings(at.by, at.channelId, { times: '9' });
    const card = await at.submit(form, { days: 'weekdays', zone: 'Berlin', more: ['style', 'thread'] });
    expect(read(card)).toMatch(
      /^Saved: \*Days\* every day → \*\*Monday to Friday\*\* · \*Time zone\* .* → \*\*Berlin time\*\* · \*Headlines only\* no → \*\*yes\*\* · \*A thread .*\* no → \*\*yes\*\*$/m,
    );
    expect(await schedule()).toEqual({
      ...before,
      times: ['09:00'],
      days: [1, 2, 3, 4, 5],
      zone: 'Europe/Berlin',
      style: 'compact',
      thread: 'on',
    });
    const again = await at.submit(await change(), { more: ['thread'], stories: ['4'] });
    expect(read(again)).toMatch(
      /^Saved: \*Length\* 8 stories → \*\*4 stories\*\* · \*Headlines only\* yes → \*\*no\*\*$/m,
    );
    await at.press(again, controlIn(again, ':undo:'));
    expect(await schedule()).toMatchObject({ style: 'compact', thread: 'on' });
  });

  test('replaces the card that it was opened from, and says if nothing was changed', async () => {
    const card = await at.run('digest settings');
    const after = await at.submit(await at.pressForm(card, openButton()), {});
    expect(after.id).toBe(card.id);
    expect(read(after)).toContain('Nothing changed: these settings were already in place.');
    expect(controlIn(after, ':undo:')).toBe('');
  });

  test('submitted twice, changes once', async () => {
    const form = await change();
    const [first, second] = await Promise.all([at.submit(form, { times: '7' }), at.submit(form, { times: '7' })]);
    expect([read(first), read(second)].filter((said) => said.includes('Nothing changed'))).toHaveLength(1);
    expect(await schedule()).toMatchObject({ times: ['07:00'] });
  });

  test('refused, offers itself again with all that was typed', async () => {
    const typed = { times: '25 o’clock', days: 'weekends', stories: ['9'], more: ['quiet'] };
    const refused = await at.submit(await change(), typed);
    expect(isForOne(refused)).toBe(true);
    expect(read(refused)).toContain('25 o’clock');
    const again = await at.pressForm(refused, controlIn(refused, 'digest:settings:'));
    expect(fieldsOf(again)).toEqual({ ...typed, zone: 'New York' });
    const saved = await at.submit(again, { times: '20:30' });
    expect(read(saved)).toContain('*Time of day* 08:00 → **20:30**');
    expect(await schedule()).toMatchObject({ times: ['20:30'], days: [6, 7], stories: 9, quiet: 'post' });
  });

  test('taken back, takes the zone’s guess for the next channel back, too', async () => {
    const guess = async () => (await at.ask.server(at.serverId)).zone;
    const [before, guessed] = [await schedule(), await guess()];
    const card = await at.submit(await change(), { times: '20.30', zone: 'Tokyo', more: ['quiet'] });
    expect(read(card)).toContain('*Post on a day without stories, too* no → **yes**');
    expect(await guess()).toBe('Asia/Tokyo');
    expect(read(await at.press(card, controlIn(card, ':undo:')))).toBe('Undone: everything is as it was before.');
    expect(await schedule()).toEqual(before);
    expect(await guess()).toBe(guessed);
  });

  test('says for every field that can’t be read what to type in its place, or which city was meant', async () => {
    const said = read(await at.submit(await change(), { times: 'noonish', days: 'monthly', zone: 'Narnia' }));
    expect(said).toContain('“noonish” isn’t a time. Write one like 8, 8am, 08:00 or 20.30; separate several');
    expect(said).toContain('“monthly”');
    expect(said).toContain('no time zone “Narnia”. Type a city or a country, such as Berlin, New York or Japan.');
    const meant = 'Did you mean **Berlin**? Type it like that. Nothing was changed.';
    expect(read(await at.submit(await change(), { zone: 'Berln' }))).toContain(meant);
  });

  test('is opened by the button below /subscribe', async () => {
    const { modal } = await at.pressForm(await at.run('subscribe', { topic: 'technology' }), openButton());
    expect(modal.title).toBe('Digest of #front-page');
  });

  test('is in the member’s language, in which cities are typed', async () => {
    at.server.setup.changeUser(at.admin, { locale: 'de' });
    onTestFinished(() => at.server.setup.changeUser(at.admin, { locale: 'en-US' }));
    const form = await change();
    expect(form.modal.title).toBe('Überblick für #front-page');
    expect(fieldsOf(form)).toMatchObject({ days: 'jeden Tag' });
    expect(read(await at.submit(form, { days: 'werktags', zone: 'Mailand' }))).toContain('Montag bis Freitag');
    expect(await schedule()).toMatchObject({ days: [1, 2, 3, 4, 5], zone: 'Europe/Rome' });
  });

  test('publishing is a box in announcement channels only', async () => {
    const news = at.server.setup.addChannel(at.serverId, { name: 'news', kind: 'announcement' }).id;
    await at.run('subscribe', { topic: 'world', channel: news });
    const form = await at.pressForm(await at.run('digest settings', { channel: news }), openButton(news));
    expect(fieldsOf(form)).toMatchObject({ more: ['crosspost'] });
    const published = '*Publish digests to the servers that follow this channel* yes → **no**';
    expect(read(await at.submit(form, { more: [] }))).toContain(published);
  });
});

test('who may change settings by the form is checked again when it is submitted', async () => {
  const manager = at.server.setup.addUser({ name: 'Mo' }).id;
  at.server.setup.addMember(at.serverId, manager, { permissions: ['ManageGuild'] });
  const card = await at.run('digest settings', {}, manager);
  const form = await at.pressForm(card, openButton(), undefined, manager);
  at.server.setup.addMember(at.serverId, manager);
  expect(read(await at.submit(form, { times: '7' }, manager))).toContain('Manage Server');
  expect(await schedule()).toMatchObject({ times: ['08:00'] });
});

describe('a form that opens late or whose answer is lost', () => {
  test('is offered by a button after a deferral', async () => {
    const slow = await createScene({ promiseAfterMs: 0 });
    await slow.run('subscribe', { topic: 'world' });
    const card = await slow.run('digest settings');
    const { subscription } = slow.desk.app.desk.use(subscriptionQuestions);
    const { promise, resolve } = Promise.withResolvers<void>();
    instead(slow, subscriptionQuestions, { subscription: (...asked) => promise.then(() => subscription(...asked)) });
    slow.server.on((event) => {
      if (event.type === 'interaction' && event.life.acknowledged) resolve();
    });
    const late = await slow.press(card, openButton(slow.channelId));
    expect(read(late)).toContain('That took too long for Discord to open the form');
    expect(controls(late)).toEqual([openButton(slow.channelId)]);
  });

  test.each(['500-after-commit', 'reset-after-commit', 500, 'reset'] as const)('opens once after %s', async (how) => {
    const card = await at.run('digest settings');
    const sent = () => at.server.requests.list('POST', /\/callback$/).length;
    const [before, logged] = [sent(), at.log.length];
    at.server.fail({ path: /\/callback$/, how });
    const form = await at.pressForm(card, openButton());
    await expect.poll(sent).toBe(before + 2);
    at.server.fail({ path: /\/callback$/, how });
    expect(read(await at.submit(form, { times: '7' }))).toContain('*Time of day* 08:00 → **07:00**');
    expect(at.log.slice(logged).filter(({ level }) => level !== 'debug')).toEqual([]);
  });
});
