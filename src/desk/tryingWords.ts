import { setImmediate } from 'node:timers/promises';
import { dayMs } from '../clock.ts';
import type { ServerId } from '../ids.ts';
import { beginningsOf } from '../newsroom/candidates.ts';
import { createEdition } from '../newsroom/edition.ts';
import { linesOf, type StoryLine } from '../newsroom/lines.ts';
import { matchTopic, type TopicWords } from '../stories/topics.ts';
import type { Desk } from './desk.ts';

const examplesMax = 3;
/** Stories of a week that are read to try words, the newest first; beyond that many, the words are everyday words. */
const storiesTried = 1_000;
const storiesAtOnce = 20;

export const wordQuestions = ({ storage: { records }, outletsById, wall }: Desk) => ({
  /**
   * Counts the stories of the last 7 days that the server may see (`of`) and those that match the words; `examples`
   * are the newest three matches.
   */
  async tryWords(
    serverId: ServerId,
    words: TopicWords,
  ): Promise<{ matches: number; of: number; examples: StoryLine[] }> {
    const since = wall() - 7 * dayMs;
    const own = await records.stories.ownTopicsSince(since, serverId);
    const ownIds = new Set(own.map(({ storyId }) => storyId));
    const closed = (await records.stories.byIds([...ownIds])).filter(({ open }) => !open);
    const held = await records.search.holding(beginningsOf(words), serverId, since, storiesTried);
    const fitting: string[] = [];
    for (const [at, { id, text, language }] of held.entries()) {
      // Lets other commands be answered in between.
      if (at % storiesAtOnce === 0) await setImmediate();
      if (matchTopic(words, text, language)) fitting.push(id);
    }
    return {
      matches: fitting.length,
      of: (await records.stories.countOpenSince(since)) + closed.length,
      examples: await linesOf(createEdition(records, outletsById), fitting.slice(0, examplesMax), serverId),
    };
  },
});
