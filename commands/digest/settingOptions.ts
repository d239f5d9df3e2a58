import type { AutocompleteInteraction } from 'discord.js';
import { dayMs } from '../../src/clock.ts';
import type { CommandContext, Suggestion } from '../../src/discord/command.ts';
import { findZones } from '../../src/schedule/zones.ts';
import { muteQuestions } from './mutes.ts';
import { wordsIn } from './words.ts';

const times = ['07:00', '08:00', '09:00', '12:00', '18:00', '20:00', '08:00, 18:00'];

/** Suggestions for the option of /digest settings that is being typed. */
export async function suggestSetting(
  interaction: AutocompleteInteraction,
  { desk, texts, wall, locale }: Omit<CommandContext, 'answer' | 'managed'>,
): Promise<Suggestion[]> {
  const { name, value } = interaction.options.getFocused(true);
  const typed = value.trim();
  switch (name) {
    case 'time':
      return asTyped(
        typed,
        times.map((time) => ({ name: time, value: time })),
      );
    case 'zone':
      return findZones(typed, desk.wall(), locale).map((choice) => ({ name: choice.label, value: choice.zone }));
    case 'days':
      return asTyped(typed, [
        { name: wordsIn(texts).channels.everyDay, value: 'daily' },
        { name: wordsIn(texts).channels.weekdays, value: 'Mon-Fri' },
        { name: wordsIn(texts).channels.weekend, value: 'Sat, Sun' },
      ]);
    case 'languages': {
      const codes = new Set(desk.topics.flatMap(({ language }) => language ?? []));
      return asTyped(typed, [
        { name: wordsIn(texts).channels.allLanguages, value: 'all' },
        ...[...codes].map((code) => ({ name: texts.f.language(code), value: code })),
      ]);
    }
    case 'mute': {
      const mutes = await desk.of(muteQuestions).mutes(interaction.guildId ?? '');
      return asTyped(
        typed,
        mutes.map(({ word, expiresAt }) => ({
          name:
            expiresAt === undefined
              ? word
              : wordsIn(texts).settings.muteExpires(word, Math.max(1, Math.ceil((expiresAt - wall()) / dayMs))),
          value: word,
        })),
      );
    }
    default:
      return [];
  }
}

/** The typed text comes first, so that no suggestion overrides it. */
function asTyped(typed: string, known: readonly Suggestion[]): Suggestion[] {
  if (typed === '') return [...known];
  const fitting = known.filter(({ name }) => name.toLocaleLowerCase().includes(typed.toLocaleLowerCase()));
  const exact = fitting.some(({ value }) => value.toLocaleLowerCase() === typed.toLocaleLowerCase());
  return exact ? fitting : [{ name: typed, value: typed }, ...fitting];
}
