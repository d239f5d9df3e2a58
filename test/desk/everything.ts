import { alertQuestions } from '../../commands/alerts/ask.ts';
import { alertChanges } from '../../commands/alerts/change.ts';
import { unseen } from '../../commands/catchup/command.ts';
import { ledgerQuestions } from '../../commands/corrections/ask.ts';
import { digestChanges } from '../../commands/digest/change.ts';
import { addressChanges } from '../../commands/digest/feed/change.ts';
import { muteChanges, muteQuestions } from '../../commands/digest/mutes.ts';
import { previewQuestions } from '../../commands/digest/preview.ts';
import { feedQuestions } from '../../commands/feeds/ask.ts';
import { feedChanges } from '../../commands/feeds/change.ts';
import { followChanges } from '../../commands/follow/change.ts';
import { followQuestions } from '../../commands/follow/following.ts';
import { memberData } from '../../commands/me/command.ts';
import { outletQuestions } from '../../commands/outlets/ask.ts';
import { outletChanges } from '../../commands/outlets/change.ts';
import { setupQuestions } from '../../commands/setup/ask.ts';
import { setupChanges } from '../../commands/setup/change.ts';
import { deliveryQuestions } from '../../commands/status/ask.ts';
import { timelineQuestions } from '../../commands/story/timeline.ts';
import { topicQuestions } from '../../commands/topics/ask.ts';
import { topicChanges } from '../../commands/topics/change.ts';
import { watchChanges, watchQuestions } from '../../commands/watch/watching.ts';
import { whyQuestions } from '../../commands/why/ask.ts';
import type { App } from '../../src/app.ts';
import { correctionChanges, correctionQuestions } from '../../src/desk/corrections.ts';
import { coverageQuestions } from '../../src/desk/coverage.ts';
import { headlineQuestions } from '../../src/desk/headlines.ts';
import { ownFeedQuestions } from '../../src/desk/ownFeeds.ts';
import { serverEvents } from '../../src/desk/serverEvents.ts';
import { statusQuestions } from '../../src/desk/status.ts';
import { storyQuestions } from '../../src/desk/stories.ts';
import { subscriptionQuestions } from '../../src/desk/subscriptions.ts';
import { wordQuestions } from '../../src/desk/typedWords.ts';
import { undoChanges } from '../../src/desk/undo.ts';

/** The questions and changes of all features, for tests that use several. */
export function everything({ desk }: Pick<App, 'desk'>) {
  const { unseenSpan, caughtUp } = desk.of(unseen);
  const { aboutMe, forgetMe } = desk.of(memberData);
  return {
    ask: {
      ...desk.of(alertQuestions),
      ...desk.of(coverageQuestions),
      ...desk.of(deliveryQuestions),
      ...desk.of(feedQuestions),
      ...desk.of(followQuestions),
      ...desk.of(headlineQuestions),
      ...desk.of(ledgerQuestions),
      ...desk.of(muteQuestions),
      ...desk.of(outletQuestions),
      ...desk.of(ownFeedQuestions),
      ...desk.of(previewQuestions),
      ...desk.of(setupQuestions),
      ...desk.of(statusQuestions),
      ...desk.of(storyQuestions),
      ...desk.of(subscriptionQuestions),
      ...desk.of(correctionQuestions),
      ...desk.of(timelineQuestions),
      ...desk.of(topicQuestions),
      ...desk.of(watchQuestions),
      ...desk.of(whyQuestions),
      ...desk.of(wordQuestions),
      unseenSpan,
      aboutMe,
    },
    change: {
      ...desk.of(addressChanges),
      ...desk.of(alertChanges),
      ...desk.of(correctionChanges),
      ...desk.of(digestChanges),
      ...desk.of(feedChanges),
      ...desk.of(followChanges),
      ...desk.of(muteChanges),
      ...desk.of(outletChanges),
      ...desk.of(setupChanges),
      ...desk.of(topicChanges),
      ...desk.of(undoChanges),
      ...desk.of(watchChanges),
      ...desk.of(serverEvents),
      caughtUp,
      forgetMe,
    },
  };
}

export type Ask = ReturnType<typeof everything>['ask'];
export type Changes = ReturnType<typeof everything>['change'];
