import { dayMs, type EpochMs } from '../../clock.ts';
import type { TableOf } from '../../storage/tables.ts';
import type { AskParts } from './parts.ts';

/** Longest span that /catchup covers. */
const caughtUpMsMax = 7 * dayMs;

export const createPeopleAsk = ({ storage: { records }, wall }: AskParts) => ({
  watched: async (userId: string): Promise<readonly string[]> => (await records.alerts.ofUser(userId))?.words ?? [],

  /** Whether the member's words are kept but not watched, because direct messages to them are closed. */
  watchIsClosed: async (userId: string): Promise<boolean> =>
    (await records.alerts.ofUser(userId))?.closedAt !== undefined,

  /** The time since the member's last /catchup: a day if there was none, a week at most. */
  async unseenSpan(userId: string): Promise<{ since: EpochMs; until: EpochMs }> {
    const until = wall();
    const since = (await records.people.caughtUpAt(userId)) ?? until - dayMs;
    return { since: Math.max(Math.min(since, until), until - caughtUpMsMax), until };
  },

  /** Everything stored about the member. A new table that names members needs its part here to compile. */
  async aboutMe(userId: string): Promise<object> {
    const at = (ms: EpochMs | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
    const follows = await records.follows.ofUser(userId, { ended: true });
    const watch = await records.alerts.ofUser(userId);
    const byTable = {
      follows: {
        follows: follows.map((follow) => ({
          ...{ storyId: follow.storyId, title: follow.title, channelId: follow.placeId },
          ...(follow.serverId === '' ? {} : { serverId: follow.serverId }),
          ...{ since: at(follow.createdAt), ended: at(follow.endedAt) },
        })),
      },
      alerts: {
        watches: watch && {
          words: watch.words,
          channelId: watch.channelId,
          since: at(watch.createdAt),
          stopped: at(watch.closedAt),
        },
      },
      people: { caughtUpAt: at(await records.people.caughtUpAt(userId)) },
      apartVotes: { votes: await records.people.votes(userId) },
      servers: { changedSettingsLastOf: await records.people.changed(userId) },
    } satisfies Record<TableOf<'member'>, object>;
    return Object.assign({ userId }, ...Object.values(byTable));
  },
});
