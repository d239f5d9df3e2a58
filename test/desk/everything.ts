import { alertQuestions } from '../../commands/alerts/ask.ts';
import { alertChanges } from '../../commands/alerts/change.ts';
import { unseen } from '../../commands/catchup/command.ts';
import { ledgerQuestions } from '../../commands/corrections/ask.ts';
import { digestChanges } from '../../commands/digest/change.ts';
import { addressChanges } from '../../commands/digest/feed/answer.ts';
import { muteChanges, muteQuestions } from '../../commands/digest/mutes.ts';
import { previewQuestions } from '../../commands/digest/preview.ts';
import { feedQuestions } from '../../commands/feeds/ask.ts';
import { feedChanges } from '../../commands/feeds/change.ts';
import { followChanges } from '../../commands/follow/change.ts';
import { followQuestions } from '../../commands/follow/following.ts';
import { memberData } from '../../commands/me/command.ts';
import { outletChanges, outletQuestions } from '../../commands/outlets/command.ts';
import { setupQuestions } from '../../commands/setup/ask.ts';
import { setupChanges } from '../../commands/setup/change.ts';
import { deliveryQuestions } from '../../commands/status/command.ts';
import { timelineQuestions } from '../../commands/story/timeline.ts';
import { topicChanges, topicQuestions } from '../../commands/topics/change.ts';
import { watchChanges, watchQuestions } from '../../commands/watch/watching.ts';
import { whyQuestions } from '../../commands/why/ask.ts';
import type { App } from '../../src/app.ts';
import { coverageQuestions } from '../../src/desk/coverage.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { serverEvents } from '../../src/desk/serverEvents.ts';
import { splitChanges, splitQuestions } from '../../src/desk/splits.ts';
import { statusQuestions } from '../../src/desk/status.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import { undoChanges } from '../../src/desk/undo.ts';

/** The questions and changes of all features, for tests that use several. */
export function everything({ desk }: Pick<App, 'desk'>) {
  const { unseenSpan, caughtUp } = desk.use(unseen);
  const { aboutMe, forgetMe } = desk.use(memberData);
  return {
    ask: {
      ...desk.use(alertQuestions),
      ...desk.use(coverageQuestions),
      ...desk.use(deliveryQuestions),
      ...desk.use(feedQuestions),
      ...desk.use(followQuestions),
      ...desk.use(headlineQuestions),
      ...desk.use(ledgerQuestions),
      ...desk.use(muteQuestions),
      ...desk.use(outletQuestions),
      ...desk.use(ownFeedQuestions),
      ...desk.use(previewQuestions),
      ...desk.use(setupQuestions),
      ...desk.use(statusQuestions),
      ...desk.use(storyQuestions),
      ...desk.use(subscriptionQuestions),
      ...desk.use(splitQuestions),
      ...desk.use(timelineQuestions),
      ...desk.use(topicQuestions),
      ...desk.use(watchQuestions),
      ...desk.use(whyQuestions),
      ...desk.use(wordQuestions),
      unseenSpan,
      aboutMe,
    },
    change: {
      ...desk.use(addressChanges),
      ...desk.use(alertChanges),
      ...desk.use(splitChanges),
      ...desk.use(digestChanges),
      ...desk.use(feedChanges),
      ...desk.use(followChanges),
      ...desk.use(muteChanges),
      ...desk.use(outletChanges),
      ...desk.use(setupChanges),
      ...desk.use(topicChanges),
      ...desk.use(undoChanges),
      ...desk.use(watchChanges),
      ...desk.use(serverEvents),
      caughtUp,
      forgetMe,
    },
  };
}

export type Ask = ReturnType<typeof everything>['ask'];
export type Changes = ReturnType<typeof everything>['change'];
