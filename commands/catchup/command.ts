import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { askerOf } from '../../src/discord/asking.ts';
import { headlinesCard } from '../../src/discord/cards/headlines.ts';
import type { Command } from '../../src/discord/command.ts';
import { localizer } from '../../src/discord/localize.ts';
import { findTopic, suggestTopics } from '../../src/discord/topicOption.ts';
import type { UserId } from '../../src/ids.ts';
import { wordsIn } from './words.ts';

const { everywhere, option } = localizer((texts) => wordsIn(texts).command);

/** Maximum span that /catchup covers. */
const caughtUpMsMax = 7 * dayMs;

/** The time span that a member hasn't seen yet. */
export const unseen = ({ storage: { records }, wall }: Desk) => ({
  /** The time since the member's last /catchup: a day if there was none, a week at most. */
  async unseenSpan(userId: UserId): Promise<{ since: EpochMs; until: EpochMs }> {
    const until = wall();
    const since = (await records.people.caughtUpAt(userId)) ?? until - dayMs;
    return { since: Math.max(Math.min(since, until), until - caughtUpMsMax), until };
  },

  /** Notes that the member has seen everything up to this time. */
  caughtUp: (userId: UserId, until: EpochMs): Promise<void> => records.people.catchUp(userId, until),
});

export default {
  data: everywhere().addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100)),
  audience: 'everyone',

  execute: async (interaction, { answer, desk, texts }) => {
    const typed = interaction.options.getString('topic');
    const topics = await desk.of(headlineQuestions).topics(interaction.guildId ?? undefined);
    const topicId = typed === null ? undefined : findTopic(topics, typed).id;
    const { id: userId } = interaction.user;
    const span = await desk.of(unseen).unseenSpan(userId);
    const headlines = await desk.of(headlineQuestions).headlines(askerOf(interaction), topicId, span);
    await answer.show(headlinesCard(headlines, { texts, topicId }));
    // Marked as seen once the answer is shown. A look at one topic marks nothing.
    if (topicId === undefined) await desk.of(unseen).caughtUp(userId, span.until);
  },

  autocomplete: async (interaction, { desk, texts }) =>
    suggestTopics(
      await desk.of(headlineQuestions).topics(interaction.guildId ?? undefined),
      interaction.options.getFocused(),
      texts,
    ),
} satisfies Command;
