import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { statusQuestions } from '../../../src/desk/status.ts';
import { subscriptionQuestions } from '../../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../../src/desk/typedWords.ts';
import { events } from '../../desk/events.ts';
import { controlIn, instead, isForOne, read, sceneForAll } from '../scene.ts';

const at = await sceneForAll();
await at.desk.drain();
beforeEach(async () => {
  at.enterServer();
  await at.run('subscribe', { topic: 'world' });
});

const ferry = events.ferry[0].title;
const muted = () => at.ask.mutes(at.serverId);
const schedule = async () => (await at.ask.subscription(at.serverId, at.channelId))?.schedule;
const deliveries = () => at.desk.rows('select id from deliveries where channel_id = ?', at.channelId);
const unchanged = { times: ['08:00'], zone: 'America/New_York', days: [1, 2, 3, 4, 5, 6, 7] };

describe('/digest preview and post', () => {
  test('the preview shows only the asker the digest as it would be posted', async () => {
    const message = await at.run('digest preview');
    expect(isForOne(message)).toBe(true);
    expect(read(message)).toContain(`What <#${at.channelId}> would get if you posted a digest now. Only you see this.`);
    expect(read(message)).toContain(`[${ferry}](${at.desk.sites[0]?.origin}/ferry)`);
    const [{ storyId, title } = expect.fail()] = (await at.ask.previewDigest(at.channelId, at.serverId)).places;
    expect(read(await at.pick(message, 'story:open:preview', [storyId]))).toContain(`## ${title}`);
  });

  test('the buttons under /subscribe do the same', async () => {
    const message = await at.run('subscribe', { topic: 'technology' });
    expect(read(await at.press(message, `digest:preview:${at.channelId}`))).toContain(ferry);
    expect(read(await at.press(message, `digest:post:${at.channelId}`))).toContain('is on its way to');
    expect(deliveries()).toHaveLength(1);
  });

  test('says when there is nothing new, and when a channel gets no digest', async () => {
    await at.change.mute(at.by, 'the');
    expect(await at.say('digest post')).toContain('so a quiet digest is on its way');
    await at.run('unsubscribe', { topic: 'world' });
    expect(await at.say('digest preview')).toContain('doesn’t get a digest yet. /subscribe starts one.');
  });

  test('posting in a channel where the bot may not write names the missing permission', async () => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    expect(await at.say('digest post')).toContain('It needs “Send Messages”');
    expect(deliveries()).toEqual([]);
  });

  test('pause and resume', async () => {
    expect(await at.say('digest pause')).toBe('Paused. /digest resume starts it again.');
    expect(await at.say('subscriptions')).toContain('Paused. /digest resume starts it again.');
    expect(await at.say('digest resume')).toBe('Resumed. Next digest: <t:1795611600:F>, <t:1795611600:R>.');
  });
});

