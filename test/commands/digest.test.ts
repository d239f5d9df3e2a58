import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { zonesByClock } from '../../src/schedule/zones.ts';
import { controls, createScene, isForOne, read, type Scene } from './scene.ts';

let at: Scene;
beforeAll(async () => {
  at = await createScene();
});
afterAll(() => at.close());
beforeEach(async () => {
  at.desk.subscriptions.clear();
  at.desk.muted = [];
  at.desk.logChannelId = undefined;
  await at.run('subscribe', { topic: 'world' });
  at.desk.calls.length = 0;
});

describe('/digest preview and post', () => {
  test('the preview shows only the asker the digest as it would be posted', async () => {
    const message = await at.run('digest preview');
    expect(isForOne(message)).toBe(true);
    expect(read(message)).toContain(`What <#${at.channelId}> would get if you posted a digest now. Only you see this.`);
    expect(read(message)).toContain('**1 · [Ferry crews walk out across the Sound](https://post.example/ferry)**');
    expect(read(await at.pick(message, 'story:open:preview', ['water']))).toContain('## Parliament passes');
  });

  test('the buttons under /subscribe do the same', async () => {
    at.desk.subscriptions.clear();
    const message = await at.run('subscribe', { topic: 'world' });
    expect(read(await at.press(message, `digest:preview:${at.channelId}`))).toContain('Ferry crews');
    expect(read(await at.press(message, `digest:post:${at.channelId}`))).toContain('is on its way to');
    expect(at.desk.calls.at(-1)).toBe(`postNow ${at.channelId} true`);
  });

  test('says when there is nothing new, and when a channel gets no digest', async () => {
    at.desk.emptyDigest = true;
    expect(read(await at.run('digest post'))).toContain('so a quiet one is on its way');
    at.desk.emptyDigest = false;
    at.desk.subscriptions.clear();
    expect(read(await at.run('digest preview'))).toContain('doesn’t get a digest yet. /subscribe starts one.');
  });

  test('posting in a channel where the bot may not write names the missing permission', async () => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    const message = await at.run('digest post');
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    expect(read(message)).toContain('It needs “Send Messages”');
    expect(at.desk.calls).toEqual([]);
  });

  test('pause and resume', async () => {
    expect(read(await at.run('digest pause'))).toBe('Paused. /digest resume starts it again.');
    expect(read(await at.run('subscriptions'))).toContain('Paused. /digest resume starts it again.');
    expect(read(await at.run('digest resume'))).toBe('Next digest: <t:1795593600:F>, <t:1795593600:R>.');
  });
});

