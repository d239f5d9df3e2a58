import { expect, test } from 'vitest';
import { type Ledger, type LedgerEntry, ledgerQuestions } from '../../../commands/corrections/ask.ts';
import { day, firstDay, hour } from '../../desk/desk.ts';
import { controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

const at = await sceneForAll();

const entry: LedgerEntry = {
  articleId: 'a',
  at: firstDay + 10 * hour,
  outlet: 'Harbour Post',
  title: 'Ferry deckhands walk in',
  url: 'https://post.example/ferry',
  shown: { deliveryId: 'd', kind: 'daily', channelId: '7', messageId: '9', at: firstDay + 8 * hour },
  messageUrl: 'https://discord.com/channels/1/7/9',
};
const retitled = { ...entry, headline: { before: 'Ferry *deckhands* walk out', after: 'Ferry deckhands walk in' } };
const withdrawn: LedgerEntry = {
  ...entry,
  at: firstDay - 2 * hour,
  title: 'Retracted: Ferry',
  note: { kind: 'retracted', text: 'Retracted: Ferry' },
};

/** Lets the desk answer with these changes; returns what was asked. */
function answering(entries: readonly LedgerEntry[], more: Partial<Ledger> = {}) {
  const asked: Parameters<ReturnType<typeof ledgerQuestions>['ledger']>[] = [];
  instead(at, ledgerQuestions, {
    outletsShown: async () => ['Courier', 'Harbour Post'],
    ledger: async (...by) => {
      asked.push(by);
      const { outlet, since } = by[1];
      const counts = { total: entries.length, articles: 214, from: firstDay - 30 * day };
      return { entries, ...counts, outlet, since, zone: 'Europe/Berlin', ...more };
    },
  });
  return asked;
}

test('changes are listed by day, newest first, before and after, with their links, in the server’s time', async () => {
  answering([retitled, { ...entry, note: { kind: 'corrected', text: 'It was *Tuesday*.' } }, withdrawn]);
  const answer = await at.run('corrections');
  expect(isForOne(answer)).toBe(true);
  expect(read(answer)).toBe(
    [
      '## Corrections',
      '-# 3 changes to the 214 articles shown here since 25 Oct',
      '### Tuesday 24 November',
      '11:00 · **Harbour Post** changed its headline',
      '“Ferry \\*deckhands\\* walk out”',
      '→ “[Ferry deckhands walk in](https://post.example/ferry)”',
      '-# [shown 24 Nov, 09:00](https://discord.com/channels/1/7/9) in <#7>',
      '',
      '11:00 · **Harbour Post** corrected [Ferry deckhands walk in](https://post.example/ferry)',
      '> It was \\*Tuesday\\*.',
      '-# [shown 24 Nov, 09:00](https://discord.com/channels/1/7/9) in <#7>',
      '### Monday 23 November',
      '23:00 · **Harbour Post** withdrew [Retracted: Ferry](https://post.example/ferry)',
      '-# [shown 24 Nov, 09:00](https://discord.com/channels/1/7/9) in <#7>',
      '-# Berlin time · Case, punctuation and live pages don’t count',
    ].join('\n'),
  );
});

test('it has a German name and German words, and says what was looked at if nothing changed', async () => {
  const asked = answering([]);
  expect(read(await at.run('corrections', { since: '3days' }, at.reader))).toBe(
    '## Korrekturen\nVon 214 Artikeln, die seit dem 25. Okt. hier standen, wurde seit dem 21. Nov., 15:05 keiner korrigiert, zurückgezogen oder mit einer anderen Überschrift versehen.',
  );
  expect(asked[0]?.[1].since).toBe(at.desk.now - 3 * day);
  const command = at.server.world.commands.find(({ name }) => name === 'corrections');
  expect(command?.name_localizations).toMatchObject({ de: 'korrekturen' });
  answering([], { articles: 0 });
  expect(read(await at.run('corrections'))).toContain('No article has been shown here since 25 Oct.');
});

test('more than ten changes have pages to turn, and of more than can be listed it says so', async () => {
  const numbered = (nth: number) => ({ ...entry, title: `Number ${nth}`, gone: '404', at: entry.at - nth });
  const entries = Array.from({ length: 23 }, (_, nth) => numbered(nth));
  answering(entries, { total: 300 });
  let answer = await at.run('corrections');
  const turn = async (page: number) => {
    const button = controls(answer).find((id) => id.startsWith(`corrections:page:${page}:`));
    answer = await at.press(answer, button ?? expect.fail());
    return read(answer);
  };
  const pages = [read(answer), await turn(1), await turn(2)];
  const shown = pages.flatMap((page) => [...page.matchAll(/Number (\d+)/g)].map(([, nth]) => Number(nth)));
  expect(shown).toEqual(entries.map((_, nth) => nth));
  expect(pages[0]).toContain('Page 1 of 3');
  expect(pages[2]).toContain('Only the newest 23 are listed');
  expect(pages[0]).not.toContain('Only the newest');
  expect(await turn(1)).toBe(pages[1]);
});

test('long headlines and addresses never exceed a message', async () => {
  const long = 'W'.repeat(900);
  const entries = Array.from({ length: 40 }, (_, nth) => ({
    ...entry,
    at: entry.at - nth * day,
    url: `https://post.example/${long.slice(0, 480)}`,
    outlet: long,
    headline: { before: `*${long}`, after: `${long}]` },
    note: { kind: 'corrected' as const, text: '*'.repeat(300) },
  }));
  answering(entries);
  expect(controls(await at.run('corrections'))).toHaveLength(1);
});

test('an outlet is suggested while typing, and found by its name or a part of it', async () => {
  const asked = answering([]);
  expect(await at.suggest('corrections', { outlet: 'po' }, 'outlet')).toEqual(['Harbour Post=Harbour Post']);
  await at.run('corrections', { outlet: 'harbour' });
  expect(asked[0]?.[1].outlet).toBe('Harbour Post');
  expect(read(await at.run('corrections', { outlet: 'o*' }))).toContain('has shown an article by “o\\*”');
});

test('members get only changes from channels that they may see', async () => {
  const asked = answering([]);
  const hidden = at.server.setup.addChannel(at.serverId, { name: 'hidden' }).id;
  at.server.setup.setOverwrite(hidden, 'everyone', { deny: ['ViewChannel'] });
  await at.run('corrections', {}, at.reader);
  await at.run('corrections');
  const seen = asked.map(([where]) => [at.channelId, hidden, '1'].map((id) => where.isAsked?.(id)));
  expect(seen.map((may) => may.join())).toEqual(['true,false,false', 'true,true,true']);
});
