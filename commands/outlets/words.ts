import type { CommandText } from '../../src/discord/commandText.ts';
import { wordsBeside } from '../../src/discord/texts/texts.ts';

const english = () => ({
  command: {
    named: ['outlets', 'Leave outlets out of a channel’s digest, or put them first'],
    subcommands: {
      mute: ['mute', 'Leave an outlet out of a channel’s digest'],
      prefer: ['prefer', 'Show an outlet’s headline and sentence first where it reports a story'],
      list: ['list', 'Which outlets a channel mutes and prefers'],
    },
    options: {
      outlet: ['outlet', 'Which outlet; type a part of its name'],
      channel: ['channel', 'Which channel; this one if left out'],
    },
  } satisfies CommandText,
  muted: (outlet: string, channel: string) =>
    `**${outlet}** is muted in ${channel}: its articles no longer count or show in the digests there.`,
  preferred: (outlet: string, channel: string) =>
    `**${outlet}** is preferred in ${channel}: where it reports a story, its headline and sentence come first.`,
  /** Added when the outlet was muted or preferred before. */
  noLonger: { muted: 'It is no longer muted.', preferred: 'It is no longer preferred.' },
  already: {
    muted: (outlet: string, channel: string) => `**${outlet}** is already muted in ${channel}.`,
    preferred: (outlet: string, channel: string) => `**${outlet}** is already preferred in ${channel}.`,
  },
  /** Labels of buttons, in which names are plain text. */
  reset: {
    muted: (outlet: string) => `Unmute ${outlet}`,
    preferred: (outlet: string) => `Stop preferring ${outlet}`,
  },
  isReset: (outlet: string, channel: string) => `**${outlet}** counts in ${channel} like any other outlet.`,
  heading: (channel: string) => `Outlets in ${channel}`,
  lists: { muted: 'Muted', preferred: 'Preferred' },
  none: (channel: string) =>
    `${channel} neither mutes nor prefers an outlet. /outlets mute leaves one out, /outlets prefer puts one first.`,
  pick: 'Choose one that should count like any other',
});

export type Words = ReturnType<typeof english>;
export const wordsIn = await wordsBeside(import.meta.dirname, english);