describe('Change time', () => {
  const open = async () => {
    const message = await at.run('digest settings');
    return at.press(message, `digest:time:${at.channelId}`);
  };

  test('asks for the hour and the current local time, and explains what to do if that is not listed', async () => {
    const card = await open();
    expect(controls(card)).toEqual(['hour', 'clock', 'post'].map((action) => `digest:${action}:${at.channelId}`));
    expect(read(card)).toContain('It is 09:05 in New York.');
    expect(read(card)).toContain('in /digest settings you can enter any city or country');
    expect(JSON.stringify(card.components)).toMatch(/It is 15:05 here: [^"]*Berlin/);
  });

  test('an hour is set at once', async () => {
    const card = await open();
    const after = await at.pick(card, `digest:hour:${at.channelId}`, ['18:00']);
    expect(after.id).toBe(card.id);
    expect(read(after)).toContain('-# 18:00 · every day');
    expect(at.desk.calls).toEqual(['reschedule {"times":"18:00"}']);
  });

  test('after the local time it asks for the city', async () => {
    const card = await open();
    const berlin = zonesByClock(at.desk.now, 'en').find((clock) => clock.zones.includes('Europe/Berlin'));
    const cities = await at.pick(card, `digest:clock:${at.channelId}`, [berlin?.zones[0] ?? '']);
    expect(read(cities)).toContain('**One more step: choose the nearest city below. Until then nothing is changed.**');
    expect(at.desk.calls).toEqual([]);
    const after = await at.pick(cities, `digest:zone:${at.channelId}`, ['Europe/Berlin']);
    expect(read(after)).toContain('Berlin time');
    expect(read(after)).not.toContain('One more step');
    expect(controls(after)).not.toContain(`digest:zone:${at.channelId}`);
  });
});

describe('/digest settings', () => {
  test('shows everything when nothing is given', async () => {
    const message = await at.run('digest settings');
    expect(read(message)).toContain(`### Digest of <#${at.channelId}>`);
    expect(read(message)).toContain('**Topics** World');
    expect(read(message)).toContain('**Muted in all channels of this server** none');
  });

  test('takes time, zone, days and length in one go, as typed', async () => {
    const given = { time: '20.30', zone: 'Europe/Berlin', days: 'weekdays', stories: 7 };
    const message = await at.run('digest settings', given);
    expect(read(message)).toContain('Saved.');
    expect(at.desk.calls).toEqual([
      'reschedule {"times":"20.30","days":"weekdays","zone":"Europe/Berlin","stories":7}',
    ]);
    expect(read(message)).toContain('7 stories');
  });

  test('languages, quiet days and style can be chosen; the card names those that differ from the default', async () => {
    const before = read(await at.run('digest settings'));
    expect(before).toContain('· 8 stories\n');
    const message = await at.run('digest settings', { languages: 'English, Deutsch', quiet: 'skip', style: 'compact' });
    expect(read(message)).toContain('· 8 stories · only in English and German · nothing on quiet days · compact');
    expect(await at.suggest('digest settings', { languages: 'ger' }, 'languages')).toEqual(['ger=ger', 'German=de']);
    expect(read(await at.run('digest settings', { languages: 'Klingon' }))).toBe(
      'I don’t recognise the language “Klingon”. Write languages like English, German, separated with commas, or “all”.',
    );
    const back = await at.run('digest settings', { languages: 'all', quiet: 'post', style: 'full' });
    expect(read(back)).toContain('· 8 stories\n');
  });

  test('copies another channel’s settings and applies the other given ones on top', async () => {
    const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
    expect(read(await at.run('digest settings', { copy_from: other }))).toContain('doesn’t get a digest yet');
    await at.run('subscribe', { topic: 'world', channel: other });
    await at.run('digest settings', { time: '19:00', stories: 4, channel: other });
    const message = await at.run('digest settings', { copy_from: other, stories: 6 });
    expect(read(message)).toContain(`Saved, with the settings of <#${other}>.`);
    expect(read(message)).toMatch(/-# 19:00 · every day · .* · 6 stories/);
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
    const message = await at.run('digest settings', { time: 'noonish', mute: 'football' });
    expect(read(message)).toBe(
      'I don’t recognise “noonish”. Write a time like 8, 8am, 08:00 or 20.30; separate several with commas: 08:00, 18:00.',
    );
    expect(at.desk.muted).toEqual([]);
  });

  test('a word that can’t be muted leaves the schedule as it was', async () => {
    at.desk.muted = Array.from({ length: 50 }, (_, n) => ({ word: `word${n}` }));
    const message = await at.run('digest settings', { time: '20:30', mute: 'football' });
    expect(read(message)).toContain('Too many words are muted, so nothing was changed');
    expect(at.desk.calls).toEqual([]);
    expect(at.desk.muted).toHaveLength(50);
  });

  test('a muted word says what it would have hidden; the same word again changes nothing and offers to unmute', async () => {
    const message = await at.run('digest settings', { mute: 'football', mute_days: 7 });
    expect(read(message)).toContain('**football** is muted in all channels of this server. In the last 7 days');
    expect(read(message)).toContain('would have hidden 2 of 40 stories:\n**1 · [Ferry crews');
    expect(read(message)).toContain('**Muted in all channels of this server** football (until <t:');
    expect(await at.suggest('digest settings', { mute: '' }, 'mute')).toEqual(['football · 7 days left=football']);
    for (const again of ['Football', 'football']) {
      const known = await at.run('digest settings', { mute: again });
      expect(read(known)).toMatch(/\*\*football\*\* is already muted on this server, until <t:\d+:D>\./);
      expect(at.desk.muted).toHaveLength(1);
      if (again === 'Football') continue;
      const unmuted = await at.press(known, 'digest:unmute:football');
      expect(read(unmuted)).toBe('**football** is no longer muted on this server.');
      expect(at.desk.muted).toEqual([]);
    }
  });

  test('a word that would hide much is muted only after confirmation', async () => {
    const { tryWords } = at.desk.ask;
    at.desk.ask.tryWords = async (...asked) => ({ ...(await tryWords(...asked)), matches: 46, of: 64 });
    const message = await at.run('digest settings', { mute: 'a', mute_days: 3 });
    at.desk.ask.tryWords = tryWords;
    expect(read(message)).toContain(
      '**a** is not muted yet: in the last 7 days it would have hidden 46 of 64 stories.',
    );
    expect(at.desk.muted).toEqual([]);
    const button = controls(message).find((id) => id.startsWith('digest:mute:')) ?? '';
    expect(read(await at.press(message, button))).toBe('**a** is muted in all channels of this server.');
    expect(at.desk.muted).toEqual([{ word: 'a', expiresAt: at.desk.now + 3 * 24 * 3_600_000 }]);
  });

  test('the log channel is set; the same again offers to turn it off, even if Lede may no longer write there', async () => {
    const log = at.server.setup.addChannel(at.serverId, { name: 'log' }).id;
    expect(read(await at.run('digest settings', { log }))).toContain(`go to <#${log}>`);
    at.server.setup.setOverwrite(log, 'bot', { deny: ['SendMessages'] });
    const known = await at.run('digest settings', { log });
    expect(read(known)).toContain(`already go to <#${log}>`);
    expect(at.desk.logChannelId).toBe(log);
    at.desk.logChannelId = at.channelId;
    expect(read(await at.press(known, `digest:nolog:${log}`))).toContain('expired');
    at.desk.logChannelId = log;
    const again = await at.run('digest settings', { log });
    expect(read(await at.press(again, `digest:nolog:${log}`))).toContain('no longer go to a log channel');
    expect(at.desk.logChannelId).toBeUndefined();
    expect(read(await at.run('digest settings', { log }))).toContain('can’t post in');
  });

  test('a mute’s duration without a word is refused', async () => {
    const message = await at.run('digest settings', { mute_days: 7, time: '20:30' });
    expect(read(message)).toContain('Please give the word to mute too');
    expect(at.desk.calls).toEqual([]);
  });

  test('zones are suggested by city in the asker’s language, times and days as typed first', async () => {
    const [berlin] = await at.suggest('digest settings', { zone: 'berl' }, 'zone');
    expect(berlin).toBe('Berlin · Germany · 15:05 (UTC+1)=Europe/Berlin');
    expect(await at.suggest('digest settings', { time: '8am' }, 'time')).toEqual(['8am=8am']);
    expect((await at.suggest('digest settings', { days: '' }, 'days'))[0]).toBe('every day=daily');
  });
});

describe('/unsubscribe, /subscriptions, /status', () => {
  test('takes a topic out and says what is left', async () => {
    await at.run('subscribe', { topic: 'technology' });
    expect(await at.suggest('unsubscribe', { topic: '' }, 'topic')).toEqual(['World=world', 'Technology=technology']);
    expect(read(await at.run('unsubscribe', { topic: 'world' }))).toContain('Its digest still covers Technology.');
    expect(read(await at.run('unsubscribe', { topic: 'World' }))).toBe('That channel doesn’t get World.');
    expect(read(await at.run('unsubscribe', { topic: 'technology' }))).toMatch(
      /was the last topic .* its schedule was deleted\.$/,
    );
  });

  test('takes a topic out that is no longer in the catalogue', async () => {
    await at.run('subscribe', { topic: 'world' });
    const subscription = at.desk.subscriptions.get(at.channelId);
    const gone = { id: 'gardening', names: { en: 'gardening', de: 'gardening' }, colour: 0, own: false };
    if (subscription) at.desk.subscriptions.set(at.channelId, { ...subscription, topics: [gone] });
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
    at.desk.subscriptions.clear();
    expect(read(await at.run('subscriptions'))).toContain(
      'Anyone who manages the server can start one with /subscribe',
    );
  });

  test('a deleted channel is named by its id, because its mention would show nothing', async () => {
    const { status } = at.desk.ask;
    const notices = [{ kind: 'channel-gone', channelId: at.channelId } as const];
    at.desk.ask.status = async (serverId) => ({ ...(await status(serverId)), notices });
    const before = at.desk.subscriptions.get(at.channelId);
    if (before) at.desk.subscriptions.set(at.channelId, { ...before, paused: 'channel-gone' });
    const shown = [read(await at.run('status')), read(await at.run('subscriptions'))];
    at.desk.ask.status = status;
    for (const words of shown) expect(words).toContain(`⚠️ The channel \`${at.channelId}\` was deleted`);
    expect(shown[1]).toContain(`**\`${at.channelId}\`** · World\nStopped: the channel was deleted.`);
    expect(shown.join()).not.toContain(`<#${at.channelId}>`);
  });

  test('/status tells what works and what fails', async () => {
    const message = await at.run('status');
    expect(read(message)).toContain('16 of 18 outlets answered · Last read <t:');
    expect(read(message)).toContain('**1 outlet is failing**\n- Lantern: HTTP 503');
  });
});
