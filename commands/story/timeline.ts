import type { EpochMs } from '../../src/clock.ts';
import type { Asker } from '../../src/desk/asker.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { StoryId } from '../../src/ids.ts';
import type { CoverageChart } from '../../src/newsroom/pictures/coverage.ts';

/** When a story's outlets reported it. */
export interface Timeline {
  storyId: StoryId;
  /** The zone for its days. */
  zone: string;
  /** By first report. */
  outlets: readonly OutletTimes[];
}

export interface OutletTimes {
  name: string;
  /** Ascending. */
  reports: readonly EpochMs[];
  /** When it corrected or withdrew a report. */
  corrections: readonly EpochMs[];
}

/** Maximum number of cached pictures, of a few kilobytes each. */
const picturesKept = 40;

export function timelineQuestions(desk: Desk) {
  const { records } = desk.storage;
  const drawn = new Map<string, Promise<Uint8Array | undefined>>();

  return {
    /** Undefined if the story is gone or has one outlet. */
    async timeline(storyId: StoryId, { serverId }: Asker): Promise<Timeline | undefined> {
      const story = await records.stories.byId(storyId);
      if (!story) return undefined;
      const listed = (await records.listings.articlesOf([story.id], serverId)).get(story.id) ?? [];
      const articles = await records.articles.byIds(
        listed.map(({ id }) => id),
        0,
      );
      const outlets = [...Map.groupBy(articles, ({ outletId }) => outletId).values()].map((own) => ({
        name: own.at(-1)?.outletName ?? '',
        reports: own.map(({ publishedAt }) => publishedAt),
        corrections: own.flatMap(({ correction }) => correction?.at ?? []),
      }));
      if (outlets.length < 2) return undefined;
      const zone = (serverId === undefined ? undefined : (await desk.preferences.get(serverId))?.zone) ?? 'UTC';
      return { storyId: story.id, zone, outlets };
    },

    /** Draws the chart as PNG in a worker, within two seconds; undefined if that fails. */
    chart(chart: CoverageChart): Promise<Uint8Array | undefined> {
      const key = JSON.stringify(chart);
      const known = drawn.get(key);
      if (known) return known;
      const [oldest] = drawn.keys();
      if (drawn.size >= picturesKept && oldest !== undefined) drawn.delete(oldest);
      const picture = desk.draw(chart).then(
        (png) => {
          if (png === undefined) drawn.delete(key);
          return png;
        },
        (error: unknown) => {
          drawn.delete(key);
          throw error;
        },
      );
      drawn.set(key, picture);
      return picture;
    },
  };
}
