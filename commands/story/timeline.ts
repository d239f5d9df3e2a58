import type { Asker } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { sharedMoment } from '../../src/desk/moment.ts';
import type { StoryId } from '../../src/ids.ts';
import type { CoverageChart } from '../../src/newsroom/pictures/coverage.ts';

export type Timeline = NonNullable<Awaited<ReturnType<ReturnType<typeof timelineQuestions>['timeline']>>>;

export function timelineQuestions(desk: Desk) {
  const { records } = desk.storage;
  const moment = desk.use(sharedMoment);

  return {
    /**
     * When each outlet reported the story, and corrected or withdrew a report; the first outlet first. `zone` is the
     * server's, else UTC. Undefined if the story is gone or has one outlet.
     */
    async timeline(storyId: StoryId, { serverId }: Asker) {
      const story = await records.stories.byId(storyId);
      if (!story) return undefined;
      const listed = (await records.listings.articlesOf([story.id], serverId)).get(story.id) ?? [];
      const ids = listed.map(({ id }) => id);
      const articles = await records.articles.byIds(ids, 0);
      const outlets = [...Map.groupBy(articles, ({ outletId }) => outletId).values()].map((own) => ({
        name: own.at(-1)?.outletName ?? '',
        reports: own.map(({ publishedAt }) => publishedAt),
        corrections: own.flatMap(({ correction }) => correction?.at ?? []),
      }));
      if (outlets.length < 2) return undefined;
      const zone = (serverId === undefined ? undefined : (await desk.preferences.get(serverId))?.zone) ?? 'UTC';
      return { zone, outlets };
    },

    /** Draws the chart as PNG in a worker, once for all who ask within seconds. Undefined if drawing fails. */
    async chart(chart: CoverageChart): Promise<Uint8Array | undefined> {
      const { cache } = await moment();
      return cache.once(['chart', chart], () => desk.draw(chart));
    },
  };
}
