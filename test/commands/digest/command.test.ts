import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { statusQuestions } from '../../../src/desk/status.ts';
import { subscriptionQuestions } from '../../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../../src/desk/typedWords.ts';
import { events } from '../../desk/events.ts';
import { controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

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
    const [{ id: storyId = '' } = {}] = at.desk.rows<{ id: string }>(
      "select story_id as id from articles where url like '%/ferry'",
    );
    expect(read(await at.pick(message, 'story:open:preview', [storyId]))).toContain(`## ${ferry}`);
  });

  test('the buttons under /subscribe do the same', async () => {
    const message = await at.run('subscribe', { topic: 'technology' });
    expect(read(await at.press(message, `digest:preview:${at.channelId}`))).toContain(ferry);
    expect(read(await at.press(message, `digest:post:${at.channelId}`))).toContain('is on its way to');
    expect(deliveries()).toHaveLength(1);
  });

  test('says when there is nothing new, and when a channel gets no digest', async () => {
    await at.change.mute(at.by, 'the');
    expect(read(await at.run('digest post'))).toContain('so a quiet digest is on its way');
    await at.run('unsubscribe', { topic: 'world' });
    expect(read(await at.run('digest preview'))).toContain('doesn’t get a digest yet. /subscribe starts one.');
  });

  test('posting in a channel where the bot may not write names the missing permission', async () => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    const message = await at.run('digest post');
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    expect(read(message)).toContain('It needs “Send Messages”');
    expect(deliveries()).toEqual([]);
  });

  test('pause and resume', async () => {
    expect(read(await at.run('digest pause'))).toBe('Paused. /digest resume starts it again.');
    expect(read(await at.run('subscriptions'))).toContain('Paused. /digest resume starts it again.');
    expect(read(await at.run('digest resume'))).toBe('Resumed. Next digest: <t:1795611600:F>, <t:1795611600:R>.');
  });
});

