/** Which articles count in a channel: those of outlets that it doesn't mute, in languages that it names. */
export interface Counting {
  mutedOutletIds: readonly string[];
  /** Codes such as 'de'; empty for all languages. */
  languages: readonly string[];
}

/** Whether the channel leaves nothing out. */
export const countsAll = ({ mutedOutletIds, languages }: Counting): boolean =>
  mutedOutletIds.length + languages.length === 0;

/** Whether an article counts in the channel. One of unknown language does. */
export const countsIn =
  ({ mutedOutletIds, languages }: Counting) =>
  ({ outletId, language }: { outletId: string; language?: string }): boolean =>
    !mutedOutletIds.includes(outletId) &&
    (languages.length === 0 || language === undefined || languages.includes(language));
