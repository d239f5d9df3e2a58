import type { Article } from '../articles/article.ts';
import type { EpochMs } from '../clock.ts';
import { rankStories } from '../stories/ranking.ts';
import { subtagOf } from '../text/subtag.ts';
import type { Candidate, CandidateArticle } from './candidate.ts';

/** A candidate with what is new of it. */
export interface Listed extends Candidate {
  /** The channel's topic with most votes. */
  topicId: string;
  /** Never empty. */
  fresh: readonly CandidateArticle[];
  outlets: number;
}

type Head = Pick<Article, 'outletId' | 'language'>;

/**
 * Stories as a digest takes them: by rank, those in the reader's language before the others. But what a single outlet tells in it
 * takes no more than half of the places while several outlets tell other news in another language: one outlet's small
 * items must not bury what all report, though that is to be read in English.
 */
export function inEntryOrder<Story extends Listed>(
  stories: readonly Story[],
  reader: {
    windowEnd: EpochMs;
    storiesMax: number;
    /** Discord locale. */
    locale: string;
    headOf: (story: Story) => Head | undefined;
  },
): Story[] {
  const { windowEnd, storiesMax, locale, headOf } = reader;
  const ranked = rankStories(
    stories.map((story) => ({
      id: story.storyId,
      voices: story.voices,
      outlets: story.outlets,
      articleTimes: story.articles.map((article) => article.publishedAt),
      leadOutlet: headOf(story)?.outletId ?? story.storyId,
    })),
    windowEnd,
  );
  const byId = new Map(stories.map((story) => [story.storyId, story]));
  const byRank = ranked.flatMap(({ id }) => byId.get(id) ?? []);
  const foreign = (story: Story) => {
    const written = headOf(story)?.language;
    return written !== undefined && subtagOf(written) !== subtagOf(locale);
  };
  const [own, other] = [byRank.filter((story) => !foreign(story)), byRank.filter(foreign)];
  const confirmed = ({ voices }: Story) => voices >= 2;
  const ownConfirmed = own.filter(confirmed);
  const first = own.slice(0, Math.max(ownConfirmed.length, Math.ceil(storiesMax / 2)));
  return [...first, ...other.filter(confirmed), ...own.slice(first.length), ...other.filter((one) => !confirmed(one))];
}