describe('/digest settings', () => {
  test('shows everything when nothing is given', async () => {
    const message = await at.run('digest settings');
    expect(read(message)).toContain(`### Digest of <#${at.channelId}>`);
    expect(read(message)).toContain('**Topics** World');
    expect(read(message)).toContain('**Muted in all channels of this server** none');
  });

  test('names the permission that Lede lacks in the channel, beside the next digest', async () => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    const lacking = read(await at.run('digest settings'));
    await at.run('digest pause');
    const paused = read(await at.run('digest settings'));
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    expect(lacking).toContain(`Lede can’t post in <#${at.channelId}> yet. It needs “Send Messages”`);
    // A pause has a reason of its own.
    expect(paused).toContain('Paused.');
    expect(paused).not.toContain('can’t post');
    await at.run('digest resume');
    expect(read(await at.run('digest settings'))).not.toContain('can’t post');
  });

  test('languages can be chosen; the card names settings that differ from the default', async () => {
    const before = read(await at.run('digest settings'));
    expect(before).toContain('· 8 stories\n');
    await at.change.saveSettings(at.by, at.channelId, { quiet: 'post', style: 'compact' });
    const message = await at.run('digest settings', { languages: 'English, Deutsch', language: 'de' });
    expect(read(message)).toMatch(
      /^Saved: \*languages\* all languages → \*\*only in English and German\*\* · \*language\* automatic → \*\*.*German\*\*$/m,
    );
    expect(read(message)).toContain(
      '· 8 stories · only in English and German · Lede writes in German · also on days without stories · compact',
    );
    expect(controls(await at.run('digest settings', { language: 'de' }))).not.toContainEqual(
      expect.stringContaining(':undo:'),
    );
    const topic = { id: 'inland', names: { en: 'Germany' }, colour: 0, language: 'de' };
    at.desk.settings.catalogue.topics.push(topic);
    onTestFinished(() => void at.desk.settings.catalogue.topics.pop());
    expect(await at.suggest('digest settings', { languages: 'ger' }, 'languages')).toEqual(['ger=ger', 'German=de']);
    await at.change.saveSettings(at.by, at.channelId, { quiet: 'skip', style: 'full' });
    const back = await at.run('digest settings', { languages: 'all', language: 'auto' });
    expect(read(back)).toContain('· 8 stories\n');
  });

  test('copies another channel’s settings and applies the other given ones on top', async () => {
    const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
    expect(read(await at.run('digest settings', { copy_from: other }))).toContain('doesn’t get a digest yet');
    await at.run('subscribe', { topic: 'world', channel: other });
    await at.change.saveSettings(at.by, other, { times: '19:00', stories: 4, languages: 'English' });
    const message = await at.run('digest settings', { copy_from: other, languages: 'German' });
    expect(read(message)).toContain(`Saved, with the settings of <#${other}>.`);
    expect(read(message)).toMatch(/-# 19:00 · every day · .* · 4 stories · only in German/);
    const undo = controls(message).find((id) => id.startsWith('digest:undo:')) ?? '';
    expect(read(await at.press(message, undo))).toBe('Undone: everything is as it was before.');
    expect(read(await at.run('digest settings'))).toContain('-# 08:00 ·');
  });

  test('one button undoes two simultaneous changes', async () => {
    const other = at.server.setup.addChannel(at.serverId, { name: 'third' }).id;
    await at.run('subscribe', { topic: 'world', channel: other });
    const message = await at.run('digest settings', { copy_from: other, mute: 'football' });
    expect(controls(message).filter((id) => id.startsWith('digest:undo:'))).toHaveLength(1);
  });

  test('invalid values are refused with a valid example', async () => {
    const message = await at.run('digest settings', { languages: 'Klingon', mute: 'football' });
    expect(read(message)).toBe(
      'Lede doesn’t know the language “Klingon”. Write languages like English, German, separated with commas, or “all”.',
    );
    expect(await muted()).toEqual([]);
  });

  test('a word that can’t be muted leaves the schedule as it was', async () => {
    for (let n = 0; n < 50; n += 1) await at.change.mute(at.by, `word${n}`);
    const message = await at.run('digest settings', { language: 'de', mute: 'football' });
    expect(read(message)).toContain('Too many words are muted');
    expect(await schedule()).toEqual(unchanged);
    expect(await muted()).toHaveLength(50);
  });

  test('a muted word says what it would have hidden; the same word again changes nothing and offers to unmute', async () => {
    const message = await at.run('digest settings', { mute: 'deckhands', mute_days: 7 });
    expect(read(message)).toContain('**deckhands** is muted in all channels of this server. In the last 7 days');
    expect(read(message)).toContain(`would have hidden 1 of 4 stories:\n**1 · [${ferry}`);
    expect(read(message)).toContain('**Muted in all channels of this server** deckhands (until <t:');
    expect(await at.suggest('digest settings', { mute: '' }, 'mute')).toEqual(['deckhands · 7 days left=deckhands']);
    for (const again of ['Deckhands', 'deckhands']) {
      const known = await at.run('digest settings', { mute: again });
      expect(read(known)).toMatch(/\*\*deckhands\*\* is already muted on this server, until <t:\d+:D>\./);
      expect(await muted()).toHaveLength(1);
      if (again === 'Deckhands') continue;
      const unmuted = await at.press(known, 'digest:unmute:deckhands');
      expect(read(unmuted)).toBe('**deckhands** is no longer muted on this server.');
      expect(await muted()).toEqual([]);
    }
  });

  test('a word that would hide much is muted only after confirmation', async () => {
    instead(at, wordQuestions, { tryWords: async () => ({ matches: 46, of: 64, examples: [] }) });
    const message = await at.run('digest settings', { mute: 'a', mute_days: 3 });
    expect(read(message)).toContain(
      '**a** is not muted yet: in the last 7 days it would have hidden 46 of 64 stories.',
    );
    expect(await muted()).toEqual([]);
    const button = controls(message).find((id) => id.startsWith('digest:mute:')) ?? '';
    expect(read(await at.press(message, button))).toBe('**a** is muted in all channels of this server.');
    expect(await muted()).toEqual([{ word: 'a', expiresAt: at.desk.now + 3 * 24 * 3_600_000 }]);
  });

  test('the log channel is set; the same again offers to turn it off, even if Lede may no longer write there', async () => {
    const log = at.server.setup.addChannel(at.serverId, { name: 'log' }).id;
    expect(read(await at.run('digest settings', { log }))).toContain(`go to <#${log}>`);
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
    expect(read(await at.run('digest settings', { log }))).toContain('can’t post in');
  });

  test('a mute’s duration without a word is refused', async () => {
    const message = await at.run('digest settings', { mute_days: 7, language: 'de' });
    expect(read(message)).toContain('Please give the word to mute too');
    expect(await schedule()).toEqual(unchanged);
  });
});

