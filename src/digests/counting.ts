/** A channel's filter of articles: by outlets that it mutes and languages that it reads. */
export interface Counting {
  mutedOutletIds: readonly string[];
  /** Codes such as 'de'; empty for all languages. */
  languages: readonly string[];
}

/** Whether the filter accepts everything. */
export const countsAll = ({ mutedOutletIds, languages }: Counting): boolean =>
  mutedOutletIds.length + languages.length === 0;

/** Whether an article passes the channel's filter. One of unknown language does. */
export const countsIn =
  ({ mutedOutletIds, languages }: Counting) =>
  ({ outletId, language }: { outletId: string; language?: string }): boolean =>
    !mutedOutletIds.includes(outletId) &&
    (languages.length === 0 || language === undefined || languages.includes(language));
