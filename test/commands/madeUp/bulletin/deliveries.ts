import { minuteMs } from '../../../../src/clock.ts';
import { button, buttons, message, text } from '../../../../src/discord/cards/parts.ts';
import { textsFor } from '../../../../src/discord/texts/texts.ts';
import type { DeliveryKind } from '../../../../src/outbox/kinds.ts';
import type { PostContent } from '../../../../src/storage/postContent.ts';
import { wordsIn } from './words.ts';

export interface Bulletin extends PostContent {
  bells: number;
}

/** Rings the bells for a story. */
export const bulletin: DeliveryKind<Bulletin> = {
  name: 'bulletin',
  needs: 'alerts',
  lateMaxMs: 10 * minuteMs,
  draw({ bells, locale, places: [place] }, { deliveryKey }) {
    const corrected = place?.corrections?.map((one) => one.text).join() ?? '';
    const words = `${place?.title}, ${wordsIn(textsFor(locale)).times({ bells })} ${corrected}`;
    const body = message([text(words), buttons(button(`story:card:${deliveryKey}`, 'Open'))]);
    return { payloads: [{ ...body }], told: [{ storyId: 's', articleIds: ['a'], sentences: [], part: 0 }] };
  },
};