describe('/unsubscribe, /subscriptions, /status', () => {
  test('removes a topic and says what is left', async () => {
    await at.run('subscribe', { topic: 'technology' });
    expect(await at.suggest('unsubscribe', { topic: '' }, 'topic')).toEqual(['World=world', 'Technology=technology']);
    expect(read(await at.run('unsubscribe', { topic: 'world' }))).toContain('Its digest still covers Technology.');
    expect(read(await at.run('unsubscribe', { topic: 'World' }))).toBe('That channel doesn’t get World.');
    expect(read(await at.run('unsubscribe', { topic: 'technology' }))).toMatch(
      /was the last topic .* its schedule was deleted\.$/,
    );
  });

  test('removes a topic that is no longer in the catalogue', async () => {
    const { channels } = at.desk.app.storage.records;
    await channels.subscribe(at.channelId, at.serverId, ['gardening'], at.desk.now);
    await channels.unsubscribe(at.channelId, 'world');
    expect(await at.suggest('unsubscribe', { topic: '' }, 'topic')).toEqual(['gardening=gardening']);
    expect(read(await at.run('unsubscribe', { topic: 'gardening' }))).toContain('was the last topic');
  });

  test('the suggestions name the channel if it is not the current one', async () => {
    const other = at.server.setup.addChannel(at.serverId, { name: 'elsewhere' }).id;
    const typing = { user: at.admin, channel: other, command: 'unsubscribe', options: { topic: 'wo' } };
    const shown = await at.server.acts.type({ ...typing, focused: 'topic' }).shown;
    const choice = { name: 'World · #front-page', value: `world@${at.channelId}` };
    expect(shown).toEqual({ kind: 'choices', choices: [choice] });
    expect(read(await at.run('unsubscribe', { topic: choice.value }, at.admin, other))).toContain('was the last topic');
    expect(read(await at.run('unsubscribe', { topic: 'A@B' }))).toContain('“A\\@B”');
  });

  test('/subscriptions shows each channel that the asker can see, or how to start', async () => {
    const hidden = at.server.setup.addChannel(at.serverId, { name: 'hidden' }).id;
    at.server.setup.setOverwrite(hidden, 'everyone', { deny: ['ViewChannel'] });
    at.server.setup.setOverwrite(hidden, 'bot', { allow: ['ViewChannel'] });
    await at.run('subscribe', { topic: 'world', channel: hidden });
    expect(read(await at.run('subscriptions'))).toContain(`<#${hidden}>`);
    const seen = read(await at.run('subscriptions', {}, at.reader));
    expect(seen).toContain(`**<#${at.channelId}>** · Welt`);
    expect(seen).not.toContain(hidden);
    at.enterServer();
    expect(read(await at.run('subscriptions'))).toContain(
      'Anyone who manages the server can start one with /subscribe',
    );
  });

  test('a deleted channel is named by its id, because its mention would show nothing', async () => {
    const [subscription = expect.fail()] = await at.ask.subscriptions(at.serverId);
    instead(at, subscriptionQuestions, { subscriptions: async () => [{ ...subscription, paused: 'channel-gone' }] });
    const status = await at.ask.status(at.serverId);
    const notices = [{ kind: 'channel-gone', channelId: at.channelId } as const];
    instead(at, statusQuestions, { status: async () => ({ ...status, notices }) });
    const shown = [await at.run('status now'), await at.run('subscriptions')].map(read);
    for (const words of shown) expect(words).toContain(`⚠️ The channel \`${at.channelId}\` was deleted`);
    expect(shown[1]).toContain(`**\`${at.channelId}\`** · World\nStopped: the channel was deleted.`);
    expect(shown.join()).not.toContain(`<#${at.channelId}>`);
  });

  test('/status tells what works and what fails', async () => {
    const status = await at.ask.status(at.serverId);
    const failing = [{ outlet: 'Lantern', reason: 'HTTP 503' }];
    instead(at, statusQuestions, { status: async () => ({ ...status, outletsAnswered: 2, failing }) });
    const message = await at.run('status now');
    expect(read(message)).toContain('2 of 3 outlets answered · Last read <t:');
    expect(read(message)).toContain('**1 outlet is failing**\n- Lantern: HTTP 503');
  });
});
