/** Texts of /outlets. Names of outlets and channels are markdown already. */
export const outlets = {
  muted: (outlet: string, channel: string) =>
    `**${outlet}** is muted in ${channel}: its articles no longer count or show in the digests there.`,
  preferred: (outlet: string, channel: string) =>
    `**${outlet}** is preferred in ${channel}: where it reports a story, its headline and sentence come first.`,
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
};
