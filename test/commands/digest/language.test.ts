import { expect, test } from 'vitest';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { catalogues } from '../../../src/discord/texts/texts.ts';
import { subtagOf } from '../../../src/engine/languages/subtag.ts';
import { spokenLanguages } from '../../../src/schedule/languages.ts';
import { hour, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { corrected } from '../../desk/harbourPost.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { morning, subscribed } from '../../outbox/scene.ts';
import { controlIn } from '../scene.ts';

/** Too long to be quoted, so that Lede describes it in its own words. */
const line =
  'An earlier version of this article gave the wrong number of deckhands who are on strike in the harbour of Brannick, the wrong name of the union that speaks for them, and the wrong quay from which no ferry left today, and said that the mail boat sails at noon, which it does on Sundays and in the week of the harbour fair alone.';

const localeOf = async (at: TestDesk) => (await at.ask.previewDigest(at.channelId, at.serverId)).locale;

const press = (at: TestDesk, card: WireMessage, action: string) => at.press(card, controlIn(card, `${action}:`));

/** Shares the only story, and returns its card. */
async function share(at: TestDesk, channel = at.channelId): Promise<WireMessage> {
  const [{ id } = { id: '' }] = at.rows<{ id: string }>('select id from stories');
  const card = await at.run('story', { query: id }, at.admin, channel);
  await press(at, card, 'story:share');
  return card;
}

test('the languages that a channel can choose are those that Lede has texts for', () => {
  const spoken = new Set(catalogues.map(({ discordLocale }) => subtagOf(discordLocale)));
  expect([...spoken]).toEqual(spokenLanguages);
});

test('on an English server only the German channel’s digest and its later edit are German', async () => {
  const at = await subscribed();
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  await at.change.subscribe(at.by, other, ['world']);
  await at.change.saveSettings(at.by, at.channelId, { thread: 'on' });
  expect(await at.say('digest settings', { language: 'de' })).toContain('· Lede writes in German ·');
  await at.to(0, '08:00');
  const [message] = at.messages();
  expect(at.posted()[0]).toContain('## Dienstag, 24. November');
  expect(JSON.stringify(message)).toContain('Meldung öffnen (siehst nur du)');
  expect(at.server.world.channels.get(message?.id ?? '')?.name).toBe('Dienstag, 24. November');
  expect(at.posted(other)[0]).toContain('## Tuesday 24 November');
  // Posted messages stay in the language in which they were posted.
  await at.change.saveSettings(at.by, at.channelId, { language: 'en' });
  at.list(1, { '/ferry': corrected(events.ferry[1], line), '/water': events.water[1] }, morning);
  await at.to(0, '09:00');
  expect(at.posted()[0]).toContain('**Korrigiert** von [Courier]');
  expect(at.posted()[0]).toContain('## Dienstag, 24. November');
  expect(at.posted(other)[0]).toContain('**Corrected** by [Courier]');
});

test('a channel of German stories is German by itself until a language is chosen, which Undo and set-up files keep', async () => {
  const at = await subscribed();
  const server = await localeOf(at);
  expect(server).toBe('en-GB');
  await at.change.saveSettings(at.by, at.channelId, { languages: 'German' });
  expect(await localeOf(at)).toBe('de');
  const exported = await at.ask.exportSetup(at.serverId, () => 'front-page');
  expect(exported.channels[0]?.settings).not.toHaveProperty('language');
  await at.change.saveSettings(at.by, at.channelId, { language: 'fr' });
  expect(await localeOf(at)).toBe('fr');
  await at.restart();
  const place = { id: at.channelId, isForum: false, isAnnouncement: false, mayThread: true };
  const { undo } = await at.change.importSetup(at.by, exported, new Map([[at.channelId, place]]));
  expect(await localeOf(at)).toBe('de');
  await at.change.undo(at.by, undo);
  expect(await localeOf(at)).toBe('fr');
  for (const [languages, locale] of Object.entries({ German: 'de', 'German, English': server, Finnish: server })) {
    await at.change.saveSettings(at.by, at.channelId, { languages, language: 'auto' });
    expect(await localeOf(at), languages).toBe(locale);
  }
});

test('alerts of a German channel are German, and stay so as newsrooms join; a card opened by a member is in the member’s language', async () => {
  const digest = { topics: ['world'], language: 'de' };
  const at = await openDesk({ startsAt: '09:00', before: quietMorning, digest });
  await at.change.setAlert(at.by, at.channelId, { voices: 2 });
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  expect(at.posted()[0]).toContain('### 2 Redaktionen berichten unabhängig voneinander');
  at.report(2, events.ferry[2], '/ferry');
  await at.skip(hour / 2);
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain('### 3 Redaktionen berichten unabhängig voneinander');
  const card = await share(at);
  expect(JSON.stringify(card)).toContain('Who reported?');
  expect(at.posted()[1]).toContain('Geteilt von');
  await press(at, await press(at, card, 'story:follow'), 'following:thread');
  await at.skip(minute);
  expect(at.posted()[2]).toContain('Im Blick: ');
  await at.skip(hour);
  await at.confirm(events.offers, '/offer');
  expect(at.posted(at.messages()[2]?.id)[0]).toContain('Update zu');
});

test('a forum with German alerts is German in posts, replies and shared cards', async () => {
  const at = await openDesk({ server: { settings: { nonceMs: 0 } }, before: quietMorning });
  const forum = at.server.setup.addChannel(at.serverId, { name: 'stories', kind: 'forum' }).id;
  const set = await at.say('alerts set', { channel: forum, voices: 2, language: 'de' });
  expect(set).toContain('Lede writes them in German.');
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  const [post] = [...at.server.world.channels.values()].filter(({ parentId }) => parentId === forum);
  expect(at.posted(post?.id)[0]).toContain('### 2 Redaktionen berichten unabhängig voneinander');
  expect(JSON.stringify(at.messages(post?.id)[0])).toContain('"Folgen"');
  await at.skip(hour);
  await at.confirm(events.offers, '/offer');
  expect(at.posted(post?.id)[1]).toContain('Update zu');
  await share(at, post?.id);
  expect(at.posted(post?.id)[2]).toContain('Geteilt von');
  const file = await at.ask.exportSetup(at.serverId, () => 'stories');
  expect(file.alerts).toMatchObject([{ id: forum, language: 'de' }]);
  await at.run('alerts set', { channel: forum, voices: 2 });
  const place = { id: forum, isForum: true, isAnnouncement: false, mayThread: true };
  await at.change.importSetup(at.by, file, new Map([[forum, place]]));
  expect((await at.ask.exportSetup(at.serverId, () => 'stories')).alerts).toEqual(file.alerts);
});
