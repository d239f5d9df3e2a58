import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { catalogues } from '../../../src/discord/texts/texts.ts';
import { type ChannelSetting, channelSettings } from '../../../src/schedule/settings.ts';
import { openDesk } from '../../desk/desk.ts';

const tone: ChannelSetting<string> = {
  stored: z.string(),
  parse: (typed) =>
    typed === 'loud' ? { problem: 'unknown-choice', detail: String(typed) } : { value: String(typed).toUpperCase() },
  valueOf: (schedule) => (schedule as { tone?: string }).tone ?? 'PLAIN',
};
/** The places that define a setting: the table, and the texts of each language. */
const tables = [channelSettings, ...catalogues.map(({ texts }) => texts.digest.channels.shown)] as unknown as Record<
  string,
  unknown
>[];

afterEach(() => {
  for (const table of tables) delete table.tone;
});

test('a setting that joins the table is parsed, refused, stored and shown', async () => {
  for (const { texts } of catalogues)
    Object.assign(texts.digest.channels.shown, { tone: ({ value }: { value: string }) => `tone ${value}` });
  Object.assign(channelSettings, { tone });

  const at = await openDesk({ sites: ['Harbour Post'], digest: { topics: ['world'] } });
  const save = (settings: object) => at.change.saveSettings(at.by, at.channelId, settings);
  expect(await at.say('digest settings')).toContain(' · tone PLAIN');
  await save({ tone: 'dry' });
  await expect(save({ tone: 'loud' })).rejects.toMatchObject({ code: 'unknown-choice' });
  await at.restart();
  expect(await at.say('digest settings')).toContain(' · tone DRY');
});
