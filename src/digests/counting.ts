import type { CandidateArticle } from './candidate.ts';

/** What a channel leaves out of the news that its server may see. */
export interface Counting {
  mutedOutletIds: readonly string[];
  /** Codes; none for all languages. */
  languages: readonly string[];
}

/** Whether the channel leaves nothing out. */
export const countsAll = ({ mutedOutletIds, languages }: Counting): boolean =>
  mutedOutletIds.length + languages.length === 0;

/** Whether an article counts in the channel; one whose language nobody knows does. */
export const countsIn =
  ({ mutedOutletIds, languages }: Counting) =>
  ({ outletId, language }: Pick<CandidateArticle, 'outletId' | 'language'>): boolean =>
    !mutedOutletIds.includes(outletId) &&
    (languages.length === 0 || language === undefined || languages.includes(language));
