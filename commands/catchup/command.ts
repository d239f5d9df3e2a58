import { dayMs, type EpochMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { sharedMoment } from '../../src/desk/moment.ts';
import { headlinesCard } from '../../src/discord/cards/headlines.ts';
import { moment } from '../../src/discord/cards/parts.ts';
import type { Command } from '../../src/discord/command.ts';
import { askerOf } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { suggestTopicsHere, topicGiven } from '../../src/discord/topicOption.ts';
import type { UserId } from '../../src/ids.ts';

const { withUserInstall, option } = localizer((texts) => texts.catchup.command);

const caughtUpMsMax = 7 * dayMs;

/** The span that a member hasn't seen yet. */
export const unseen = ({ use, storage: { records } }: Desk) => ({
  /** The time since the member's last /catchup, at most a week; a day if there was none (`isFirst`). */
  async unseenSpan(userId: UserId): Promise<{ since: EpochMs; until: EpochMs; isFirst: boolean }> {
    const { now: until } = await use(sharedMoment)();
    const last = await records.people.caughtUpAt(userId);
    const since = Math.max(Math.min(last ?? until - dayMs, until), until - caughtUpMsMax);
    return { since, until, isFirst: last === undefined };
  },

  /** Notes that the member has seen everything up to `until`. */
  caughtUp: (userId: UserId, until: EpochMs): Promise<void> => records.people.catchUp(userId, until),
});

export default {
  data: withUserInstall().addStringOption((topic) => option(topic, 'topic').setAutocomplete(true).setMaxLength(100)),
  audience: 'everyone',

  execute: async (context) => {
    const { interaction, answer, desk, texts } = context;
    const topicId = await topicGiven(context);
    const { id: userId } = interaction.user;
    const { isFirst, ...span } = await desk.use(unseen).unseenSpan(userId);
    const headlines = await desk.use(headlineQuestions).headlines(askerOf(interaction), topicId, span);
    const say = texts.catchup;
    const empty = isFirst ? say.nothingYet : say.nothing({ relative: moment(span.since, 'R') });
    const heading = isFirst ? say.firstHeading : say.heading;
    await answer.show(headlinesCard(headlines, { texts, topicId, heading, empty }));
    // Only after the answer, which may fail, and only without a topic, since other topics are still unseen.
    if (topicId === undefined) await desk.use(unseen).caughtUp(userId, span.until);
  },

  autocomplete: suggestTopicsHere,
} satisfies Command;
