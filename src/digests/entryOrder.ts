import type { Article } from '../articles/article.ts';
import type { EpochMs } from '../clock.ts';
import { rankStories } from '../stories/ranking.ts';
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

/** Stories as a digest takes them: by rank, those in the reader's language before the others. */
export function inEntryOrder<Story extends Listed>(
  stories: readonly Story[],
  reader: { windowEnd: EpochMs; language?: string; headOf: (story: Story) => Head | undefined },
): Story[] {
  const { windowEnd, language, headOf } = reader;
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
    return language !== undefined && written !== undefined && primary(written) !== primary(language);
  };
  return [...byRank.filter((story) => !foreign(story)), ...byRank.filter(foreign)];
}

/** Feeds name their region as well: "en-GB" is English. */
const primary = (language: string) => language.toLowerCase().split(/[-_]/, 1)[0];