describe('/digest settings', () => {
  test('shows everything when nothing is given', async () => {
    const said = await at.say('digest settings');
    expect(said).toContain(`### Digest of <#${at.channelId}>`);
    expect(said).toContain('**Topics** World');
    expect(said).toContain('**Muted in all channels of this server** none');
  });

  test('names the permission that Lede lacks in the channel, beside the next digest', async () => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    const lacking = `Lede can’t post in <#${at.channelId}> yet. It needs “Send Messages”`;
    expect(await at.say('digest settings')).toContain(lacking);
    await at.run('digest pause');
    const paused = await at.say('digest settings');
    // A pause has a reason of its own.
    expect(paused).toContain('Paused.');
    expect(paused).not.toContain('can’t post');
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    await at.run('digest resume');
    expect(await at.say('digest settings')).not.toContain('can’t post');
  });

  test('languages can be chosen; the card names settings that differ from the default', async () => {
    expect(await at.say('digest settings')).toContain('· 8 stories\n');
    await at.change.saveSettings(at.by, at.channelId, { quiet: 'post', style: 'compact' });
    const said = await at.say('digest settings', { languages: 'English, Deutsch', language: 'de' });
    expect(said).toMatch(
      /^Saved: \*languages\* all languages → \*\*only in English and German\*\* · \*language\* automatic → \*\*.*German\*\*$/m,
    );
    expect(said).toContain(
      '· 8 stories · only in English and German · Lede writes in German · also on days without stories · compact',
    );
    expect(controlIn(await at.run('digest settings', { language: 'de' }), ':undo:')).toBe('');
    const topic = { id: 'inland', names: { en: 'Germany' }, colour: 0, language: 'de' };
    at.desk.settings.catalogue.topics.push(topic);
    onTestFinished(() => void at.desk.settings.catalogue.topics.pop());
    expect(await at.suggest('digest settings', { languages: 'ger' }, 'languages')).toEqual(['ger=ger', 'German=de']);
    await at.change.saveSettings(at.by, at.channelId, { quiet: 'skip', style: 'full' });
    expect(await at.say('digest settings', { languages: 'all', language: 'auto' })).toContain('· 8 stories\n');
  });

  test('copies another channel’s settings and applies the others on top; one button undoes it all', async () => {
    const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
    expect(await at.say('digest settings', { copy_from: other })).toContain('doesn’t get a digest yet');
    await at.run('subscribe', { topic: 'world', channel: other });
    await at.change.saveSettings(at.by, other, { times: '19:00', stories: 4, languages: 'English' });
    const message = await at.run('digest settings', { copy_from: other, languages: 'German', mute: 'football' });
    expect(read(message)).toContain(`Saved, with the settings of <#${other}>.`);
    expect(read(message)).toMatch(/-# 19:00 · every day · .* · 4 stories · only in German/);
    expect(read(await at.press(message, controlIn(message, 'digest:undo:')))).toBe(
      'Undone: everything is as it was before.',
    );
    expect(await schedule()).toEqual(unchanged);
    expect(await muted()).toEqual([]);
  });

  const example = 'Write languages like English, German, separated with commas, or “all”.';
  test.each([
    [{ languages: 'Klingon', mute: 'football' }, `Lede doesn’t know the language “Klingon”. ${example}`],
    [{ mute: '🎃', language: 'de' }, '“🎃” has no letter or digit'],
    [{ mute_days: 7, language: 'de' }, 'Please give the word to mute too'],
  ])('of %j one is refused and none is stored', async (options, said) => {
    expect(await at.say('digest settings', options)).toContain(said);
    expect(await muted()).toEqual([]);
    expect(await schedule()).toEqual(unchanged);
  });

  test('a word that can’t be muted leaves the schedule as it was', async () => {
    for (let n = 0; n < 50; n += 1) await at.change.mute(at.by, `word${n}`);
    expect(await at.say('digest settings', { language: 'de', mute: 'football' })).toContain('Too many words are muted');
    expect(await schedule()).toEqual(unchanged);
    expect(await muted()).toHaveLength(50);
  });

  test('a muted word says what it would have hidden; the same word again changes nothing and offers to unmute', async () => {
    const said = await at.say('digest settings', { mute: 'deckhands', mute_days: 7 });
    expect(said).toContain('**deckhands** is muted in all channels of this server. In the last 7 days');
    expect(said).toContain(`would have hidden 1 of 4 stories:\n**1 · [${ferry}`);
    expect(said).toContain('**Muted in all channels of this server** deckhands (until <t:');
    expect(await at.suggest('digest settings', { mute: '' }, 'mute')).toEqual(['deckhands · 7 days left=deckhands']);
    const known = await at.run('digest settings', { mute: 'Deckhands' });
    expect(read(known)).toMatch(/\*\*deckhands\*\* is already muted on this server, until <t:\d+:D>\./);
    expect(await muted()).toHaveLength(1);
    const unmuted = await at.press(known, 'digest:unmute:deckhands');
    expect(read(unmuted)).toBe('**deckhands** is no longer muted on this server.');
    expect(await muted()).toEqual([]);
  });

  test('a word that would hide much is muted only after confirmation', async () => {
    instead(at, wordQuestions, { tryWords: async () => ({ matches: 46, of: 64, examples: [] }) });
    const message = await at.run('digest settings', { mute: 'a', mute_days: 3 });
    expect(read(message)).toContain(
      '**a** is not muted yet: in the last 7 days it would have hidden 46 of 64 stories.',
    );
    expect(await muted()).toEqual([]);
    const pressed = await at.press(message, controlIn(message, 'digest:mute:'));
    expect(read(pressed)).toBe('**a** is muted in all channels of this server.');
    expect(await muted()).toEqual([{ word: 'a', expiresAt: at.desk.now + 3 * 24 * 3_600_000 }]);
  });

  test('the log channel is set; the same again offers to turn it off, even if Lede may no longer write there', async () => {
    const log = at.server.setup.addChannel(at.serverId, { name: 'log' }).id;
    expect(await at.say('digest settings', { log })).toContain(`go to <#${log}>`);
    at.server.setup.setOverwrite(log, 'bot', { deny: ['SendMessages'] });
    const known = await at.run('digest settings', { log });
    expect(read(known)).toContain(`already go to <#${log}>`);
    const logChannel = async () => (await at.ask.server(at.serverId)).logChannelId;
    expect(await logChannel()).toBe(log);
    await at.change.setLogChannel(at.by, at.channelId);
    expect(read(await at.press(known, `digest:nolog:${log}`))).toContain('expired');
    await at.change.setLogChannel(at.by, log);
    const again = await at.run('digest settings', { log });
    expect(read(await at.press(again, `digest:nolog:${log}`))).toContain('no longer go to a log channel');
    expect(await logChannel()).toBeUndefined();
    expect(await at.say('digest settings', { log })).toContain('can’t post in');
  });
});

