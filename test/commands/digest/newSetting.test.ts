import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { scheduleLines } from '../../../commands/digest/subscribedCard.ts';
import { wordsIn as digestWords } from '../../../commands/digest/words.ts';
import { catalogues, textsFor } from '../../../src/discord/texts/texts.ts';
import { type ChannelSetting, channelSettings } from '../../../src/schedule/settings.ts';
import { openDesk } from '../../desk/desk.ts';
import { everything } from '../../desk/everything.ts';

const tone: ChannelSetting<string> = {
  option: 'tone',
  input: { kind: 'text', charactersMax: 12 },
  stored: z.string(),
  parse: (typed) =>
    typed === 'loud' ? { problem: 'unknown-stories', detail: String(typed) } : { value: String(typed).toUpperCase() },
  valueOf: (schedule) => (schedule as { tone?: string }).tone ?? 'PLAIN',
};
/** The places that define a setting: the table, and the texts of each language. */
const tables = [
  channelSettings,
  ...catalogues.flatMap(({ texts }) => [digestWords(texts).channels.shown, digestWords(texts).commands.digest.options]),
] as unknown as Record<string, unknown>[];

afterEach(() => {
  for (const table of tables) delete table.tone;
});

test('a setting that joins the table is an option, is parsed, refused, stored and shown', async () => {
  for (const { texts } of catalogues) {
    Object.assign(digestWords(texts).channels.shown, { tone: (value: string) => `tone ${value}` });
    Object.assign(digestWords(texts).commands.digest.options, { tone: ['tone', 'How it sounds'] });
  }
  Object.assign(channelSettings, { tone });
  // Loads a second copy of the command module, because the command is built from the table at load time.
  const { default: command } = await import(`${'../../../commands/digest/command.ts'}?with=tone`);
  const [settings] = command.data.toJSON().options.filter(({ name }: { name: string }) => name === 'settings');
  expect(settings.options).toContainEqual(expect.objectContaining({ name: 'tone', max_length: 12 }));

  const at = await openDesk({ sites: ['Harbour Post'] });
  const { change } = everything(at.app);
  await change.subscribe(at.by, at.channelId, ['world']);
  const lines = async () =>
    scheduleLines(
      (await everything(at.app).ask.subscription(at.serverId, at.channelId)) ?? expect.fail(),
      textsFor('en-GB'),
    );
  expect((await lines()).at(-1)).toContain(' · tone PLAIN');
  await change.reschedule(at.by, at.channelId, { tone: 'dry' } as object);
  expect((await lines()).at(-1)).toContain(' · tone DRY');
  expect(await change.reschedule(at.by, at.channelId, { tone: 'loud' } as object).catch((error) => error.code)).toBe(
    'unknown-stories',
  );
  await at.restart();
  expect((await lines()).at(-1)).toContain(' · tone DRY');
});