describe('/unsubscribe, /subscriptions, /status', () => {
  test('removes a topic and says what is left', async () => {
    await at.run('subscribe', { topic: 'technology' });
    expect(await at.suggest('unsubscribe', { topic: '' }, 'topic')).toEqual(['World=world', 'Technology=technology']);
    expect(await at.say('unsubscribe', { topic: 'world' })).toContain('Its digest still covers Technology.');
    expect(await at.say('unsubscribe', { topic: 'World' })).toBe('That channel doesn’t get World.');
    const last = await at.say('unsubscribe', { topic: 'technology' });
    expect(last).toMatch(/was the last topic .* its schedule was deleted\.$/);
  });

  test('removes a topic that is no longer in the catalogue', async () => {
    const { channels } = at.desk.app.storage.records;
    await channels.subscribe(at.channelId, at.serverId, ['gardening'], at.desk.now);
    await channels.unsubscribe(at.channelId, 'world');
    expect(await at.suggest('unsubscribe', { topic: '' }, 'topic')).toEqual(['gardening=gardening']);
    expect(await at.say('unsubscribe', { topic: 'gardening' })).toContain('was the last topic');
  });

  test('the suggestions name the channel if it is not the current one', async () => {
    const other = at.server.setup.addChannel(at.serverId, { name: 'elsewhere' }).id;
    const typing = { user: at.admin, channel: other, command: 'unsubscribe', options: { topic: 'wo' } };
    const shown = await at.server.acts.type({ ...typing, focused: 'topic' }).shown;
    const choice = { name: 'World · #front-page', value: `world@${at.channelId}` };
    expect(shown).toEqual({ kind: 'choices', choices: [choice] });
    expect(await at.say('unsubscribe', { topic: choice.value }, at.admin, other)).toContain('was the last topic');
    expect(await at.say('unsubscribe', { topic: 'A@B' })).toContain('“A\\@B”');
  });

  test('/subscriptions shows each channel that the asker can see, or how to start', async () => {
    const hidden = at.server.setup.addChannel(at.serverId, { name: 'hidden' }).id;
    at.server.setup.setOverwrite(hidden, 'everyone', { deny: ['ViewChannel'] });
    at.server.setup.setOverwrite(hidden, 'bot', { allow: ['ViewChannel'] });
    await at.run('subscribe', { topic: 'world', channel: hidden });
    expect(await at.say('subscriptions')).toContain(`<#${hidden}>`);
    const seen = await at.say('subscriptions', {}, at.reader);
    expect(seen).toContain(`**<#${at.channelId}>** · Welt`);
    expect(seen).not.toContain(hidden);
    at.enterServer();
    expect(await at.say('subscriptions')).toContain('Anyone who manages the server can start one with /subscribe');
  });

  test('a deleted channel is named by its id, because its mention would show nothing', async () => {
    const [subscription = expect.fail()] = await at.ask.subscriptions(at.serverId);
    instead(at, subscriptionQuestions, { subscriptions: async () => [{ ...subscription, paused: 'channel-gone' }] });
    const status = await at.ask.status(at.serverId);
    const notices = [{ kind: 'channel-gone', channelId: at.channelId } as const];
    instead(at, statusQuestions, { status: async () => ({ ...status, notices }) });
    const shown = [await at.say('status now'), await at.say('subscriptions')];
    for (const words of shown) expect(words).toContain(`⚠️ The channel \`${at.channelId}\` was deleted`);
    expect(shown[1]).toContain(`**\`${at.channelId}\`** · World\nStopped: the channel was deleted.`);
    expect(shown.join()).not.toContain(`<#${at.channelId}>`);
  });

  test('/status tells what works and what fails', async () => {
    const status = await at.ask.status(at.serverId);
    const failing = [{ outlet: 'Lantern', reason: 'HTTP 503' }];
    instead(at, statusQuestions, { status: async () => ({ ...status, outletsAnswered: 2, failing }) });
    const said = await at.say('status now');
    expect(said).toContain('2 of 3 outlets answered · Last read <t:');
    expect(said).toContain('**1 outlet is failing**\n- Lantern: HTTP 503');
  });
});
